import {
  COLUMN_FACETS,
  type AreaSet,
  type ColumnFacet,
  type LevelShares,
  MONEY,
  type ProjectColumns,
  simplify,
} from './columns.ts';
import { mapKeys } from './map-keys.ts';
import { PLACE_LEVELS, type PlaceLevel } from './selection.ts';

/** One project as the columns need it; facets already as the site names them. */
export interface ProjectFacts {
  readonly id: string;
  readonly name: string;
  readonly organisation?: string | undefined;
  readonly facets: Readonly<Partial<Record<ColumnFacet, string | undefined>>>;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** EUR. */
  readonly money: Readonly<Partial<Record<(typeof MONEY)[number], number | undefined>>>;
}

/** A row of the published `project_areas`. */
export interface AreaFact {
  readonly area_level: string;
  readonly area_code: string;
  readonly role: string;
  readonly share_equal: number;
}

/** A row of a published coverage table. */
export interface AreaRow {
  readonly code: string;
  readonly population?: number | undefined;
  readonly sub_region_code?: string | undefined;
  readonly region_code?: string | undefined;
}

/** Projects with more parts than the country has municipalities do not exist. */
const MOST_PARTS = 400;

/**
 * Turns published rows into columns.
 * @param areasOf rows of one project, in the order of the published table
 * @param date the release's, ISO 8601
 */
export function readColumns(
  projects: readonly ProjectFacts[],
  areasOf: (id: string) => readonly AreaFact[],
  levels: Readonly<Record<PlaceLevel, readonly AreaRow[]>>,
  date: string,
): ProjectColumns {
  const positions = mapKeys(PLACE_LEVELS, (level) => new Map(levels[level].map(({ code }, index) => [code, index])));
  const sets = new Map<string, { readonly number: number; readonly set: AreaSet }>();
  const numberSet = (set: AreaSet): number => {
    const key = JSON.stringify(set);
    const known = sets.get(key) ?? { number: sets.size, set };
    sets.set(key, known);
    return known.number;
  };
  const setsOf = (role: string): number[] =>
    projects.map(({ id }) =>
      numberSet(
        readSet(
          areasOf(id).filter((row) => row.role === role && row.share_equal > 0),
          positions,
        ),
      ),
    );
  const targets = setsOf('target');
  const seats = setsOf('beneficiary');
  return {
    date,
    ids: projects.map(({ id }) => id),
    names: projects.map(({ name }) => name),
    organisations: makeDictionary(projects.map(({ organisation }) => organisation)),
    facets: mapKeys(COLUMN_FACETS, (facet) => makeDictionary(projects.map(({ facets }) => facets[facet]))),
    starts: projects.map(({ start }) => start ?? ''),
    ends: projects.map(({ end }) => end ?? ''),
    money: mapKeys(MONEY, (name) => projects.map(({ money }) => money[name] ?? null)),
    areaSets: [...sets.values()].map(({ set }) => set),
    targets,
    seats,
    areas: mapKeys(PLACE_LEVELS, (level) => ({
      codes: levels[level].map(({ code }) => code),
      populations: levels[level].map(({ population }) => population ?? null),
      regions:
        level === 'region' ? [] : levels[level].map((area) => positions.region.get(area.region_code ?? '') ?? -1),
      subRegions:
        level === 'municipality'
          ? levels[level].map((area) => positions.sub_region.get(area.sub_region_code ?? '') ?? -1)
          : [],
    })),
  };
}

/** Values sorted by code units, so that the file does not depend on the order of projects. */
function makeDictionary(texts: readonly (string | undefined)[]): { values: string[]; rows: number[] } {
  const values = [...new Set(texts.filter((text) => text !== undefined))].sort();
  const positions = new Map(values.map((value, index) => [value, index]));
  return { values, rows: texts.map((text) => (text === undefined ? -1 : (positions.get(text) ?? -1))) };
}

function readSet(
  rows: readonly AreaFact[],
  positions: Readonly<Record<PlaceLevel, ReadonlyMap<string, number>>>,
): AreaSet {
  const set: Partial<Record<PlaceLevel, LevelShares>> = {};
  // In the order that packed sets are compared in.
  for (const level of ['municipality', 'sub_region', 'region'] as const) {
    const here = rows.filter((row) => row.area_level === level);
    if (here.length === 0) continue;
    const areas = here.map((row) => positions[level].get(row.area_code) ?? -1);
    set[level] = simplify(areas, findWeights(here.map((row) => row.share_equal)));
  }
  return set;
}

/** Shares are written as decimals of fractions with one small denominator. */
function findWeights(shares: readonly number[]): number[] {
  const first = shares[0] ?? 1;
  if (shares.every((share) => share === first)) return shares.map(() => 1);
  for (let whole = 1; whole <= MOST_PARTS; whole += 1) {
    const weights = shares.map((share) => Math.round(share * whole));
    if (shares.every((share, index) => Math.abs(share * whole - (weights[index] ?? 0)) < 1e-4)) return weights;
  }
  // No such fraction: parts in millionths.
  return shares.map((share) => Math.round(share * 1e6));
}
