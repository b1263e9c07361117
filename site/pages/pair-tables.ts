import { type Content, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { Facet, FacetValue } from '../model/facets.ts';
import type { PageType, View } from '../page-type.ts';
import { nameValue } from '../parts/filters.ts';
import { renderTable } from '../parts/structure.ts';
import { facetPath, PAIR_TABLES, pairPath, projectListPath } from '../paths.ts';

/** Rows and columns of each table; the longer facet goes down, so that a phone scrolls less sideways. */
const TABLES = [
  ['state', 'fund'],
  ['period', 'fund'],
  ['period', 'state'],
  ['axis', 'fund'],
  ['axis', 'state'],
  ['axis', 'period'],
  ['year', 'fund'],
  ['year', 'state'],
  ['year', 'period'],
  ['year', 'axis'],
  ['region', 'fund'],
  ['region', 'state'],
  ['region', 'period'],
  ['region', 'axis'],
  ['region', 'year'],
] as const satisfies readonly (readonly [Facet | 'region', Facet])[];

/** A row of a table: its name, and where each value of the column facet leads from it. */
interface Row {
  readonly name: string;
  readonly find: (column: FacetValue) => { readonly path: string; readonly count: number } | undefined;
}

/** How many projects have two values at once, as tables whose numbers are links: any pair that occurs, without a script. */
export const PAIR_TABLE_PAGE: PageType<string> = {
  name: 'pair-tables',
  list: () => [PAIR_TABLES],
  path: (key) => key,
  create(view) {
    const { t } = view;
    const { title, lead, description } = t.pairs;
    return {
      title,
      description,
      section: 'projects',
      above: [{ name: t.projects.title, path: projectListPath() }],
      main: html`<header class="head">
          <h1>${title}</h1>
          <p class="lead">${lead}</p>
        </header>
        ${TABLES.map(([rows, columns]) => renderPairs(view, rows, columns))}`,
    };
  },
};

function listRows(view: View, rows: Facet | 'region', columns: Facet): readonly Row[] {
  const { data, language } = view;
  const { facets } = data;
  if (rows === 'region')
    return data.areas.region.map((area) => ({
      name: language.nameOf(area),
      find({ value }) {
        const count = facets.find(columns, value, area.code)?.projects.length;
        return count === undefined ? undefined : { path: facetPath(columns, value, area.code), count };
      },
    }));
  return facets.valuesOf(rows).map((row) => ({
    name: nameValue(view, row),
    find({ value }) {
      const pair = facets.findPair({ facet: rows, value: row.value }, { facet: columns, value });
      return pair === undefined ? undefined : { path: pairPath(pair), count: pair.projects.length };
    },
  }));
}

function renderPairs(view: View, rows: Facet | 'region', columns: Facet): Content {
  const { t, data, link, language } = view;
  const values = data.facets.valuesOf(columns);
  const listed = listRows(view, rows, columns).map(({ name, find }) => ({ name, cells: values.map(find) }));
  const used = listed.filter(({ cells }) => cells.some((cell) => cell !== undefined));
  if (values.length === 0 || used.length === 0) return undefined;
  const rowWord = rows === 'region' ? t.levels.region : t.facets[rows];
  const caption = fillText(t.pairs.caption, { rows: rowWord, columns: t.facets[columns].toLowerCase() });
  const head = [
    html`<th scope="col">${rowWord}</th>`,
    ...values.map((value) => html`<th scope="col" class="n">${nameValue(view, value)}</th>`),
  ];
  const body = used.map(
    ({ name, cells }) =>
      html`<tr>
        <th scope="row">${name}</th>
        ${cells.map((cell) => html`<td class="n">${cell === undefined ? '0' : html`<a href="${link(cell.path)}">${language.number(cell.count)}</a>`}</td>`)}
      </tr> `,
  );
  return html`<details class="fold">
    <summary>${caption}</summary>
    ${renderTable(
      `${rows}-${columns}`,
      caption,
      head,
      html`<tbody>
        ${body}
      </tbody>`,
    )}
  </details>`;
}
