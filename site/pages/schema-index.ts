import { type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { renderSection } from '../parts.ts';
import { DATA, type Link, schemaFile, schemaPath } from '../paths.ts';
import type { SchemaDocument, SchemaLanguage, SchemaVersion } from '../schema-versions.ts';
import { SCHEMA_TEXTS } from '../texts.ts';
import { fillText } from '../words.ts';
import { renderLanguages } from './schema.ts';

/** All schemas and codelists of one version. */
export function createSchemaIndexPage(
  { version, documents, codelists }: SchemaVersion,
  language: SchemaLanguage,
): Page {
  const { schema: words, site } = SCHEMA_TEXTS[language];
  const title = fillText(words.index, { version });
  return {
    path: schemaPath(version, language),
    title,
    description: words.indexDescription,
    section: 'data',
    above: [{ name: site.menu.data, path: DATA, language: 'fi' }],
    main: (link) =>
      html`${renderLanguages(version, language, undefined, link)}
        <h1>${title}</h1>
        <p class="lead">${words.indexDescription}</p>
        ${renderSection(
          'schemas',
          words.schemas,
          html`<ul class="projects">
            ${documents.map((document) => renderDocument(version, document, language, link))}
          </ul>`,
        )}
        ${renderSection('codelists', words.codelists, [
          html`<p>${words.codelistsText}</p>`,
          html`<ul class="letters links">
            ${codelists.map(
              ({ file }) => html`<li><a href="${link(schemaFile(version, file))}" download>${file}</a></li> `,
            )}
          </ul>`,
        ])}`,
  };
}

function renderDocument(version: string, document: SchemaDocument, language: SchemaLanguage, link: Link): Html {
  const { title, description } = document.label[language];
  const file = `${document.name}.schema.json`;
  return html`<li>
    <a href="${link(schemaPath(version, language, document.name))}">${title}</a>
    <div>${description}</div>
    <span class="meta path"
      ><a href="${link(schemaFile(version, file))}" download>${file}</a> · <code>${document.id}</code></span
    >
  </li> `;
}
