import { splitCents, toCents } from './cents.ts';
import { MONEY, type Money, type ProjectColumns } from './columns.ts';
import { mapKeys } from './map-keys.ts';
import type { PlaceLevel } from './selection.ts';

/** Sums of one level of areas; a position is an area's place in the level's list. Money in whole cents. */
export interface LevelSums {
  /** Projects that name the area, and those of them that run in the reference year or on the release's day. */
  readonly projects: Int32Array;
  readonly ongoing: Int32Array;
  /** Projects whose beneficiary is from here. */
  readonly beneficiaries: Int32Array;
  readonly money: Readonly<Record<Money, { readonly cents: Float64Array; readonly known: Int32Array }>>;
  /** Projects of no area of this level that may lie here all the same: they name a coarser area around it, or none at all. */
  readonly wide: Int32Array;
  readonly wideOngoing: Int32Array;
  readonly seatsWide: Int32Array;
  /** What lies in no area of this level. */
  readonly unplaced: Totals;
}

/** Sums of projects as wholes. */
export interface Totals {
  readonly projects: number;
  readonly ongoing: number;
  /** Beneficiaries' places known at the level; in the totals of everything: projects with a named beneficiary. */
  readonly beneficiaries: number;
  readonly money: Readonly<Record<Money, { readonly cents: number; readonly known: number }>>;
}

