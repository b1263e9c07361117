import type { ParseContext } from '../family.ts';
import { tidy } from '../lines.ts';
import { authority } from './columns.ts';
import { countFilled, divideRow, isPaddingInDoubt, mayBeDecimals, type RowCell } from './divide.ts';
import type { ListColumn } from './form.ts';

/** An empty cell, or a dash in its place. */
export const isAbsentCell = (cell: RowCell): boolean => /^[-–]?$/.test(tidy(cell.text));

export const oneLine = ({ text }: RowCell): string => tidy(text.replace(/[\r\n]+/g, ' '));

export function isFittingCell(cell: RowCell, column: ListColumn | undefined, context: ParseContext): boolean {
  return column?.fits(oneLine(cell), context, cell.text) ?? true;
}

/** What is known of a list before its rows are read. */
interface ListFacts {
  readonly text: string;
  readonly separator: string;
  readonly columns: readonly (ListColumn | undefined)[];
  /** Cells of the heading, the empty ones at its end too. */
  readonly headingWidth: number;
  readonly context: ParseContext;
  /** The cells of all rows; asked for where a row alone does not say how it is read. */
  readonly listRows: () => readonly (readonly RowCell[])[];
}

interface FittedRow {
  /** One for each column where the row can be read. */
  readonly cells: readonly RowCell[];
  /** Whether cells were put together that nothing else said belong together. */
  readonly isDivided: boolean;
  /** Why the row cannot be read, where it is not the number of its cells. */
  readonly problem?: string;
}
export type FitRow = (cells: readonly RowCell[]) => FittedRow;

/**
 * Puts the cells of a list's rows under its columns. Two habits of the exports are known, not guessed: rows that end in `,,;`, and an
 * authority without quotes whose own comma adds a cell. What else has too many cells in a list that separates with commas is divided where
 * that can be done in one way only (`divideRow`). Where padding may as well be empty columns behind amounts with decimal commas, the list
 * as a whole decides: how much padding its rows have, and whether its amounts have decimal points.
 */
export function createFitter({ text, separator, columns, headingWidth, context, listRows }: ListFacts): FitRow {
  const isFitting = (row: readonly RowCell[]): boolean =>
    row.every((cell, index) => {
      const column = columns[index];
      return isAbsentCell(cell) || isFittingCell(cell, column, context) || column?.isNear?.(oneLine(cell)) === true;
    });
  const fitAlone = (cells: readonly RowCell[]): { row: readonly RowCell[]; end: number; isDivided: boolean } => {
    const end = Math.max(Math.min(cells.length, columns.length), countFilled(cells));
    const row = cells.slice(0, end);
    if (separator !== ',' || cells.length <= columns.length || (end === columns.length && isFitting(row)))
      return { row, end, isDivided: false };
    const divided = divideRow(text, cells, columns, context);
    if (divided === undefined) return { row, end, isDivided: false };
    const last = divided.at(-1);
    const used = cells.findIndex(({ span }) => span.end === last?.span.end && span.start >= last.span.start) + 1;
    return { row: divided, end: used, isDivided: !isAuthorityAlone(divided, row) };
  };
  const isAuthorityAlone = (divided: readonly RowCell[], row: readonly RowCell[]): boolean =>
    divided.every(
      ({ span }, index) =>
        columns[index]?.fits === authority.fits ||
        row.some((cell) => cell.span.start === span.start && cell.span.end === span.end),
    );
  /** The service's own export ends every row in two empty cells and a semicolon. */
  const isTailed = (cells: readonly RowCell[], end: number): boolean =>
    cells.length === end + 2 && text.charAt(cells.at(-1)?.span.end ?? 0) === ';';
  const isInDoubt = (cells: readonly RowCell[], row: readonly RowCell[], end: number): boolean =>
    separator === ',' &&
    !isTailed(cells, end) &&
    row.length === columns.length &&
    isPaddingInDoubt(text, row, cells.slice(end), columns, context);

  let habits: { readonly hasPoints: boolean; readonly padding: number | undefined } | undefined;
  const findHabits = (): NonNullable<typeof habits> => {
    const rows = listRows();
    const fitted = rows.map((cells) => ({ cells, ...fitAlone(cells) }));
    const hasPoints = fitted.some(({ row }) =>
      row.some((cell, index) => columns[index]?.kind === 'amount' && /^[-−–]?\d+\.\d{1,2}$/.test(oneLine(cell))),
    );
    const paddings = new Set<number>();
    for (const { cells, row, end } of fitted)
      if (row.length === columns.length && isFitting(row) && !isInDoubt(cells, row, end))
        paddings.add(cells.length - end);
    const [padding] = paddings;
    // Rows that a spreadsheet made as long as one another are no sign: the longest has no padding at all.
    const widths = new Set([headingWidth, ...rows.map(({ length }) => length)]);
    const isSure = paddings.size === 1 && (padding === 0 || widths.size > 1);
    return { hasPoints, padding: isSure ? padding : undefined };
  };

  return (cells) => {
    const { row, end, isDivided } = fitAlone(cells);
    if (row.length < columns.length && separator === ',' && mayBeDecimals(text, row, columns, context)) {
      habits ??= findHabits();
      if (!habits.hasPoints) return { cells: row, isDivided, problem: TOO_FEW };
    }
    if (!isInDoubt(cells, row, end)) return { cells: row, isDivided };
    habits ??= findHabits();
    const { hasPoints, padding } = habits;
    const isSure = hasPoints || padding === cells.length - end;
    return isSure ? { cells: row, isDivided } : { cells: row, isDivided, problem: IN_DOUBT };
  };
}

const TOO_FEW = 'unexpected row with too few cells whose amounts may have decimal commas, expected quotes around them';
const IN_DOUBT =
  'unexpected empty cells behind amounts that may have decimal commas, expected quotes around those or as many empty cells in every row';
