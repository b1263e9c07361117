import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { csv } from '../../../pipeline/publish/formats/csv.ts';
import { geoparquet } from '../../../pipeline/publish/formats/parquet/geoparquet.ts';
import { parquet } from '../../../pipeline/publish/formats/parquet/parquet.ts';
import { encodeValue } from '../../../pipeline/publish/formats/parquet/write-parquet.ts';
import { measureBounds } from '../../../pipeline/publish/formats/bounds.ts';
import type { TableName } from '../../../pipeline/model/table.ts';
import { makeRelease, METADATA, writeTable } from './make-release.ts';

const release = makeRelease();
const PLAIN = parquet.tables;
const GEOGRAPHIC = geoparquet.tables;

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function write(name: TableName): Promise<Uint8Array> {
  return writeTable(PLAIN.includes(name) ? parquet : geoparquet, release, name);
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function readPair(bytes: Uint8Array, key: string): unknown {
  const pair = parquetMetadata(toArrayBuffer(bytes)).key_value_metadata?.find((each) => each.key === key);
  return JSON.parse(pair?.value ?? 'null');
}

const PHYSICAL = {
  string: 'BYTE_ARRAY',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'INT32',
} as const;

describe.each([...PLAIN, ...GEOGRAPHIC])('Parquet of %s', (name) => {
  it('has the types that the schema has, whatever the values', async () => {
    const { schema } = parquetMetadata(toArrayBuffer(await write(name)));
    const { table } = release.tables.get(name)!;
    const found = schema
      .slice(1, 1 + table.columns.length)
      .map((element) => [element.name, element.type, element.repetition_type]);
    expect(found).toEqual(
      table.columns.map((column) => [column.name, PHYSICAL[column.type], column.required ? 'REQUIRED' : 'OPTIONAL']),
    );
    expect(schema.filter(({ converted_type }) => converted_type === 'DATE').map((element) => element.name)).toEqual(
      table.columns.filter(({ type }) => type === 'date').map((column) => column.name),
    );
  });

  it('has every value', async () => {
    const found: Record<string, unknown>[] = await parquetReadObjects({ file: toArrayBuffer(await write(name)) });
    const { table, rows } = release.tables.get(name)!;
    const expected = [...rows].map(({ values }) =>
      table.columns.map(({ name: column, type }) => {
        const value = values[column];
        return type === 'date' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : (value ?? null);
      }),
    );
    expect(found.map((row) => table.columns.map((column) => row[column.name] ?? null))).toEqual(expected);
  });

  it('says what it is', async () => {
    expect(readPair(await write(name), 'hankekartta')).toMatchObject({ table: name, ...METADATA });
  });
});

describe('Parquet and CSV', () => {
  async function readDuckDb(connection: DuckDBConnection, sql: string): Promise<unknown[]> {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  }

  it.each([...PLAIN, ...GEOGRAPHIC])('are the same to DuckDB: %s', async (name) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const { table } = release.tables.get(name)!;
    writeFileSync(join(folder, `${name}.parquet`), await write(name));
    writeFileSync(join(folder, `${name}.csv`), await writeTable(csv, release, name));
    const names = table.columns.map((column) => `"${column.name}"`).join(', ');
    // Types are DuckDB's own finding in the Parquet file; the CSV file is read with them.
    const described = await readDuckDb(connection, `DESCRIBE SELECT ${names} FROM '${folder}/${name}.parquet'`);
    const types = (described as string[][]).map(([column, type]) => `'${column!}': '${type!}'`).join(', ');
    const fromParquet = `SELECT ${names} FROM '${folder}/${name}.parquet'`;
    const fromCsv = `SELECT ${names} FROM read_csv('${folder}/${name}.csv', header = true, columns = {${types}}, max_line_size = 10000000)`;
    expect(await readDuckDb(connection, `${fromParquet} EXCEPT ${fromCsv}`)).toEqual([]);
    expect(await readDuckDb(connection, `${fromCsv} EXCEPT ${fromParquet}`)).toEqual([]);
    expect(await readDuckDb(connection, `SELECT count(*)::INTEGER FROM (${fromCsv})`)).toEqual([
      [[...release.tables.get(name)!.rows].length],
    ]);
  });
});

describe('GeoParquet', () => {
  it('declares geometry, reference system, extent and covering', async () => {
    const bytes = await write('regions');
    const bounds = [...release.tables.get('regions')!.rows].map(({ area }) =>
      measureBounds(release.context.geometryWgs84(area)!),
    );
    const bbox = [
      Math.min(...bounds.map(({ xmin }) => xmin)),
      Math.min(...bounds.map(({ ymin }) => ymin)),
      Math.max(...bounds.map(({ xmax }) => xmax)),
      Math.max(...bounds.map(({ ymax }) => ymax)),
    ];
    expect(readPair(bytes, 'geo')).toMatchObject({
      version: '1.1.0',
      primary_column: 'geometry',
      columns: {
        geometry: {
          encoding: 'WKB',
          geometry_types: ['MultiPolygon'],
          orientation: 'counterclockwise',
          crs: { id: { authority: 'OGC', code: 'CRS84' } },
          bbox,
          covering: {
            bbox: { xmin: ['bbox', 'xmin'], ymin: ['bbox', 'ymin'], xmax: ['bbox', 'xmax'], ymax: ['bbox', 'ymax'] },
          },
        },
      },
    });
  });

  it('has every vertex, and the bounds of every area', async () => {
    const found: Record<string, unknown>[] = await parquetReadObjects({
      file: toArrayBuffer(await write('municipalities')),
    });
    for (const [index, { area }] of [...release.tables.get('municipalities')!.rows].entries()) {
      const coordinates = release.context.geometryWgs84(area)!;
      expect(found[index]?.['geometry']).toEqual({ type: 'MultiPolygon', coordinates });
      expect(found[index]?.['bbox']).toEqual(measureBounds(coordinates));
    }
  });

  it('is a geometry to DuckDB', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    writeFileSync(join(folder, 'geo.parquet'), await write('regions'));
    const described = (
      await connection.runAndReadAll(`DESCRIBE SELECT geometry FROM '${folder}/geo.parquet'`)
    ).getRowsJson();
    expect(described[0]?.[1]).toBe("GEOMETRY('OGC:CRS84')");
  });

  it('can have areas without geometry, and no rows', async () => {
    const { table, rows } = release.tables.get('regions')!;
    const [first] = rows;
    for (const made of [[], [{ values: first!.values, area: { level: 'region' as const, codes: ['99'] } }]]) {
      const tables = new Map(release.tables).set('regions', { table, rows: made });
      const bytes = await writeTable(geoparquet, { ...release, tables }, 'regions');
      const found: Record<string, unknown>[] = await parquetReadObjects({ file: toArrayBuffer(bytes) });
      expect(found.map(({ geometry, bbox }) => [geometry ?? null, bbox ?? null])).toEqual(made.map(() => [null, null]));
      expect(readPair(bytes, 'geo')).toMatchObject({ columns: { geometry: { geometry_types: [] } } });
    }
  });
});

describe('whole numbers', () => {
  it('are refused when 32 bits cannot hold them', () => {
    expect(encodeValue('integer', 2 ** 31 - 1)).toBe(2_147_483_647);
    expect(() => encodeValue('integer', 2 ** 31)).toThrow(RangeError);
    expect(() => encodeValue('integer', 0.5)).toThrow(RangeError);
  });
});