export const PLACEMENTS = ['municipality', 'sub_region', 'region', 'nowhere'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** A project's areas of one level and their parts of its money, in cents. */
export interface Parts {
  readonly areas: readonly number[];
  readonly money: Readonly<Record<Money, readonly number[] | undefined>>;
}

/** A project's areas of a level with their parts of its money; `undefined` where it has none. */
export function splitProject(columns: ProjectColumns, row: number, level: PlaceLevel): Parts | undefined {
  const shares = columns.areaSets[columns.targets[row] ?? -1]?.[level];
  if (shares?.areas.some((area) => area >= 0) !== true) return undefined;
  const money = mapKeys(MONEY, (name) => {
    const euros = columns.money[name][row];
    return euros === null || euros === undefined
      ? undefined
      : splitCents(toCents(euros), shares.areas.length, shares.weights);
  });
  return { areas: shares.areas, money };
}

export function sumLevel(
  columns: ProjectColumns,
  level: PlaceLevel,
  rows: readonly number[],
  parts: readonly (Parts | undefined)[],
  isOngoing: (row: number) => boolean,
  isMoneyCounted: (row: number) => boolean,
): LevelSums {
  const size = columns.areas[level].codes.length;
  const counts = (): Int32Array => new Int32Array(size);
  const sums = {
    projects: counts(),
    ongoing: counts(),
    beneficiaries: counts(),
    wide: counts(),
    wideOngoing: counts(),
    seatsWide: counts(),
  };
  const money = mapKeys(MONEY, () => ({ cents: new Float64Array(size), known: counts() }));
  const unplaced: number[] = [];
  const spread = createSpread(columns, level);
  for (const row of rows) {
    const project = parts[row];
    const seat = columns.areaSets[columns.seats[row] ?? -1];
    for (const area of seat?.[level]?.areas ?? []) if (area >= 0) add(sums.beneficiaries, area);
    if (seat?.[level] === undefined) spread.count(seat, sums.seatsWide);
    const ongoing = isOngoing(row);
    if (project === undefined) {
      unplaced.push(row);
      const set = columns.areaSets[columns.targets[row] ?? -1];
      spread.count(set, sums.wide);
      if (ongoing) spread.count(set, sums.wideOngoing);
      continue;
    }
    for (const area of project.areas) {
      if (area < 0) continue;
      add(sums.projects, area);
      if (ongoing) add(sums.ongoing, area);
    }
    if (!isMoneyCounted(row)) continue;
    for (const name of MONEY) {
      const cents = project.money[name];
      if (cents === undefined) continue;
      const target = money[name];
      project.areas.forEach((area, part) => {
        if (area < 0) return;
        target.cents[area] = (target.cents[area] ?? 0) + (cents[part] ?? 0);
        add(target.known, area);
      });
    }
  }
  spread.finish([sums.wide, sums.wideOngoing, sums.seatsWide]);
  return { ...sums, money, unplaced: subtract(columns, level, unplaced, money, isOngoing, isMoneyCounted, rows) };
}

function add(numbers: Int32Array, position: number): void {
  numbers[position] = (numbers[position] ?? 0) + 1;
}

/** Counts a project for every area that lies in the coarser ones it names, or for all of them where it names none. */
function createSpread(
  columns: ProjectColumns,
  level: PlaceLevel,
): {
  count(set: ProjectColumns['areaSets'][number] | undefined, into: Int32Array): void;
  finish(all: readonly Int32Array[]): void;
} {
  const { subRegions, regions, codes } = columns.areas[level];
  const everywhere = new Map<Int32Array, number>();
  const pending = new Map<Int32Array, { sub_region: Map<number, number>; region: Map<number, number> }>();
  return {
    count(set, into) {
      const coarser = (['sub_region', 'region'] as const).find(
        (each) => each !== level && (each === 'region' || level === 'municipality') && set?.[each] !== undefined,
      );
      const named = coarser === undefined ? undefined : set?.[coarser]?.areas.filter((area) => area >= 0);
      if (coarser === undefined || named === undefined || named.length === 0 || level === 'region') {
        everywhere.set(into, (everywhere.get(into) ?? 0) + 1);
        return;
      }
      const waiting = pending.get(into) ?? { sub_region: new Map<number, number>(), region: new Map<number, number>() };
      pending.set(into, waiting);
      for (const area of named) waiting[coarser].set(area, (waiting[coarser].get(area) ?? 0) + 1);
    },
    finish(all) {
      for (const into of all) {
        const waiting = pending.get(into);
        const base = everywhere.get(into) ?? 0;
        for (let area = 0; area < codes.length; area += 1)
          into[area] =
            base +
            (waiting?.sub_region.get(subRegions[area] ?? -1) ?? 0) +
            (waiting?.region.get(regions[area] ?? -1) ?? 0);
      }
    },
  };
}

/** Unplaced money is the rest: everything less what lies in the level's areas, so that the two always make the whole. */
function subtract(
  columns: ProjectColumns,
  level: PlaceLevel,
  unplaced: readonly number[],
  money: LevelSums['money'],
  isOngoing: (row: number) => boolean,
  isMoneyCounted: (row: number) => boolean,
  rows: readonly number[],
): Totals {
  const all = sumWholes(columns, rows, isOngoing, isMoneyCounted);
  const here = sumWholes(columns, unplaced, isOngoing, isMoneyCounted);
  const placedSeats = rows.filter((row) => columns.areaSets[columns.seats[row] ?? -1]?.[level] !== undefined).length;
  return {
    projects: here.projects,
    ongoing: here.ongoing,
    beneficiaries: rows.length - placedSeats,
    money: mapKeys(MONEY, (name) => ({
      cents: all.money[name].cents - money[name].cents.reduce((sum: number, cents: number) => sum + cents, 0),
      known: here.money[name].known,
    })),
  };
}

export function sumWholes(
  columns: ProjectColumns,
  rows: readonly number[],
  isOngoing: (row: number) => boolean,
  isMoneyCounted: (row: number) => boolean,
): Totals {
  const money = mapKeys(MONEY, (name) => {
    let [cents, known] = [0, 0];
    for (const row of rows) {
      const euros = columns.money[name][row];
      if (euros === null || euros === undefined || !isMoneyCounted(row)) continue;
      cents += toCents(euros);
      known += 1;
    }
    return { cents, known };
  });
  return {
    projects: rows.length,
    ongoing: rows.filter(isOngoing).length,
    beneficiaries: rows.filter((row) => (columns.organisations.rows[row] ?? -1) >= 0).length,
    money,
  };
}

/** Granted money by the finest level that a project names. */
export function placeMoney(columns: ProjectColumns, rows: readonly number[]): Record<Placement, number> {
  const placement: Record<Placement, number> = { municipality: 0, sub_region: 0, region: 0, nowhere: 0 };
  for (const row of rows) {
    const euros = columns.money.granted[row];
    if (euros === null || euros === undefined) continue;
    const set = columns.areaSets[columns.targets[row] ?? -1] ?? {};
    const level = PLACEMENTS.find((each) => each === 'nowhere' || set[each]?.areas.some((area) => area >= 0) === true);
    placement[level ?? 'nowhere'] += toCents(euros);
  }
  return placement;
}
