import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type {
  CoverageSummary,
  Manifest,
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
} from '../pipeline/model/schema-types.ts';
import type { RemovedProject } from '../pipeline/publish/removed.ts';
import type { PagedLevel } from './paths.ts';
import { readSchemaVersions, type SchemaVersion } from './schema-versions.ts';

/** One area of any level as its coverage table states it. */
export type Area = (Municipalities | SubRegions | Regions) & {
  readonly sub_region_code?: string;
  readonly region_code?: string;
};

export type MunicipalityBoundaries = FeatureCollection<MultiPolygon | Polygon, { readonly code: string }>;

/** What the site is made from: the newest release and the list of releases, as anybody can download them. */
export interface Published {
  readonly projects: readonly Projects[];
  readonly projectAreas: readonly ProjectAreas[];
  readonly partners: readonly Partners[];
  readonly sections: readonly Sections[];
  readonly sustainability: readonly Sustainability[];
  readonly areas: Readonly<Record<PagedLevel, readonly Area[]>>;
  readonly summary: readonly CoverageSummary[];
  /** WGS84. */
  readonly boundaries: MunicipalityBoundaries;
  readonly manifest: Manifest;
  readonly releases: Releases['releases'];
  readonly redactions: Redactions['classes'];
  /** Projects of earlier releases that are published no more. */
  readonly removed: readonly RemovedProject[];
  /** Every published version of the schemas. */
  readonly schemas: readonly SchemaVersion[];
}

const AREA_NUMBERS = [
  'boundary_vintage',
  'population',
  'population_year',
  'project_count',
  'ongoing_count',
  'cancelled_count',
  'beneficiary_project_count',
  'funding_granted_eu_state',
  'funding_realised_eu_state',
  'funding_planned_public',
  'funding_realised_public',
  'funding_realised_public_per_inhabitant',
];

/**
 * Reads the published files of the newest release, and the schemas.
 * @param folder the published output, which holds `data/latest/` and `schemas/`
 */
export function readPublished(folder: string): Published {
  const latest = path.join(folder, 'data', 'latest');
  const read = (name: string): string => readFileSync(path.join(latest, name), 'utf8');
  const table = <Row>(name: string, numbers: readonly string[]): Row[] => parseTable<Row>(read(`${name}.csv`), numbers);
  const readBeside = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, 'data', name), 'utf8'));
  return {
    projects: parseLines<Projects>(read('projects.jsonl')),
    projectAreas: table<ProjectAreas>('project_areas', ['boundary_vintage', 'share_equal', 'share_population']),
    partners: table<Partners>('partners', ['position']),
    sections: table<Sections>('sections', ['position']),
    sustainability: table<Sustainability>('sustainability', ['direct', 'indirect']),
    areas: {
      municipality: table<Municipalities>('municipalities', AREA_NUMBERS),
      sub_region: table<SubRegions>('sub_regions', AREA_NUMBERS),
      region: table<Regions>('regions', AREA_NUMBERS),
    },
    summary: table<CoverageSummary>('coverage_summary', AREA_NUMBERS),
    boundaries: JSON.parse(read('municipalities.geojson')) as MunicipalityBoundaries,
    manifest: JSON.parse(read('manifest.json')) as Manifest,
    releases: (readBeside('releases.json') as Releases).releases,
    removed: readBeside('removed.json') as RemovedProject[],
    schemas: readSchemaVersions(path.join(folder, 'schemas')),
    redactions: (JSON.parse(read('redactions.json')) as Redactions).classes,
  };
}

function parseLines<Row>(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** An empty cell is an absent value; only the columns that are named hold numbers, since codes such as `005` are text. */
function parseTable<Row>(text: string, numbers: readonly string[]): Row[] {
  const records: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return records.map(
    (record) =>
      Object.fromEntries(
        Object.entries(record)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]),
      ) as Row,
  );
}
