import type { FamilyName } from '../../model/project.ts';
import type { Draft } from '../draft.ts';
import type { ParseContext } from '../family.ts';
import { tidy, type Span } from '../lines.ts';

/**
 * What a column of a list holds. `fits` says whether a cell can hold it: a row with a cell that does not fit cannot be read without
 * guessing. An empty cell always fits.
 */
export interface ListColumn {
  readonly read: (draft: Draft, span: Span, context: ParseContext) => void;
  /** @param text tidied; @param raw as it stands in the cell */
  readonly fits: (text: string, context: ParseContext, raw: string) => boolean;
  /**
   * Whether a text that does not fit is of the column's kind all the same: an amount with three decimals, a day of another zone. Such a
   * value is absent and reported; the rest of its row is where it should be and is read.
   */
  readonly isNear?: (text: string) => boolean;
  readonly expected: string;
  /** Any text fits `text`; an amount may have the list's separator for its decimal sign. */
  readonly kind: 'text' | 'amount' | 'other';
  /** Whether its text may hold the list's separator where nothing is quoted: such a row has more cells than columns. */
  readonly mayBeDivided: boolean;
}

/** A kind of list, as data: its columns by the keys of their headings. */
export interface ListForm {
  readonly family: FamilyName;
  readonly columns: ReadonlyMap<string, ListColumn & { readonly heading: string }>;
  /** Headings of the column with the project's code, without which no row has an identity; the form's own one first. */
  readonly codeColumns: readonly [string, ...string[]];
  readonly period: (keys: readonly string[]) => string | undefined;
}

/** How many columns must be known, the code's included, before a line is taken for a heading. */
export const KNOWN_COLUMNS = 5;

/** A heading in any case, with any white space. */
export function headingKey(text: string): string {
  return tidy(text.replace(/[\r\n]+/g, ' ')).toLowerCase();
}

/** Columns of a form by their headings as the service writes them. */
export function toColumns(columns: Readonly<Record<string, ListColumn>>): ListForm['columns'] {
  return new Map(Object.entries(columns).map(([heading, column]) => [headingKey(heading), { ...column, heading }]));
}
