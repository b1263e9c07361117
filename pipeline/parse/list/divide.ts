import type { ParseContext } from '../family.ts';
import { LIMITS } from '../limits.ts';
import { tidy, type Span } from '../lines.ts';
import type { ListColumn } from './form.ts';

export interface RowCell {
  readonly span: Span;
  /** Quotes resolved. */
  readonly text: string;
  /** Somebody said where it begins and ends: it is no part of another cell. */
  readonly isQuoted: boolean;
}

type Columns = readonly (ListColumn | undefined)[];

/** Ways are counted no further: two are too many already. */
const AMBIGUOUS = 2;

/**
 * Cells under their columns, where names hold the comma that separates and nothing is quoted. Neighbours are put together so that every
 * column holds what it can; a row that can be read so in exactly one way is read.
 * @param cells more than there are columns; empty ones at the end may be padding
 * @returns the cells, or `undefined` where there is no way or more than one
 */
export function divideRow(
  text: string,
  cells: readonly RowCell[],
  columns: Columns,
  context: ParseContext,
): readonly RowCell[] | undefined {
  const filled = Math.max(columns.length, countFilled(cells));
  if (filled > columns.length + LIMITS.dividedCells) return undefined;
  for (let end = filled; end <= Math.min(cells.length, filled + LIMITS.dividedCells); end += 1) {
    const { ways, read } = countWays(text, cells.slice(0, end), columns, context, mayHoldComma);
    if (ways === 0) continue;
    const rowCells = read();
    return ways === 1 && !hidesValue(text, rowCells, columns, context) ? rowCells : undefined;
  }
  return undefined;
}

const mayHoldComma = (column: ListColumn | undefined): boolean => column?.mayBeDivided === true;

/** Cells up to the last one that holds something. */
export const countFilled = (cells: readonly RowCell[]): number => cells.findLastIndex((cell) => !isBlank(cell)) + 1;

/**
 * Whether a row that was read with empty cells behind it can be read with fewer of them, its amounts having decimal commas:
 * `1000,50,900,25,,` are four amounts and padding, or two amounts and two that are empty.
 * @param cells a cell for each column
 * @param blanks the empty cells behind them
 */
export function isPaddingInDoubt(
  text: string,
  cells: readonly RowCell[],
  blanks: readonly RowCell[],
  columns: Columns,
  context: ParseContext,
): boolean {
  // Each decimal comma makes one of two cells, so that a row has room for no more blanks than it has amounts.
  const amounts = columns.filter((column) => column?.kind === 'amount').length;
  return blanks.slice(0, amounts).some((_, index) => {
    const row = [...cells, ...blanks.slice(0, index + 1)];
    return countWays(text, row, columns, context, mayHaveDecimals).ways > 0;
  });
}

/** Whether two amounts of a row beside one another can be one with a decimal comma. */
export function mayBeDecimals(
  text: string,
  cells: readonly RowCell[],
  columns: Columns,
  context: ParseContext,
): boolean {
  return columns.some((column, index) => {
    const [one, two] = [cells[index], cells[index + 1]];
    if (one === undefined || two === undefined || one.isQuoted || two.isQuoted || isBlank(one)) return false;
    const both = text.slice(one.span.start, two.span.end);
    return mayHaveDecimals(column, both) && column?.fits(tidy(both), context, both) === true;
  });
}

/** No program writes `3000,0` for 3000. */
function mayHaveDecimals(column: ListColumn | undefined, text: string): boolean {
  return column?.kind === 'amount' && !/,[\p{Zs}\t]*0$/u.test(text);
}

/**
 * Whether a text took in what belongs elsewhere: what the next column that is no text could hold (`Kunta, 0` before amounts), or what the
 * empty column behind it and all between the two could hold. `Kunta, 0, paljon` before two amounts and two empty cells is an amount that
 * is none, not an implementer's name.
 */
function hidesValue(text: string, cells: readonly RowCell[], columns: Columns, context: ParseContext): boolean {
  return cells.some(({ span }, index) => {
    const own = columns[index];
    if (own?.mayBeDivided !== true) return false;
    const [, ...parts] = text.slice(span.start, span.end).split(',');
    const isHeldBy = (column: ListColumn | undefined, part: string): boolean =>
      column?.fits(tidy(part), context, part) ?? true;
    const typed = columns.slice(index + 1).find((column) => column !== undefined && column.kind !== 'text');
    if (own.kind === 'text' && typed !== undefined && parts.some((part) => isHeldBy(typed, part))) return true;
    const empty = cells.findIndex((cell, other) => other > index && isBlank(cell));
    if (empty < 0) return false;
    const between = columns.slice(index + 1, empty + 1);
    return parts.some((part) => between.every((column) => isHeldBy(column, part)));
  });
}

const isBlank = (cell: RowCell | undefined): boolean => cell === undefined || tidy(cell.text) === '';

/** @param mayJoin whether a column may hold a text that the separator stands in */
function countWays(
  text: string,
  cells: readonly RowCell[],
  columns: Columns,
  context: ParseContext,
  mayJoin: (column: ListColumn | undefined, text: string) => boolean,
): { readonly ways: number; readonly read: () => readonly RowCell[] } {
  const known = new Map<number, number>();
  const fits = (column: number, from: number, to: number): boolean => {
    const declared = columns[column];
    const joined = joinCells(text, cells, from, to);
    if (to - from === 1 && isBlank(joined)) return column > 0;
    if (to - from > 1 && !mayJoin(declared, joined.text)) return false;
    return declared?.fits(tidy(joined.text), context, joined.text) ?? true;
  };
  /** Where the cells of a column that begins at `from` may end. */
  const ends = (column: number, from: number): number[] => {
    const last = cells.length - (columns.length - column - 1);
    const isAlone = columns[column]?.mayBeDivided !== true || cells[from]?.isQuoted === true;
    const furthest = isAlone ? Math.min(last, from + 1) : last;
    const all = Array.from({ length: Math.max(0, furthest - from) }, (_, index) => from + 1 + index);
    const quoted = cells.findIndex(({ isQuoted }, index) => index > from && isQuoted);
    return all.filter(
      (to) => to - from === 1 || (!isBlank(cells[from]) && !isBlank(cells[to - 1]) && (quoted < 0 || to <= quoted)),
    );
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
  if (first === undefined || last === undefined) return { span: { start: 0, end: 0 }, text: '', isQuoted: false };
  if (to - from === 1) return first;
  const span = { start: first.span.start, end: last.span.end };
  return { span, text: text.slice(span.start, span.end), isQuoted: false };
}
