import type { NationalPlan } from './national-plan.ts';

/** How a municipality looks on a map, and what is known of it in words. */
export interface PaintedValue {
  readonly style: string;
  readonly words: string;
}

/** Every municipality by one measure and its classes. */
export interface PaintedAreas {
  /** What the classes are of, as a heading. */
  readonly heading: string;
  readonly values: ReadonlyMap<string, PaintedValue>;
  /** Classes from the highest down, known zero and unknown last. */
  readonly classes: readonly { readonly style: string; readonly label: string }[];
}

/** Style of an area of which nothing is known. */
export const UNKNOWN_STYLE = 'kx';

/**
 * Path data of the borders between different classes, which are drawn double: no five fills differ enough from one another, but
 * one of the two lines differs from every fill.
 * @param styles class of each municipality, by position
 */
export function joinEdges(borders: NationalPlan['borders'], styles: readonly string[]): string {
  return borders
    .filter(([first, second]) => styles[first] !== styles[second])
    .map(([, , path]) => path)
    .join('');
}
