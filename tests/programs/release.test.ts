/** A whole release, made from this repository's documents and judged by other people's software. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../pipeline/model/schema-types.ts';
import { divideColumns, type ColumnType, type TableName } from '../../pipeline/model/table.ts';
import { roundDegrees } from '../../pipeline/publish/formats/round-degrees.ts';
import { readTables } from '../publish/formats/make-release.ts';
import { createWorkspace, readDocuments, type Workspace } from '../flow/workspace.ts';
import { lookFor, SHARED } from '../missing.ts';
import { convertFile, EVERY_SHEET } from './formats/convert-file.ts';
import { describeFile, FIELD_TYPES, measureDistance, readBack, RETURNING_LAYERS } from './formats/read-layers.ts';
import { run, runPython } from './formats/write-files.ts';

const RELEASE = '2026-11-01';
const PLACE = 'standards/data-package-2.0';
const PROFILES = path.join(SHARED, PLACE);
const profiles = lookFor(PLACE);
const COVERAGE = ['municipalities', 'sub_regions', 'regions'] as const;
const tables = readTables();

let project: Workspace;
let folder: string;
let manifest: Manifest;
const place = (name: string): string => path.join(folder, name);
beforeAll(async () => {
  project = createWorkspace(readDocuments());
  expect((await project.run('build', '--release', RELEASE)).status).toBe(0);
  folder = project.place('dist/data', RELEASE);
  manifest = project.readJsonFile('dist/data', RELEASE, 'manifest.json') as Manifest;
  mkdirSync(project.place('work'));
});

/** Rows of a published CSV file. */
const readRows = (name: string): Record<string, string>[] =>
  parse(readFileSync(place(`${name}.csv`)), { columns: true });

/** Columns with the type that GDAL should find; only those with a value where it has to guess by the values. */
function listTypes(name: TableName, types: Readonly<Record<ColumnType, string>>, withValues = false): object {
  const rows = withValues ? readRows(name) : undefined;
  const table = tables.get(name)!;
  // The layer of projects has no long texts.
  const columns = (name === 'projects' ? divideColumns(table).carried : table.columns).filter(
    ({ name: column }) => rows?.some((row) => row[column] !== '') ?? true,
  );
  return Object.fromEntries(columns.map(({ name: column, type }) => [column, types[type]]));
}

function describeLayers(file: string): { count: number; [key: string]: unknown }[] {
  return describeFile(place(file)).layers.map(({ rows: _, fields, ...layer }) => ({
    ...layer,
    // Whether a field may be empty says the schema; here the types count.
    fields: Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, type.replace('!', '')])),
  }));
}

