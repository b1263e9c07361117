import type { Projects } from '../../pipeline/model/schema-types.ts';
import { findState, STATES } from './state.ts';

/** What projects can be narrowed by, one at a time, on pages that need no script. */
export const FACETS = ['fund', 'axis', 'year', 'state', 'place'] as const;
export type Facet = (typeof FACETS)[number];

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
  /** Regions in which a value occurs. */
  regionsOf(facet: Facet, value: string): readonly string[];
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
  for (const project of newest) {
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
  return {
    find,
    valuesOf(facet) {
      const found = (ordered.get(facet) ?? []).flatMap((value) => find(facet, value) ?? []);
      return facet !== 'place' && found.length === 1 && found[0]?.projects.length === newest.length ? [] : found;
    },
    regionsOf: (facet, value) => [...(regions.get(keyOf(facet, value)) ?? [])].sort(),
  };
}

function sortValues(facet: Facet, values: readonly string[]): string[] {
  const states: readonly string[] = STATES;
  if (facet === 'state') return values.toSorted((a, b) => states.indexOf(a) - states.indexOf(b));
  const sorted = values.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return facet === 'year' ? sorted.reverse() : sorted;
}
