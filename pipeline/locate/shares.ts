import type { Share } from '../model/area.ts';

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** An exact share in lowest terms; nothing of something is `0/1`. */
export function reduceShare(numerator: number, denominator: number): Share {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** What one area holds of a project: how many of its carriers lie in it, and their inhabitants. */
export interface Weight {
  readonly carriers: number;
  /** Undefined where a carrier has no figure. */
  readonly population: number | undefined;
}

/** The shares of an area with `part` in a project with `whole`. Population shares are all or none within a level. */
export function computeShares(
  part: Weight,
  whole: Weight,
): { readonly shareEqual: Share; readonly sharePopulation?: Share } {
  const shareEqual = reduceShare(part.carriers, whole.carriers);
  if (part.population === undefined || whole.population === undefined || whole.population === 0) return { shareEqual };
  return { shareEqual, sharePopulation: reduceShare(part.population, whole.population) };
}

/** Adds up weights; one carrier without a figure leaves the sum without one. */
export function addWeights(weights: readonly Weight[]): Weight {
  return weights.reduce<Weight>(
    (sum, { carriers, population }) => ({
      carriers: sum.carriers + carriers,
      population: sum.population === undefined || population === undefined ? undefined : sum.population + population,
    }),
    { carriers: 0, population: 0 },
  );
}
