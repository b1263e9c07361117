import { deflate } from '../../../pipeline/effects/deflate.ts';
import { openScratch } from '../../../pipeline/effects/open-scratch.ts';
import { COVERAGE } from '../../../pipeline/model/levels.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vintage } from '../../../pipeline/model/area.ts';
import type { Format, FormatContext, ReleaseMetadata, TableData, TableRow } from '../../../pipeline/publish/format.ts';
import { planFiles } from '../../../pipeline/publish/write-files.ts';
import type { Sink } from '../../../pipeline/model/sink.ts';
import {
  createTables,
  type JsonSchema,
  type Labels,
  type Table,
  type TableName,
} from '../../../pipeline/model/table.ts';
import { expectVintage, readGazetteer } from '../../locate/read-gazetteer.ts';

const FOLDER = join(import.meta.dirname, '../../../schemas/1.0');

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}

/** The fields of projects that are long texts. */
export const LONG_FIELDS = [
  'summary',
  'target_groups',
  'indirect_target_groups',
  'final_report',
  'gender_analysis_reason',
  'gender_mainstreaming_reason',
  'gender_main_objective_reason',
];

export function readTables(): ReadonlyMap<TableName, Table> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.schema.json'));
  const schemas = new Map(names.map((name) => [name, readJson(name) as JsonSchema]));
  const labels = { fi: readJson('labels/fi.json') as Labels, sv: readJson('labels/sv.json') as Labels };
  return createTables({ version: '1.0', schemas, labels });
}

export const METADATA: ReleaseMetadata = {
  release: '2026-11-21',
  schemaVersion: '1.0',
  boundaryVintage: 2026,
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: ['Statistics Finland & National Land Survey of Finland'],
  notes: ['Boundaries are generalised to 1:4 500 000; not for measuring.'],
  siteUrl: 'https://hankekartta.example/',
};

/** A text longer than a spreadsheet's cell, with a character outside the basic plane where it is cut. */
export const LONG_TEXT = '😀'.repeat(20_000);

/** What a format might spoil. */
export const HOSTILE_TEXTS = [
  '=1+1',
  '+358 50',
  '-12',
  '@SUM(A1:A9)',
  '\tsarkain',
  '＝1+1',
  "'=jo suojattu",
  "'tavallinen heittomerkki",
  'puoli;piste, pilkku "lainaus"',
  'rivi\n\ntoinen <b>lihava</b> & muu',
  ' välilyönti molemmin puolin ',
  'emoji 👩‍👩‍👧, yhdistävä a\u0308, \ufffd',
  '_x0041_ näyttää koodilta',
  'constructor',
  '__proto__',
  '007',
  '1e5',
  'TRUE',
  '2026-02-30',
  'NULL',
] as const;

const MINIMAL = { family: 'eura-list', source_document: 'lista.csv', source_sha256: '0'.repeat(64) };

const PROJECTS: readonly TableRow[] = [
  {
    values: {
      ...MINIMAL,
      project_id: 'S10001',
      project_code: 'S10001',
      name: '=HYPERLINK("https://example.com")',
      priority_axis_code: '5',
      specific_objective_code: '10.1',
      start_date: '2015-02-28',
      end_date: '2020-02-29',
      beneficiary_postal_code: '00100',
      summary: 'Ensimmäinen; "lainaus"\n\nToinen <b>kappale</b> 😀',
      final_report: LONG_TEXT,
      funding_granted_eu_state: -1234.5,
      funding_realised_eu_state: 0.07,
      participants_planned: 0,
      gender_analysis: true,
      gender_mainstreaming: false,
      source_url: 'https://example.com/?a=1&b=2',
    },
    area: { level: 'municipality', codes: ['049', '091', '092'] },
  },
  ...HOSTILE_TEXTS.map((text, index) => ({
    values: { ...MINIMAL, project_id: `T${10_000 + index}`, tagline: text, beneficiary_name: text },
  })),
  // An ended sub-region is in no vintage: an area without geometry.
  { values: { ...MINIMAL, project_id: 'U10001' }, area: { level: 'sub_region', codes: ['999'] } },
  {
    values: { ...MINIMAL, project_id: 'U10002', start_date: '1899-12-31' },
    area: { level: 'region', codes: ['01', '21'] },
  },
];

const AREA = { area_name: 'Helsinki', role: 'target', evidence: 'stated', match: 'name', boundary_vintage: 2026 };

