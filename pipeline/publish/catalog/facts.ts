import type { Config, Manifest } from '../../model/schema-types.ts';
import type { Table, TableName, Translations } from '../../model/table.ts';
import { createAddresses, type Addresses } from './addresses.ts';
import { PACKAGE, SUBJECTS, type DatasetName } from './datasets.ts';
import type { FileFormat, Term, Vocabulary } from './vocabulary.ts';

/** Who publishes, from the configuration; nothing of it is ever made up. */
export interface Publisher {
  readonly name: string;
  readonly url?: string;
  /** E-mail address of a role, or a web address. */
  readonly contact: string;
  /** What kind of organisation it is. */
  readonly type?: NonNullable<Config['publisher']>['type'];
}

/** First and last day, ISO 8601. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** A release as `releases.json` lists it. */
export interface ReleaseEntry {
  readonly release: string;
  readonly archiveBytes: number;
  readonly archiveSha256: string;
}

/** What a catalogue is made of. */
export interface CatalogSource {
  readonly siteUrl: string;
  readonly schemaBase: string;
  /** Whether there are pages to lead to, and not data alone. */
  readonly hasSite: boolean;
  readonly publisher: Publisher;
  readonly provenance: Translations;
  readonly manifest: Manifest;
  readonly tables: ReadonlyMap<TableName, Table>;
  /** Oldest first; the last one is the manifest's. */
  readonly releases: readonly ReleaseEntry[];
  /** What the rows of a table are about; absent where no row has a date. */
  readonly periods: ReadonlyMap<TableName, Period>;
  /** West, south, east, north in degrees of WGS84. */
  readonly bounds: readonly [number, number, number, number];
}

export interface Distribution {
  readonly name: string;
  readonly title: Partial<Translations>;
  readonly path: string;
  readonly extension: string;
  readonly format?: FileFormat;
  /** As a server sends it and the manifest states it. */
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly accessUrl: string;
  readonly downloadUrl: string;
}

export interface Dataset {
  readonly name: DatasetName;
  readonly title: Translations;
  readonly description: Translations;
  readonly keywords: readonly Translations[];
  readonly themes: readonly Term[];
  readonly languages: readonly Term[];
  readonly period?: Period;
  /** Address of the table's JSON Schema. */
  readonly schema?: string;
  readonly distributions: readonly Distribution[];
}

/** The facts of a catalogue, the same for every vocabulary that they are written in. */
export interface CatalogFacts {
  readonly addresses: Addresses;
  /** Addresses of the first page and of the page about the data; absent where the data are published without pages. */
  readonly pages?: { readonly home: string; readonly data: string };
  readonly publisher: Publisher;
  readonly provenance: Translations;
  readonly release: string;
  /** Days of the first and of the newest release. */
  readonly issued: string;
  readonly modified: string;
  readonly releases: readonly ReleaseEntry[];
  readonly bounds: CatalogSource['bounds'];
  readonly notes: Partial<Translations>;
  readonly datasets: readonly Dataset[];
}

/** Files that describe other files are no distributions of their own. */
const DESCRIPTIONS = /\.(csvw\.json|csvt)$/u;

function dayOf(release: string): string {
  return release.slice(0, 10);
}

/** `semicolon/projects.csv` → `projects`, and `projects_2.geojson`, its further part, too; a file that is about no single table belongs to the package. */
function findDataset(path: string, tables: ReadonlyMap<TableName, Table>): DatasetName {
  const [name = ''] = (path.split('/').at(-1) ?? '').split('.');
  const table = name.replace(/_\d+$/u, '');
  return tables.has(table as TableName) ? (table as TableName) : PACKAGE;
}

