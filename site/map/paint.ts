import type { NationalPlan } from './national-plan.ts';

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
