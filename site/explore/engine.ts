import { splitCents, toCents } from './cents.ts';
import { MONEY, type Money, type ProjectColumns } from './columns.ts';
import { foldText } from './fold.ts';
import { type Facet, FACETS, NOT_SAID, PLACE_LEVELS, type PlaceLevel, type Selection } from './selection.ts';

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

/** What a selection gives. */
export interface Outcome {
  /** Projects that match filters and place, cancelled ones too, latest start first. */
  readonly rows: readonly number[];
  /** Cancelled ones among them: they are in the list, and in no number unless the filter asks for them. */
  readonly cancelled: number;
  /** Of the place, as wholes. */
  readonly totals: Totals;
  /** Distinct beneficiaries' names of the place's projects. */
  readonly organisations: number;
  /** Of the whole country whatever the place: what the map shows. */
  readonly levels: Readonly<Record<PlaceLevel, LevelSums>>;
  /** How many projects each option would leave, the other filters and the place as they are. */
  readonly options: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
  /** Where the money of the place's projects is assigned, in cents: the parts are disjoint and sum to the total. */
  readonly placement: Readonly<Record<Placement, number>>;
  /** The year that `ongoing` counts; the release's day when absent. */
  readonly ongoingYear: number | undefined;
}

export const PLACEMENTS = ['municipality', 'sub_region', 'region', 'nowhere'] as const;
export type Placement = (typeof PLACEMENTS)[number];

export interface Engine {
  readonly columns: ProjectColumns;
  select(selection: Selection): Outcome;
  /** The project's share of an area's money in cents; `undefined` where the amount is unknown or the project is not there. */
  shareOf(row: number, money: Money, level: PlaceLevel, area: number): number | undefined;
  isIn(row: number, level: PlaceLevel, area: number): boolean;
}

interface Parts {
  readonly areas: readonly number[];
  readonly money: Readonly<Record<Money, readonly number[] | undefined>>;
}

const yearOf = (date: string | undefined): number => Number((date ?? '').slice(0, 4)) || 0;

