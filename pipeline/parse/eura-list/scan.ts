import { CsvError, parse } from 'csv-parse/sync';
import { splitLines, tidy, type Line, type Span } from '../lines.ts';
import type { DocumentTree, EntryNode, Leaf } from '../tree.ts';
import { LIST_COLUMNS } from './columns.ts';

/** A cell's text and where it stands, quotes included. */
export interface Cell extends Span {
  readonly text: string;
}

/** A leaf of a row: the cell's text with its quotes resolved. */
export interface ListCell extends Leaf {
  readonly text: string;
}

/** A quoted cell may hold line breaks; one that goes on for longer than this is a stray quote. */
const MAX_LINES_OF_A_ROW = 20;

/** The first line, when it is a header of the service's list: its separator and its columns. */
export function findHeader(
  text: string,
): { line: Line; separator: string; columns: string[]; cells: readonly Cell[] } | undefined {
  const line = splitLines(text.slice(0, 10_000)).find(({ tidy: content }) => content !== '');
  if (line === undefined) return undefined;
  for (const separator of [',', ';', '\t']) {
    const cells = parseRow(text, line.start, line.end, separator) ?? [];
    const columns = cells.map((cell) => tidy(cell.text));
    while (columns.at(-1) === '' || columns.at(-1) === ';') columns.pop();
    if (columns[0] === 'Koodi' && columns.filter((column) => LIST_COLUMNS.has(column)).length >= 5)
      return { line, separator, columns, cells };
  }
  return undefined;
}

/** A list export as a tree that covers it: header, rows, cells. */
export function scanEuraList(text: string): DocumentTree {
  const header = findHeader(text);
  const children: (EntryNode | Leaf)[] = [];
  if (header === undefined) return { type: 'document', family: 'eura-list', children };
  const lines = splitLines(text);
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.tidy === '' || line.start <= header.line.start) {
      children.push({ type: line.tidy === '' ? 'blank' : 'heading', part: '', start: line.start, end: line.next });
      index += 1;
      continue;
    }
    const { cells, count } = readRow(text, lines, index, header.separator);
    const end = lines[index + count - 1]?.next ?? line.next;
    const row =
      cells.length > 0
        ? coverRow(cells, line.start, end)
        : [{ type: 'unknown', part: '', start: line.start, end } as const];
    children.push({ type: 'entry', start: line.start, end, children: row });
    index += count;
  }
  return { type: 'document', family: 'eura-list', children };
}

/** The row that begins in a line; a stray quote costs its own line only. */
function readRow(
  text: string,
  lines: readonly Line[],
  index: number,
  separator: string,
): { cells: Cell[]; count: number } {
  const first = lines[index];
  if (first === undefined) return { cells: [], count: 1 };
  for (let count = 1; count <= MAX_LINES_OF_A_ROW; count += 1) {
    const last = lines[index + count - 1];
    if (last === undefined) break;
    const cells = parseRow(text, first.start, last.end, separator);
    if (cells !== undefined) return { cells, count };
  }
  return { cells: [], count: 1 };
}

/** Cells of one row, or `undefined` while a quote is open. The parser counts bytes of UTF-8; they are told as offsets of the text. */
function parseRow(text: string, start: number, end: number, separator: string): Cell[] | undefined {
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
    if (error instanceof CsvError) return undefined;
    throw error;
  }
  return cells;
}

function coverRow(cells: readonly Cell[], start: number, end: number): ListCell[] {
  return cells.map((cell, index): ListCell => {
    const from = index === 0 ? start : cell.start;
    return {
      type: 'item',
      part: '',
      start: from,
      end: cells[index + 1]?.start ?? end,
      content: { start: cell.start, end: cell.end },
      text: cell.text,
    };
  });
}
