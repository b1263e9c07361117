import type { ProjectColumns } from './columns.ts';
import type { Measure, PlaceLevel } from './selection.ts';
import type { LevelSums, Totals } from './sums.ts';

/** What is known of one area; money in EUR. */
export interface AreaValue {
  /** `undefined` where nobody knows; 0 only where it is known to be 0. */
  readonly value: number | undefined;
  /** Projects without a place, or without an amount, may add to it. */
  readonly isLeast: boolean;
}

const UNKNOWN: AreaValue = { value: undefined, isLeast: false };

/** @param area position in the level's list */
export function measureArea(
  { areas }: ProjectColumns,
  sums: LevelSums,
  level: PlaceLevel,
  area: number,
  measure: Measure,
): AreaValue {
  const at = (numbers: Int32Array | Float64Array): number => numbers[area] ?? 0;
  const count = (known: number, maybe: number): AreaValue =>
    known === 0 && maybe > 0 ? UNKNOWN : { value: known, isLeast: maybe > 0 };
  if (measure === 'projects') return count(at(sums.projects), at(sums.wide));
  if (measure === 'ongoing') return count(at(sums.ongoing), at(sums.wideOngoing));
  if (measure === 'beneficiaries') return count(at(sums.beneficiaries), at(sums.seatsWide));
  const { cents, known } = sums.money[measure === 'per_inhabitant' ? 'realised_public' : measure];
  const maybe = at(sums.wide);
  if (at(known) === 0 && (maybe > 0 || at(sums.projects) > 0)) return UNKNOWN;
  const isLeast = maybe > 0 || at(known) < at(sums.projects);
  if (measure !== 'per_inhabitant') return { value: at(cents) / 100, isLeast };
  return divide(at(cents), areas[level].populations[area] ?? null, isLeast);
}

/** EUR per inhabitant, rounded half away from zero to whole cents as in the coverage tables. */
function divide(cents: number, population: number | null, isLeast: boolean): AreaValue {
  if (population === null || population === 0) return UNKNOWN;
  const rounded = (Math.sign(cents) * Math.round(Math.abs(cents) / population)) / 100;
  return { value: rounded === 0 ? 0 : rounded, isLeast };
}

/** The same of projects as wholes, for the rows below a table; nobody knows how many people live nowhere. */
export function measureTotals(totals: Totals, measure: Measure): AreaValue {
  if (measure === 'per_inhabitant') return UNKNOWN;
  if (measure === 'granted' || measure === 'realised') {
    const { cents, known } = totals.money[measure];
    return known === 0 && totals.projects > 0 && cents === 0
      ? UNKNOWN
      : { value: cents / 100, isLeast: known < totals.projects };
  }
  return { value: totals[measure], isLeast: false };
}
