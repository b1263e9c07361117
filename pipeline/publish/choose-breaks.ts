/** Steps of one power of ten, roundest first: finer ones are tried when the rounder put too much into one class. */
const SERIES = [
  [1, 2, 5],
  [1, 1.5, 2, 3, 5, 7],
  [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8],
] as const;
const POWERS = { least: -2, greatest: 11 };
/** Five classes: more shades cannot be told apart. */
const MOST_BREAKS = 4;
/** The largest class may hold so much before finer steps are tried. */
const ENOUGH = 0.4;
/** A class that holds less than this is hardly worth its colour. */
const SMALL = { share: 0.04, penalty: 0.05 };
/** So many steps are combined at most; the smallest ones go. */
const MOST_STEPS = 26;

/** Values of one map, counted: distinct ones in ascending order, and how many values lie below each. */
interface Distribution {
  readonly distinct: readonly number[];
  readonly below: readonly number[];
  readonly size: number;
}

/**
 * Lower ends of the classes of a map, without the first: the fewest and roundest that tell areas apart. Of all ways to class the
 * values it is the one with the least *largest share + ½ Σ share²*.
 * @param maps values above zero; more than one list where the same breaks serve several years, of which the worst then decides
 * @param whole whether breaks have to be whole numbers
 * @returns ascending; empty where all values are alike
 */
export function chooseBreaks(maps: readonly (readonly number[])[], whole: boolean): number[] {
  const counted = maps.filter((values) => values.length > 0).map(countValues);
  const distinct = [...new Set(counted.flatMap((map) => map.distinct))].sort((a, b) => a - b);
  const [least, greatest] = [distinct[0], distinct.at(-1)];
  if (least === undefined || greatest === undefined || least === greatest) return [];
  const candidates = SERIES.map((series) => listSteps(series, least, greatest, whole));
  // Counts that lie close together have no round numbers between them.
  if (whole) candidates.push(listQuantiles(distinct));
  let best: Choice | undefined;
  for (const steps of candidates) {
    best = searchBreaks(counted, steps.slice(-MOST_STEPS), best);
    if (best !== undefined && best.largest <= ENOUGH) break;
  }
  return best === undefined ? [] : [...best.breaks];
}

/** The largest class's part of the values; the worst map's. */
export function findLargestShare(maps: readonly (readonly number[])[], breaks: readonly number[]): number {
  const counted = maps.filter((values) => values.length > 0).map(countValues);
  return Math.max(0, ...counted.map((map) => Math.max(...shareClasses(map, breaks))));
}

function countValues(values: readonly number[]): Distribution {
  const sorted = values.toSorted((a, b) => a - b);
  const distinct: number[] = [];
  const below: number[] = [];
  sorted.forEach((value, index) => {
    if (value === distinct.at(-1)) return;
    distinct.push(value);
    below.push(index);
  });
  return { distinct, below, size: sorted.length };
}

/** Numbers of a series above the least value and up to the greatest. */
function listSteps(series: readonly number[], least: number, greatest: number, whole: boolean): number[] {
  const steps: number[] = [];
  for (let power = POWERS.least; power <= POWERS.greatest; power += 1) {
    // Read from its decimal form, so that no step is a hair off its round number.
    for (const digit of series) steps.push(Number(`${digit}e${power}`));
  }
  return steps.filter((step) => step > least && step <= greatest && (!whole || Number.isInteger(step)));
}

/** Whole numbers that cut the distinct values into about equal lots. */
function listQuantiles(distinct: readonly number[]): number[] {
  const lots = Math.min(distinct.length, MOST_STEPS);
  const picked = Array.from({ length: lots }, (_, lot) => distinct[Math.floor((lot * distinct.length) / lots)] ?? 0);
  return [...new Set(picked.slice(1))];
}

interface Choice {
  readonly breaks: readonly number[];
  readonly score: number;
  readonly largest: number;
}

function searchBreaks(
  maps: readonly Distribution[],
  steps: readonly number[],
  before: Choice | undefined,
): Choice | undefined {
  let best = before;
  const counted = maps.map((map) => ({ size: map.size, ends: countBelow(map, steps) }));
  const consider = (picked: readonly number[]): void => {
    let [score, largest] = [0, 0];
    for (const { ends, size } of counted) {
      const map = rate(ends, picked, size, counted.length > 1);
      score = Math.max(score, map.score);
      largest = Math.max(largest, map.largest);
      // Tens of thousands are considered: most are worse at the first look.
      if (score === Infinity || (best !== undefined && score >= best.score - 1e-9)) return;
    }
    best = { breaks: picked.map((step) => steps[step] ?? 0), score, largest };
  };
  const extend = (picked: readonly number[], from: number): void => {
    if (picked.length > 0) consider(picked);
    if (picked.length === MOST_BREAKS) return;
    for (let step = from; step < steps.length; step += 1) extend([...picked, step], step + 1);
  };
  extend([], 0);
  return best;
}

function shareClasses(map: Distribution, breaks: readonly number[]): number[] {
  const ends = [...countBelow(map, breaks), map.size];
  return ends.map((end, index) => (end - (ends[index - 1] ?? 0)) / map.size);
}

/** How many values lie below each of some limits; all those that a map has, where none of it reaches a limit. */
function countBelow({ distinct, below, size }: Distribution, limits: readonly number[]): number[] {
  return limits.map((limit) => {
    let [low, high] = [0, distinct.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((distinct[middle] ?? 0) < limit) low = middle + 1;
      else high = middle;
    }
    return low === distinct.length ? size : (below[low] ?? 0);
  });
}

/**
 * @param ends how many values lie below each step
 * @param picked steps where classes begin, ascending
 * @param several of several maps one may leave a class empty
 */
function rate(
  ends: readonly number[],
  picked: readonly number[],
  size: number,
  several: boolean,
): { readonly score: number; readonly largest: number } {
  let [largest, squares, small, before] = [0, 0, 0, 0];
  for (let index = 0; index <= picked.length; index += 1) {
    const end = ends[picked[index] ?? ends.length] ?? size;
    const share = (end - before) / size;
    before = end;
    if (share === 0 && !several) return { score: Infinity, largest };
    largest = Math.max(largest, share);
    squares += share * share;
    if (share < SMALL.share && !several) small += 1;
  }
  return { score: largest + squares / 2 + small * SMALL.penalty, largest };
}
