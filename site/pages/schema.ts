import { type Content, fill, type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { ColumnKind, SchemaColumn, SchemaDocument, SchemaVersion } from '../model/schema-versions.ts';
import type { PageType, Step, View } from '../page-type.ts';
import { countPages, listPages, renderPager, takePage } from '../parts/pager.ts';
import { renderFacts, renderSection, renderTable } from '../parts/structure.ts';
import { DATA, schemaFile, schemaPath } from '../paths.ts';

/** Fields of a page: with their meanings and codes they stay below six screens and a half of a phone. */
const PER_PAGE = 16;

interface Key {
  readonly version: string;
  readonly document: SchemaDocument;
  readonly page: number;
}

const pathOf = ({ version, document, page }: Key): string =>
  schemaPath(version, page === 1 ? document.name : `${document.name}-${page}`);

/** One schema: what each of its columns means, which kind of value it has, which codes. */
export const SCHEMA: PageType<Key> = {
  name: 'schema',
  list: ({ published }) =>
    published.schemas.flatMap(({ version, documents }) =>
      documents.flatMap((document) =>
        listPages(document.columns.length, PER_PAGE).map((page) => ({ version, document, page })),
      ),
    ),
  path: pathOf,
  create(view, { version, document, page }) {
    const { t, language, link, file } = view;
    const words = t.schema;
    const { title, description } = document.label[language.published];
    const index = fillText(words.index, { version });
    const source = `${document.name}.schema.json`;
    // Definitions are no parts of a record: none of them is required.
    const hasRequired = document.columns.some(({ required }) => required !== undefined);
    const head = [words.name, words.description, words.kind, ...(hasRequired ? [words.required] : [])];
    const pages = countPages(document.columns.length, PER_PAGE);
    const suffix = page === 1 ? '' : `, ${fillText(t.list.page, { page })}`;
    return {
      title: `${title} – ${index}${suffix}`,
      description,
      section: 'data',
      files: [schemaFile(version, source)],
      above: listAbove(view, version),
      main: html`<header class="head">
          <h1>${title}</h1>
          <p class="lead">${description}</p>
        </header>
        ${renderFacts(
          [
            [words.file, html`<a href="${file(schemaFile(version, source))}" download>${source}</a>`],
            [words.id, html`<code class="path">${document.id}</code>`],
          ],
          'facts',
        )}
        ${renderTable(
          'columns',
          words.columns,
          head.map((label) => html`<th scope="col">${label}</th>`),
          html`<tbody>
            ${takePage(document.columns, page, PER_PAGE).map((column) => renderColumn(view, version, column))}
          </tbody>`,
          'columns stacked',
        )}
        ${renderPager({ ...view, link }, pages, page, (other) => pathOf({ version, document, page: other }))}`,
    };
  },
};

/** All schemas and codelists of one version. */
export const SCHEMA_INDEX: PageType<SchemaVersion> = {
  name: 'schema-index',
  list: ({ published }) => published.schemas,
  path: ({ version }) => schemaPath(version),
  create(view, { version, documents, codelists }) {
    const { t, file } = view;
    const words = t.schema;
    const title = fillText(words.index, { version });
    return {
      title,
      description: words.indexDescription,
      section: 'data',
      above: listAbove(view),
      main: html`<header class="head">
          <h1>${title}</h1>
          <p class="lead">${words.indexDescription}</p>
        </header>
        ${renderSection(
          'skeemat',
          words.schemas,
          html`<ul class="items">
            ${documents.map((document) => renderDocument(view, version, document))}
          </ul>`,
        )}
        ${renderSection('koodistot', words.codelists, [
          html`<p>${words.codelistsText}</p>`,
          html`<ul class="inline">
            ${codelists.map(
              ({ file: path }) =>
                html`<li>
                  <a href="${file(schemaFile(version, path))}" download>${path.replace('codelists/', '')}</a>
                </li> `,
            )}
          </ul>`,
        ])}`,
    };
  },
};

function listAbove({ t }: View, version?: string): Step[] {
  const data = { name: t.data.title, path: DATA };
  return version === undefined
    ? [data]
    : [data, { name: fillText(t.schema.index, { version }), path: schemaPath(version) }];
}

function renderDocument({ language, link, file }: View, version: string, document: SchemaDocument): Html {
  const { title, description } = document.label[language.published];
  const source = `${document.name}.schema.json`;
  return html`<li class="item">
    <p class="name"><a href="${link(schemaPath(version, document.name))}">${title}</a></p>
    <p>${description}</p>
    <p class="meta path"><a href="${file(schemaFile(version, source))}" download>${source}</a></p>
  </li> `;
}

/** An id holds letters, digits, hyphens and underscores alone; the prefix keeps it apart from the other ids of a page. */
function anchorOf(name: string): string {
  return `field-${name.replaceAll(/\W/g, '-')}`;
}

function renderColumn(view: View, version: string, column: SchemaColumn): Html {
  const { t, language } = view;
  const { title, description } = column.label[language.published];
  const required =
    column.required === undefined
      ? undefined
      : html`<td data-label="${t.schema.required}">${column.required ? t.schema.yes : t.schema.no}</td>`;
  return html`<tr id="${anchorOf(column.name)}">
    <th scope="row"><code>${breakable(column.name)}</code><br />${title}</th>
    <td>${description} ${renderCodes(view, version, column)}</td>
    <td data-label="${t.schema.kind}">${renderKind(view, version, column.kind)}</td>
    ${required}
  </tr> `;
}

/** A long name breaks between its words where the screen is narrow. */
function breakable(name: string): Content {
  return name.split(/(?<=[_.])/).map((part, index) => [index === 0 ? undefined : html`<wbr />`, part]);
}

function renderKind(view: View, version: string, kind: ColumnKind): Content {
  const { t, language, link, data } = view;
  if ('definition' in kind) {
    const documents = data.published.schemas.find((each) => each.version === version)?.documents ?? [];
    const definitions = documents.find(({ name }) => name === 'definitions');
    const index = definitions?.columns.findIndex(({ name }) => name === kind.definition) ?? 0;
    const page = Math.floor(Math.max(0, index) / PER_PAGE) + 1;
    const path = schemaPath(version, page === 1 ? 'definitions' : `definitions-${page}`);
    return html`<a href="${link(path)}#${anchorOf(kind.definition)}">${kind.label[language.published].title}</a>`;
  }
  const types: Readonly<Record<string, string>> = t.schema.types;
  const type = types[kind.type] ?? kind.type;
  return kind.item === undefined
    ? type
    : fill(t.schema.listOf, { list: type, item: renderKind(view, version, kind.item) });
}

function renderCodes({ t, language, file }: View, version: string, { codes, codelist }: SchemaColumn): Content {
  if (codes === undefined) return undefined;
  const items = codes.map((code) => {
    const title = codelist?.titles.get(code)?.[language.published];
    return html`<li><code>${code}</code>${title === undefined ? undefined : ` – ${title}`}</li> `;
  });
  const source =
    codelist === undefined
      ? undefined
      : html` (<a href="${file(schemaFile(version, codelist.file))}" download>${codelist.file}</a>)`;
  return html`<details class="codes">
    <summary>${t.schema.codes}</summary>
    ${source}
    <ul>
      ${items}
    </ul>
  </details>`;
}