describe('GDAL', () => {
  it.each(COVERAGE)('sees the layer of %s.fgb', (name) => {
    expect(describeLayers(`${name}.fgb`)).toMatchObject([
      {
        name,
        count: manifest.counts[name],
        geometry: 'Multi Polygon',
        crs: 'EPSG:3067',
        fields: listTypes(name, { ...FIELD_TYPES, date: 'DateTime' }),
        fast_filter: true,
        without_geometry: 0,
        invalid: [],
      },
    ]);
  });

  // GeoJSON and TopoJSON have no types: GDAL finds them by the values.
  const found = { ...FIELD_TYPES, integer: 'Integer', number: expect.stringMatching(/^(?:Real|Integer)$/u) as string };

  it.each([...COVERAGE, 'projects'] as const)('sees the layer of %s.geojson', (name) => {
    expect(describeLayers(`${name}.geojson`)).toMatchObject([
      {
        name,
        count: manifest.counts[name],
        geometry: 'Multi Polygon',
        crs: 'EPSG:4326',
        fields: listTypes(name, found, true),
        without_geometry: 0,
        invalid: [],
      },
    ]);
  });

  it.each(COVERAGE)('sees the layer of %s.topojson', (name) => {
    const fields = listTypes(name, found, true);
    expect(describeLayers(`${name}.topojson`)).toMatchObject([
      { name, count: manifest.counts[name], geometry: 'Multi Polygon', fields, without_geometry: 0, invalid: [] },
    ]);
  });

  it('sees every table of the GeoPackage, the five with places in EPSG:3067', () => {
    const layers = new Map(describeLayers('hankekartta.gpkg').map((layer) => [layer['name'], layer]));
    const spatial = new Set<TableName>(['projects', 'project_areas', ...COVERAGE]);
    expect(tables.size).toBeGreaterThan(10);
    for (const name of tables.keys()) {
      const layer = layers.get(name);
      expect(layer, name).toMatchObject({ fields: listTypes(name, FIELD_TYPES), invalid: [] });
      // A release has no count of its own changes and issues.
      expect(layer?.count, name).toBe(readRows(name).length);
      expect(layer, name).toMatchObject(
        spatial.has(name) ? { geometry: 'Multi Polygon', crs: 'EPSG:3067', fast_filter: true } : { geometry: 'None' },
      );
    }
  });

  it('sees the long texts of projects beside their layer, as the CSV file has them', () => {
    const texts = divideColumns(tables.get('projects')!).texts.map(({ name }) => name);
    expect(texts.length).toBeGreaterThan(3);
    const layer = describeFile(place('hankekartta.gpkg')).layers.find(({ name }) => name === 'project_texts');
    expect(Object.keys(layer?.fields ?? {})).toEqual(['project_id', ...texts]);
    const rows = readRows('projects').filter((row) => texts.some((text) => row[text] !== ''));
    expect(rows.length).toBeGreaterThan(1);
    expect(layer?.rows).toEqual(rows.map((row) => ['project_id', ...texts].map((name) => row[name] || null)));
  });

  it('finds the GeoPackage valid', () => {
    const options = ['--extra', '--warning-as-error'];
    const report = runPython('-m', 'osgeo_utils.samples.validate_gpkg', ...options, place('hankekartta.gpkg'));
    expect(report).not.toMatch(/error|warning/iu);
  });

  it.each(RETURNING_LAYERS)('turns %s back into our GeoJSON, to five decimals: %s', (file, name) => {
    const { found, ours } = readBack(folder, file, name, project.place('work', `${file}-${name}.json`));
    expect([...found.keys()].sort()).toEqual([...ours.keys()].sort());
    expect(ours.size).toBe(manifest.counts[name]);
    for (const [key, { coordinates }] of ours)
      // Rounded as ours; the last decimal may fall to either side.
      expect(measureDistance(roundDegrees(found.get(key)?.coordinates ?? []), coordinates), key).toBeLessThan(1.1e-5);
  });
});

describe('DuckDB', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await (await DuckDBInstance.create(':memory:')).connect();
  });
  afterAll(() => connection.closeSync());
  const query = async (sql: string): Promise<unknown[][]> => (await connection.runAndReadAll(sql)).getRowsJson();

  it.each(['projects', 'project_areas', ...COVERAGE] as const)('finds %s the same in Parquet and CSV', async (name) => {
    const columns = tables
      .get(name)!
      .columns.map((column) => `"${column.name}"`)
      .join(', ');
    const parquet = `SELECT ${columns} FROM '${place(`${name}.parquet`)}'`;
    const types = (await query(`DESCRIBE ${parquet}`)).map(
      ([column, type]) => `'${String(column)}': '${String(type)}'`,
    );
    const csv = `SELECT ${columns} FROM read_csv('${place(`${name}.csv`)}', header = true, columns = {${types.join(', ')}})`;
    expect(await query(`${parquet} EXCEPT ALL ${csv}`)).toEqual([]);
    expect(await query(`${csv} EXCEPT ALL ${parquet}`)).toEqual([]);
    expect(await query(`SELECT count(*)::INTEGER FROM (${csv})`)).toEqual([[manifest.counts[name]]]);
  });

  it.each(COVERAGE)('knows the places in %s.parquet', async (name) => {
    const described = await query(`DESCRIBE SELECT geometry FROM '${place(`${name}.parquet`)}'`);
    expect(described[0]?.[1]).toBe("GEOMETRY('OGC:CRS84')");
  });

  it('is asked about every Parquet file there is', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.parquet'));
    expect(files).toEqual(['projects', 'project_areas', ...COVERAGE].map((name) => `${name}.parquet`).sort());
  });
});