/** Everything that does not depend on a selection is worked out once. */
export function createEngine(columns: ProjectColumns): Engine {
  const count = columns.ids.length;
  const rows = Array.from({ length: count }, (_, row) => row);
  const first = columns.starts.map(yearOf);
  const last = columns.ends.map((end, row) => yearOf(end) || (first[row] ?? 0));
  const statusOf = (row: number): string => columns.facets.status.values[columns.facets.status.rows[row] ?? -1] ?? '';
  const cancelled = Uint8Array.from(rows, (row) => (statusOf(row) === 'cancelled' ? 1 : 0));
  const running = Uint8Array.from(rows, (row) => (statusOf(row) === 'ongoing' ? 1 : 0));
  const order = rows.toSorted((a, b) => compare(columns.starts[b], columns.starts[a]) || a - b);
  const peak = findPeakYear(rows.filter((row) => cancelled[row] === 0), first, last);
  const anyRunning = running.includes(1);
  const parts = Object.fromEntries(
    PLACE_LEVELS.map((level) => [level, rows.map((row) => splitProject(columns, row, level))]),
  ) as Record<PlaceLevel, readonly (Parts | undefined)[]>;
  let words: readonly string[] | undefined;
  const findWords = (): readonly string[] =>
    (words ??= rows.map((row) =>
      foldText(
        `${columns.ids[row] ?? ''} ${columns.names[row] ?? ''} ${columns.organisations.values[columns.organisations.rows[row] ?? -1] ?? ''}`,
      ),
    ));

  /** A bit for each facet that a project fails, one for the words, one for the place. */
  const findFailures = (selection: Selection): Uint16Array => {
    const failures = new Uint16Array(count);
    FACETS.forEach((facet, bit) => {
      const wanted = selection.facets[facet];
      if (wanted === undefined) return;
      const flag = 1 << bit;
      if (facet === 'year') {
        const years = wanted.map((year) => (year === NOT_SAID ? 0 : Number(year)));
        for (const row of rows)
          if (!years.some((year) => isInYear(year, first[row], last[row]))) failures[row] = (failures[row] ?? 0) | flag;
        return;
      }
      const { values, rows: valueOf } = columns.facets[facet];
      const accepted = new Set(wanted.map((value) => (value === NOT_SAID ? -1 : values.indexOf(value))));
      if (!wanted.includes(NOT_SAID)) accepted.delete(-1);
      for (const row of rows) if (!accepted.has(valueOf[row] ?? -1)) failures[row] = (failures[row] ?? 0) | flag;
    });
    if (selection.text !== undefined) {
      const searched = findWords();
      const needles = foldText(selection.text).split(' ');
      for (const row of rows)
        if (!needles.every((needle) => searched[row]?.includes(needle))) failures[row] = (failures[row] ?? 0) | WORDS;
    }
    if (selection.place !== undefined) {
      const { level, code } = selection.place;
      const area = columns.areas[level].codes.indexOf(code);
      for (const row of rows)
        if (parts[level][row]?.areas.includes(area) !== true || area === -1)
          failures[row] = (failures[row] ?? 0) | PLACE;
    }
    return failures;
  };

  const countOptions = (failures: Uint16Array, counted: (row: number) => boolean): Outcome['options'] => {
    const options = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<
      Facet,
      Map<string, number>
    >;
    FACETS.forEach((facet, bit) => {
      const flag = 1 << bit;
      const isStatus = facet === 'status';
      if (facet === 'year') {
        const years = new Map<number, number>();
        for (const row of rows) {
          if (((failures[row] ?? 0) & ~flag) !== 0 || !counted(row)) continue;
          for (let year = first[row] || last[row] || 0; year <= (last[row] ?? 0); year += 1)
            years.set(year, (years.get(year) ?? 0) + 1);
        }
        for (const [year, number] of years) options.year.set(year === 0 ? NOT_SAID : String(year), number);
        return;
      }
      const { values, rows: valueOf } = columns.facets[facet];
      const numbers = new Int32Array(values.length + 1);
      for (const row of rows) {
        // The status is what says whether cancelled projects are counted: its options count all.
        if (((failures[row] ?? 0) & ~flag) === 0 && (isStatus || counted(row))) {
          const value = (valueOf[row] ?? -1) + 1;
          numbers[value] = (numbers[value] ?? 0) + 1;
        }
      }
      values.forEach((value, index) => options[facet].set(value, numbers[index + 1] ?? 0));
      if ((numbers[0] ?? 0) > 0 || valueOf.includes(-1)) options[facet].set(NOT_SAID, numbers[0] ?? 0);
    });
    return options;
  };

  return {
    columns,
    select(selection) {
      const failures = findFailures(selection);
      const withCancelled = selection.facets.status?.includes('cancelled') === true;
      const counted = (row: number): boolean => withCancelled || cancelled[row] === 0;
      const years = selection.facets.year?.map(Number).filter((year) => year > 0) ?? [];
      const ongoingYear = years.length > 0 ? years.at(-1) : anyRunning ? undefined : peak;
      const isOngoing = (row: number): boolean =>
        cancelled[row] === 0 &&
        (ongoingYear === undefined ? running[row] === 1 : isInYear(ongoingYear, first[row], last[row]));
      const isMoneyCounted = (row: number): boolean => cancelled[row] === 0;
      const onMap = rows.filter((row) => ((failures[row] ?? 0) & ~PLACE) === 0 && counted(row));
      const inPlace = order.filter((row) => failures[row] === 0);
      const countedInPlace = inPlace.filter(counted);
      const levels = Object.fromEntries(
        PLACE_LEVELS.map((level) => [level, sumLevel(columns, level, onMap, parts[level], isOngoing, isMoneyCounted)]),
      ) as Outcome['levels'];
      const organisations = new Set(countedInPlace.map((row) => columns.organisations.rows[row] ?? -1));
      organisations.delete(-1);
      return {
        rows: inPlace,
        cancelled: inPlace.filter((row) => cancelled[row] === 1).length,
        totals: sumWholes(columns, countedInPlace, isOngoing, isMoneyCounted),
        organisations: organisations.size,
        levels,
        options: countOptions(failures, counted),
        placement: placeMoney(columns, countedInPlace.filter(isMoneyCounted)),
        ongoingYear,
      };
    },
    shareOf(row, money, level, area) {
      const project = parts[level][row];
      return project?.money[money]?.[project.areas.indexOf(area)];
    },
    isIn: (row, level, area) => parts[level][row]?.areas.includes(area) === true,
  };
}

