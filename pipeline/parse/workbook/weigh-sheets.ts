/** What reading a workbook will cost, before anything of it is read: each of its sheets can name the same part. */
import type { WorkBook } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { LIMITS } from '../limits.ts';

export type Xlsx = typeof import('@e965/xlsx');
type Parts = Readonly<Record<string, Uint8Array>>;

/** Few sheets are held at a time, and of those with many cells one. */
const SHEETS_AT_ONCE = 10;
/** Cells of a sheet, empty ones included, and of all sheets. */
const SHEET_CELLS = 3 * LIMITS.separators;
const BOOK_CELLS = 10 * LIMITS.separators;
/** Beginnings and ends of elements of a part that are not of cells, and those of a cell with all that it can hold. */
const OTHER_ELEMENTS = 2 * LIMITS.separators;
const CELL_ELEMENTS = 6;

interface Weight {
  readonly bytes: number;
  readonly cells: number;
}

export interface SheetGroups {
  /** Positions of the sheets of a workbook, from 0: those that are to be read together. */
  readonly groups: readonly number[][];
  /** Cells of each sheet's part, empty ones included; `undefined` for a sheet of which nobody knows the part. */
  readonly cells: readonly (number | undefined)[];
}

/**
 * The sheets of a workbook in groups, and what each must be found to hold.
 * @param book what the library tells of the workbook without its sheets
 * @returns `undefined` where there is more to be read than any list has
 */
export function groupSheets(xlsx: Xlsx, parts: Parts, book: WorkBook): SheetGroups | undefined {
  const weighed = weighSheets(xlsx, parts, book);
  if (weighed === undefined) return undefined;
  const { heaviest } = weighed;
  const weights = weighed.ofSheets.map((weight) => weight ?? heaviest);
  const groups: number[][] = [];
  let [bytes, cells, together] = [0, 0, 0];
  for (const [index, weight] of weights.entries()) {
    const group = groups.at(-1);
    bytes += weight.bytes;
    cells += weight.cells;
    together += weight.cells;
    if (group !== undefined && group.length < SHEETS_AT_ONCE && together <= LIMITS.separators) group.push(index);
    else {
      groups.push([index]);
      together = weight.cells;
    }
  }
  // Texts and styles are read anew with each group; which parts they are is the library's to know.
  const named = new Set(weights);
  const ofSheets = [...named].reduce((sum, weight) => sum + weight.bytes, 0);
  const others = Object.values(parts).reduce((sum, part) => sum + part.length, -ofSheets);
  bytes += groups.length * Math.max(0, others);
  const counts = weighed.ofSheets.map((weight) => weight?.cells);
  return bytes <= LIMITS.unpackedBytes && cells <= BOOK_CELLS ? { groups, cells: counts } : undefined;
}

/** Whether no part would take more memory than there is: an element of five bytes takes a hundred. */
export function areBounded(parts: Parts): boolean {
  return Object.values(parts).every((part) => {
    const { cells, rows, elements } = countElements(part);
    return cells + rows <= SHEET_CELLS && elements - CELL_ELEMENTS * cells - 2 * rows <= OTHER_ELEMENTS;
  });
}

/**
 * Which part a sheet names is asked of the library: it reads the workbook with parts that hold their own number alone. A sheet
 * that shows none counts as the heaviest.
 */
function weighSheets(
  xlsx: Xlsx,
  parts: Parts,
  book: WorkBook,
): { ofSheets: (Weight | undefined)[]; heaviest: Weight } | undefined {
  const isKept = (name: string): boolean =>
    /\.rels$|^\[content_types\]/iu.test(name) || isWorkbook(book, name.toLowerCase());
  const entries = Object.entries(parts);
  const weights = entries.map(([, part]): Weight => ({ bytes: part.length, cells: countElements(part).cells }));
  const count = book.SheetNames.length;
  const kept = entries.reduce((sum, [name, { length }]) => sum + (isKept(name) ? length : 0), 0);
  if (kept * count > LIMITS.unpackedBytes) return undefined;
  const numbered = entries.map(([name, part], index): [string, Uint8Array] => [
    name,
    isKept(name) ? asWorksheets(name, part) : Buffer.from(writeNumbered(index)),
  ]);
  const zip = zipSync(Object.fromEntries(numbered), { level: 0 });
  const { Sheets: sheets, SheetNames: names } = xlsx.read(zip, { type: 'array', dense: true, cellText: false });
  const heaviest = weights.reduce((most, weight) => ({
    bytes: Math.max(most.bytes, weight.bytes),
    cells: Math.max(most.cells, weight.cells),
  }));
  // Of sheets of one name, the library keeps the last.
  const areDistinct = new Set(names).size === names.length;
  const ofSheets = names.map((name) => {
    const number: unknown = sheets[name]?.['!data']?.[0]?.[0]?.v;
    return areDistinct && typeof number === 'number' ? weights[number] : undefined;
  });
  return { ofSheets, heaviest };
}

const writeNumbered = (index: number): string =>
  `<worksheet><sheetData><row r="1"><c r="A1"><v>${index}</v></c></row></sheetData></worksheet>`;

/** The part that lists the sheets, as the library tells beside what its types declare. */
function isWorkbook(book: WorkBook & { Directory?: { workbooks?: readonly string[] } }, name: string): boolean {
  return (book.Directory?.workbooks ?? []).some((path) => path.replace(/^\//u, '').toLowerCase() === name);
}

/** Sheets that are a chart, a dialogue or macros name a part as others do. */
function asWorksheets(name: string, part: Uint8Array): Uint8Array {
  if (!name.endsWith('.rels')) return part;
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  return Buffer.from(
    text.replaceAll(/\/(?:chart|dialog|xl(?:Intl)?Macro)sheet(?<quote>["'])/giu, '/worksheet$<quote>'),
    'latin1',
  );
}

const code = (sign: string): number => sign.charCodeAt(0);
const [OPEN, CLOSE, SLASH, COLON, SPACE] = [code('<'), code('>'), code('/'), code(':'), code(' ')];
const [LETTER_C, LETTER_R, LETTER_O, LETTER_W] = [code('c'), code('r'), code('o'), code('w')];

/** Beginnings of cells, ends of rows, and beginnings and ends of all elements, with a prefix or without. */
function countElements(part: Uint8Array): { cells: number; rows: number; elements: number } {
  let [cells, rows, elements] = [0, 0, 0];
  for (let index = 0; index < part.length; index += 1) {
    const byte = part[index];
    if (byte === OPEN) elements += 1;
    if (byte !== LETTER_C && byte !== LETTER_R) continue;
    const [before, next] = [part[index - 1], part[index + 1]];
    if (byte === LETTER_C) {
      const isName = next === SPACE || next === SLASH || next === CLOSE;
      if (isName && (before === OPEN || (before === COLON && isPrefix(part, index - 1)))) cells += 1;
    } else if ((before === SLASH || before === COLON) && next === LETTER_O)
      if (part[index + 2] === LETTER_W && part[index + 3] === CLOSE) rows += 1;
  }
  return { cells, rows, elements };
}

/** Whether the letters before a colon begin an element: in a text, a colon and a letter are no cell. */
function isPrefix(part: Uint8Array, colon: number): boolean {
  let index = colon - 1;
  while (isWordCharacter(part[index])) index -= 1;
  return index < colon - 1 && part[index] === OPEN;
}

const isWordCharacter = (byte = 0): boolean => /\w/u.test(String.fromCharCode(byte));
