import { compareCodeUnits } from '../model/compare-code-units.ts';
import type { Issue, Severity } from '../model/issue.ts';
import { compareEntries, contradict, listContradicting, type EntryKey } from './rank.ts';

/** The entries of one project. */
export interface MergeGroup {
  readonly projectId: string;
  /** Of the document that wins. */
  readonly place: { readonly document: string; readonly line: number; readonly column: number };
  /** Positions of the keys, the winner first. */
  readonly members: readonly [number, ...number[]];
}

/** Which entries make which project; of each group the keys' indexes, the winner first. */
export interface MergePlan {
  /** In the order of project ids (code units). */
  readonly groups: readonly MergeGroup[];
  readonly quarantined: number;
  readonly issues: readonly Issue[];
}

/**
 * The only step that sees all entries; it holds keys, ranks and hashes, not texts. Entries of one rank for one project that are
 * alike in all that both state are one; contradicting ones that nothing orders in time are quarantined.
 */
export function createMergePlan(keys: readonly EntryKey[]): MergePlan {
  const byProject = new Map<string, number[]>();
  keys.forEach(({ projectId }, index) => {
    const members = byProject.get(projectId);
    if (members === undefined) byProject.set(projectId, [index]);
    else members.push(index);
  });
  const issues: Issue[] = [];
  let quarantined = 0;
  const groups = [...byProject.entries()]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .flatMap(([projectId, members]) => {
      const kept: number[] = [];
      for (const rank of new Set(members.map((index) => keyAt(keys, index).rank))) {
        const sameRank = members.filter((index) => keyAt(keys, index).rank === rank);
        const conflicting = new Set(findConflicts(keys, sameRank));
        quarantined += conflicting.size;
        for (const index of conflicting) issues.push(reportConflict(keys, index, sameRank));
        const seen = new Map<string, number>();
        for (const index of sameRank
          .filter((member) => !conflicting.has(member))
          .sort((a, b) => compareEntries(keyAt(keys, a), keyAt(keys, b)))) {
          const { contentHash } = keyAt(keys, index);
          const first = seen.get(contentHash);
          if (first === undefined) {
            seen.set(contentHash, index);
            kept.push(index);
          } else issues.push(reportDuplicate(keyAt(keys, index), keyAt(keys, first)));
        }
      }
      kept.sort((a, b) => compareEntries(keyAt(keys, a), keyAt(keys, b)));
      const [winner, ...others] = kept;
      if (winner === undefined) return [];
      const { document, place } = keyAt(keys, winner);
      const { line, column } = place;
      return [{ projectId, place: { document, line, column }, members: [winner, ...others] as const }];
    });
  return { groups, quarantined, issues: [...issues, ...reportLikeness(keys, groups)] };
}

function keyAt(keys: readonly EntryKey[], index: number): EntryKey {
  const key = keys[index];
  if (key === undefined) throw new Error(`no entry ${String(index)}`);
  return key;
}

/** Members that contradict another of the same rank and that no date puts before or after it. */
function findConflicts(keys: readonly EntryKey[], members: readonly number[]): number[] {
  const all = members.map((index) => ({ index, ...keyAt(keys, index) }));
  // An undated one gives way to a dated one: only what cannot be ordered is set aside.
  const undated = all.filter(({ retrieved }) => retrieved === undefined);
  const dated = all.filter(({ retrieved }) => retrieved !== undefined);
  const conflicts =
    dated.length === 0
      ? listContradicting(undated)
      : undated.filter((one) => dated.every((other) => contradict(one, other)));
  const days = new Map<string | undefined, typeof dated>();
  for (const one of dated) {
    const day = days.get(one.retrieved);
    if (day === undefined) days.set(one.retrieved, [one]);
    else day.push(one);
  }
  const sameDay = [...days.values()].flatMap(listContradicting);
  return [...conflicts, ...sameDay].map(({ index }) => index);
}

function toIssue(key: EntryKey, code: Issue['code'], severity: Severity, message: string, found: string): Issue {
  return {
    code,
    severity,
    document: key.document,
    line: key.place.line,
    column: key.place.column,
    message,
    found,
    count: 1,
  };
}

/** Other documents that an issue names: a list can hold one project in every row. */
const NAMED = 5;

function reportConflict(keys: readonly EntryKey[], index: number, members: readonly number[]): Issue {
  // One more than are named, since it may be itself.
  const others = members.slice(0, NAMED + 1).filter((other) => other !== index);
  const named = others.slice(0, NAMED).map((other) => placeName(keyAt(keys, other)));
  const more = members.length - 1 - named.length;
  if (more > 0) named.push(`${String(more)} more`);
  const message = `unexpected second, different document of the project (also ${named.join(', ')}), expected one, or a date for each in sources.json ("retrieved")`;
  const { projectId } = keyAt(keys, index);
  return {
    ...toIssue(keyAt(keys, index), 'merge/conflicting-documents', 'error', message, projectId),
    project_id: projectId,
  };
}

function reportDuplicate(key: EntryKey, first: EntryKey): Issue {
  return toIssue(
    key,
    'merge/duplicate-document',
    'info',
    `unexpected repetition of ${placeName(first)}, expected one document of the project`,
    key.projectId,
  );
}

/** Equal name, beneficiary and start date under two identities: pointed at, never merged by guess. */
function reportLikeness(keys: readonly EntryKey[], groups: MergePlan['groups']): Issue[] {
  const seen = new Map<string, EntryKey>();
  return groups.flatMap(({ members }) => {
    const winner = keyAt(keys, members[0]);
    if (winner.likenessHash === undefined) return [];
    const first = seen.get(winner.likenessHash);
    if (first === undefined) {
      seen.set(winner.likenessHash, winner);
      return [];
    }
    const message = `unexpected equality of name, beneficiary and start date with ${first.projectId}, expected different projects`;
    return [toIssue(winner, 'merge/possible-duplicate', 'warning', message, winner.projectId)];
  });
}

const placeName = ({ document, place }: EntryKey): string => `${document}:${String(place.line)}`;
