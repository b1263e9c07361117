import type { Projects } from '../../pipeline/model/schema-types.ts';
import { findState, STATES } from './state.ts';

/** What projects can be narrowed by on pages that need no script: one of them, or two at a time. */
export const FACETS = ['period', 'fund', 'axis', 'year', 'state', 'place'] as const;
export type Facet = (typeof FACETS)[number];

/** A facet and one of its values. */
export interface Chosen {
  readonly facet: Facet;
  readonly value: string;
}

export interface FacetValue {
  readonly facet: Facet;
  /** Part of the page's address: `ESF`, `2014-2020-5`, `2016`, `ended`, `unknown`. */
  readonly value: string;
  /** Newest first; cancelled ones too. */
  readonly projects: readonly Projects[];
}

export interface Facets {
  /** Values that occur, in their order; empty where the one value that occurs holds for every project. */
  valuesOf(facet: Facet): readonly FacetValue[];
  find(facet: Facet, value: string, region?: string): FacetValue | undefined;
  /**
   * Projects that have both values, in whatever order. Where one of the values alone says as much, `only` names it: both together
   * are no page of their own then. `undefined` where no project has both.
   */
  findPair(one: Chosen, other: Chosen): Pair | undefined;
  /** Every pair that is a page of its own, its facets in their order. */
  readonly pairs: readonly Pair[];
  /** Regions in which a value occurs. */
  regionsOf(facet: Facet, value: string): readonly string[];
}

/** Two values that some projects have both of. */
export interface Pair {
  readonly first: Chosen;
  readonly second: Chosen;
  readonly only?: Chosen;
  /** Newest first; cancelled ones too. */
  readonly projects: readonly Projects[];
}

/** The key of a priority axis: axes of two programming periods share their numbers. */
export function makeAxisKey({ programming_period: period, priority_axis_code: axis }: Projects): string | undefined {
  return axis === undefined ? undefined : `${period ?? 'x'}-${axis}`;
}

/** Years of a project's implementation period; a single date is one year; none where the order of the dates cannot be. */
export function listYears({ start_date: start, end_date: end }: Projects): number[] {
  const [from, to] = [start ?? end, end ?? start].map((date) =>
    date === undefined ? undefined : Number(date.slice(0, 4)),
  );
  if (from === undefined || to === undefined || to < from || to - from > 30) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/**
 * @param newest projects, newest first
 * @param regionsOf codes of the regions that a project lies in
 * @param placeOf `unknown` where no source says where a project works, `country` where it is for the whole country
 */
export function groupFacets(
  newest: readonly Projects[],
  day: string,
  regionsOf: (project: Projects) => readonly string[],
  placeOf: (project: Projects) => 'unknown' | 'country' | undefined,
): Facets {
  const oneOf = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);
  const values: Readonly<Record<Facet, (project: Projects) => readonly string[]>> = {
    period: ({ programming_period: period }) => oneOf(period),
    fund: ({ fund }) => oneOf(fund),
    axis: (project) => oneOf(makeAxisKey(project)),
    year: (project) => listYears(project).map(String),
    state: (project) => [findState(project, day)],
    place: (project) => oneOf(placeOf(project)),
  };
  const groups = new Map<string, Projects[]>();
  const keyOf = (facet: Facet, value: string, region = ''): string => `${facet}/${value}/${region}`;
  const add = (key: string, project: Projects): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [project]);
    else group.push(project);
  };
  const occurring = new Map<Facet, Set<string>>();
  const regions = new Map<string, Set<string>>();
  const pairKeys = new Map<string, readonly [Chosen, Chosen]>();
  for (const project of newest) {
    const all = PAIRED.flatMap((facet) => values[facet](project).map((value): Chosen => ({ facet, value })));
    for (const [index, first] of all.entries())
      for (const second of all.slice(index + 1)) {
        if (first.facet === second.facet) continue;
        const key = keyOfPair(first, second);
        pairKeys.set(key, [first, second]);
        add(key, project);
      }
    for (const facet of FACETS) {
      for (const value of values[facet](project)) {
        occurring.set(facet, (occurring.get(facet) ?? new Set()).add(value));
        add(keyOf(facet, value), project);
        if (facet === 'place') continue;
        for (const region of regionsOf(project)) {
          add(keyOf(facet, value, region), project);
          const key = keyOf(facet, value);
          regions.set(key, (regions.get(key) ?? new Set()).add(region));
        }
      }
    }
  }
  const find: Facets['find'] = (facet, value, region) => {
    const projects = groups.get(keyOf(facet, value, region));
    return projects === undefined ? undefined : { facet, value, projects };
  };
  const ordered = new Map(
    FACETS.map((facet) => [facet, sortValues(facet, [...(occurring.get(facet) ?? [])])] as const),
  );
  const isDividing = (facet: Facet): boolean => valuesOf(facet).length > 0;
  const findPair: Facets['findPair'] = (one, other) => {
    const [first, second] = FACETS.indexOf(one.facet) < FACETS.indexOf(other.facet) ? [one, other] : [other, one];
    const projects = groups.get(keyOfPair(first, second));
    if (projects === undefined || !isDividing(first.facet) || !isDividing(second.facet)) return undefined;
    const only = [first, second].find(({ facet, value }) => find(facet, value)?.projects.length === projects.length);
    return { first, second, projects, ...(only === undefined ? {} : { only }) };
  };
  const valuesOf: Facets['valuesOf'] = (facet) => {
    const found = (ordered.get(facet) ?? []).flatMap((value) => find(facet, value) ?? []);
    return facet !== 'place' && found.length === 1 && found[0]?.projects.length === newest.length ? [] : found;
  };
  return {
    find,
    valuesOf,
    findPair,
    pairs: [...pairKeys.values()]
      .flatMap(([first, second]) => findPair(first, second) ?? [])
      .filter(({ only }) => only === undefined),
    regionsOf: (facet, value) => [...(regions.get(keyOf(facet, value)) ?? [])].sort(),
  };
}

/** Facets that are combined with each other; where a project works is combined with none but regions. */
const PAIRED = FACETS.filter((facet) => facet !== 'place');

const keyOfPair = (first: Chosen, second: Chosen): string =>
  `${first.facet}/${first.value}//${second.facet}/${second.value}`;

function sortValues(facet: Facet, values: readonly string[]): string[] {
  const states: readonly string[] = STATES;
  if (facet === 'state') return values.toSorted((a, b) => states.indexOf(a) - states.indexOf(b));
  const sorted = values.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return facet === 'year' ? sorted.reverse() : sorted;
}
