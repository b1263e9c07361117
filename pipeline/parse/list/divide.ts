import type { ParseContext } from '../family.ts';
import { LIMITS } from '../limits.ts';
import { tidy, type Span } from '../lines.ts';
import type { ListColumn } from './form.ts';

export interface RowCell {
  readonly span: Span;
  /** Quotes resolved. */
  readonly text: string;
}

/** Ways are counted no further: two are too many already. */
const AMBIGUOUS = 2;

/**
 * Cells under their columns, where names hold the separator and nothing is quoted. Neighbours are put together so that every column
 * holds what it can; a row that can be read so in exactly one way is read.
 * @param cells more than there are columns; empty ones at the end may be padding
 * @returns the cells, or `undefined` where there is no way or more than one
 */
export function divideRow(
  text: string,
  cells: readonly RowCell[],
  columns: readonly (ListColumn | undefined)[],
  context: ParseContext,
): readonly RowCell[] | undefined {
  const filled = Math.max(columns.length, cells.findLastIndex((cell) => !isBlank(cell)) + 1);
  if (filled > columns.length + LIMITS.dividedCells) return undefined;
  for (let end = filled; end <= Math.min(cells.length, filled + LIMITS.dividedCells); end += 1) {
    const { ways, read } = countWays(text, cells.slice(0, end), columns, context);
    if (ways === 0) continue;
    const rowCells = read();
    return ways === 1 && !hidesValue(text, rowCells, columns, context) ? rowCells : undefined;
  }
  return undefined;
}

/**
 * Whether a text took in what the empty column behind it could hold, and all columns between the two: `Kunta, 0, paljon` before two
 * amounts and two empty cells is an amount that is none, not an implementer's name.
 */
function hidesValue(
  text: string,
  cells: readonly RowCell[],
  columns: readonly (ListColumn | undefined)[],
  context: ParseContext,
): boolean {
  return cells.some(({ span }, index) => {
    const empty = cells.findIndex((cell, other) => other > index && isBlank(cell));
    if (columns[index]?.mayBeDivided !== true || empty < 0) return false;
    const between = columns.slice(index + 1, empty + 1);
    const [, ...parts] = text.slice(span.start, span.end).split(/[,;\t|]/);
    return parts.some((part) => between.every((column) => column?.fits(tidy(part), context, part) ?? true));
  });
}

const isBlank = (cell: RowCell | undefined): boolean => cell === undefined || tidy(cell.text) === '';

function countWays(
  text: string,
  cells: readonly RowCell[],
  columns: readonly (ListColumn | undefined)[],
  context: ParseContext,
): { readonly ways: number; readonly read: () => readonly RowCell[] } {
  const known = new Map<number, number>();
  const fits = (column: number, from: number, to: number): boolean => {
    const declared = columns[column];
    const joined = joinCells(text, cells, from, to);
    if (to - from === 1 && isBlank(joined)) return column > 0;
    return declared?.fits(tidy(joined.text), context, joined.text) ?? true;
  };
  /** Where the cells of a column that begins at `from` may end. */
  const ends = (column: number, from: number): number[] => {
    const last = cells.length - (columns.length - column - 1);
    const furthest = columns[column]?.mayBeDivided === true ? last : Math.min(last, from + 1);
    const all = Array.from({ length: Math.max(0, furthest - from) }, (_, index) => from + 1 + index);
    return all.filter((to) => to - from === 1 || (!isBlank(cells[from]) && !isBlank(cells[to - 1])));
  };
  const count = (column: number, from: number): number => {
    if (column === columns.length) return from === cells.length ? 1 : 0;
    const key = column * (cells.length + 1) + from;
    const before = known.get(key);
    if (before !== undefined) return before;
    let ways = 0;
    for (const to of ends(column, from)) {
      if (ways < AMBIGUOUS && fits(column, from, to)) ways += count(column + 1, to);
    }
    known.set(key, ways);
    return ways;
  };
  const read = (): readonly RowCell[] => {
    let from = 0;
    return columns.map((_, column) => {
      const start = from;
      from = ends(column, start).find((to) => fits(column, start, to) && count(column + 1, to) > 0) ?? start + 1;
      return joinCells(text, cells, start, from);
    });
  };
  return { ways: count(0, 0), read };
}

/** Neighbouring cells as one: what stands in the document from the first to the last. */
function joinCells(text: string, cells: readonly RowCell[], from: number, to: number): RowCell {
  const [first, last] = [cells[from], cells[to - 1]];
  if (first === undefined || last === undefined) return { span: { start: 0, end: 0 }, text: '' };
  if (to - from === 1) return first;
  const span = { start: first.span.start, end: last.span.end };
  return { span, text: text.slice(span.start, span.end) };
}
