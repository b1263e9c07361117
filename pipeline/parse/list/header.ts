import { splitRows, tidy, type Line } from '../lines.ts';
import { readProjectCode } from '../values.ts';
import { headingKey, KNOWN_COLUMNS, type ListForm } from './form.ts';
import { createPatience, parseRow, readRowAt, type Cell, type Patience } from './rows.ts';

export interface Header {
  /** All lines of the heading: a quoted one may go on. */
  readonly line: Line;
  /** Index of its first line, and of the line behind its last. */
  readonly first: number;
  readonly next: number;
  readonly separator: string;
  /** Keys of the headings (`headingKey`), in their order. */
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
  /** How many cells it has, the empty ones at its end too. */
  readonly width: number;
}

/** A list's heading stands in one of the first lines: titles, dates and `sep=;` go before it. */
const LINES_TO_LOOK_AT = 20;
/** In characters; the line that they end in is looked at whole. */
const BEGINNING = 30_000;
const SEPARATORS = [',', ';', '\t', '|'];

/** What was found in the text that was looked at last: families ask for it in turn, and the one whose it is asks again. */
let last = { text: '', headers: new Map<ListForm, Header | undefined>() };

/** The heading of a list of this form: a line, or two of which the lower one goes on where the upper one ends. */
export function findHeader(text: string, form: ListForm): Header | undefined {
  if (text !== last.text) last = { text, headers: new Map() };
  if (!last.headers.has(form)) last.headers.set(form, searchHeader(text, form));
  return last.headers.get(form);
}

function searchHeader(text: string, form: ListForm): Header | undefined {
  if (!mayHaveHeader(text, form)) return undefined;
  const beginning = takeBeginning(text);
  const lines = splitRows(beginning);
  const patience = createPatience(beginning);
  const found = [false, true].flatMap((isDouble) => findHeaderOf(text, lines, form, isDouble, patience) ?? []);
  const countKnown = ({ columns }: Header): number => new Set(columns.filter((key) => form.columns.has(key))).size;
  return found.toSorted((one, two) => countKnown(two) - countKnown(one))[0];
}

function findHeaderOf(
  text: string,
  lines: readonly Line[],
  form: ListForm,
  isDouble: boolean,
  patience: Patience,
): Header | undefined {
  for (const [index, line] of lines.slice(0, LINES_TO_LOOK_AT).entries()) {
    if (line.tidy === '') continue;
    for (const separator of SEPARATORS) {
      if (!line.tidy.includes(separator) && separator !== '\t') continue;
      if (!mayBeHeading(text, lines, index, separator, form, isDouble)) continue;
      const { cells, count } = readHeading(text, lines, index, separator, form, isDouble, patience);
      const columns = nameColumns(cells, separator, form);
      if (!isHeader(columns, form)) continue;
      const last = lines[index + count - 1] ?? line;
      const span = { start: line.start, end: last.end, next: last.next, tidy: line.tidy };
      return { line: span, first: index, next: index + count, separator, columns, cells, width: cells.length };
    }
  }
  return undefined;
}

/**
 * Cheap, since every line of a page is asked: whether a heading that begins in a line could have the code's column and enough others. One
 * with a quotation may go on in any number of lines, so that it is read.
 */
function mayBeHeading(
  text: string,
  lines: readonly Line[],
  index: number,
  separator: string,
  { codeColumns }: ListForm,
  isDouble: boolean,
): boolean {
  const last = lines[isDouble ? index + 1 : index];
  const row = text.slice(lines[index]?.start, last?.end ?? text.length);
  if (row.includes('"')) return true;
  if (row.split(separator, KNOWN_COLUMNS).length < KNOWN_COLUMNS) return false;
  const words = tidy(row).toLowerCase();
  return codeColumns.some((heading) => words.includes(heading));
}

/** The cells of a heading. Of two lines, a cell is the lower one with what stands above it or, over several columns, before that. */
function readHeading(
  text: string,
  lines: readonly Line[],
  index: number,
  separator: string,
  form: ListForm,
  isDouble: boolean,
  patience: Patience,
): { cells: readonly Cell[]; count: number } {
  const upper = readRowAt(text, lines, index, separator, patience);
  if (!isDouble) return upper;
  const lower = readRowAt(text, lines, index + upper.count, separator, patience);
  let above = '';
  const cells = lower.cells.map((cell, column): Cell => {
    const own = upper.cells[column]?.text ?? '';
    if (tidy(own) !== '') above = own;
    if (tidy(cell.text) === '') return { ...cell, text: own };
    const isKnown = (words: string): boolean => form.columns.has(headingKey(words));
    const words =
      [`${own} ${cell.text}`, `${above} ${cell.text}`, cell.text, own].find(isKnown) ?? `${own} ${cell.text}`;
    return { ...cell, text: words };
  });
  return { cells, count: upper.count + lower.count };
}