function makeProjectArea(
  project: string,
  level: 'country' | 'region' | 'sub_region' | 'municipality',
  code: string,
  share: number,
): TableRow {
  const values = { ...AREA, project_id: project, area_level: level, area_code: code, share_equal: share };
  return { values, area: { level, codes: [code] } };
}

const PROJECT_AREAS: readonly TableRow[] = [
  makeProjectArea('S10001', 'municipality', '049', 1 / 3),
  makeProjectArea('S10001', 'municipality', '091', 1 / 3),
  makeProjectArea('S10001', 'municipality', '092', 1 / 3),
  makeProjectArea('S10001', 'region', '01', 1),
  makeProjectArea('S10001', 'country', 'FI', 1),
  makeProjectArea('U10001', 'sub_region', '999', 1),
  makeProjectArea('U10002', 'region', '01', 0.5),
  makeProjectArea('U10002', 'region', '21', 0.5),
];

/** Coverage of a level: made-up figures, one area without population. */
function makeCoverage(vintage: Vintage, level: 'municipality' | 'sub_region' | 'region'): readonly TableRow[] {
  return vintage.areas(level).map((area, index) => ({
    values: {
      code: area.code,
      name_fi: area.nameFi,
      name_sv: area.nameSv,
      name_en: area.nameEn,
      ...(level === 'municipality' ? { sub_region_code: area.subRegionCode } : {}),
      ...(level === 'region' ? {} : { region_code: area.regionCode }),
      nuts3_code: area.nuts3Code,
      boundary_vintage: vintage.year,
      population: index === 0 ? undefined : area.population,
      project_count: (index * index) % 257,
      ongoing_count: 0,
      cancelled_count: 0,
      beneficiary_project_count: index,
      funding_granted_eu_state: index * 1000.25,
      funding_realised_eu_state: 0,
      funding_planned_public: -0.01,
      funding_realised_public: 123_456_789.12,
    },
    area: { level, codes: [area.code] },
  }));
}

export interface MadeRelease {
  readonly tables: ReadonlyMap<TableName, TableData>;
  readonly context: FormatContext;
}

/** A small release with hostile values, real boundaries of 2026, and tables without rows. */
export function makeRelease(): MadeRelease {
  const vintage = expectVintage(readGazetteer(), 2026);
  const context: FormatContext = {
    metadata: METADATA,
    classes: {
      classes: COVERAGE.map(({ level }) => ({
        measure: 'projects',
        area_level: level,
        breaks: [5, 20, 50, 100],
        since: METADATA.release,
      })),
    },
    geometry: (area) => (area === undefined ? undefined : vintage.geometry(area.level, area.codes)),
    geometryWgs84: (area) => (area === undefined ? undefined : vintage.geometryWgs84(area.level, area.codes)),
    deflate,
    openScratch,
  };
  const rows: Partial<Record<TableName, readonly TableRow[]>> = {
    projects: PROJECTS,
    project_areas: PROJECT_AREAS,
    partners: [{ values: { project_id: 'S10001', position: 1, name: '@kumppani', partner_role: 'part_implementer' } }],
    municipalities: makeCoverage(vintage, 'municipality'),
    sub_regions: makeCoverage(vintage, 'sub_region'),
    regions: makeCoverage(vintage, 'region'),
  };
  const tables = [...readTables()].map(([name, table]) => [name, { table, rows: rows[name] ?? [] }] as const);
  return { tables: new Map(tables), context };
}

/** The release with other projects: one for each summary. */
export function withProjects(release: MadeRelease, summaries: readonly string[]): MadeRelease {
  const { table } = release.tables.get('projects')!;
  const rows = summaries.map((summary, index) => ({
    values: { ...MINIMAL, project_id: `V${10_000 + index}`, summary },
  }));
  return { ...release, tables: new Map(release.tables).set('projects', { table, rows }) };
}

/** Collects what is written to it. */
export function createSink(): Sink & { readonly bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  return {
    write: (chunk) => chunks.push(Buffer.from(chunk)),
    bytes: () => Buffer.concat(chunks),
  };
}

/** The bytes of one file of a format, of the columns that it carries; a bundle is made of all its tables. */
export async function writeTable(format: Format, release: MadeRelease, name: TableName): Promise<Uint8Array> {
  const planned = planFiles(format, release.tables).find(({ stem }) =>
    [name, format.bundle].includes(stem.split('/').at(-1)),
  );
  if (planned === undefined) throw new Error(`no table ${name}`);
  const sink = createSink();
  await format.write(planned.data, sink, release.context);
  return sink.bytes();
}
