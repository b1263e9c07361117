import type { Line } from '../lines.ts';
import { LANDMARKS, type Landmark } from './form.ts';

/** A line that opens a part of the form. */
export interface Found {
  readonly line: number;
  readonly landmark: Landmark;
  /** Length of the tidied line that the title takes; what follows is the answer. */
  readonly titleLength: number;
}

interface Candidate extends Found {
  readonly rank: number;
  readonly weight: number;
}

const RANKS = new Map(LANDMARKS.map((landmark) => [landmark.id, LANDMARKS.findIndex(({ id }) => id === landmark.id)]));
const BY_TITLE = new Map(LANDMARKS.map((landmark) => [landmark.title, landmark]));
const WITH_ANSWER = LANDMARKS.filter(({ answer }) => answer !== undefined);

/** The landmark that a line reads as, taken alone. */
function matchLandmark(tidy: string): Landmark | undefined {
  const exact = BY_TITLE.get(tidy);
  if (exact !== undefined && (exact.answer === undefined || exact.answer.test(''))) return exact;
  return WITH_ANSWER.find(({ title, answer }) => tidy.startsWith(title) && answer?.test(tidy.slice(title.length)));
}

/**
 * Finds the lines that open the parts of a form. A free text can quote any of them, so not every line that reads like one is
 * one: taken is the heaviest chain of candidates in the form's order (weighted longest increasing subsequence), where a
 * candidate that is followed by what its part begins with weighs a little more.
 */
export function findLandmarks(lines: readonly Line[]): Found[] {
  const candidates: Candidate[] = [];
  lines.forEach((line, index) => {
    const landmark = line.tidy === '' ? undefined : matchLandmark(line.tidy);
    if (landmark === undefined) return;
    const weight = 2 * landmark.weight + (isFollowedByItsPart(lines, index, landmark) ? 1 : 0);
    candidates.push({
      line: index,
      landmark,
      titleLength: landmark.title.length,
      rank: RANKS.get(landmark.id) ?? 0,
      weight,
    });
  });
  return heaviestChain(candidates);
}

/** Whether what comes next fits: a label of this part, a yes or no, or the next landmark. */
function isFollowedByItsPart(lines: readonly Line[], index: number, { id, opens, title }: Landmark): boolean {
  if (opens.kind === 'question') return /^ ?: ?(?:kyllä|ei)$/i.test(lines[index]?.tidy.slice(title.length) ?? '');
  if (opens.kind !== 'labels') return false;
  const next = lines.slice(index + 1, index + 12).find(({ tidy }) => tidy !== '')?.tidy;
  if (next === undefined) return false;
  const label = next.slice(0, Math.max(0, next.indexOf(':'))).trim();
  if (Object.hasOwn(opens.labels, label)) return true;
  const following = matchLandmark(next);
  return following !== undefined && (RANKS.get(following.id) ?? 0) > (RANKS.get(id) ?? 0);
}

function heaviestChain(candidates: readonly Candidate[]): Found[] {
  interface Chain {
    readonly weight: number;
    readonly last: Candidate;
    readonly before: Chain | undefined;
  }
  // best[rank]: the heaviest chain that ends in this rank; one pass in document order keeps lines increasing.
  const best: (Chain | undefined)[] = LANDMARKS.map(() => undefined);
  for (const candidate of candidates) {
    let before: Chain | undefined;
    for (const chain of best.slice(0, candidate.rank))
      if (chain !== undefined && chain.weight > (before?.weight ?? 0)) before = chain;
    const weight = (before?.weight ?? 0) + candidate.weight;
    if (weight > (best[candidate.rank]?.weight ?? 0)) best[candidate.rank] = { weight, last: candidate, before };
  }
  let heaviest: Chain | undefined;
  for (const chain of best) if (chain !== undefined && chain.weight > (heaviest?.weight ?? 0)) heaviest = chain;
  const found: Found[] = [];
  for (let chain = heaviest; chain !== undefined; chain = chain.before) found.unshift(chain.last);
  return found;
}
