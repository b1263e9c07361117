import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type {
  AreaChanges,
  Changes,
  CoverageSummary,
  Issues,
  Manifest,
  MapClasses,
  Municipalities,
  Partners,
  ProjectAreas,
  Projects,
  Redactions,
  Regions,
  Releases,
  Sections,
  SubRegions,
  Sustainability,
} from '../../pipeline/model/schema-types.ts';
import type { RemovedProject } from '../../pipeline/publish/removed.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../language/language.ts';
import type { PagedLevel } from '../paths.ts';
import { type Exchange, readExchange } from './exchange.ts';
import { type Findings, readFindings } from './findings.ts';
import { readSchemaVersions, type SchemaVersion } from './schema-versions.ts';

/** One area of any level as its coverage table states it. */
export type Area = (Municipalities | SubRegions | Regions) & {
  readonly sub_region_code?: string;
  readonly region_code?: string;
};

export type MunicipalityBoundaries = FeatureCollection<MultiPolygon | Polygon, { readonly code: string }>;

/** What one release changed, as its `changes.json` says. */
export interface ReleaseChanges {
  readonly release: string;
  readonly changes: readonly Changes[];
  /** Absent where the release's own folder is not kept. */
  readonly manifest?: Manifest;
}

/** What the site is made from: the newest release and the list of releases, as anybody can download them. */
export interface Published {
  readonly projects: readonly Projects[];
  readonly projectAreas: readonly ProjectAreas[];
  readonly partners: readonly Partners[];
  readonly sections: readonly Sections[];
  readonly sustainability: readonly Sustainability[];
  readonly areaChanges: readonly AreaChanges[];
  /** Of the maps: the same from release to release. */
  readonly classes: MapClasses['classes'];
  readonly areas: Readonly<Record<PagedLevel, readonly Area[]>>;
  readonly summary: readonly CoverageSummary[];
  /** WGS84. */
  readonly boundaries: MunicipalityBoundaries;
  readonly manifest: Manifest;
  /** Address of the site, with a final slash. */
  readonly homepage: string;
  readonly releases: Releases['releases'];
  /** Newest release first. */
  readonly history: readonly ReleaseChanges[];
  readonly redactions: Redactions;
  readonly findings: Findings;
  readonly exchange: Exchange;
  /** Projects of earlier releases that are published no more. */
  readonly removed: readonly RemovedProject[];
  /** Every published version of the schemas. */
  readonly schemas: readonly SchemaVersion[];
  /** What describes the data to search engines, schema.org's `Dataset` as JSON, by language; absent where no catalogue is published. */
  readonly descriptions: Readonly<Partial<Record<LanguageCode, string>>>;
  /** Paths of the catalogue's serialisations that are published, `catalog.ttl`. */
  readonly catalogs: readonly string[];
  /** Rows of `project_areas` of a kept release by project; none where it is kept no more. Read when asked for, and kept. */
  readonly readAreasOf: (release: string) => ReadonlyMap<string, readonly ProjectAreas[]>;
  /** The municipalities as TopoJSON, WGS84, as text; read when asked for. */
  readonly readTopology: () => string;
  /** Source lines of a project's values, from its record in `api/`; read when asked for, one project at a time. */
  readonly readQuotes: (projectId: string) => Quotes;
}

/** Where the values of a project stand in its documents. */
export interface Quotes {
  readonly sources: readonly { readonly document: string; readonly retrieved?: string }[];
  /** By the key of the provenance: field name, or `partners/1/name`. */
  readonly quotes: Readonly<Record<string, Quote>>;
}

/** The source line of a value. */
export interface Quote {
  /** Index of the source. */
  readonly source: number;
  /** From 1. */
  readonly line: number;
  /** The line, personal data withheld, cut around the value. */
  readonly text: string;
  /** Where in `text` the value begins and ends, from 0, end exclusive, in UTF-16 code units. */
  readonly mark: readonly [number, number];
}

const CATALOGS = ['catalog.ttl', 'catalog.jsonld', 'catalog.rdf'];

interface DataPackage {
  readonly homepage: string;
  readonly resources: readonly {
    readonly path: string;
    readonly schema?: { readonly fields?: readonly { readonly name: string; readonly type: string }[] };
  }[];
}

/**
 * Reads the published files of the newest release, the changes of every release, and the schemas.
 * @param folder the published output, which holds `data/latest/` and `schemas/`
 */