describe('LibreOffice', () => {
  it('opens the workbook: every table with all its rows, codes with their zeros, no formula', () => {
    convertFile(place('hankekartta.xlsx'), EVERY_SHEET, project.place('work'));
    for (const { name, columns } of tables.values()) {
      const text = project.readFile('work', `hankekartta-${name}.csv`);
      const found: Record<string, string>[] = parse(text, { columns: true, relax_column_count: true });
      const rows = readRows(name);
      expect(found, name).toHaveLength(rows.length);
      expect(text.split('\n', 1)[0], name).toBe(columns.map((column) => column.name).join(','));
      // Dates as ISO 8601 show that they are dates: their cells hold numbers.
      const exact = columns.filter(({ type }) => type === 'string' || type === 'date' || type === 'integer');
      for (const [index, row] of rows.entries())
        for (const column of exact)
          expect(found[index]?.[column.name], `${name} ${column.name}`).toBe(row[column.name]);
    }
    convertFile(place('hankekartta.xlsx'), 'fods', project.place('work'));
    const xml = project.readFile('work', 'hankekartta.fods');
    expect(xml).toMatch(/office:value-type="string"[^>]*>\s*<text:p>005<\/text:p>/u);
    expect(xml).toMatch(/office:value-type="date" office:date-value="2015-03-01"/u);
    expect([...xml.matchAll(/table:formula="(?!of:=(?:TRUE|FALSE)\(\)")[^"]*"/gu)]).toEqual([]);
  });
});

describe('unzip', () => {
  it('finds no fault in the archive, and in it the folder, file for file', () => {
    const archive = project.place('dist/data', `${RELEASE}.zip`);
    expect(run('unzip', '-t', archive)).toContain('No errors detected');
    run('unzip', '-q', archive, '-d', project.place('work/unzipped'));
    expect(project.hash('work/unzipped')).toEqual(
      Object.fromEntries(
        Object.entries(project.hash('dist/data', RELEASE)).map(([name, hash]) => [`${RELEASE}/${name}`, hash]),
      ),
    );
    rmSync(project.place('work/unzipped'), { recursive: true });
  });
});

describe('sha256sum', () => {
  it('finds every file as SHA256SUMS says', () => {
    const { status, stdout } = spawnSync('sh', ['-c', 'sha256sum -c SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, manifest.files.map((file) => `${file.path}: OK\n`).join('')]);
  });
});

describe('the manifest', () => {
  it('lists every file and nothing else', () => {
    const present = Object.keys(project.hash('dist/data', RELEASE));
    const listed = [...manifest.files.map((file) => file.path), 'manifest.json', 'SHA256SUMS'];
    expect(listed.sort()).toEqual(present.sort());
  });

  it('counts the rows of its tables', () => {
    for (const [name, count] of Object.entries(manifest.counts)) expect(readRows(name), name).toHaveLength(count);
    expect(manifest.counts).toMatchObject({ projects: 5, municipalities: 308, sub_regions: 69, regions: 19 });
  });
});

describe('datapackage.json', () => {
  it('has every other file of the manifest, with its size and sum', () => {
    const { resources } = project.readJsonFile('dist/data', RELEASE, 'datapackage.json') as {
      resources: { path: string; bytes: number; hash: string }[];
    };
    const expected = manifest.files
      .filter((file) => file.path !== 'datapackage.json')
      .map((file) => ({ path: file.path, bytes: file.bytes, hash: `sha256:${file.sha256}` }));
    const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
    expect(resources.map(({ path: name, bytes, hash }) => ({ path: name, bytes, hash })).sort(byPath)).toEqual(
      expected,
    );
  });

  it.skipIf(profiles.isMissing)(`satisfies the profiles of Data Package v2${profiles.note}`, () => {
    // The profiles use a format for forms, `textarea`, that says nothing about values.
    const ajv = new Ajv({ strict: false, allErrors: true, formats: { textarea: true } });
    addFormats.default(ajv);
    const check = (profile: string, value: unknown): void => {
      const schema = JSON.parse(readFileSync(path.join(PROFILES, `${profile}.json`), 'utf8')) as object;
      const validate = ajv.getSchema(profile) ?? ajv.addSchema(schema, profile).getSchema(profile)!;
      expect([validate(value), validate.errors], profile).toEqual([true, null]);
    };
    const descriptor = project.readJsonFile('dist/data', RELEASE, 'datapackage.json') as {
      resources: { schema?: object; dialect?: object }[];
    };
    check('datapackage', descriptor);
    for (const resource of descriptor.resources) {
      check('dataresource', resource);
      if (resource.schema !== undefined) check('tableschema', resource.schema);
      if (resource.dialect !== undefined) check('tabledialect', resource.dialect);
    }
    expect(descriptor.resources.filter(({ schema }) => schema !== undefined)).toHaveLength(2 * tables.size);
  });
});
