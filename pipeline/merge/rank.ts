import { compareCodeUnits } from '../model/compare-code-units.ts';
import { createHash } from 'node:crypto';
import type { Place } from '../model/issue.ts';
import type { Entry } from '../model/project.ts';

/** What the plan holds of an entry: who it is and how it ranks, no texts. */
export interface EntryKey {
  readonly projectId: string;
  readonly rank: number;
  readonly retrieved?: string;
  readonly document: string;
  readonly place: Place;
  /** Hash of everything the entry states: equal for entries that are alike in every field. */
  readonly contentHash: string;
  /** Hash of name, beneficiary and start date; absent where one is. */
  readonly likenessHash?: string;
}

const hash = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

export function keyEntry(entry: Entry): EntryKey {
  const { fields, projectId, rank, retrieved, document, place } = entry;
  const sorted = Object.entries(fields).sort(([a], [b]) => compareCodeUnits(a, b));
  const stated = [
    sorted,
    entry.partners,
    entry.sections,
    entry.sustainability,
    entry.areas.map(({ level, name }) => [level, name]),
  ];
  const likeness = [fields.name, fields.beneficiary_name, fields.start_date];
  return {
    projectId,
    rank,
    document,
    place,
    contentHash: hash(stated),
    ...(retrieved === undefined ? {} : { retrieved }),
    ...(likeness.includes(undefined) ? {} : { likenessHash: hash(likeness.map((value) => value?.toLowerCase())) }),
  };
}

type Ranked = Pick<EntryKey, 'rank' | 'retrieved' | 'document' | 'place'>;

/** The winner first: higher rank, then newer (a dated one before an undated one), then path and place, so that the order is one. */
export function compareEntries(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return b.rank - a.rank;
  if (a.retrieved !== b.retrieved) return (a.retrieved ?? '') < (b.retrieved ?? '') ? 1 : -1;
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}