const WORDS = 1 << FACETS.length;
const PLACE = 1 << (FACETS.length + 1);

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Year 0 stands for dates that nobody knows. */
function isInYear(year: number, first = 0, last = 0): boolean {
  return year === 0 ? first === 0 && last === 0 : (first || last) <= year && year <= last;
}

/** The latest of the years in which most projects ran. */
function findPeakYear(rows: readonly number[], first: readonly number[], last: readonly number[]): number | undefined {
  const years = new Map<number, number>();
  for (const row of rows)
    for (let year = first[row] || last[row] || 1; year <= (last[row] ?? 0); year += 1)
      years.set(year, (years.get(year) ?? 0) + 1);
  let peak: number | undefined;
  for (const [year, number] of [...years].sort(([a], [b]) => a - b))
    if (peak === undefined || number >= (years.get(peak) ?? 0)) peak = year;
  return peak;
}

/** A project's areas of a level with their parts of its money; `undefined` where it has none. */
function splitProject(columns: ProjectColumns, row: number, level: PlaceLevel): Parts | undefined {
  const shares = columns.areaSets[columns.targets[row] ?? -1]?.[level];
  if (shares === undefined || !shares.areas.some((area) => area >= 0)) return undefined;
  const money = Object.fromEntries(
    MONEY.map((name) => {
      const euros = columns.money[name][row];
      return [
        name,
        euros === null || euros === undefined
          ? undefined
          : splitCents(toCents(euros), shares.areas.length, shares.weights),
      ];
    }),
  ) as Parts['money'];
  return { areas: shares.areas, money };
}

function sumLevel(
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
  const money = Object.fromEntries(
    MONEY.map((name) => [name, { cents: new Float64Array(size), known: counts() }]),
  ) as LevelSums['money'];
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
      const waiting = pending.get(into) ?? { sub_region: new Map(), region: new Map() };
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
    money: Object.fromEntries(
      MONEY.map((name) => [
        name,
        {
          cents: all.money[name].cents - money[name].cents.reduce((sum, cents) => sum + cents, 0),
          known: here.money[name].known,
        },
      ]),
    ) as Totals['money'],
  };
}

function sumWholes(
  columns: ProjectColumns,
  rows: readonly number[],
  isOngoing: (row: number) => boolean,
  isMoneyCounted: (row: number) => boolean,
): Totals {
  const money = Object.fromEntries(
    MONEY.map((name) => {
      let [cents, known] = [0, 0];
      for (const row of rows) {
        const euros = columns.money[name][row];
        if (euros === null || euros === undefined || !isMoneyCounted(row)) continue;
        cents += toCents(euros);
        known += 1;
      }
      return [name, { cents, known }];
    }),
  ) as Totals['money'];
  return {
    projects: rows.length,
    ongoing: rows.filter(isOngoing).length,
    beneficiaries: rows.filter((row) => (columns.organisations.rows[row] ?? -1) >= 0).length,
    money,
  };
}

/** Granted money by the finest level that a project names. */
function placeMoney(columns: ProjectColumns, rows: readonly number[]): Outcome['placement'] {
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

