import { type Content, fill, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import type { PageType, View } from '../../page-type.ts';
import { renderSection, renderTable } from '../../parts/structure.ts';
import { DATA, LATEST, MAPPING } from '../../paths.ts';

/** Tables whose columns become terms. */
const TABLES = ['projects', 'project_areas', 'partners'];

/** Which published field is which RDF term and which column of Kohesio; which columns and rows are left out and why. */
export const MAPPING_PAGE: PageType<string> = {
  name: 'mapping',
  list: () => [MAPPING],
  path: (key) => key,
  create(view) {
    const words = view.t.mapping;
    const rdf = renderFile(view, 'projects.ttl');
    const kohesio = renderFile(view, 'kohesio.csv');
    return {
      title: words.title,
      description: words.description,
      section: 'data',
      above: [{ name: view.t.data.title, path: DATA }],
      main: html`<header class="head">
          <h1>${words.title}</h1>
          <p class="lead">${words.description}</p>
        </header>
        ${renderSection('rdf', words.rdfHeading, [
          html`<p>${fill(words.rdfText, { file: rdf })}</p>`,
          foldTable(words.rdfHeading, renderTerms(view)),
        ])}
        ${renderSection('ilman-termia', words.noneHeading, renderWithoutTerm(view))}
        ${renderSection('kohesio', words.kohesioHeading, [
          html`<p>${fill(words.kohesioText, { file: kohesio })}</p>`,
          foldTable(words.kohesioHeading, renderKohesio(view, true)),
        ])}
        ${renderSection(
          'pois-sarakkeet',
          words.leftHeading,
          foldTable(words.leftHeading, renderKohesio(view, false)),
        )}
        ${renderSection('pois-rivit', words.rowsHeading, renderRows(view))}`,
    };
  },
};

/** A file of the newest release; releases of older programs lack some. */
function renderFile({ data, file }: View, name: string): Content {
  const isPublished = data.published.manifest.files.some((each) => each.path === name);
  return isPublished ? html`<a href="${file(LATEST + name)}">${name}</a>` : name;
}

/** A long table opens where it is wanted. */
function foldTable(label: string, table: Content): Content {
  return html`<details class="fold">
    <summary>${label}</summary>
    ${table}
  </details>`;
}

function nameColumn({ data, language }: View, table: string, column: string): string | undefined {
  const document = data.published.schemas.at(-1)?.documents.find(({ name }) => name === table.replaceAll('_', '-'));
  return document?.columns.find(({ name }) => name === column)?.label[language.published].title;
}

function renderColumn(view: View, table: string, column: string): Content {
  const title = nameColumn(view, table, column);
  return title === undefined ? html`<code>${column}</code>` : [title, html` <code class="path">${column}</code>`];
}

function renderTerms(view: View): Content {
  const words = view.t.mapping;
  const rows = view.data.published.exchange.rdf
    .filter(({ column }) => column !== '')
    .map(
      ({ table, column, property }) =>
        html`<tr>
          <th scope="row">${renderColumn(view, table, column)}</th>
          <td>${table}</td>
          <td><code class="path">${property}</code></td>
        </tr> `,
    );
  const head = [words.field, words.table, words.term].map((label) => html`<th scope="col">${label}</th>`);
  return renderTable('rdf-table', words.rdfHeading, head, html`<tbody>${rows}</tbody>`);
}

function renderWithoutTerm(view: View): Content {
  const { data, t } = view;
  const { rdf } = data.published.exchange;
  const documents = data.published.schemas.at(-1)?.documents ?? [];
  const columns = TABLES.flatMap((table) =>
    (documents.find(({ name }) => name === table.replaceAll('_', '-'))?.columns ?? [])
      .filter(({ name }) => !rdf.some((term) => term.table === table && term.column === name))
      .map(({ name }) => ({ table, name })),
  );
  if (columns.length === 0) return undefined;
  return [
    html`<p>${t.mapping.noneText}</p>`,
    html`<details class="fold">
      <summary>${t.mapping.noneHeading} (${columns.length})</summary>
      <ul class="plain-list dense">
        ${columns.map(({ table, name }) => html`<li>${renderColumn(view, table, name)}</li> `)}
      </ul>
    </details>`,
  ];
}

function renderKohesio(view: View, isWritten: boolean): Content {
  const words = view.t.mapping;
  const columns = view.data.published.exchange.kohesio.filter(({ source }) => (source !== undefined) === isWritten);
  const rows = columns.map(
    ({ column, required, source, note }) =>
      html`<tr>
        <th scope="row">
          <code class="path">${column}</code>${required ? html` <span class="soft">${words.required}</span>` : undefined}
        </th>
        <td>${source === undefined ? note[view.language.published] : renderColumn(view, 'projects', source)}</td>
      </tr> `,
  );
  const head = [words.column, isWritten ? words.source : words.reason].map((label) => html`<th scope="col">${label}</th>`);
  const id = isWritten ? 'kohesio-table' : 'left-out-table';
  const caption = isWritten ? words.kohesioHeading : words.leftHeading;
  return renderTable(id, caption, head, html`<tbody>${rows}</tbody>`);
}

function renderRows(view: View): Content {
  const { t, data, language } = view;
  const words = t.mapping;
  const { omitted } = data.published.exchange;
  if (omitted === undefined) return undefined;
  const { total, written, omitted: left } = omitted.rows;
  const numbers = {
    total: language.number(total),
    written: language.number(written),
    omitted: language.number(left),
  };
  const rows = omitted.omitted_by_reason.map(
    ({ reason, count }) =>
      html`<tr>
        <th scope="row">${describeReason(view, reason)}</th>
        <td class="n">${language.number(count)}</td>
      </tr> `,
  );
  const head = [
    html`<th scope="col">${words.reason}</th>`,
    html`<th scope="col" class="n">${words.count}</th>`,
  ];
  const whole = renderFile(view, 'kohesio-omitted.json');
  return [
    html`<p>${fillText(words.rowsText, numbers)}</p>`,
    rows.length === 0
      ? undefined
      : [
          renderTable('rows-table', words.rowsHeading, head, html`<tbody>${rows}</tbody>`),
          html`<p class="note">${words.rowsNote}</p>`,
        ],
    html`<p class="note">${fill(words.whole, { file: whole })}</p>`,
  ];
}

/** The file says `missing Column`; other reasons stand as they are. */
function describeReason({ t }: View, reason: string): Content {
  const column = /^missing (\w+)$/.exec(reason)?.[1];
  return column === undefined ? html`<span lang="en">${reason}</span>` : fill(t.mapping.missing, { column: html`<code class="path">${column}</code>` });
}
