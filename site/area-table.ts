import { formatNumber } from './format.ts';
import { type Content, type Html, html } from './html.ts';
import { renderTable } from './parts.ts';
import { AREA_ORDERS, areaListPath, type AreaOrder, areaPath, type Link, type PagedLevel } from './paths.ts';
import type { Area } from './published.ts';
import type { Site } from './site.ts';
import { fillText } from './words.ts';

export interface AreaTable {
  readonly level: PagedLevel;
  readonly areas: readonly Area[];
  readonly caption: string;
  /** The order that the rows stand in; the other orders are pages of their own. */
  readonly order: AreaOrder;
  /** A table inside one region: the sub-region stands in the region's place, and there are no other orders to go to. */
  readonly within?: boolean;
}

/** Largest first, unknown last; areas come sorted by name, which decides between equals. */
export function sortAreas(areas: readonly Area[], order: AreaOrder): readonly Area[] {
  if (order === 'name') return areas;
  const valueOf = (area: Area): number => measure(area, order) ?? -Infinity;
  return areas.toSorted((a, b) => Math.sign(valueOf(b) - valueOf(a)) || 0);
}

function measure(area: Area, order: AreaOrder): number | undefined {
  if (order === 'projects') return area.project_count;
  return order === 'granted' ? area.funding_granted_eu_state : area.funding_realised_public_per_inhabitant;
}

/** The coarser level that tells areas of one name apart, if there is one to tell. */
function findCoarser(site: Site, { level, within }: AreaTable) {
  if (level === 'region') return undefined;
  const coarser = within === true ? 'sub_region' : 'region';
  return {
    title: site.texts.levels[coarser],
    nameOf: (area: Area) => site.findArea(coarser, area[`${coarser}_code`] ?? '')?.name_fi,
  };
}

/** Areas with their numbers; a column's heading leads to the page that is ordered by it. */
export function renderAreaTable(site: Site, link: Link, table: AreaTable): Html {
  const { texts } = site;
  const words = texts.areas;
  const coarser = findCoarser(site, table);
  const labels = {
    name: texts.levels[table.level],
    projects: words.projects,
    granted: words.granted,
    perInhabitant: words.perInhabitant,
  };
  const head = AREA_ORDERS.map((order): Content => {
    const style = order === 'name' ? undefined : html` class="number"`;
    const sorted =
      order === table.order ? html` aria-sort="${order === 'name' ? 'ascending' : 'descending'}"` : undefined;
    const label =
      table.within === true
        ? labels[order]
        : html`<a
            href="${link(areaListPath(table.level, order))}"
            title="${fillText(words.sortBy, { column: words.orders[order] })}"
            >${labels[order]}</a
          >`;
    return html`<th scope="col" ${style}${sorted}>${label}</th>`;
  });
  // Last, so that the numbers are what a phone shows first.
  if (coarser !== undefined) head.push(html`<th scope="col">${coarser.title}</th>`);
  const rows = table.areas.map((area) => {
    const perInhabitant = area.funding_realised_public_per_inhabitant;
    return html`<tr>
      <th scope="row"><a href="${link(areaPath(table.level, area.code))}">${area.name_fi}</a></th>
      <td class="number">${formatNumber(area.project_count)}</td>
      <td class="number">${formatNumber(Math.round(area.funding_granted_eu_state))}</td>
      <td class="number">
        ${perInhabitant === undefined ? words.unknown : formatNumber(perInhabitant, perInhabitant === 0 ? 0 : 2)}
      </td>
      ${coarser === undefined ? undefined : html`<td>${coarser.nameOf(area) ?? words.unknown}</td>`}
    </tr> `;
  });
  return renderTable(
    `table-${table.level}`,
    table.caption,
    head,
    html`<tbody>
      ${rows}
    </tbody>`,
    'areas-table',
  );
}
