import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Row, Translations } from '../../model/table.ts';

/** A column of the Commission's Table Schema of a list of operations, and where we have it from: `mappings/kohesio.csv`. */
export interface KohesioColumn {
  readonly column: string;
  readonly isRequired: boolean;
  /** A column of ours, a fixed value, or absent where our sources lack it. */
  readonly source?: string;
  /** Why it is left out. */
  readonly note: Translations;
}

/** A project with the code of the smallest NUTS area that holds all its target areas; absent where it has none. */
export interface Operation {
  readonly project: Row;
  readonly nutsCode?: string;
}

/** A reason to leave a row out: a required column that has no value in it, or a rule that it breaks. */
interface Omission {
  readonly project_id: string;
  readonly reasons: readonly string[];
}

/** What stands in `kohesio-omitted.json`. */
export interface KohesioReport {
  readonly columns_left_out: readonly {
    readonly column: string;
    readonly required: boolean;
    readonly note: Translations;
  }[];
  readonly rows: { readonly total: number; readonly written: number; readonly omitted: number };
  readonly omitted_by_reason: readonly { readonly reason: string; readonly count: number }[];
  readonly omitted_rows: readonly Omission[];
}

/** Codes that the schema of the list knows; a newer fund has none there, so the cell is empty and the fund's name says it. */
const FUND_CODES: ReadonlySet<string> = new Set(['ESF', 'ERDF']);
const LOCATIONS = [
  'Location_Indicator_Postcode',
  'Location_Indicator_NUTS_code',
  'Location_Indicator_latitude_longitude',
];

export function readKohesioColumns(csv: string): KohesioColumn[] {
  return parse<Readonly<Record<string, string>>>(csv, { columns: true }).map((row) => ({
    column: row['column'] ?? '',
    isRequired: row['required'] === 'true',
    ...(row['source'] ? { source: row['source'] } : {}),
    note: { en: row['note_en'] ?? '', fi: row['note_fi'] ?? '', sv: row['note_sv'] ?? '' },
  }));
}

/** `2015-02-28` → `28/02/2015` */
function writeDate(value: string): string {
  return value.split('-').reverse().join('/');
}

function findCell(
  { column, source = '' }: KohesioColumn,
  { project, nutsCode }: Operation,
  fundNames: ReadonlyMap<string, string>,
): string {
  const read = (name: string): string => {
    const value = project[name];
    return value === undefined ? '' : String(value);
  };
  if (column === 'Fund_Code') return FUND_CODES.has(read('fund')) ? read('fund') : '';
  if (column === 'Fund_Name') return fundNames.get(read('fund')) ?? read('fund');
  if (column === 'Location_Indicator_NUTS_code') return nutsCode ?? '';
  if (column === 'Country' || column === 'CountryID') return source;
  return isDate(column) ? writeDate(read(source)) : read(source);
}

function findReasons(
  columns: readonly KohesioColumn[],
  cells: ReadonlyMap<string, string>,
  { project }: Operation,
): string[] {
  const has = (column: string): boolean => (cells.get(column) ?? '') !== '';
  const missing = columns.filter(({ column, isRequired }) => isRequired && !has(column)).map(({ column }) => column);
  const [start, end] = [project['start_date'], project['end_date']];
  return [
    ...missing.map((column) => `missing ${column}`),
    ...(LOCATIONS.some(has) ? [] : ['missing location']),
    ...(typeof start === 'string' && typeof end === 'string' && start > end ? ['start after end'] : []),
  ];
}

/**
 * The list of operations as the Commission's validator reads it: RFC 4180, commas, CRLF. A column that no source fills is left out
 * whole, a row that lacks a required value is left out; both are in the report.
 */
export function* writeKohesio(
  columns: readonly KohesioColumn[],
  operations: Iterable<Operation>,
  fundNames: ReadonlyMap<string, string>,
): Generator<string, KohesioReport> {
  const written = columns.filter(({ source }) => source !== undefined);
  const options = { record_delimiter: '\r\n', quoted_match: /[\r\n]/u } as const;
  yield stringify([written.map(({ column }) => column)], options);
  const omitted: Omission[] = [];
  const counts = new Map<string, number>();
  let total = 0;
  for (const operation of operations) {
    total += 1;
    const cells = new Map(written.map((column) => [column.column, findCell(column, operation, fundNames)]));
    const reasons = findReasons(written, cells, operation);
    if (reasons.length === 0) yield stringify([[...cells.values()]], options);
    else omitted.push({ project_id: String(operation.project['project_id']), reasons });
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return {
    columns_left_out: columns
      .filter(({ source }) => source === undefined)
      .map(({ column, isRequired, note }) => ({ column, required: isRequired, note })),
    rows: { total, written: total - omitted.length, omitted: omitted.length },
    omitted_by_reason: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count })),
    omitted_rows: omitted,
  };
}

/** The longest code that all of some NUTS codes begin with: `FI1B1` and `FI1C1` → `FI1`. */
export function joinNutsCodes(codes: readonly string[]): string | undefined {
  const [first, ...others] = codes;
  if (first === undefined) return undefined;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return length < 2 ? undefined : first.slice(0, length);
}

const isDate = (column: string): boolean => /_Date$|^Date_/u.test(column);

/** Metadata of the list as CSV on the Web, to lie beside it. */
export function describeKohesio(columns: readonly KohesioColumn[]): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'kohesio.csv',
    dialect: {
      delimiter: ',',
      lineTerminators: ['\r\n'],
      quoteChar: '"',
      doubleQuote: true,
      encoding: 'utf-8',
      header: true,
    },
    tableSchema: {
      columns: columns
        .filter(({ source }) => source !== undefined)
        .map(({ column, isRequired }) => ({
          name: column,
          titles: column,
          datatype: isDate(column) ? { base: 'date', format: 'dd/MM/yyyy' } : 'string',
          required: isRequired,
          null: '',
        })),
    },
  };
}

/** Types for GDAL and QGIS: texts, since neither reads the list's dates. */
export function listKohesioTypes(columns: readonly KohesioColumn[]): string {
  const written = columns.filter(({ source }) => source !== undefined);
  return `${written.map(() => '"String"').join(',')}\n`;
}
