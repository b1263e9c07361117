import type { Column, Table, TableName } from '../model/table.ts';
import type { ReleaseMetadata } from './format.ts';
import type { ManifestFile } from './manifest.ts';

/** Data Package v2 descriptor, the subset that we write. */
export interface DataPackage {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly homepage: string;
  readonly version: string;
  readonly created: string;
  readonly licenses: readonly License[];
  readonly sources: readonly { readonly title: string }[];
  readonly resources: readonly Resource[];
}

interface License {
  readonly name?: string;
  readonly path: string;
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly format: string;
  readonly mediatype: string;
  readonly encoding?: 'utf-8';
  readonly bytes: number;
  readonly hash: string;
  readonly description?: string;
  readonly type?: 'table';
  readonly dialect?: object;
  readonly schema?: object;
}

const PROFILES = 'https://datapackage.org/profiles/2.0';

/** Comma-separated and semicolon-separated tables; `semicolon/` is the one folder. */
const TABULAR_PATH = /^(semicolon\/)?([a-z_]+)\.csv$/u;

const GUARD_NOTE = 'A text that a spreadsheet would run as a formula has an apostrophe in front.';

const TEXT_TYPE = /^text\/|json|jsonl|xml|turtle/u;

function describeField({ name, type, title, description, required, codes }: Column, hasSemicolons: boolean): object {
  const constraints = { ...(required ? { required } : {}), ...(codes === undefined ? {} : { enum: codes }) };
  return {
    name,
    title: title.en,
    description: description.en,
    // The types of Table Schema are called as ours.
    type,
    ...(type === 'number' && hasSemicolons ? { decimalChar: ',' } : {}),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

function describeTable(
  table: Table,
  hasSemicolons: boolean,
): Pick<Resource, 'type' | 'description' | 'dialect' | 'schema'> {
  return {
    type: 'table',
    description: hasSemicolons ? `${table.description.en} ${GUARD_NOTE}` : table.description.en,
    dialect: {
      $schema: `${PROFILES}/tabledialect.json`,
      delimiter: hasSemicolons ? ';' : ',',
      lineTerminator: hasSemicolons ? '\r\n' : '\n',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: table.columns.map((column) => describeField(column, hasSemicolons)),
      missingValues: [''],
    },
  };
}

/** `https://creativecommons.org/licenses/by/4.0/` → `CC-BY-4.0`; other addresses have no short name that we know of. */
function describeLicence(path: string): License {
  const [, elements = '', version = ''] =
    /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/([0-9.]+)\//u.exec(path) ?? [];
  return elements === '' ? { path } : { name: `CC-${elements.toUpperCase()}-${version}`, path };
}

/**
 * The `datapackage.json` of a release: every file is a resource, CSV files are tables with a Table Schema from our own. Resources are
 * named by their paths (`semicolon/projects.csv` → `semicolon-projects.csv`).
 */
export function createDataPackage(
  tables: ReadonlyMap<TableName, Table>,
  files: readonly ManifestFile[],
  metadata: ReleaseMetadata,
): DataPackage {
  const { release, licence, attribution, notes, siteUrl } = metadata;
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: 'hankekartta',
    title: `Hankekartta, release ${release}`,
    description: notes.join('\n\n'),
    homepage: siteUrl,
    version: release,
    created: `${release.slice(0, 10)}T00:00:00Z`,
    licenses: [describeLicence(licence)],
    sources: attribution.map((title) => ({ title })),
    resources: files.map(({ path, bytes, sha256, media_type: mediaType, title }): Resource => {
      const [, folder, tableName] = TABULAR_PATH.exec(path) ?? [];
      const table = tables.get(tableName as TableName);
      return {
        name: path.replace(/[^a-z0-9._-]+/gu, '-'),
        path,
        title,
        format: path.slice(path.lastIndexOf('.') + 1),
        mediatype: mediaType,
        ...(TEXT_TYPE.test(mediaType) ? { encoding: 'utf-8' } : {}),
        bytes,
        hash: `sha256:${sha256}`,
        ...(table === undefined ? {} : describeTable(table, folder !== undefined)),
      };
    }),
  };
}
