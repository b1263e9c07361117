import { mapKeys } from './map-keys.ts';
import type { Facet, PlaceLevel } from './selection.ts';

/** Facets whose values stand in a column; a year follows from the dates. */
export const COLUMN_FACETS = [
  'period',
  'fund',
  'axis',
  'objective',
  'status',
  'type',
] as const satisfies readonly Facet[];
export type ColumnFacet = (typeof COLUMN_FACETS)[number];

export const MONEY = ['granted', 'realised', 'realised_public'] as const;
export type Money = (typeof MONEY)[number];

/** Areas of one level that a project lies in. */
export interface LevelShares {
  /** Positions in the level's list of areas; −1 for an area that ended without a successor. */
  readonly areas: readonly number[];
  /** Whole numbers, one an area: the area's part is its weight by their sum. Absent where all are equal. */
  readonly weights?: readonly number[];
}

/** Where a project lies, by level; a level that the source says nothing of is absent. */
export type AreaSet = Readonly<Partial<Record<PlaceLevel, LevelShares>>>;

/** One area of a level, by its position. */
export interface AreaColumns {
  readonly codes: readonly string[];
  /** EUR per inhabitant needs them; `null` where nobody knows. */
  readonly populations: readonly (number | null)[];
  /** Position of the region that an area lies in; empty for regions. */
  readonly regions: readonly number[];
  /** Position of the sub-region; only municipalities have them. */
  readonly subRegions: readonly number[];
}

/**
 * All projects by column, so that ten thousand of them are a small file that a browser reads at once. A row's place is the
 * project's number. Texts of projects are the sources' own.
 */
export interface ProjectColumns {
  /** The release's date, ISO 8601: what is ongoing is ongoing on that day. */
  readonly date: string;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly organisations: { readonly values: readonly string[]; readonly rows: readonly number[] };
  readonly facets: Readonly<
    Record<ColumnFacet, { readonly values: readonly string[]; readonly rows: readonly number[] }>
  >;
  /** ISO 8601 dates, empty where not known. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** EUR, `null` where not known. */
  readonly money: Readonly<Record<Money, readonly (number | null)[]>>;
  readonly areaSets: readonly AreaSet[];
  /** Set of target areas and of the beneficiary's, by project. */
  readonly targets: readonly number[];
  readonly seats: readonly number[];
  readonly areas: Readonly<Record<PlaceLevel, AreaColumns>>;
}

/** The file's form: lists of texts are lines, dates are days, numbers differences, so that it compresses well. */
interface Packed {
  readonly date: string;
  readonly ids: string;
  readonly names: string;
  readonly organisations: { readonly values: string; readonly rows: readonly number[] };
  readonly facets: Readonly<Record<ColumnFacet, { readonly values: string; readonly rows: readonly number[] }>>;
  readonly starts: readonly (number | null)[];
  readonly lengths: readonly (number | null)[];
  readonly money: ProjectColumns['money'];
  readonly sets: readonly PackedSet[];
  readonly targets: readonly number[];
  readonly seats: readonly number[];
  readonly areas: ProjectColumns['areas'];
}

/** Steps from area to area of the finest level alone, where the coarser levels follow from it by counting; else all levels. */
type PackedSet = readonly [level: number, ...steps: number[]] | AreaSet;

const LEVELS = ['municipality', 'sub_region', 'region'] as const satisfies readonly PlaceLevel[];
const DAY = 86_400_000;

const toDay = (date: string): number | null => (date === '' ? null : Date.parse(date) / DAY);
const toDate = (day: number | null): string => (day === null ? '' : new Date(day * DAY).toISOString().slice(0, 10));
/** A line is a text: a break inside one would be another project's name. */
const toLines = (texts: readonly string[]): string => texts.map((text) => text.replaceAll(/\s+/g, ' ')).join('\n');

