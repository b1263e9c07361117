/** A record that is written in a format and read by a program that is not ours is the same record. */
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { divideColumns, type Column, type Row, type TableName } from '../../pipeline/model/table.ts';
import type { Format } from '../../pipeline/publish/format.ts';
import { csv } from '../../pipeline/publish/formats/csv.ts';
import { geojson } from '../../pipeline/publish/formats/geojson.ts';
import { jsonl } from '../../pipeline/publish/formats/jsonl.ts';
import { parquet } from '../../pipeline/publish/formats/parquet/parquet.ts';
import { semicolonCsv } from '../../pipeline/publish/formats/semicolon-csv.ts';
import { xlsx } from '../../pipeline/publish/formats/xlsx/index.ts';
import { looksLikeFormula } from '../../pipeline/publish/formats/formula-guard.ts';
import { HOSTILE_TEXTS, makeRelease, writeTable } from '../publish/formats/make-release.ts';
import { RUNS } from './generated.ts';
import { INHERITED } from './mutations.ts';

const release = makeRelease();
/** `projects` with its columns in every type, and a table that has no geometry. */
const TABLES = ['projects', 'partners', 'sections'] as const satisfies readonly TableName[];

const anyText = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.string({ minLength: 1, unit: fc.constantFrom(...Array.from('",;|\n\r\t\' =+-@a1&<>_x\uFEFF\u2028\u200B')) }),
  fc.constantFrom(...HOSTILE_TEXTS, ...INHERITED, '_x000D_', '1.0', '00', '0x1F', 'null', '\u00A0'),
);
/** Decoders of UTF-8 take a byte-order mark at the beginning for none of the text; parsing leaves none there. */
const text = anyText.filter((value) => !value.startsWith('\uFEFF'));
const VALUES: Readonly<Record<Column['type'], fc.Arbitrary<string | number | boolean>>> = {
  string: text,
  integer: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  number: fc.integer({ min: -1e13, max: 1e13 }).map((cents) => cents / 100),
  boolean: fc.boolean(),
  // Spreadsheets have no days before March 1900 (sheet.ts).
  date: fc
    .integer({ min: Date.UTC(1901, 0, 1) / 86_400_000, max: Date.UTC(2100, 0, 1) / 86_400_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
};

function rowOf(columns: readonly Column[]): fc.Arbitrary<Row> {
  const values = columns.map(({ name, type, required }) =>
    fc.tuple(fc.constant(name), required ? VALUES[type] : fc.option(VALUES[type], { nil: undefined })),
  );
  return fc.tuple(...values).map((pairs): Row => Object.fromEntries(pairs));
}

type Cell = string | number | boolean | null;
type Read = (bytes: Uint8Array, columns: readonly Column[]) => readonly Cell[][] | Promise<readonly Cell[][]>;

/** A cell of text as its column's type says. */
function toCell(value: string, type: Column['type']): Cell {
  if (value === '') return null;
  if (type === 'boolean') return value === 'true';
  return type === 'integer' || type === 'number' ? Number(value) : value;
}
const pick = (record: Readonly<Record<string, unknown>>, columns: readonly Column[]): Cell[] =>
  columns.map(({ name }) => (record[name] ?? null) as Cell);
const toDay = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

const readDelimited =
  (delimiter: string, bom: boolean): Read =>
  (bytes, columns) => {
    const rows: string[][] = parseCsv(Buffer.from(bytes), { delimiter, bom, record_delimiter: bom ? '\r\n' : '\n' });
    return rows.slice(1).map((row) =>
      row.map((value, index) => {
        const { type = 'string' } = columns[index] ?? {};
        if (!bom) return toCell(value, type);
        // One apostrophe of every text that still looks like a formula is the guard.
        if (type === 'string') return toCell(looksLikeFormula(value) ? value.slice(1) : value, type);
        return toCell(value.replace(',', '.'), type);
      }),
    );
  };

const readLines: Read = (bytes, columns) =>
  Buffer.from(bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => pick(JSON.parse(line) as Record<string, unknown>, columns));

const readFeatures: Read = (bytes, columns) => {
  const { features } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
    readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
  return features.map(({ properties }) => pick(properties, columns));
};

const readParquet: Read = async (bytes, columns) => {
  const rows: Record<string, unknown>[] = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  return rows.map((row) => pick(row, columns).map((value) => toDay(value) as Cell));
};

const readWorkbook =
  (name: string): Read =>
  async (bytes, columns) => {
    const [, ...rows] = await readSheet(Buffer.from(bytes), name, { trim: false });
    return rows.map((row) => columns.map((_, index) => toDay(row[index] ?? null) as Cell));
  };

const FORMATS: readonly (readonly [name: string, format: Format, read: (table: TableName) => Read])[] = [
  ['CSV', csv, () => readDelimited(',', false)],
  ['CSV for spreadsheets', semicolonCsv, () => readDelimited(';', true)],
  ['JSON Lines', jsonl, () => readLines],
  ['GeoJSON', geojson, () => readFeatures],
  ['Parquet', parquet, () => readParquet],
  ['XLSX', xlsx, (name) => readWorkbook(name)],
];

describe.each(FORMATS)('%s', (_, format, reader) => {
  it.each(TABLES.filter((name) => format.tables.includes(name)))('gives the records of %s back', async (name) => {
    const { table } = release.tables.get(name)!;
    await fc.assert(
      fc.asyncProperty(fc.array(rowOf(table.columns), { minLength: 1, maxLength: 4 }), async (records) => {
        const rows = records.map((values) => ({ values }));
        const tables = new Map([[name, { table, rows }]]);
        const bytes = await writeTable(format, { ...release, tables }, name);
        // Maps carry no long texts.
        const columns = format.leavesOutTexts === true ? divideColumns(table).carried : table.columns;
        const expected = records.map((record) => columns.map((column) => record[column.name] ?? null));
        expect(await reader(name)(bytes, columns)).toEqual(expected);
      }),
      { ...RUNS, numRuns: 100 },
    );
  });
});