function describeFile(
  file: Manifest['files'][number],
  release: string,
  addresses: Addresses,
  vocabulary: Vocabulary,
): Distribution {
  const extension = file.path.slice(file.path.lastIndexOf('.') + 1);
  const format = vocabulary.format(extension);
  const { title_fi: fi, title_sv: sv } = file;
  return {
    name: file.path.replace(/[^A-Za-z0-9]+/gu, '-'),
    title: { en: file.title, ...(fi === undefined ? {} : { fi }), ...(sv === undefined ? {} : { sv }) },
    path: file.path,
    extension,
    ...(format === undefined ? {} : { format }),
    mediaType: file.media_type,
    bytes: file.bytes,
    sha256: file.sha256,
    accessUrl: addresses.latest(file.path),
    downloadUrl: addresses.released(release, file.path),
  };
}

/** The archive of the newest release, which lies beside its folder. */
function describeArchive(
  entry: ReleaseEntry | undefined,
  addresses: Addresses,
  vocabulary: Vocabulary,
): Distribution[] {
  const format = vocabulary.format('zip');
  if (entry === undefined || format === undefined) return [];
  return [
    {
      name: 'archive-zip',
      title: vocabulary.text(PACKAGE).title,
      path: `${entry.release}.zip`,
      extension: 'zip',
      format,
      mediaType: 'application/zip',
      bytes: entry.archiveBytes,
      sha256: entry.archiveSha256,
      accessUrl: addresses.file('data/latest.zip'),
      downloadUrl: addresses.file(`data/${entry.release}.zip`),
    },
  ];
}

/** Joins what manifest, schemas, releases and configuration say: one dataset for each table and one for the whole release. */
export function collectFacts(source: CatalogSource, vocabulary: Vocabulary): CatalogFacts {
  const { manifest, tables } = source;
  const addresses = createAddresses(source.siteUrl);
  const files = new Map<DatasetName, Distribution[]>();
  for (const file of manifest.files) {
    if (DESCRIPTIONS.test(file.path)) continue;
    const name = findDataset(file.path, tables);
    files.set(name, [...(files.get(name) ?? []), describeFile(file, manifest.release, addresses, vocabulary)]);
  }
  const newest = source.releases.at(-1);
  const describe = (name: DatasetName): Pick<Dataset, 'name' | 'keywords' | 'themes' | 'languages'> => {
    const { keywords, themes, languages } = SUBJECTS[name];
    return {
      name,
      keywords: keywords.map(vocabulary.keyword),
      themes: themes.map(vocabulary.term),
      languages: languages.map(vocabulary.term),
    };
  };
  const withPeriod = (name: TableName): { period?: Period } => {
    const period = source.periods.get(name) ?? source.periods.get('projects');
    return period === undefined ? {} : { period };
  };
  const schemaBase = createAddresses(source.schemaBase).base;
  const whole: Dataset = {
    ...describe(PACKAGE),
    ...vocabulary.text(PACKAGE),
    ...withPeriod('projects'),
    distributions: [...describeArchive(newest, addresses, vocabulary), ...(files.get(PACKAGE) ?? [])],
  };
  const { notes_fi: fi, notes_sv: sv } = manifest;
  return {
    addresses,
    ...(source.hasSite ? { pages: { home: addresses.file('index.html'), data: addresses.file('data.html') } } : {}),
    publisher: source.publisher,
    provenance: source.provenance,
    release: manifest.release,
    issued: dayOf(source.releases[0]?.release ?? manifest.release),
    modified: dayOf(manifest.release),
    releases: source.releases,
    bounds: source.bounds,
    notes: {
      en: manifest.notes.join(' '),
      ...(fi === undefined ? {} : { fi: fi.join(' ') }),
      ...(sv === undefined ? {} : { sv: sv.join(' ') }),
    },
    datasets: [
      whole,
      ...[...tables.values()].map((table): Dataset => ({
        ...describe(table.name),
        title: table.title,
        description: table.description,
        ...withPeriod(table.name),
        schema: `${schemaBase}schemas/${manifest.schema_version}/${table.schemaFile}`,
        distributions: files.get(table.name) ?? [],
      })),
    ],
  };
}
