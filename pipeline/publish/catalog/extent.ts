import type { Vintage } from '../../model/area.ts';
import type { TableName } from '../../model/table.ts';
import type { TableData } from '../format.ts';
import type { CatalogSource, Period } from './facts.ts';

/** Columns that say when what a row is about began and ended. */
const DATES: readonly { readonly table: TableName; readonly first: string; readonly last: string }[] = [
  { table: 'projects', first: 'start_date', last: 'end_date' },
  { table: 'area_changes', first: 'date', last: 'date' },
];

/** First and last day of the rows of tables that have dates. */
export function measurePeriods(data: ReadonlyMap<TableName, TableData>): Map<TableName, Period> {
  const periods = new Map<TableName, Period>();
  for (const { table, first, last } of DATES) {
    let [start, end]: [string | undefined, string | undefined] = [undefined, undefined];
    for (const { values } of data.get(table)?.rows ?? []) {
      for (const day of [values[first], values[last]]) {
        if (typeof day !== 'string') continue;
        if (start === undefined || day < start) start = day;
        if (end === undefined || day > end) end = day;
      }
    }
    if (start !== undefined && end !== undefined) periods.set(table, { start, end });
  }
  return periods;
}

/** The rectangle around all areas in degrees, rounded outwards to two decimals. */
export function measureBounds(vintage: Vintage): CatalogSource['bounds'] {
  let [west, south, east, north] = [180, 90, -180, -90];
  const codes = vintage.areas('municipality').map(({ code }) => code);
  for (const code of codes)
    for (const polygon of vintage.geometryWgs84('municipality', [code]))
      for (const [x = 0, y = 0] of polygon[0] ?? []) {
        west = Math.min(west, x);
        east = Math.max(east, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
      }
  const down = (value: number): number => Math.floor(value * 100) / 100;
  return [down(west), down(south), -down(-east), -down(-north)];
}
