import type { AreaLevel } from '../model/area.ts';
import { COVERAGE, type CoveredLevel } from '../model/levels.ts';
import type { MapClasses } from '../model/schema-types.ts';
import type { Row, TableName } from '../model/table.ts';
import { chooseBreaks, findLargestShare } from './choose-breaks.ts';
import type { TableData } from './format.ts';

type Classes = MapClasses['classes'];
export type MapMeasure = Classes[number]['measure'];

/** Measures that a column of the coverage tables holds. */
const COLUMNS = {
  projects: { column: 'project_count', whole: true },
  granted: { column: 'funding_granted_eu_state', whole: false },
  realised: { column: 'funding_realised_eu_state', whole: false },
  per_inhabitant: { column: 'funding_realised_public_per_inhabitant', whole: false },
  beneficiaries: { column: 'beneficiary_project_count', whole: true },
} as const;

/** A scheme is given up when it has come to say nothing: one class holds so much, and others would do better. */
const OUTGROWN = 0.8;
/** Years with less than this part of the busiest year's projects are no maps that anybody looks at. */
const QUIET = 0.1;

/**
 * The classes of every map of the collection. They are chosen once: a scheme of the previous release stays, so that maps of two
 * releases can be compared, until its largest class holds four fifths of the areas and a new one would hold less.
 * @param previous what the previous release published, if it did
 * @param release name of the release that is made
 */
export function chooseMapClasses(
  tables: ReadonlyMap<TableName, TableData>,
  previous: MapClasses | undefined,
  release: string,
): MapClasses {
  const years = countYears(tables);
  const classes: Classes = [];
  for (const { level, table } of COVERAGE) {
    const rows = [...(tables.get(table)?.rows ?? [])].map(({ values }) => values);
    const choose = (measure: MapMeasure, maps: readonly (readonly number[])[], whole: boolean): void => {
      const before = previous?.classes.find((scheme) => scheme.measure === measure && scheme.area_level === level);
      const breaks = keepOrChoose(before?.breaks, maps, whole);
      const since = before?.breaks === breaks ? before.since : release;
      classes.push({ measure, area_level: level, breaks, since });
    };
    for (const [measure, { column, whole }] of Object.entries(COLUMNS))
      choose(measure as MapMeasure, [positives(rows, column)], whole);
    choose('ongoing', years.get(level) ?? [], true);
  }
  return { classes };
}

function positives(rows: readonly Row[], column: string): number[] {
  return rows.flatMap((row) => {
    const value = row[column];
    return typeof value === 'number' && value > 0 ? [value] : [];
  });
}

function keepOrChoose(before: number[] | undefined, maps: readonly (readonly number[])[], whole: boolean): number[] {
  if (before === undefined || before.length === 0) return chooseBreaks(maps, whole);
  const share = findLargestShare(maps, before);
  if (share < OUTGROWN) return before;
  const other = chooseBreaks(maps, whole);
  return findLargestShare(maps, other) < share ? other : before;
}

/** For each level a list for each busy year: how many projects ran then in each area that had any. */
function countYears(tables: ReadonlyMap<TableName, TableData>): Map<CoveredLevel, number[][]> {
  const periods = new Map<string, readonly [number, number]>();
  const busy = new Map<number, number>();
  for (const { values } of tables.get('projects')?.rows ?? []) {
    const [start, end] = [readYear(values['start_date']), readYear(values['end_date'])];
    if (values['status'] === 'cancelled' || start === undefined || end === undefined) continue;
    periods.set(String(values['project_id']), [start, end]);
    for (let year = start; year <= end; year += 1) busy.set(year, (busy.get(year) ?? 0) + 1);
  }
  const least = Math.max(0, ...busy.values()) * QUIET;
  const counts = new Map<CoveredLevel, Map<number, Map<string, number>>>();
  for (const { values } of tables.get('project_areas')?.rows ?? []) {
    const period = periods.get(String(values['project_id']));
    const level = values['area_level'] as AreaLevel;
    if (period === undefined || level === 'country' || values['role'] !== 'target' || values['share_equal'] === 0)
      continue;
    const byYear = counts.get(level) ?? new Map<number, Map<string, number>>();
    counts.set(level, byYear);
    const code = String(values['area_code']);
    for (let year = period[0]; year <= period[1]; year += 1) {
      const areas = byYear.get(year) ?? new Map<string, number>();
      byYear.set(year, areas);
      areas.set(code, (areas.get(code) ?? 0) + 1);
    }
  }
  return new Map(
    [...counts].map(([level, byYear]) => [
      level,
      [...byYear]
        .filter(([year]) => (busy.get(year) ?? 0) >= least)
        .sort(([a], [b]) => a - b)
        .map(([, areas]) => [...areas.values()]),
    ]),
  );
}

function readYear(date: Row[string]): number | undefined {
  return typeof date === 'string' ? Number(date.slice(0, 4)) : undefined;
}
