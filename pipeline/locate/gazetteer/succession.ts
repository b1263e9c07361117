import type { ClassificationKey } from './classification-key.ts';
import { cell, readTable } from './read-table.ts';

/** A municipality that ended, or gave a part away, and where it went. */
export interface Transfer {
  readonly fromCode: string;
  readonly fromName: string;
  readonly toCode: string;
  readonly toName: string;
  /** ISO date of the first day of the new division, always 1 January. */
  readonly date: string;
  readonly note?: string;
}

/** Reads `succession.csv` or `partial-transfers.csv`. */
export function readTransfers(text: string): readonly Transfer[] {
  return readTable(text).map((row) => ({
    fromCode: cell(row, 'from_code'),
    fromName: cell(row, 'from_name_fi'),
    toCode: cell(row, 'to_code'),
    toName: cell(row, 'to_name_fi'),
    date: cell(row, 'date'),
    ...(row['note'] ? { note: row['note'] } : {}),
  }));
}

/** First year of the classification in which a transfer shows. */
export function transferYear(transfer: Transfer): number {
  return Number(transfer.date.slice(0, 4));
}

/**
 * The municipality of a key that a code stands for: itself, or the end of its chain of mergers.
 * Undefined where the chain ends outside the key, or where a code has more than one successor (a split, which nobody can map by rule).
 */
export function followSuccession(
  code: string,
  mergers: readonly Transfer[],
  key: ClassificationKey,
): string | undefined {
  let current = code;
  for (let step = 0; step <= mergers.length; step += 1) {
    if (key.municipalities.has(current)) return current;
    const next = mergers.filter((merger) => merger.fromCode === current && transferYear(merger) <= key.year);
    const [only] = next;
    if (only === undefined || next.length > 1) return undefined;
    current = only.toCode;
  }
  return undefined;
}
