import { licenceOf } from '../address.ts';
import type { Projects } from '../../pipeline/model/schema-types.ts';
import { paintAreas, paintRegion } from '../explore/paint-areas.ts';
import { type Content, fill, type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { drawNation } from '../map/national-map.ts';
import { planNation } from '../map/national-plan.ts';
import { UNKNOWN_STYLE } from '../map/paint.ts';
import { drawRegion, renderClasses } from '../map/region-map.ts';
import type { PageType, View } from '../page-type.ts';
import { embedTitle } from '../parts/embed-code.ts';
import { listKeyFigures } from '../parts/key-figures.ts';
import { nameProject } from '../parts/projects.ts';
import { renderFigures, renderTable } from '../parts/structure.ts';
import { AREA_LEVELS, areaPath, embedPath, HOME, projectPath } from '../paths.ts';
import type { Place } from './place.ts';

/** Rows of the table: a frame is small. */
const SHOWN = 5;
/** The map of the country is drawn as on the start page, and so needs its styles. */
const NATION_STYLE = 'styles/explore.css';
/** A link inside a frame leads out of it, and tells the page behind it nothing. */
const OUTWARD = html`target="_blank" rel="noopener"`;

/** One area, or without one the whole country, for a frame in other people's pages: map, three figures, newest projects. */
export const EMBED: PageType<Place | undefined> = {
  name: 'embed',
  framed: true,
  list: ({ areas }) => [undefined, ...AREA_LEVELS.flatMap((level) => areas[level].map((area) => ({ level, area })))],
  path: (place) => embedPath(place?.level, place?.area.code),
  create(view, place) {
    const { t, language, link } = view;
    const title = embedTitle(view, place);
    const target = link(place === undefined ? HOME : areaPath(place.level, place.area.code));
    const name = place === undefined ? t.places.country : language.nameOf(place.area);
    return {
      title,
      description: title,
      styles: [...(place === undefined ? [NATION_STYLE] : []), 'styles/embed.css'],
      main: html`<header class="head">
          <p class="kind">${t.levels[place?.level ?? 'country']}</p>
          <h1>${title}</h1>
        </header>
        ${renderFigures(listKeyFigures(view, place))}
        <figure class="map-figure">${place === undefined ? renderCountry(view) : renderRegion(view, place)}</figure>
        <div class="newest">${renderNewest(view, place)}</div>
        <p class="all"><a href="${target}" ${OUTWARD}>${fillText(t.embed.all, { place: name })}</a></p>
        ${renderSource(view, target)}`,
    };
  },
};

/** The region that the area lies in, with the area outlined. */
function renderRegion(view: View, { level, area }: Place): Content {
  const { t, data, language } = view;
  const code = level === 'region' ? area.code : area.region_code;
  const region = code === undefined ? undefined : data.findArea('region', code);
  if (region === undefined) return undefined;
  return drawRegion(view, region.code, {
    selected: [{ level, code: area.code }],
    label: fillText(t.area.mapHeading, { place: language.nameOf(region) }),
    painted: paintRegion(view, region.code),
    linkAttributes: OUTWARD,
  });
}

function renderCountry(view: View): Content {
  const { t, data, language, link } = view;
  const painted = paintAreas(view);
  const { measure, values } = painted;
  // By the position in the published table, as the plan has its shapes.
  const areas = data.published.areas.municipality;
  const shapes = areas.map((area) => ({
    code: area.code,
    style: values.get(area.code)?.style ?? UNKNOWN_STYLE,
    title: `${language.nameOf(area)}: ${values.get(area.code)?.words ?? t.map.unknown}`,
    href: link(areaPath('municipality', area.code)),
  }));
  const map = drawNation(planNation(data), shapes, {
    label: fillText(t.map.national, { measure: t.measures.names[measure] }),
    insets: { capital: t.map.insetCapital, aland: t.map.insetAland },
    linkAttributes: OUTWARD,
  });
  return html`${map}
  ${renderClasses(
    painted,
    areas.map(({ code }) => code),
  )}`;
}

/** The projects that started last; cancelled ones count in no figure, and so stand in no frame. */
function renderNewest(view: View, place: Place | undefined): Content {
  const { t, data } = view;
  const projects = place === undefined ? data.newest : data.projectsIn(place.level, place.area.code, 'target');
  const shown = projects.filter(({ status }) => status !== 'cancelled').slice(0, SHOWN);
  if (shown.length === 0) return html`<p class="empty">${t.area.namedNone}</p>`;
  const granted = place === undefined ? t.embed.granted : fillText(t.embed.share, { share: t.share[place.level] });
  return renderTable(
    'newest',
    t.embed.newest,
    [
      html`<th scope="col">${t.embed.project}</th>`,
      html`<th scope="col">${t.embed.period}</th>`,
      html`<th scope="col" class="n">${granted}</th>`,
    ],
    html`<tbody>
      ${shown.map((project) => renderRow(view, project, place))}
    </tbody>`,
  );
}

function renderRow(view: View, project: Projects, place: Place | undefined): Html {
  const { t, data, language, link } = view;
  const own = language.code === 'fi' ? undefined : html`lang="fi"`;
  const share =
    place === undefined ? undefined : data.shareOf(project, place.level, place.area.code, 'funding_granted_eu_state');
  const euros = place === undefined ? project.funding_granted_eu_state : share === undefined ? undefined : share / 100;
  const href = link(projectPath(project.project_id));
  return html`<tr>
    <th scope="row"><a href="${href}" ${OUTWARD} ${own}>${nameProject(view, project)}</a></th>
    <td>${language.period(project.start_date, project.end_date) ?? t.areas.unknown}</td>
    ${
      euros === undefined
        ? html`<td class="n unknown">${t.areas.unknown}</td>`
        : html`<td class="n">${language.number(Math.round(euros))}</td>`
    }
  </tr> `;
}

/** Whose data and boundaries these are: a frame has to say so itself. */
function renderSource({ t, data, language }: View, target: string): Html {
  const site = html`<a href="${target}" ${OUTWARD}>${t.site.name}</a>`;
  const licence = html`<a href="${licenceOf(language)}" target="_blank" rel="license noopener">CC&nbsp;BY&nbsp;4.0</a>`;
  const publisher = data.publisher === undefined ? undefined : `, ${data.publisher.name}`;
  return html`<footer class="small">
    <p>${fill(t.embed.source, { site })}${publisher}. ${t.embed.window}</p>
    <p>${fill(t.site.footerLicence, { licence })}</p>
    <p>${t.site.footerBoundaries}</p>
  </footer>`;
}
