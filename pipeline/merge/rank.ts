import { compareCodeUnits } from '../model/compare-code-units.ts';
import { hash } from 'node:crypto';
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
  /** Name and hash of each thing it states, joined: what two entries can contradict each other in. */
  readonly stated: string;
  /** Hash of name, beneficiary and start date; absent where one is. */
  readonly likenessHash?: string;
}

const hashValue = (value: unknown): string => hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);

export function keyEntry(entry: Entry): EntryKey {
  const { fields, projectId, rank, retrieved, document, place } = entry;
  const sorted = Object.entries(fields).sort(([a], [b]) => compareCodeUnits(a, b));
  const { partners, sections, sustainability } = entry;
  const areas = entry.areas.map(({ level, name }) => [level, name]);
  const rows = Object.entries({ partners, sections, sustainability, areas }).filter(([, each]) => each.length > 0);
  const stated = [...sorted, ...rows].map(([name, value]) => [name, hashValue(value)] as const);
  const likeness = [fields.name, fields.beneficiary_name, fields.start_date];
  return {
    projectId,
    rank,
    document,
    place,
    contentHash: hashValue(stated),
    // Six letters of a hash tell values of one field apart; the names are ours and hold no space.
    stated: stated.map(([name, digest]) => `${name}:${digest.slice(0, 6)}`).join(' '),
    ...(retrieved === undefined ? {} : { retrieved }),
    ...(likeness.includes(undefined) ? {} : { likenessHash: hashValue(likeness.map((value) => value?.toLowerCase())) }),
  };
}

/** What an entry states, by name. */
const readStated = ({ stated }: EntryKey): Map<string, string> =>
  new Map(stated.split(' ').map((part) => [part.slice(0, part.indexOf(':')), part]));

/** Whether two entries say different things of the same: what only one of them states is no contradiction. */
export function contradict(a: EntryKey, b: EntryKey): boolean {
  if (a.contentHash === b.contentHash) return false;
  const other = readStated(b);
  return [...readStated(a)].some(([name, part]) => other.has(name) && other.get(name) !== part);
}

/**
 * The entries that contradict another one of them: what they state is stated otherwise too. Not pair by pair: a list can hold one
 * project in every row.
 */
export function listContradicting<K extends EntryKey>(keys: readonly K[]): K[] {
  const ways = new Map<string, Set<string>>();
  for (const [name, part] of keys.flatMap((key) => [...readStated(key)]))
    ways.set(name, (ways.get(name) ?? new Set()).add(part));
  return keys.filter((key) => [...readStated(key).keys()].some((name) => (ways.get(name)?.size ?? 0) > 1));
}

type Ranked = Pick<EntryKey, 'rank' | 'retrieved' | 'document' | 'place'>;

/** The winner first: higher rank, then newer (a dated one before an undated one), then path and place, so that the order is one. */
export function compareEntries(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return b.rank - a.rank;
  if (a.retrieved !== b.retrieved) return (a.retrieved ?? '') < (b.retrieved ?? '') ? 1 : -1;
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}