/** @returns JSON that `unpackColumns` reads */
export function packColumns(columns: ProjectColumns): string {
  const { date, ids, names, organisations, facets, starts, ends, money, areaSets, targets, seats, areas } = columns;
  const packed: Packed = {
    date,
    ids: toLines(ids),
    names: toLines(names),
    organisations: { values: toLines(organisations.values), rows: organisations.rows },
    facets: mapKeys(COLUMN_FACETS, (facet) => ({ values: toLines(facets[facet].values), rows: facets[facet].rows })),
    starts: starts.map(toDay),
    lengths: ends.map((end, row) => {
      const day = toDay(end);
      return day === null ? null : day - (toDay(starts[row] ?? '') ?? 0);
    }),
    money,
    sets: areaSets.map((set) => packSet(set, areas)),
    targets,
    seats,
    areas,
  };
  return JSON.stringify(packed);
}

/** @param json what `packColumns` wrote */
export function unpackColumns(json: unknown): ProjectColumns {
  const packed = json as Packed;
  const split = (lines: string): string[] => lines.split('\n');
  const starts = packed.starts.map(toDate);
  return {
    date: packed.date,
    ids: split(packed.ids),
    names: split(packed.names),
    organisations: { values: split(packed.organisations.values), rows: packed.organisations.rows },
    facets: mapKeys(COLUMN_FACETS, (facet) => ({
      values: split(packed.facets[facet].values),
      rows: packed.facets[facet].rows,
    })),
    starts,
    ends: packed.lengths.map((length, row) => (length === null ? '' : toDate((packed.starts[row] ?? 0) + length))),
    money: packed.money,
    areaSets: packed.sets.map((set) => unpackSet(set, packed.areas)),
    targets: packed.targets,
    seats: packed.seats,
    areas: packed.areas,
  };
}

function packSet(set: AreaSet, areas: ProjectColumns['areas']): PackedSet {
  const level = LEVELS.findIndex((each) => set[each] !== undefined);
  const finest = LEVELS[level];
  const shares = finest === undefined ? undefined : set[finest];
  if (finest === undefined || shares === undefined) return [-1];
  if (JSON.stringify(deriveSet(finest, shares.areas, areas)) !== JSON.stringify(set)) return set;
  let last = 0;
  const steps = shares.areas.map((area) => {
    const step = area - last;
    last = area;
    return step;
  });
  return [level, ...steps];
}

const isPackedList = (set: PackedSet): set is readonly [number, ...number[]] => Array.isArray(set);

function unpackSet(set: PackedSet, areas: ProjectColumns['areas']): AreaSet {
  if (!isPackedList(set)) return set;
  const [level, ...steps] = set;
  const finest = LEVELS[level];
  if (finest === undefined) return {};
  let last = 0;
  return deriveSet(
    finest,
    steps.map((step) => (last += step)),
    areas,
  );
}

/** Equal shares of a level, and what follows for the coarser ones: an area weighs as much as it has parts. */
function deriveSet(finest: PlaceLevel, positions: readonly number[], areas: ProjectColumns['areas']): AreaSet {
  const columns = areas[finest];
  const coarser = (parents: readonly number[]): LevelShares => {
    const weights = new Map<number, number>();
    for (const position of positions) {
      const parent = parents[position] ?? -1;
      weights.set(parent, (weights.get(parent) ?? 0) + 1);
    }
    const sorted = [...weights].sort(([a], [b]) => a - b);
    return simplify(
      sorted.map(([parent]) => parent),
      sorted.map(([, weight]) => weight),
    );
  };
  return {
    ...(finest === 'municipality'
      ? { municipality: { areas: positions }, sub_region: coarser(columns.subRegions) }
      : {}),
    ...(finest === 'sub_region' ? { sub_region: { areas: positions } } : {}),
    region: finest === 'region' ? { areas: positions } : coarser(columns.regions),
  };
}

/** Weights by their greatest common divisor; none where all are equal. */
export function simplify(areas: readonly number[], weights: readonly number[]): LevelShares {
  if (weights.every((weight) => weight === weights[0])) return { areas };
  const divisor = weights.reduce((a, b) => greatestCommonDivisor(a, b));
  return { areas, weights: weights.map((weight) => weight / divisor) };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
