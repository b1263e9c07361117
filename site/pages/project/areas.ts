import type { ProjectAreas, Projects } from '../../../pipeline/model/schema-types.ts';
import { type Content, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import { drawProject } from '../../map/project-map.ts';
import type { Quotes } from '../../model/published.ts';
import type { View } from '../../page-type.ts';
import { AREA_LEVELS, FINEST_FIRST, areaPath, type PagedLevel } from '../../paths.ts';
import { renderSources } from './source.ts';

/** Areas that are listed at once; more are folded by region. */
const FOLDED_ABOVE = 12;

/** Where the project works with each area's share, on a map and in words; then where its applicant is. */
export function renderAreas(view: View, quotes: Quotes, project: Projects): Content {
  const { t, data } = view;
  const words = t.project;
  const rows = data.areasOf(project.project_id);
  const targets = rows.filter(({ role }) => role === 'target');
  const seats = rows.filter(({ role, area_level: level }) => role === 'beneficiary' && level !== 'country');
  const places = rows.filter(({ role, area_level: level }) => role === 'place' && level !== 'country');
  const placed = targets.filter(({ share_equal: share }) => share > 0);
  const finest = FINEST_FIRST.find((level) => placed.some(({ area_level: its }) => its === level));
  const shown = placed.filter(({ area_level: level }) => level === finest);
  const outside = targets.filter(({ share_equal: share, evidence }) => share === 0 && evidence === 'stated');
  return [
    targets.length === 0 && places.length === 0 ? html`<p class="empty">${words.areasNone}</p>` : undefined,
    finest === undefined || finest === 'country'
      ? undefined
      : renderMap(
          view,
          shown.map(({ area_level: level, area_code: code }) => ({ level, code })),
        ),
    renderTargets(view, quotes, project, shown),
    renderCoarser(
      view,
      quotes,
      placed.filter(({ area_level: level }) => level !== finest),
    ),
    outside.length === 0
      ? undefined
      : html`<ul class="places">
          ${outside.map((row) => renderPlace(view, quotes, row, words.outside))}
        </ul>`,
    renderRole(view, quotes, words.workplace, places),
    renderRole(view, quotes, words.seat, seats),
  ];
}

/** Fields that tell a project's place and its applicant's, by the rule that told; coarser areas follow from what it told. */
const TOLD_BY: Readonly<
  Record<'place' | 'beneficiary', Partial<Record<ProjectAreas['match'], readonly (keyof Projects)[]>>>
> = {
  place: {
    postal_code: ['place_postal_code'],
    post_office: ['place_post_office'],
    nuts3: ['place_nuts3_code', 'place_nuts3_name'],
  },
  beneficiary: {
    postal_code: ['beneficiary_postal_code'],
    post_office: ['beneficiary_post_office'],
    organisation_name: ['beneficiary_name'],
  },
};

/** Areas of another role than the targets': where the work is done, where the applicant is; with the lines that tell it. */
function renderRole(view: View, quotes: Quotes, heading: string, rows: readonly ProjectAreas[]): Content {
  if (rows.length === 0) return undefined;
  const keys = rows.flatMap(({ role, match }) => (role === 'target' ? [] : (TOLD_BY[role][match] ?? [])));
  const items = rows.map(
    (row) =>
      html`<li>${linkArea(view, row)} <span class="soft">${view.t.levels[row.area_level].toLowerCase()}</span></li> `,
  );
  return [
    html`<h3>${heading}</h3>`,
    html`<ul class="inline">
      ${items}
    </ul>`,
    renderSources(view, quotes, [...new Set(keys)], heading),
  ];
}

function renderMap(view: View, targets: readonly { level: ProjectAreas['area_level']; code: string }[]): Content {
  const map = drawProject(view, targets, view.t.project.areas);
  return map === undefined ? undefined : html`<figure class="map-figure">${map}</figure>`;
}

function renderTargets(view: View, quotes: Quotes, project: Projects, rows: readonly ProjectAreas[]): Content {
  const { t, language, data } = view;
  const words = t.project;
  if (rows.length === 0) return undefined;
  const items = (part: readonly ProjectAreas[]): Content =>
    html`<ul class="places">
      ${part.map((row) => {
        const cents =
          project.status === 'cancelled'
            ? undefined
            : data.shareOf(project, row.area_level, row.area_code, 'funding_granted_eu_state');
        const share =
          cents === undefined ? undefined : fillText(words.share, { money: language.wholeEuros(cents / 100) });
        return renderPlace(view, quotes, row, share);
      })}
    </ul>`;
  const note =
    rows.length > 1 && project.funding_granted_eu_state !== undefined
      ? html`<p class="small">${words.sharesNote}</p>`
      : undefined;
  if (rows.length <= FOLDED_ABOVE) return [items(rows), note];
  const groups = new Map<string, ProjectAreas[]>();
  for (const row of rows) {
    const region =
      row.area_level === 'country'
        ? ''
        : row.area_level === 'region'
          ? row.area_code
          : (data.findArea(row.area_level, row.area_code)?.region_code ?? '');
    groups.set(region, [...(groups.get(region) ?? []), row]);
  }
  return [
    [...groups].map(([code, part]) => {
      const region = data.findArea('region', code);
      const name = region === undefined ? t.places.country : language.nameOf(region);
      const count =
        rows[0]?.area_level === 'municipality'
          ? language.count('municipalities', part.length)
          : language.number(part.length);
      return html`<details class="fold">
        <summary>${fillText(words.showAreas, { region: name, municipalities: count })}</summary>
        ${items(part)}
      </details>`;
    }),
    note,
  ];
}

/** Coarser areas: stated ones, and those that follow from the finer ones, which say so in words. */
function renderCoarser(view: View, quotes: Quotes, rows: readonly ProjectAreas[]): Content {
  const { t } = view;
  const known = rows.filter(({ area_level: level, evidence }) => level !== 'country' || evidence === 'stated');
  if (known.length === 0) return undefined;
  const derived = known.some(({ evidence }) => evidence === 'derived');
  return html`<details class="fold">
    <summary>${t.levelsPlural.region}, ${t.levelsPlural.sub_region.toLowerCase()}</summary>
    <ul class="places">
      ${known.map((row) => renderPlace(view, quotes, row, row.evidence === 'derived' ? t.project.derived : undefined))}
    </ul>
    ${derived ? html`<p class="small">${t.project.derivedNote}</p>` : undefined}
  </details>`;
}

function renderPlace(view: View, quotes: Quotes, row: ProjectAreas, note: string | undefined): Content {
  const { t } = view;
  const { area_level: level, area_code: code, area_name: name, name_in_source: inSource } = row;
  const other =
    inSource !== undefined && inSource.toLowerCase() !== name.toLowerCase()
      ? html` <span class="soft" lang="fi">${fillText(t.project.inSource, { name: inSource })}</span>`
      : undefined;
  const kind =
    level === 'municipality' || level === 'country'
      ? undefined
      : html` <span class="soft">${t.levels[level].toLowerCase()}</span>`;
  return html`<li>
    ${linkArea(view, row)}${kind}${note === undefined ? undefined : html` <span class="soft">${note}</span>`}${other}
    ${renderSources(view, quotes, [`project_areas/target/${level}/${code}`, `project_areas/target/${level}/${code}/2`], name)}
  </li> `;
}

/** An area that has since ended has a name and no page. */
function linkArea(
  { t, data, language, link }: View,
  { area_level: level, area_code: code, area_name: name }: ProjectAreas,
): Content {
  if (!isPaged(level)) return t.places.country;
  const area = data.findArea(level, code);
  return area === undefined ? name : html`<a href="${link(areaPath(level, code))}">${language.nameOf(area)}</a>`;
}

function isPaged(level: ProjectAreas['area_level']): level is PagedLevel {
  return AREA_LEVELS.some((paged) => paged === level);
}
