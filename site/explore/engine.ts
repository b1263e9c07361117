import type { Money, ProjectColumns } from './columns.ts';
import { foldText } from './fold.ts';
import { mapKeys } from './map-keys.ts';
import { type Facet, FACETS, NOT_SAID, PLACE_LEVELS, type PlaceLevel, type Selection } from './selection.ts';
import { type LevelSums, type Placement, placeMoney, splitProject, sumLevel, sumWholes, type Totals } from './sums.ts';

/** What a selection gives. */
export interface Outcome {
  /** Projects that match filters and place, cancelled ones too, latest start first. */
  readonly rows: readonly number[];
  /** Cancelled ones among them: they are in the list, and in no number unless the filter asks for them. */
  readonly cancelled: number;
  /** Projects of the whole country that the filters let through and that count. */
  readonly mapRows: readonly number[];
  /** Of all of them, as wholes. */
  readonly whole: Totals;
  readonly isOngoing: (row: number) => boolean;
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

export interface Engine {
  readonly columns: ProjectColumns;
  select(selection: Selection): Outcome;
  /** The project's share of an area's money in cents; `undefined` where the amount is unknown or the project is not there. */
  shareOf(row: number, money: Money, level: PlaceLevel, area: number): number | undefined;
  isIn(row: number, level: PlaceLevel, area: number): boolean;
}

/** Everything that does not depend on a selection is worked out once. */
export function createEngine(columns: ProjectColumns): Engine {
  const count = columns.ids.length;
  const rows = Array.from({ length: count }, (_, row) => row);
  const [first, last] = listYears(columns);
  const statusOf = (row: number): string => columns.facets.status.values[columns.facets.status.rows[row] ?? -1] ?? '';
  const cancelled = Uint8Array.from(rows, (row) => (statusOf(row) === 'cancelled' ? 1 : 0));
  const running = Uint8Array.from(rows, (row) => (statusOf(row) === 'ongoing' ? 1 : 0));
  const order = rows.toSorted((a, b) => compare(columns.starts[b], columns.starts[a]) || a - b);
  const peak = findPeakYear(
    rows.filter((row) => cancelled[row] === 0),
    first,
    last,
  );
  const anyRunning = running.includes(1);
  const parts = mapKeys(PLACE_LEVELS, (level) => rows.map((row) => splitProject(columns, row, level)));
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
    const options = mapKeys(FACETS, () => new Map<string, number>());
    FACETS.forEach((facet, bit) => {
      const flag = 1 << bit;
      const isStatus = facet === 'status';
      if (facet === 'year') {
        const years = new Map<number, number>();
        for (const row of rows) {
          if (((failures[row] ?? 0) & ~flag) !== 0 || !counted(row)) continue;
          for (let year = first[row] ?? 0; year <= (last[row] ?? 0); year += 1)
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
      const levels = mapKeys(PLACE_LEVELS, (level) =>
        sumLevel(columns, level, onMap, parts[level], isOngoing, isMoneyCounted),
      );
      const organisations = new Set(countedInPlace.map((row) => columns.organisations.rows[row] ?? -1));
      organisations.delete(-1);
      return {
        rows: inPlace,
        cancelled: inPlace.filter((row) => cancelled[row] === 1).length,
        mapRows: onMap,
        whole: sumWholes(columns, onMap, isOngoing, isMoneyCounted),
        isOngoing,
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

/** First and last year of each project, both 0 where no date is known; with one date alone, that date's year. */
function listYears({ starts, ends }: ProjectColumns): [number[], number[]] {
  const yearOf = (date: string, other: string): number => Number((date === '' ? other : date).slice(0, 4));
  return [
    starts.map((start, row) => yearOf(start, ends[row] ?? '')),
    ends.map((end, row) => yearOf(end, starts[row] ?? '')),
  ];
}

function isInYear(year: number, first = 0, last = 0): boolean {
  return first <= year && year <= last;
}

/** The latest of the years in which most projects ran. */
function findPeakYear(rows: readonly number[], first: readonly number[], last: readonly number[]): number | undefined {
  const years = new Map<number, number>();
  for (const row of rows)
    for (let year = first[row] ?? 0; year <= (last[row] ?? 0); year += 1) years.set(year, (years.get(year) ?? 0) + 1);
  let peak: number | undefined;
  for (const [year, number] of [...years].sort(([a], [b]) => a - b))
    if (year > 0 && number >= (years.get(peak ?? year) ?? 0)) peak = year;
  return peak;
}
