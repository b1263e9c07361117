import { createRequire } from 'node:module';
import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import type { Point } from 'unist';
import { LIMITS } from '../limits.ts';

type Xlsx = typeof import('@e965/xlsx');

/** Rows among which a list's heading stands, and the cells of the widest of them that is looked at: every row gets as many. */
const FIRST_ROWS = 20;
const WIDEST = 500;

/** A sheet as text: its rows are lines, its cells stand between tabs. `locate` tells row and column of the sheet, both from 1. */
export interface SheetText {
  readonly name: string;
  /** What its cells hold, row by row: as the text has it, before quotes. */
  readonly rows: readonly (readonly string[])[];
  readonly text: string;
  readonly locate: (offset: number) => Point;
  /** What its cells hold and cannot be read, once for each column. */
  readonly faults: readonly SheetFault[];
}

/** Row and column of the first such cell, from 1, and how many there are. */
export interface SheetFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly count: number;
}

/**
 * The sheets of a spreadsheet file in the order of the workbook, hidden ones left out.
 * @returns a sentence's end that says what is wrong, where the file is no workbook
 */
export function readWorkbook(
  bytes: Uint8Array,
): { readonly sheets: readonly SheetText[] } | { readonly problem: string } {
  // A megabyte of program that few builds need.
  const xlsx = createRequire(import.meta.url)('@e965/xlsx') as Xlsx;
  let workbook: WorkBook;
  try {
    const parts = unpack(bytes);
    if (parts === undefined) return { problem: 'a workbook that is larger than any list' };
    workbook = xlsx.read(zipSync(parts, { level: 0 }), {
      type: 'array',
      dense: true,
      cellNF: true,
      cellHTML: false,
      // A formula whose result was not saved is told from an empty cell by these two.
      cellFormula: true,
      sheetStubs: true,
    });
  } catch {
    return { problem: 'bytes that are no workbook' };
  }
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const visible = workbook.SheetNames.filter((_, index) => (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0);
  return {
    sheets: visible.map((name) => ({ name, ...writeSheet(xlsx, workbook.Sheets[name], is1904) })),
  };
}

/**
 * The parts of a workbook, or `undefined` where they are too large. Each is unpacked into as many bytes as the file's directory states
 * and no more, and is given on as it is: a directory that states less than there is cannot fill the memory.
 */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ originalSize, size }) => {
      total += Math.max(originalSize, size);
      return total <= LIMITS.unpackedBytes;
    },
  });
  return total > LIMITS.unpackedBytes ? undefined : parts;
}

