import type { Manifest } from '../../../pipeline/model/schema-types.ts';
import { type Content, fill, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import type { View } from '../../page-type.ts';
import { renderTable } from '../../parts/structure.ts';
import { LATEST, schemaPath } from '../../paths.ts';

type File = Manifest['files'][number];

/** Files that geographic programs open: by their media type, or their names where it says less. */
const GEO_TYPE = 'application/geo';
const GEO = /\.(?:topojson|fgb)$|^(?:municipalities|sub_regions|regions|project_areas)\.parquet$/;
/** Tables for spreadsheets and statistics. */
const TABLES = /\.(?:csv|xlsx|parquet|jsonl|csvt)$/;
/** What is about the data and not the data. */
const ABOUT_DATA = /^(?:issues|changes|provenance|redactions|datapackage)\./;

type Group = 'tables' | 'geo' | 'rest';

function findGroup({ path, media_type: type }: File): Group {
  if (ABOUT_DATA.test(path)) return 'rest';
  if (type.startsWith(GEO_TYPE) || GEO.test(path)) return 'geo';
  return TABLES.test(path) ? 'tables' : 'rest';
}

/** The release's files in three groups, each with its size and what it holds; the whole as one archive first. */
export function renderFiles(view: View): Content {
  const { t, data, file, language } = view;
  const words = t.data;
  const { manifest, releases } = data.published;
  const newest = releases.find(({ release }) => release === manifest.release);
  const size = newest?.archive_bytes === undefined ? undefined : ` (${language.bytes(newest.archive_bytes)})`;
  const archive =
    newest?.archive === undefined
      ? undefined
      : html`<p><a class="btn" href="${file(`data/${newest.archive}`)}" download>${words.archive}${size}</a></p>`;
  const groups = (['tables', 'geo', 'rest'] as const).map((group) => {
    const files = manifest.files.filter((each) => findGroup(each) === group);
    return files.length === 0 && group !== 'rest'
      ? undefined
      : html`<details class="fold">
          <summary>${words.groups[group]} <span class="count">${language.number(files.length)}</span></summary>
          ${renderGroup(view, group, files)}
        </details> `;
  });
  const sums = html`<a href="${file(`${LATEST}SHA256SUMS`)}" download>SHA256SUMS</a>`;
  return [
    archive,
    html`<p>${words.filesIntro} ${renderSchemaLinks(view)} ${fill(words.shaText, { file: sums })}</p>`,
    html`<p>${words.openingText}</p>`,
    groups,
  ];
}

function renderGroup(view: View, group: Group, files: readonly File[]): Content {
  const { t, file, language } = view;
  const words = t.data;
  const own =
    group === 'rest'
      ? [
          ['manifest.json', words.other.manifest],
          ['SHA256SUMS', words.other.checksums],
        ]
      : [];
  const row = (path: string, content: Content, bytes: Content): Content =>
    html`<tr>
      <th scope="row"><a href="${file(LATEST + path)}" download>${breakable(path)}</a></th>
      <td class="n">${bytes}</td>
      <td>${content}</td>
    </tr> `;
  const caption = `${fillText(words.filesCaption, { release: view.data.published.manifest.release })}: ${words.groups[group].toLowerCase()}`;
  return renderTable(
    `files-${group}`,
    caption,
    [
      html`<th scope="col">${words.file}</th>`,
      html`<th scope="col" class="n">${words.size}</th>`,
      html`<th scope="col">${words.content}</th>`,
    ],
    html`<tbody>
      ${files.map((each) => row(each.path, titleOf(view, each), language.bytes(each.bytes)))}
      ${own.map(([path = '', title]) => row(path, title, undefined))}
    </tbody>`,
    'files',
  );
}

/** A long name breaks between its words where the screen is narrow. */
function breakable(path: string): Content {
  return path.split(/(?<=[_./])/).map((part, index) => [index === 0 ? undefined : html`<wbr />`, part]);
}

/**
 * The table's name in the page's language where the file is one table, else the title that the release gives it. Of geodata the title says
 * more: coordinates, and that the long texts are not in it.
 */
function titleOf({ t, data, language }: View, each: File): Content {
  const words = t.data;
  const { path, title } = each;
  const translated = { fi: each.title_fi, sv: each.title_sv, en: title }[language.published];
  if (findGroup(each) === 'geo' && translated !== undefined) return translated;
  const [, folder, table = ''] = /^(semicolon\/)?(\w+)\./.exec(path) ?? [];
  const others: Readonly<Record<string, string>> = words.other;
  const documents = data.published.schemas.at(-1)?.documents ?? [];
  const known =
    others[table] ?? documents.find(({ name }) => name === table.replaceAll('_', '-'))?.label[language.published].title;
  if (known === undefined) return html`<span lang="en">${title}</span>`;
  return folder === undefined ? known : fillText(words.forSpreadsheets, { table: known });
}

function renderSchemaLinks({ t, data, link }: View): Content {
  const { schemas } = data.published;
  if (schemas.length === 0) return undefined;
  const versions = schemas.map(({ version }, index) => [
    index === 0 ? undefined : ', ',
    html`<a href="${link(schemaPath(version))}">${fillText(t.schema.index, { version })}</a>`,
  ]);
  return fill(t.data.filesSchemas, { versions });
}
