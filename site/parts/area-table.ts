import { type Content, type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { sortByName } from '../model/finnish-order.ts';
import type { Area } from '../model/published.ts';
import type { View } from '../page-type.ts';
import { AREA_ORDERS, areaListPath, type AreaOrder, areaPath, type PagedLevel } from '../paths.ts';
import { renderTable } from './structure.ts';

export interface AreaTable {
  readonly level: PagedLevel;
  readonly areas: readonly Area[];
  readonly caption: string;
  /** The order that the rows stand in; the other orders are pages of their own. */
  readonly order: AreaOrder;
  /** A table inside one region: there are no other orders to go to. */
  readonly within?: boolean;
  /** Ends with what has a place, what has none, and everything. */
  readonly totals?: boolean;
}

/** Largest first, unknown last; by the name in the page's language, which decides between equals. */
export function sortAreas({ data, language }: View, level: PagedLevel, order: AreaOrder): readonly Area[] {
  const byName = sortByName(
    data.areas[level],
    (area) => language.nameOf(area),
    (area) => area.code,
  );
  if (order === 'name') return byName;
  const valueOf = (area: Area): number => measure(area, order) ?? -Infinity;
  return byName.sort((a, b) => Math.sign(valueOf(b) - valueOf(a)) || 0);
}

function measure(area: Area, order: AreaOrder): number | undefined {
  if (order === 'projects') return area.project_count;
  return order === 'granted' ? area.funding_granted_eu_state : area.funding_realised_public_per_inhabitant;
}

/**
 * Areas with their numbers; a column's heading leads to the page that is ordered by it. A 0 stands only where nothing unplaced
 * could lie in the area; else it is not known.
 */
export function renderAreaTable(view: View, table: AreaTable): Html {
  const { t, link, language } = view;
  const words = t.areas;
  const labels = {
    name: t.levels[table.level],
    projects: words.projects,
    granted: words.granted,
    perInhabitant: words.perInhabitant,
  };
  const head = AREA_ORDERS.map((order): Content => {
    const style = order === 'name' ? undefined : html` class="n"`;
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
  const rows = table.areas.map(
    (area) =>
      html`<tr>
        <th scope="row"><a href="${link(areaPath(table.level, area.code))}">${language.nameOf(area)}</a></th>
        ${renderNumbers(view, table.level, area)}
      </tr> `,
  );
  return renderTable(
    `table-${table.level}`,
    table.caption,
    head,
    html`<tbody>
        ${rows}
      </tbody>
      ${table.totals === true ? renderTotals(view, table.level) : undefined}`,
    'areas',
  );
}

function renderNumbers({ t, data, language }: View, level: PagedLevel, area: Area): Html {
  const { wide, nowhere } = data.unplacedFor(level, area.code);
  const unknown = area.project_count === 0 && wide.length + nowhere.length > 0;
  const none = html`<td class="n unknown">${t.areas.unknown}</td>`;
  if (unknown) return html`${none}${none}${none}`;
  const perInhabitant = area.funding_realised_public_per_inhabitant;
  return html`<td class="n">${language.number(area.project_count)}</td>
    <td class="n">${language.number(Math.round(area.funding_granted_eu_state))}</td>
    ${perInhabitant === undefined ? none : html`<td class="n">${language.number(perInhabitant, perInhabitant === 0 ? 0 : 2)}</td>`}`;
}

function renderTotals({ t, data, language }: View, level: PagedLevel): Html {
  const words = t.areas;
  const rows = [
    ['placed', words.placedRow],
    ['unplaced', words.unplacedRow],
    ['all', words.totalRow],
  ] as const;
  return html`<tfoot>
    ${rows.map(([row, label]) => {
      const sums = data.summary(level, row);
      return html`<tr class="${row}">
        <th scope="row">${label}</th>
        <td class="n">${language.number(sums?.project_count ?? 0)}</td>
        <td class="n">${language.number(Math.round(sums?.funding_granted_eu_state ?? 0))}</td>
        <td></td>
      </tr> `;
    })}
  </tfoot>`;
}