export function readPublished(folder: string): Published {
  const data = path.join(folder, 'data');
  const read = (...names: string[]): string => readFileSync(path.join(data, ...names), 'utf8');
  const readJson = (...names: string[]): unknown => JSON.parse(read(...names));
  const { homepage, resources } = readJson('latest', 'datapackage.json') as DataPackage;
  const table = <Row>(name: string): Row[] => {
    const fields = resources.find((resource) => resource.path === `${name}.csv`)?.schema?.fields ?? [];
    const numbers = fields.filter(({ type }) => type === 'number' || type === 'integer').map((field) => field.name);
    return parseTable<Row>(read('latest', `${name}.csv`), new Set(numbers));
  };
  const { releases } = readJson('releases.json') as Releases;
  const changesOf = (release: string): readonly Changes[] =>
    existsSync(path.join(data, release, 'changes.json'))
      ? (readJson(release, 'changes.json') as readonly Changes[])
      : [];
  const manifestOf = (release: string): Pick<ReleaseChanges, 'manifest'> =>
    existsSync(path.join(data, release, 'manifest.json'))
      ? { manifest: readJson(release, 'manifest.json') as Manifest }
      : {};
  const schemas = readSchemaVersions(path.join(folder, 'schemas'));
  const version = schemas.at(-1)?.version;
  const newestSchemas = version === undefined ? undefined : path.join(folder, 'schemas', version);
  const hasIssues = existsSync(path.join(data, 'latest', 'issues.csv'));
  return {
    projects: parseLines<Projects>(read('latest', 'projects.jsonl')),
    projectAreas: table<ProjectAreas>('project_areas'),
    partners: table<Partners>('partners'),
    sections: table<Sections>('sections'),
    sustainability: table<Sustainability>('sustainability'),
    areaChanges: table<AreaChanges>('area_changes'),
    classes: existsSync(path.join(data, 'latest', 'map-classes.json'))
      ? (readJson('latest', 'map-classes.json') as MapClasses).classes
      : [],
    areas: {
      municipality: table<Municipalities>('municipalities'),
      sub_region: table<SubRegions>('sub_regions'),
      region: table<Regions>('regions'),
    },
    summary: table<CoverageSummary>('coverage_summary'),
    boundaries: readJson('latest', 'municipalities.geojson') as MunicipalityBoundaries,
    manifest: readJson('latest', 'manifest.json') as Manifest,
    homepage,
    releases,
    history: releases.map(({ release }) => ({ release, changes: changesOf(release), ...manifestOf(release) })),
    removed: readJson('removed.json') as RemovedProject[],
    schemas,
    redactions: readJson('latest', 'redactions.json') as Redactions,
    findings: readFindings(hasIssues ? table<Issues>('issues') : [], newestSchemas),
    exchange: readExchange(folder, newestSchemas),
    descriptions: Object.fromEntries(
      LANGUAGE_CODES.map((code) => [code, path.join(folder, `dataset.${code}.jsonld`)] as const)
        .filter(([, file]) => existsSync(file))
        .map(([code, file]) => [code, readFileSync(file, 'utf8')]),
    ),
    catalogs: CATALOGS.filter((name) => existsSync(path.join(folder, name))),
    readAreasOf: createAreaReader((release) =>
      existsSync(path.join(data, release, 'project_areas.csv'))
        ? parseTable<ProjectAreas>(read(release, 'project_areas.csv'), new Set(['share_equal']))
        : [],
    ),
    readTopology: () => read('latest', 'municipalities.topojson'),
    readQuotes: createQuoteReader(path.join(folder, 'api', 'projects')),
  };
}

function createAreaReader(readRows: (release: string) => readonly ProjectAreas[]): Published['readAreasOf'] {
  const known = new Map<string, ReadonlyMap<string, readonly ProjectAreas[]>>();
  return (release) => {
    const found = known.get(release) ?? groupRows(readRows(release));
    known.set(release, found);
    return found;
  };
}

function groupRows(rows: readonly ProjectAreas[]): Map<string, ProjectAreas[]> {
  const groups = new Map<string, ProjectAreas[]>();
  for (const row of rows) {
    const own = groups.get(row.project_id);
    if (own === undefined) groups.set(row.project_id, [row]);
    else own.push(row);
  }
  return groups;
}

/** Keeps the last project alone: its pages in the other languages come right after it. */
function createQuoteReader(folder: string): Published['readQuotes'] {
  let last: { readonly id: string; readonly quotes: Quotes } | undefined;
  return (id) => {
    if (last?.id === id) return last.quotes;
    const file = path.join(folder, `${id}.json`);
    const record = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Quotes>) : {};
    last = { id, quotes: { sources: record.sources ?? [], quotes: record.quotes ?? {} } };
    return last.quotes;
  };
}

function parseLines<Row>(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** An empty cell is an absent value; only the columns that the Data Package calls numbers hold numbers: `005` is text. */
function parseTable<Row>(text: string, numbers: ReadonlySet<string>): Row[] {
  const records: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return records.map(
    (record) =>
      Object.fromEntries(
        Object.entries(record)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => [name, numbers.has(name) ? Number(value) : value]),
      ) as Row,
  );
}
