import type { Manifest, Releases } from '../../pipeline/model/schema-types.ts';
import { formatBytes, formatNumber } from '../format.ts';
import { type Content, fill, type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { renderFacts, renderSection, renderTable } from '../parts.ts';
import { DATA, LATEST, type Link, schemaPath } from '../paths.ts';
import type { SchemaVersion } from '../schema-versions.ts';
import type { Site } from '../site.ts';
import { CHECK_COMMAND, SNIPPETS } from '../snippets.ts';
import type { Texts } from '../texts.ts';
import { fillText } from '../words.ts';

type File = Manifest['files'][number];
type Release = Releases['releases'][number];

/** Every file of the newest release, all releases, and how to use, pin and cite them. */
export function createDataPage(site: Site): Page {
  const words = site.texts.data;
  const { manifest, releases, schemas } = site.published;
  return {
    path: DATA,
    title: words.title,
    description: words.description,
    section: 'data',
    above: [],
    main: (link) =>
      html`<h1>${words.title}</h1>
        <p class="lead">${fill(words.lead, { release: html`<span class="nowrap">${manifest.release}</span>` })}</p>
        ${[
          renderSection('release', words.facts, renderRelease(words, manifest)),
          renderSection('files', words.filesHeading, [
            html`<p>${words.filesIntro}</p>`,
            renderSchemaLinks(site.texts, schemas, link),
            renderFiles(words, manifest, releases, link),
          ]),
          renderSection('boundaries', words.noticeHeading, [
            html`<p>${words.noticeText}</p>`,
            html`<ul lang="en">
              ${manifest.notes.map((note) => html`<li>${note}</li>`)}
            </ul>`,
          ]),
          renderSection('start', words.startHeading, renderStart(words)),
          renderSection('pin', words.pinHeading, renderPin(words, manifest, link)),
          renderSection('cite', words.citeHeading, renderCitation(words, manifest)),
          renderSection('releases', words.releasesHeading, renderReleases(words, releases, link)),
        ]}`,
  };
}

function renderLicence(licence: string): Html {
  const isCcBy = licence.includes('creativecommons.org/licenses/by/4.0');
  return html`<a href="${licence}" rel="license">${isCcBy ? 'CC\u00a0BY\u00a04.0' : licence}</a>`;
}

function renderRelease(words: Texts['data'], manifest: Manifest): Content {
  const { documents, entries, quarantined } = manifest.created_from;
  const from = {
    documents: formatNumber(documents),
    entries: formatNumber(entries),
    quarantined: formatNumber(quarantined),
  };
  const facts = [
    [words.release, manifest.release],
    [words.licence, renderLicence(manifest.licence)],
    [words.vintage, fillText(words.vintageValue, { year: manifest.boundary_vintage })],
    [words.nuts, manifest.nuts_version],
    [
      words.population,
      manifest.population_year === undefined
        ? undefined
        : fillText(words.populationValue, { year: manifest.population_year }),
    ],
    [words.createdFrom, fillText(words.createdFromValue, from)],
    [words.schema, manifest.schema_version],
    [words.program, manifest.code_version],
  ] as const;
  return renderFacts(facts, 'facts compact');
}

/** The last part of a name that a browser would show as the format: `semicolon/projects.csv` → `CSV`. */
function formatOf(path: string): string {
  return (/\.(\w+)$/.exec(path)?.[1] ?? path).toUpperCase();
}

/** The table's Finnish name where the file is one table, else the title that the release gives it. */
function titleOf(words: Texts['data'], { path, title }: File): Content {
  const [, folder, table = ''] = /^(semicolon\/)?(\w+)\.\w+$/.exec(path) ?? [];
  const names: Readonly<Record<string, string>> = words.tables;
  const known = names[table];
  if (known === undefined) return html`<span lang="en">${title}</span>`;
  return folder === undefined ? known : fillText(words.forSpreadsheets, { table: known });
}

function renderSchemaLinks({ data, schema }: Texts, schemas: readonly SchemaVersion[], link: Link): Content {
  if (schemas.length === 0) return undefined;
  const versions = schemas.map(({ version }, index) => [
    index === 0 ? undefined : ', ',
    html`<a href="${link(schemaPath(version, 'fi'))}">${fillText(schema.index, { version })}</a>`,
  ]);
  return html`<p>${fill(data.filesSchemas, { versions })}</p>`;
}

function renderFiles(words: Texts['data'], manifest: Manifest, releases: readonly Release[], link: Link): Content {
  const newest = releases.find(({ release }) => release === manifest.release);
  const licence = renderLicence(manifest.licence);
  const head = [words.file, words.size, words.format, words.licence, words.sha].map(
    (label) => html`<th scope="col" ${label === words.size ? html` class="number"` : undefined}>${label}</th>`,
  );
  const rows = manifest.files.map(
    (file) =>
      html`<tr>
        <th scope="row">
          ${titleOf(words, file)}<br /><a href="${link(LATEST + file.path)}" download>${file.path}</a>
        </th>
        <td class="number">${formatBytes(file.bytes)}</td>
        <td>${formatOf(file.path)}</td>
        <td>${licence}</td>
        <td><code class="hash">${file.sha256}</code></td>
      </tr> `,
  );
  const others = [
    ['manifest.json', words.manifestTitle],
    ['SHA256SUMS', words.checksumsTitle],
  ].map(([path = '', title]) => html`<li>${title}: <a href="${link(LATEST + path)}" download>${path}</a></li>`);
  const archive =
    newest?.archive === undefined
      ? undefined
      : html`<li>
          ${words.archive}: <a href="${link(`data/${newest.archive}`)}" download>${newest.archive}</a>
          <span class="meta"
            >${[newest.archive_bytes === undefined ? undefined : formatBytes(newest.archive_bytes)]}</span
          >
        </li>`;
  return [
    renderTable(
      'files-table',
      fillText(words.filesCaption, { release: manifest.release }),
      head,
      html`<tbody>
        ${rows}
      </tbody>`,
      'files-table',
    ),
    html`<ul>
      ${archive}${others}
    </ul>`,
  ];
}

function renderStart(words: Texts['data']): Content {
  const names = Object.keys(words.startNames) as (keyof typeof SNIPPETS)[];
  return [
    html`<p>${words.startText}</p>`,
    names.map(
      (name) =>
        html`<h3>${words.startNames[name]}</h3>
          <p>${words.start[name]}</p>
          ${renderCode(SNIPPETS[name], words.startNames[name])}`,
    ),
  ];
}

function renderCode(code: string, label: string): Html {
  return html`<section class="scroll" aria-label="${label}" tabindex="0">
    <pre><code>${code}</code></pre>
  </section> `;
}

function renderPin(words: Texts['data'], { release }: Manifest, link: Link): Content {
  const folders = {
    latest: html`<a href="${link(`${LATEST}manifest.json`)}">data/latest/</a>`,
    release: html`<a href="${link(`data/${release}/manifest.json`)}">data/${release}/</a>`,
  };
  return [html`<p>${fill(words.pinText, folders)}</p>`, renderCode(CHECK_COMMAND, words.pinHeading)];
}

function renderCitation(words: Texts['data'], manifest: Manifest): Content {
  const citation = fillText(words.citeText, { release: manifest.release, vintage: manifest.boundary_vintage });
  return [
    html`<blockquote><p>${citation}</p></blockquote>`,
    html`<h3>${words.attributionHeading}</h3>`,
    html`<ul lang="en">
      ${manifest.attribution.map((source) => html`<li>${source}</li>`)}
    </ul>`,
  ];
}

function renderReleases(words: Texts['data'], releases: readonly Release[], link: Link): Content {
  const columns: readonly (readonly [string, boolean])[] = [
    [words.release, false],
    [words.vintage, true],
    [words.projects, true],
    [words.changed, true],
    [words.files, false],
  ];
  const head = columns.map(
    ([label, isNumber]) => html`<th scope="col" ${isNumber ? html` class="number"` : undefined}>${label}</th>`,
  );
  const rows = releases.map((release) => {
    const changes = [release.added_count, release.changed_count, release.removed_count];
    const counts = changes.map((count) => (count === undefined ? '–' : formatNumber(count))).join(' / ');
    const archive =
      release.archive === undefined
        ? undefined
        : html` · <a href="${link(`data/${release.archive}`)}" download>${words.zip}</a>`;
    return html`<tr>
      <th scope="row">${release.release}</th>
      <td class="number">${release.boundary_vintage}</td>
      <td class="number">${formatNumber(release.project_count)}</td>
      <td class="number">${counts}</td>
      <td><a href="${link(`data/${release.manifest}`)}">${words.manifest}</a>${archive}</td>
    </tr> `;
  });
  return renderTable(
    'releases-table',
    words.releasesCaption,
    head,
    html`<tbody>
      ${rows}
    </tbody>`,
  );
}
