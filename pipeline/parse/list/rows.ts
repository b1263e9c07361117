import { CsvError, parse } from 'csv-parse/sync';
import type { Line, Span } from '../lines.ts';

/** A cell's text and where it stands, quotes included. */
export interface Cell extends Span {
  readonly text: string;
}

/** A quoted cell may hold line breaks; one that goes on for longer than this is a stray quote. */
const MAX_LINES_OF_A_ROW = 200;

/** Characters that may be gone through for nothing in a list of so many, and what the begin of going through takes besides. */
const [WASTE, LEAST_WASTE, BEGIN] = [4, 200_000, 1000];

/** How much more of a list may be looked at in search of quotes that close; each of its lines can open one. */
export interface Patience {
  left: number;
}
export const createPatience = (text: string): Patience => ({ left: LEAST_WASTE + WASTE * text.length });

/** The row that begins in a line; a stray quote costs its own line only. Where no patience is left, every open quote is a stray one. */
export function readRowAt(
  text: string,
  lines: readonly Line[],
  index: number,
  separator: string,
  patience: Patience,
): { cells: Cell[]; count: number } {
  const first = lines[index];
  if (first === undefined) return { cells: [], count: 1 };
  let quotes = 0;
  for (let count = 1; count <= MAX_LINES_OF_A_ROW; count += 1) {
    const last = lines[index + count - 1];
    if (last === undefined) break;
    const line = text.slice(last.start, last.end);
    // The next project's row: nobody closed the quote.
    if (count > 1 && NEXT_ROW.test(line)) break;
    quotes += line.split('"').length - 1;
    if (count > 1 && quotes % 2 === 1) continue;
    const cells = parseRow(text, first.start, last.end, separator);
    if (typeof cells === 'object') return { cells, count };
    if (count > 1) patience.left -= BEGIN + last.end - first.start;
    if (cells === 'broken' || patience.left < 0) break;
  }
  return { cells: splitUnquoted(text, first, separator), count: 1 };
}

/** How a project's row begins. */
const NEXT_ROW = /^[\p{Zs}"]*[A-Z]\d{5,9}"?[\p{Zs}]*[,;\t|]/u;

/** Cells between separators where quotes are letters like others. */
function splitUnquoted(text: string, line: Line, separator: string): Cell[] {
  let start = line.start;
  return text
    .slice(line.start, line.end)
    .split(separator)
    .map((part) => {
      const cell = { text: part, start, end: start + part.length };
      start = cell.end + separator.length;
      return cell;
    });
}

/** Cells of one row; that a quote is open, or that no more lines would mend it. The parser counts bytes of UTF-8; they are told as offsets of the text. */
export function parseRow(text: string, start: number, end: number, separator: string): Cell[] | 'open' | 'broken' {
  const cells: Cell[] = [];
  const bytes = Buffer.from(text.slice(start, end).replace(/^\uFEFF/, ' '));
  let [from, read] = [start, 0];
  try {
    parse(bytes, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      // Spaces around a quoted cell are no part of it.
      trim: true,
      record_delimiter: '\u0000',
      cast: (value, { bytes: done }) => {
        const last = from + bytes.toString('utf8', read, done).length;
        cells.push({ text: value, start: from, end: last });
        from = last + separator.length;
        read = done + separator.length;
        return value;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken';
    throw error;
  }
  return cells;
}
