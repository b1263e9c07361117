import type { ProjectAreas, Projects } from '../../pipeline/model/schema-types.ts';
import { type Content, type Html, html } from '../html.ts';
import type { LocatorMap } from '../map/locator-map.ts';
import { AREA_LEVELS, areaPath, type Link, type PagedLevel } from '../paths.ts';
import type { Site } from '../site.ts';
import { renderFacts } from '../parts.ts';
import { fillText } from '../words.ts';

/** How many areas of a level are listed at once. */
const FOLDED_ABOVE = 30;

/** Finest first: the map shows the finest level that the source states. */
const FINEST_FIRST = ['municipality', 'sub_region', 'region', 'country'] as const;

/** Target areas by level, the beneficiary's seat, the place of implementation, and a small map of them. */
export function renderAreas(site: Site, locator: LocatorMap, project: Projects, link: Link): Content {
  const { texts } = site;
  const words = texts.project;
  const rows = site.areasOf(project.project_id);
  const targets = rows.filter(({ role }) => role === 'target');
  const seats = rows.filter(({ role }) => role === 'beneficiary');
  const derived = targets.some((row) => isShown(row) && row.evidence === 'derived');
  const post = [project.place_postal_code, project.place_post_office].filter((part) => part !== undefined).join(' ');
  const place = [project.place_street_address, post].filter((part) => part !== undefined && part !== '').join(', ');
  return [
    renderLocator(site, locator, targets, seats),
    targets.length === 0
      ? html`<p>${words.areasNone}</p>`
      : html`<h3>${words.target}</h3>
          ${renderLevels(site, targets, link)}`,
    seats.length === 0
      ? undefined
      : html`<h3>${words.seat}</h3>
          ${renderLevels(site, seats, link)}`,
    place === ''
      ? undefined
      : html`<h3>${words.place}</h3>
          <p>${place}</p>`,
    derived ? html`<p class="note">${words.derived}</p>` : undefined,
  ];
}

function renderLocator(
  site: Site,
  locator: LocatorMap,
  targets: readonly ProjectAreas[],
  seats: readonly ProjectAreas[],
): Html | undefined {
  const { map } = site.texts;
  const stated = targets.filter(({ evidence, share_equal }) => evidence === 'stated' && share_equal > 0);
  const finest = FINEST_FIRST.find((level) => stated.some(({ area_level }) => area_level === level));
  const shown = stated.filter(({ area_level }) => area_level === finest);
  const seat = seats.find(({ area_level }) => area_level === 'municipality');
  if (shown.length === 0 && seat === undefined) return undefined;
  const names = shown.map(({ area_name }) => area_name).join(', ');
  const description = [
    shown.length === 0 ? '' : fillText(map.locatorAreas, { areas: names }),
    seat === undefined ? '' : fillText(map.locatorSeat, { name: seat.area_name }),
  ];
  const words = {
    id: 'locator',
    title: map.locatorTitle,
    description: description.filter((part) => part !== '').join(' '),
  };
  const toHighlight = ({ area_level, area_code }: ProjectAreas) => ({ level: area_level, code: area_code });
  const svg = locator(words, shown.map(toHighlight), seat === undefined ? undefined : toHighlight(seat));
  return html`<figure class="locator-figure">
    ${svg}${
      seat === undefined
        ? undefined
        : html`<figcaption>${fillText(map.locatorSeat, { name: seat.area_name })}</figcaption>`
    }
  </figure>`;
}

function renderLevels(site: Site, rows: readonly ProjectAreas[], link: Link): Content {
  const { texts } = site;
  return renderFacts(
    [...FINEST_FIRST].reverse().map((level) => {
      const here = rows.filter((row) => row.area_level === level && isShown(row));
      const label = here.length > 1 ? texts.levelsPlural[level] : texts.levels[level];
      return [
        label,
        here.length === 0
          ? undefined
          : foldLong(
              site,
              here.map((row) => renderArea(site, row, link)),
            ),
      ];
    }),
    'facts compact',
  );
}

/** That a project is in Finland needs saying only where its source says so. */
function isShown({ area_level: level, evidence }: ProjectAreas): boolean {
  return level !== 'country' || evidence === 'stated';
}

/** A project can name most municipalities of the country. */
function foldLong({ texts }: Site, items: readonly Html[]): Html {
  const list = html`<ul class="areas-list">
    ${items}
  </ul>`;
  if (items.length <= FOLDED_ABOVE) return list;
  const summary = fillText(texts.project.showAll, { count: items.length });
  return html`<details>
    <summary>${summary}</summary>
    ${list}
  </details>`;
}

function isPaged(level: ProjectAreas['area_level']): level is PagedLevel {
  return AREA_LEVELS.some((paged) => paged === level);
}

/** An area that has since ended has a name and no page. */
function renderArea(site: Site, row: ProjectAreas, link: Link): Html {
  const { area_level: level, area_code: code, area_name: name, name_in_source: inSource } = row;
  const hasPage = isPaged(level) && site.findArea(level, code) !== undefined;
  const label = hasPage ? html`<a href="${link(areaPath(level, code))}">${name}</a>` : html`${name}`;
  const words = site.texts.project;
  const notes = [
    inSource !== undefined && inSource.toLowerCase() !== name.toLowerCase()
      ? fillText(words.inSource, { name: inSource })
      : undefined,
    row.share_equal === 0 ? words.outside : undefined,
  ].filter((note) => note !== undefined);
  const note = notes.length === 0 ? undefined : html` <span class="meta">(${notes.join('; ')})</span>`;
  const isDerived = row.role === 'target' && row.evidence === 'derived';
  return html`<li>${isDerived ? html`<em>${label}</em>` : label}${note}</li>`;
}
