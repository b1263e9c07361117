import { createHash } from 'node:crypto';

export type DumpedRow = Readonly<Record<string, unknown>>;

/** Texts longer than this are named by length and hash: the text formats have them in full. */
const LONGEST_TEXT = 120;
/** Rows of a long table that are written out; the rest is one line with its hash. */
const SHOWN = 5;
const LONG_TABLE = 60;

export function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A value as JSON can hold it: bytes and long texts as length and hash, so that every change still shows. */
function writeValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `${value.length} bytes ${hash(value).slice(0, 16)}`;
  if (typeof value === 'string' && value.length > LONGEST_TEXT)
    return `${value.length} characters ${hash(value).slice(0, 16)}`;
  return value;
}

/** A geometry's type, number of positions and hash of its coordinates, in place of the coordinates. */
export function describeGeometry(geometry: unknown): unknown {
  if (typeof geometry !== 'object' || geometry === null) return null;
  const { type } = geometry as { readonly type?: string };
  const numbers = JSON.stringify(geometry).match(/-?\d[\d.e-]*/g) ?? [];
  return `${type ?? ''} ${numbers.length / 2} positions ${hash(JSON.stringify(geometry)).slice(0, 16)}`;
}

export function writeLine(value: unknown): string {
  return `${JSON.stringify(value, (_, each: unknown) => writeValue(each))}\n`;
}

const isIdle = (row: DumpedRow): boolean => row['project_count'] === 0 && row['beneficiary_project_count'] === 0;

/** One line a row; areas without projects and the rest of a long table are one line each, with the hash of what they stand for. */
export function writeRows(name: string, rows: readonly DumpedRow[]): string {
  const isCoverage = rows.some((row) => 'project_count' in row);
  const isShown = (row: DumpedRow, index: number): boolean =>
    isCoverage ? !isIdle(row) : rows.length <= LONG_TABLE || index < SHOWN;
  const shown = rows.filter(isShown).map(writeLine);
  const others = rows.filter((row, index) => !isShown(row, index)).map(writeLine);
  const rest = others.length === 0 ? [] : [writeLine({ more_rows: others.length, sha256: hash(others.join('')) })];
  return [writeLine({ table: name, rows: rows.length }), ...shown, ...rest].join('');
}