/** Cheap, since every page is asked: one of the first lines has the code's heading and a few separators, or opens a quotation. */
function mayHaveHeader(text: string, { codeColumns }: ListForm): boolean {
  const lines = text.slice(0, BEGINNING).split(/\r\n|\n|\r/, LINES_TO_LOOK_AT);
  return lines.some((line) => {
    if (!SEPARATORS.some((separator) => line.split(separator, KNOWN_COLUMNS).length === KNOWN_COLUMNS))
      return line.includes('"');
    const words = line.normalize('NFC').toLowerCase();
    return line.includes('"') || codeColumns.some((heading) => words.includes(heading));
  });
}

/** Whole lines: half a heading would be taken for a heading, and the rest of it would be nobody's. */
function takeBeginning(text: string): string {
  const lineBreak = /\r\n|\n|\r/g;
  lineBreak.lastIndex = BEGINNING - 1;
  const end = lineBreak.exec(text);
  return end === null ? text : text.slice(0, end.index + end[0].length);
}

function nameColumns(cells: readonly Cell[], separator: string, { columns }: ListForm): string[] {
  // The raw export ends every line in `;`, the heading's too.
  const glued = (key: string): string => (separator === ';' ? key : key.replace(/ ?;$/, ''));
  const keys = cells.map(({ text }) => glued(headingKey(text)));
  while (keys.at(-1) === '') keys.pop();
  // A heading that holds the separator itself, in a list without quotes.
  const names: string[] = [];
  for (let index = 0; index < keys.length; index += 1) {
    const [one = '', two = ''] = [keys[index], keys[index + 1]];
    const both = `${one}${separator} ${two}`;
    if (!columns.has(one) && columns.has(both)) {
      names.push(both);
      index += 1;
    } else names.push(one);
  }
  return names;
}

function isHeader(keys: readonly string[], { columns, codeColumns }: ListForm): boolean {
  return (
    codeColumns.some((heading) => keys.includes(heading)) &&
    keys.filter((key) => columns.has(key)).length >= KNOWN_COLUMNS
  );
}

/**
 * What a table lacks that looks like one of the service's lists and is none: the columns that it must have.
 * @returns names of columns, or `undefined` for a table of another kind
 */
export function findMissingColumns(
  text: string,
  forms: readonly ListForm[],
): { readonly line: number; readonly missing: string } | undefined {
  const lines = splitRows(takeBeginning(text)).slice(0, LINES_TO_LOOK_AT);
  let best = { known: LOOKS_LIKE - 1, line: 0, missing: '' };
  for (const [index, line] of lines.entries()) {
    if (line.tidy === '') continue;
    for (const separator of SEPARATORS) {
      // One cell is no row.
      if (!text.slice(line.start, line.end).includes(separator)) continue;
      const row = parseRow(text, line.start, line.end, separator);
      const cells = typeof row === 'object' ? row : [];
      for (const form of forms) {
        const keys = new Set(nameColumns(cells, separator, form));
        const known = [...keys].filter((key) => form.columns.has(key)).length;
        if (known <= best.known || known * 2 < keys.size) continue;
        const hasCode = form.codeColumns.some((heading) => keys.has(heading));
        best = { known, line: index + 1, missing: hasCode ? 'more of the columns of the list' : nameCode([form]) };
      }
      // No heading that is known, and rows of projects all the same.
      if (best.line === 0 && cells.length > 1 && cells.some((cell) => readProjectCode(tidy(cell.text)) !== undefined))
        best = {
          known: LOOKS_LIKE - 1,
          line: index + 1,
          missing: `a heading with ${nameCode(forms)} and ${KNOWN_COLUMNS - 1} more of the columns of a list of projects`,
        };
    }
  }
  return best.line === 0 ? undefined : best;
}

/** `column Hankekoodi or Koodi` */
function nameCode(forms: readonly ListForm[]): string {
  const names = forms.map(({ columns, codeColumns: [own] }) => columns.get(own)?.heading ?? '');
  return `column ${names.join(' or ')}`;
}

/** So many known headings in one line are no accident. */
const LOOKS_LIKE = 3;
