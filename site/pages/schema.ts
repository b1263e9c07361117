import { type Content, fill, type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { renderFacts, renderTable } from '../parts.ts';
import { DATA, type Link, schemaFile, schemaPath } from '../paths.ts';
import {
  type ColumnKind,
  SCHEMA_LANGUAGES,
  type SchemaColumn,
  type SchemaDocument,
  type SchemaLanguage,
} from '../schema-versions.ts';
import { SCHEMA_TEXTS } from '../texts.ts';
import { fillText } from '../words.ts';

/** One schema in one language: what each of its columns means, which kind of value it has, which codes. */
export function createSchemaPage(version: string, document: SchemaDocument, language: SchemaLanguage): Page {
  const { schema: words, site } = SCHEMA_TEXTS[language];
  const { title, description } = document.label[language];
  const index = fillText(words.index, { version });
  const file = `${document.name}.schema.json`;
  // Definitions are no parts of a record: none of them is required.
  const hasRequired = document.columns.some(({ required }) => required !== undefined);
  const head = [words.name, words.description, words.kind, ...(hasRequired ? [words.required] : [])];
  return {
    path: schemaPath(version, language, document.name),
    title: `${title} – ${index}`,
    description,
    section: 'data',
    above: [
      { name: site.menu.data, path: DATA, language: 'fi' },
      { name: index, path: schemaPath(version, language) },
    ],
    main: (link) =>
      html`${renderLanguages(version, language, document.name, link)}
        <h1>${title}</h1>
        <p class="lead">${description}</p>
        ${renderFacts(
          [
            [words.file, html`<a href="${link(schemaFile(version, file))}" download>${file}</a>`],
            [words.id, html`<code class="path">${document.id}</code>`],
          ],
          'facts compact',
        )}
        ${renderTable(
          'columns',
          words.columns,
          head.map((label) => html`<th scope="col">${label}</th>`),
          html`<tbody>
            ${document.columns.map((column) => renderColumn(version, column, language, link))}
          </tbody>`,
          'columns-table',
        )}`,
  };
}

/** The same page in the other languages; the table's name, none for the index. */
export function renderLanguages(version: string, language: SchemaLanguage, name: string | undefined, link: Link): Html {
  const items = SCHEMA_LANGUAGES.map((other) => {
    const { schema: words } = SCHEMA_TEXTS[other];
    const current = other === language ? html` aria-current="page"` : undefined;
    const address = link(schemaPath(version, other, name));
    return html`<li>
      <a href="${address}" hreflang="${other}" lang="${other}" ${current}>${words.inThisLanguage}</a>
    </li> `;
  });
  return html`<nav class="languages" aria-label="${SCHEMA_TEXTS[language].schema.languages}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

/** An id holds letters, digits, hyphens and underscores alone; the prefix keeps it apart from the other ids of a page. */
function anchorOf(name: string): string {
  return `field-${name.replaceAll(/\W/g, '-')}`;
}

function renderColumn(version: string, column: SchemaColumn, language: SchemaLanguage, link: Link): Html {
  const { schema: words } = SCHEMA_TEXTS[language];
  const { title, description } = column.label[language];
  const required = column.required === undefined ? undefined : html`<td>${column.required ? words.yes : words.no}</td>`;
  return html`<tr id="${anchorOf(column.name)}">
    <th scope="row"><code>${breakable(column.name)}</code><br />${title}</th>
    <td>${description} ${renderCodes(version, column, language, link)}</td>
    <td>${renderKind(version, column.kind, language, link)}</td>
    ${required}
  </tr> `;
}

/** A long name breaks between its words where the screen is narrow. */
function breakable(name: string): Content {
  return name.split(/(?<=[_.])/).map((part, index) => [index === 0 ? undefined : html`<wbr />`, part]);
}

function renderKind(version: string, kind: ColumnKind, language: SchemaLanguage, link: Link): Content {
  const { schema: words } = SCHEMA_TEXTS[language];
  if ('definition' in kind) {
    const address = `${link(schemaPath(version, language, 'definitions'))}#${anchorOf(kind.definition)}`;
    return html`<a href="${address}">${kind.label[language].title}</a>`;
  }
  const types: Readonly<Record<string, string>> = words.types;
  const type = types[kind.type] ?? kind.type;
  return kind.item === undefined
    ? type
    : fill(words.listOf, { list: type, item: renderKind(version, kind.item, language, link) });
}

function renderCodes(
  version: string,
  { codes, codelist }: SchemaColumn,
  language: SchemaLanguage,
  link: Link,
): Content {
  if (codes === undefined) return undefined;
  const { schema: words } = SCHEMA_TEXTS[language];
  const items = codes.map((code) => {
    const title = codelist?.titles.get(code)?.[language];
    return html`<li><code>${code}</code>${title === undefined ? undefined : ` – ${title}`}</li> `;
  });
  const source =
    codelist === undefined
      ? undefined
      : html` (<a href="${link(schemaFile(version, codelist.file))}" download>${codelist.file}</a>)`;
  return html`<div class="codes">
    ${words.codes}${source}
    <ul>
      ${items}
    </ul>
  </div>`;
}