function writeSheet(xlsx: Xlsx, sheet: WorkSheet | undefined, is1904: boolean): Omit<SheetText, 'name'> {
  const lines: string[] = [];
  const data: readonly (readonly CellObject[] | undefined)[] = sheet?.['!data'] ?? [];
  // An empty row is a hole, and a row ends at its last cell that holds something.
  const lengths = Array.from(data, (cells = []) => cells.findLastIndex(holdsSomething) + 1);
  const width = Math.min(WIDEST, Math.max(0, ...lengths.slice(0, FIRST_ROWS)));
  const rows = Array.from(data, (cells = [], row) => {
    const length = lengths[row] === 0 ? 0 : Math.max(width, lengths[row] ?? 0);
    return Array.from({ length }, (_, column) => writeCell(xlsx, cells[column], is1904));
  });
  const faults = [...findEmptyFormulas(data), ...fillMerged(rows, data, sheet?.['!merges'] ?? [], xlsx)];
  /** Of every cell: where its content ends, its row and its column. */
  const ends: number[] = [];
  const points: Point[] = [];
  let length = 0;
  for (const [row, cells] of rows.entries()) {
    const written: string[] = [];
    for (const [column, value] of (cells.length === 0 ? [''] : cells).entries()) {
      const isQuoted = /["\t\n\r]/.test(value);
      const text = isQuoted ? `"${value.replaceAll('"', '""')}"` : value;
      written.push(text);
      ends.push(length + text.length - Number(isQuoted));
      points.push({ line: row + 1, column: column + 1 });
      length += text.length + 1;
    }
    lines.push(written.join('\t'));
  }
  const locate = (offset: number): Point => {
    const index = findFirst(ends, offset);
    const point = points[index] ?? points.at(-1) ?? { line: 1, column: 1 };
    // Where a cell's content ends, the place behind it begins.
    const isEnd = ends[index] === offset && offset > (ends[index - 1] ?? -1) + 1;
    return isEnd ? { ...point, column: point.column + 1 } : point;
  };
  return { text: lines.join('\n'), rows, locate, faults };
}

/** Whether a cell is more than a place with a border or a colour; a hole is `undefined`, whatever the types say. */
const holdsSomething = (cell: CellObject | undefined): boolean =>
  cell !== undefined && (cell.t !== 'z' || cell.f !== undefined);

/** One fault for each column. */
function groupByColumn(places: readonly Point[], message: string): SheetFault[] {
  const first = new Map<number, { line: number; column: number; message: string; count: number }>();
  for (const { line, column } of places) {
    const known = first.get(column);
    if (known === undefined) first.set(column, { line, column, message, count: 1 });
    else known.count += 1;
  }
  return [...first.values()];
}

/** Programs that write workbooks without calculating leave a formula alone: its value is nowhere. */
function findEmptyFormulas(data: readonly (readonly CellObject[] | undefined)[]): SheetFault[] {
  const places = data.flatMap((cells = [], row) =>
    cells.flatMap((cell: CellObject | undefined, column) =>
      cell?.t === 'z' && cell.f !== undefined ? [{ line: row + 1, column: column + 1 }] : [],
    ),
  );
  return groupByColumn(
    places,
    'unexpected formula without a value, expected one: open the workbook in a spreadsheet program and save it',
  );
}

/**
 * A cell merged over several rows says the same of each: words and days are written into the lower ones, of rows that hold something. A
 * number is not: an amount that stands for several projects is the amount of none of them; it stays with the first and is told.
 */
function fillMerged(
  rows: readonly string[][],
  data: readonly (readonly CellObject[] | undefined)[],
  merges: readonly Range[],
  xlsx: Xlsx,
): SheetFault[] {
  const numbers: Point[] = [];
  let work = 0;
  for (const { s: start, e: end } of merges) {
    const value = rows[start.r]?.[start.c] ?? '';
    if (value === '' || end.r === start.r) continue;
    const cell = data[start.r]?.[start.c];
    const isNumber = cell?.t === 'n' && !isDay(xlsx, cell);
    for (let row = start.r + 1; row <= Math.min(end.r, rows.length - 1) && work < LIMITS.separators; row += 1) {
      work += 1;
      const cells = rows[row];
      if (cells === undefined || cells.length <= start.c) continue;
      if (isNumber) numbers.push({ line: row + 1, column: start.c + 1 });
      else cells[start.c] = value;
    }
  }
  return groupByColumn(
    numbers,
    'unexpected number that is merged over several rows, expected one for each: the first alone has it',
  );
}

/** Index of the first end at or behind an offset, by bisection. */
function findFirst(ends: readonly number[], offset: number): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((ends[middle] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What a cell holds, as the lists write it: ISO dates, plain numbers, text as it is. */
function writeCell(xlsx: Xlsx, cell: CellObject | undefined, is1904: boolean): string {
  if (cell?.v === undefined || cell.t === 'z') return '';
  if (cell.t !== 'n' || typeof cell.v !== 'number')
    return String(cell.w !== undefined && cell.t === 'e' ? cell.w : cell.v).trim();
  if (isDay(xlsx, cell)) {
    const ssf = xlsx.SSF as { parse_date_code: (value: number, options: object) => Moment };
    return writeMoment(ssf.parse_date_code(Math.round(cell.v * 86_400) / 86_400, { date1904: is1904 }));
  }
  return writeCode(cell.v, formatOf(cell)) ?? writeNumber(cell.v);
}

const formatOf = (cell: CellObject): string => String(cell.z ?? 'General');

const isDay = (xlsx: Xlsx, cell: CellObject): boolean =>
  (xlsx.SSF as { is_date: (format: string) => boolean }).is_date(formatOf(cell));

/** Words before the digits, then places for digits: from the first `0` on, each is shown (ECMA-376, part 1, 18.8.31). */
const CODE_FORMAT = /^(?<words>(?:"[^"]*"|\\.)*)#*(?<digits>0[0#]+)(?:;|$)/u;

/** Codes that a spreadsheet took for numbers keep the zeros and letters that it shows: 730 as `00000` is 00730. */
function writeCode(value: number, format: string): string | undefined {
  const { words, digits } = CODE_FORMAT.exec(format)?.groups ?? {};
  if (words === undefined || digits === undefined || !Number.isSafeInteger(value) || value < 0) return undefined;
  return words.replaceAll('"', '').replaceAll('\\', '') + String(value).padStart(digits.length, '0');
}

/** Fifteen digits are what a spreadsheet keeps: 0.1 + 0.2 is 0.3. */
function writeNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

interface Moment {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

function writeMoment({ y, m, d, H, M, S }: Moment): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = H === 0 && M === 0 && S === 0 ? '' : ` ${two(H)}:${two(M)}:${two(Math.floor(S))}`;
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}${time}`;
}
