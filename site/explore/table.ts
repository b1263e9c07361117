import type { Engine, Outcome } from './engine.ts';
import { type AreaValue, measureArea, measureTotals } from './measures.ts';
import { mapKeys } from './map-keys.ts';
import { type Measure, MEASURES, type PlaceLevel, type Selection } from './selection.ts';
import { sumWholes, type Totals } from './sums.ts';

export interface TableRow {
  readonly kind: 'area' | 'unplaced' | 'total';
  /** Position of the area in its level's list. */
  readonly area?: number;
  readonly code?: string;
  readonly values: Readonly<Record<Measure, AreaValue>>;
}

/** The rows that a reader sees, and that a download has. */
export interface AreaTable {
  readonly level: 'region' | 'municipality';
  /** The area whose municipalities these are. */
  readonly within?: { readonly level: PlaceLevel; readonly area: number };
  readonly rows: readonly TableRow[];
}

/**
 * Regions or municipalities of the country, or municipalities of a place, what has no place among them, and everything.
 * @param order positions of the areas in the order of their names
 */
export function buildTable(
  engine: Engine,
  outcome: Outcome,
  selection: Selection,
  order: Readonly<Record<PlaceLevel, readonly number[]>>,
): AreaTable {
  const { columns } = engine;
  const within = findHolder(engine, selection);
  const level = within !== undefined || selection.rows === 'municipality' ? 'municipality' : 'region';
  const { codes, regions, subRegions } = columns.areas[level];
  const sums = outcome.levels[level];
  const members = order[level].flatMap((area) =>
    within === undefined || (within.level === 'region' ? regions : subRegions)[area] === within.area ? [area] : [],
  );
  const rows = members.map((area): TableRow => ({
    kind: 'area',
    area,
    ...codeOf(codes, area),
    values: mapKeys(MEASURES, (measure) => measureArea(columns, sums, level, area, measure)),
  }));
  if (within === undefined) {
    const total = outcome.whole;
    return {
      level,
      rows: [...rows, totalRow('unplaced', sums.unplaced), totalRow('total', total)],
    };
  }
  const holder = outcome.levels[within.level];
  const here = outcome.mapRows.filter((row) => engine.isIn(row, within.level, within.area));
  const loose = here.filter((row) => !members.some((area) => engine.isIn(row, 'municipality', area)));
  const count = sumWholes(columns, loose, outcome.isOngoing, () => true);
  const all = mapKeys(MEASURES, (measure) => measureArea(columns, holder, within.level, within.area, measure));
  const rest = (measure: 'granted' | 'realised'): AreaValue => {
    const cents = members.reduce((sum, area) => sum + (sums.money[measure].cents[area] ?? 0), 0);
    return { value: ((holder.money[measure].cents[within.area] ?? 0) - cents) / 100, isLeast: false };
  };
  const seats =
    (holder.beneficiaries[within.area] ?? 0) - members.reduce((sum, area) => sum + (sums.beneficiaries[area] ?? 0), 0);
  const unplaced: TableRow['values'] = {
    projects: { value: count.projects, isLeast: false },
    ongoing: { value: count.ongoing, isLeast: false },
    granted: rest('granted'),
    realised: rest('realised'),
    per_inhabitant: { value: undefined, isLeast: false },
    beneficiaries: { value: Math.max(0, seats), isLeast: false },
  };
  return { level, within, rows: [...rows, { kind: 'unplaced', values: unplaced }, { kind: 'total', values: all }] };
}

function codeOf(codes: readonly string[], area: number): { readonly code?: string } {
  const code = codes[area];
  return code === undefined ? {} : { code };
}

/** The region or sub-region whose municipalities are listed: the chosen one, or the region of the chosen municipality. */
function findHolder({ columns }: Pick<Engine, 'columns'>, { place }: Selection): AreaTable['within'] {
  if (place === undefined) return undefined;
  const area = columns.areas[place.level].codes.indexOf(place.code);
  if (area < 0) return undefined;
  if (place.level !== 'municipality') return { level: place.level, area };
  const region = columns.areas.municipality.regions[area] ?? -1;
  return region < 0 ? undefined : { level: 'region', area: region };
}

function totalRow(kind: TableRow['kind'], totals: Totals): TableRow {
  return { kind, values: mapKeys(MEASURES, (measure) => measureTotals(totals, measure)) };
}
