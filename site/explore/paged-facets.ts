import type { Chosen, Facet as PagedFacet } from '../model/facets.ts';
import { type Facet, FACETS, type Selection } from './selection.ts';

/** Facets that have pages of their own, and what they are called there. */
export const PAGED: Readonly<Partial<Record<Facet, PagedFacet>>> = {
  period: 'period',
  fund: 'fund',
  axis: 'axis',
  year: 'year',
  status: 'state',
};

/**
 * The selection that a page of values shows.
 * @param region code of the region that it is narrowed to
 * @returns `undefined` where Explore has no such facet
 */
export function findSelection(chosen: readonly Chosen[], region?: string): Selection | undefined {
  const facets: Partial<Record<Facet, readonly string[]>> = {};
  for (const { facet, value } of chosen) {
    const own = FACETS.find((each) => PAGED[each] === facet);
    if (own === undefined) return undefined;
    facets[own] = [value];
  }
  return { facets, ...(region === undefined ? {} : { place: { level: 'region', code: region } }) };
}
