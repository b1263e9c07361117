import { type Content, type Html, html } from '../html.ts';
import { areaPath, projectPath } from '../paths.ts';
import { type ExploreContext, writeValue } from './context.ts';
import { put } from './put.ts';
import { changeSelection, type Measure, type Selection } from './selection.ts';
import type { ExploreState } from './state.ts';
import type { TableRow } from './table.ts';

/** The chosen measure first, then what is always there. */
export function listColumns(measure: Measure): readonly Measure[] {
  const others = (['projects', 'granted', 'per_inhabitant'] as const).filter((each) => each !== measure);
  return [measure, ...others].slice(0, 3);
}

export function renderAreaTable(context: ExploreContext, state: ExploreState): Html {
  const { words, names } = context;
  const { table, measure, selection } = state;
  const columns = listColumns(measure);
  const caption =
    table.within === undefined
      ? words.explore.tables[table.level]
      : put(words.explore.tableWithin, { place: names[table.within.level][table.within.area] ?? '' });
  const body = table.rows.filter(({ kind }) => kind === 'area');
  const foot = table.rows.filter(({ kind }) => kind !== 'area');
  const chosen = selection.place?.level === 'municipality' ? selection.place.code : undefined;
  return html`<div class="scroll" role="region" aria-labelledby="area-table" tabindex="0">
      <table class="areas">
        <caption id="area-table">
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.levels[table.level]}</th>
            ${columns.map((each) => html`<th scope="col" class="n">${words.measures.columns[each]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${body.map((row) => renderRow(context, state, row, columns, row.code !== undefined && row.code === chosen))}
        </tbody>
        <tfoot>
          ${foot.map((row) => renderRow(context, state, row, columns, false))}
        </tfoot>
      </table>
    </div>
    <p class="note">${words.explore.tableNote} ${renderOther(context, selection)}</p>`;
}

function renderOther(context: ExploreContext, selection: Selection): Content {
  if (selection.place !== undefined) return undefined;
  const regions = selection.rows === 'municipality';
  const href = context.href(changeSelection(selection, { rows: regions ? undefined : 'municipality' }));
  return href === undefined
    ? undefined
    : html`<a href="${href}">${regions ? context.words.explore.asRegions : context.words.explore.asMunicipalities}</a>`;
}

function renderRow(
  context: ExploreContext,
  { table }: ExploreState,
  row: TableRow,
  columns: readonly Measure[],
  chosen: boolean,
): Html {
  const { words, names, link, linkAttributes } = context;
  const name =
    row.kind === 'area' && row.area !== undefined && row.code !== undefined
      ? html`<a
          href="${link(areaPath(table.level, row.code))}"
          data-place="${table.level}-${row.code}"
          ${linkAttributes}
          >${names[table.level][row.area]}</a
        >`
      : row.kind === 'total'
        ? words.explore.totalRow
        : words.explore.unplaced[table.level];
  const cells = columns.map((each, index) => {
    const { value } = row.values[each];
    const text = value === undefined && row.kind !== 'area' ? '–' : writeValue(context, each, value);
    return html`<td class="n${value === undefined ? ' unknown' : ''}">
      ${index === 0 ? html`<b>${text}</b>` : text}
    </td>`;
  });
  return html`<tr class="${row.kind}" ${chosen ? html` aria-current="true"` : undefined}>
    <th scope="row">${name}</th>
    ${cells}
  </tr> `;
}

/** Projects, the latest start first. */
export function renderProjects(context: ExploreContext, { engine, outcome, selection, shown }: ExploreState): Html {
  const { words, link, linkAttributes } = context;
  const { columns } = engine;
  if (outcome.rows.length === 0) return html`<p class="empty">${words.explore.none}</p>`;
  const own = words.code === 'fi' ? undefined : html` lang="fi"`;
  const { place } = selection;
  const area = place === undefined ? -1 : columns.areas[place.level].codes.indexOf(place.code);
  const items = outcome.rows.slice(0, shown).map((row) => {
    const who = columns.organisations.values[columns.organisations.rows[row] ?? -1];
    const status = columns.facets.status.values[columns.facets.status.rows[row] ?? -1] ?? 'unknown';
    const states: Readonly<Record<string, string>> = words.states;
    const [start, end] = [columns.starts[row], columns.ends[row]].map((date) => (date === '' ? undefined : date));
    const granted = columns.money.granted[row];
    const share = place === undefined ? undefined : engine.shareOf(row, 'granted', place.level, area);
    const cash =
      granted === null || granted === undefined
        ? html`<span class="none">${words.share.unknown}</span>`
        : place === undefined || share === undefined || status === 'cancelled'
          ? html`<span><b>${context.wholeEuros(granted)}</b> ${words.share.whole}</span>`
          : html`<span><b>${context.wholeEuros(share / 100)}</b> ${words.share[place.level]}</span>
              <span class="whole">${words.share.whole} ${context.wholeEuros(granted)}</span>`;
    return html`<li class="item">
      <p class="name">
        <a href="${link(projectPath(columns.ids[row] ?? ''))}" ${own} ${linkAttributes}>${columns.names[row]}</a>
      </p>
      ${who === undefined ? undefined : html`<p class="who" ${own}>${who}</p>`}
      <p class="meta">
        <span class="state state-${status}">${states[status] ?? status}</span>
        <span class="nb">${context.period(start, end)}</span>
      </p>
      <p class="cash">${cash}</p>
    </li> `;
  });
  return html`<ul class="items">
    ${items}
  </ul>`;
}
