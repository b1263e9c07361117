import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import type { Point } from 'unist';
import { LIMITS } from '../limits.ts';
import { NO_WORKBOOK, openWorkbook, TOO_LARGE, type Problem } from './open-workbook.ts';
import type { Xlsx } from './weigh-sheets.ts';

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
  /** That not all of its cells were read. */
  readonly gap?: SheetFault;
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
export function readWorkbook(bytes: Uint8Array): { readonly sheets: readonly SheetText[] } | Problem {
  const opened = openWorkbook(bytes);
  if ('problem' in opened) return opened;
  const left: Budget = { places: MOST_PLACES, cells: LIMITS.separators, characters: LIMITS.documentBytes };
  const days = new Map<string, boolean>();
  const sheets: SheetText[] = [];
  for (const group of opened.groups) {
    const workbook = opened.read(group);
    if (workbook === undefined) return NO_WORKBOOK;
    const writer = { xlsx: opened.xlsx, is1904: workbook.Workbook?.WBProps?.date1904 === true, days, left };
    for (const index of group) {
      if ((workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) continue;
      const name = workbook.SheetNames[index] ?? '';
      const sheet = workbook.Sheets[name];
      const text = isWithin(sheet, left) ? writeSheet(writer, sheet) : undefined;
      if (text === undefined) return TOO_LARGE;
      const gap = findGap(sheet, opened.cells[index]);
      sheets.push({ name, ...text, ...(gap === undefined ? {} : { gap }) });
    }
  }
  return sheets.length === 0 ? { problem: 'a workbook that shows no sheet' } : { sheets };
}

const REMEDY = 'open the workbook in a spreadsheet program and save it';

/** The library leaves out what it fails at, and of two cells at one place the first: what it read is counted against what there is. */
function findGap(sheet: WorkSheet | undefined, expected: number | undefined): SheetFault | undefined {
  const tell = (message: string, count: number): SheetFault => ({ line: 1, column: 1, message, count });
  if (expected === undefined)
    return tell(`unexpected sheet whose part of the file is missing or not to be told, expected one: ${REMEDY}`, 1);
  const data: readonly (readonly CellObject[] | undefined)[] = sheet?.['!data'] ?? [];
  let found = 0;
  for (const cells of data)
    for (const cell of cells ?? []) if ((cell as CellObject | undefined) !== undefined) found += 1;
  const lost = expected - found;
  return lost <= 0
    ? undefined
    : tell(
        `unexpected sheet of which ${String(lost)} of ${String(expected)} cells cannot be read (two at one place, or a text that is missing), expected all: ${REMEDY}`,
        lost,
      );
}

/** Places of cells, empty ones with a border or a colour included. */
const MOST_PLACES = 10 * LIMITS.separators;
/** As many rows as a sheet can have. */
const SHEET_ROWS = 1 << 20;

/** What a workbook may still hold: of a part of a megabyte that a million cells refer to, or of one cell in the last row, nobody has the memory. */
interface Budget {
  places: number;
  cells: number;
  characters: number;
}

/** What cells are written with. */
interface Writer {
  readonly xlsx: Xlsx;
  readonly is1904: boolean;
  /** Whether a format is one of days: formats can be as long as their part, and cells many. */
  readonly days: Map<string, boolean>;
  readonly left: Budget;
}

/** Whether a sheet can be gone through. */
function isWithin(sheet: WorkSheet | undefined, left: Budget): boolean {
  const data: readonly (readonly CellObject[] | undefined)[] = sheet?.['!data'] ?? [];
  if (data.length > SHEET_ROWS) return false;
  for (const cells of data) left.places -= 1 + (cells?.length ?? 0);
  return left.places >= 0;
}

/** @returns `undefined` for a sheet that holds more than is left */
function writeSheet(writer: Writer, sheet: WorkSheet | undefined): Omit<SheetText, 'name'> | undefined {
  const { left } = writer;
  const lines: string[] = [];
  const data: readonly (readonly CellObject[] | undefined)[] = sheet?.['!data'] ?? [];
  // An empty row is a hole, and a row ends at its last cell that holds something.
  const lengths = Array.from(data, (cells = []) => cells.findLastIndex(holdsSomething) + 1);
  const width = Math.min(WIDEST, Math.max(0, ...lengths.slice(0, FIRST_ROWS)));
  const widths = lengths.map((length) => (length === 0 ? 0 : Math.max(width, length)));
  for (const length of widths) left.cells -= length;
  if (left.cells < 0) return undefined;
  const rows = Array.from(data, (cells = [], row) =>
    Array.from({ length: widths[row] ?? 0 }, (_, column) => writeCell(writer, cells[column])),
  );
  const faults = [...findFaults(writer, data), ...fillMerged(rows, data, sheet?.['!merges'] ?? [], writer)];
  for (const cells of rows) for (const { length } of cells) left.characters -= length;
  if (left.characters < 0) return undefined;
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

const isError = (cell: CellObject): boolean => cell.t === 'e';

/** Of an error that the library has no number for, such as `#SPILL!`, it keeps nothing, or what objects have under its name. */
const nameError = ({ xlsx }: Writer, cell: CellObject): string =>
  typeof cell.v === 'number' ? ` ${xlsx.utils.format_cell(cell).trim()}` : '';

/** Words that are said to be a number or a day. */
const isNoNumber = ({ t, v }: CellObject): boolean => t === 'n' && !Number.isFinite(v);

/** Programs that write workbooks without calculating leave a formula alone: its value is nowhere. */
const isEmptyFormula = (cell: CellObject): boolean => cell.t === 'z' && cell.f !== undefined;

/** What is wrong with a cell, if anything is. */
function tellFault(writer: Writer, cell: CellObject): string | undefined {
  if (isEmptyFormula(cell)) return `unexpected formula without a value, expected one: ${REMEDY}`;
  if (isError(cell))
    return `unexpected error${nameError(writer, cell)} of the spreadsheet program in place of a value, expected a value`;
  return isNoNumber(cell) ? 'unexpected text in place of a number, expected a number' : undefined;
}

function findFaults(writer: Writer, data: readonly (readonly CellObject[] | undefined)[]): SheetFault[] {
  const byMessage = new Map<string, Point[]>();
  for (const [row, cells = []] of data.entries())
    for (const [column, cell] of (cells as readonly (CellObject | undefined)[]).entries()) {
      const message = cell === undefined ? undefined : tellFault(writer, cell);
      if (message === undefined) continue;
      const places = byMessage.get(message) ?? [];
      byMessage.set(message, places);
      places.push({ line: row + 1, column: column + 1 });
    }
  return [...byMessage].flatMap(([message, places]) => groupByColumn(places, message));
}

/**
 * A cell merged over several rows says the same of each: words and days are written into the lower ones, of rows that hold something. A
 * number is not: an amount that stands for several projects is the amount of none of them; it stays with the first and is told.
 */
function fillMerged(
  rows: readonly string[][],
  data: readonly (readonly CellObject[] | undefined)[],
  merges: readonly Range[],
  writer: Writer,
): SheetFault[] {
  const numbers: Point[] = [];
  let work = 0;
  for (const { s: start, e: end } of merges) {
    const value = rows[start.r]?.[start.c] ?? '';
    if (value === '' || end.r === start.r) continue;
    const cell = data[start.r]?.[start.c];
    const isNumber = cell?.t === 'n' && !isDay(writer, cell);
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
function writeCell(writer: Writer, cell: CellObject | undefined): string {
  const { xlsx, is1904 } = writer;
  if (cell?.v === undefined || cell.t === 'z' || isError(cell) || isNoNumber(cell)) return '';
  if (cell.t !== 'n' || typeof cell.v !== 'number') return String(cell.v).trim();
  if (isDay(writer, cell)) {
    const ssf = xlsx.SSF as { parse_date_code: (value: number, options: object) => Moment | null };
    const moment = ssf.parse_date_code(Math.round(cell.v * 86_400) / 86_400, { date1904: is1904 });
    // A number that is no day of the calendar, such as a negative one, is what it is.
    return moment === null ? writeNumber(cell.v) : writeMoment(moment);
  }
  return writeCode(cell.v, formatOf(cell)) ?? writeNumber(cell.v);
}

const formatOf = (cell: CellObject): string => String(cell.z ?? 'General');

function isDay({ xlsx, days }: Writer, cell: CellObject): boolean {
  const format = formatOf(cell);
  const known = days.get(format) ?? (xlsx.SSF as { is_date: (format: string) => boolean }).is_date(format);
  days.set(format, known);
  return known;
}

/** Words before the digits, then places for digits: from the first `0` on, each is shown (ECMA-376, part 1, 18.8.31). No code has forty. */
const CODE_FORMAT = /^(?<words>(?:"[^"]*"|\\.)*)#*(?<digits>0[0#]{1,39})(?:;|$)/u;

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
