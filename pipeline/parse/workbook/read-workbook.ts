import { createRequire } from 'node:module';
import type { CellObject, WorkBook } from '@e965/xlsx';
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
      cellFormula: false,
    });
  } catch {
    return { problem: 'bytes that are no workbook' };
  }
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const visible = workbook.SheetNames.filter((_, index) => (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0);
  return {
    sheets: visible.map((name) => ({ name, ...writeSheet(xlsx, workbook.Sheets[name]?.['!data'] ?? [], is1904) })),
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

function writeSheet(
  xlsx: Xlsx,
  data: readonly (readonly CellObject[] | undefined)[],
  is1904: boolean,
): Omit<SheetText, 'name'> {
  const lines: string[] = [];
  const width = Math.min(WIDEST, Math.max(0, ...Array.from(data.slice(0, FIRST_ROWS), (cells) => cells?.length ?? 0)));
  // An empty row is a hole, and a row ends at its last cell that holds something.
  const rows = Array.from(data, (cells = []) => {
    const length = cells.length === 0 ? 0 : Math.max(width, cells.length);
    return Array.from({ length }, (_, column) => writeCell(xlsx, cells[column], is1904));
  });
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
  return { text: lines.join('\n'), rows, locate };
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
  const format = String(cell.z ?? 'General');
  const ssf = xlsx.SSF as {
    is_date: (format: string) => boolean;
    parse_date_code: (value: number, options: object) => Moment;
  };
  if (ssf.is_date(format))
    return writeMoment(ssf.parse_date_code(Math.round(cell.v * 86_400) / 86_400, { date1904: is1904 }));
  // Codes that a spreadsheet took for numbers keep the zeros that it shows.
  if (/^0{2,}$/.test(format) && cell.w !== undefined) return cell.w;
  return writeNumber(cell.v);
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
