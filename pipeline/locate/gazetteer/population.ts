import type { Transfer } from './succession.ts';
import { transferYear } from './succession.ts';
import { cell, readTable } from './read-table.ts';

/** Newest inhabitants of every municipality, on one division of the country. */
export interface Population {
  /** Counted on the last day of this year. */
  readonly year: number;
  /** The figures use the municipalities of this classification year (`geo/SOURCES.md`: those of 2021–2024). */
  readonly division: number;
  readonly byCode: ReadonlyMap<string, number>;
}

/** Classification year of the municipalities in `population.csv`. */
const DIVISION = 2021;

/** Reads the newest year of `population.csv`. */
export function readPopulation(text: string): Population {
  const rows = readTable(text).map(
    (row) => [cell(row, 'municipality_code'), cell(row, 'year'), cell(row, 'population')] as const,
  );
  const year = rows.reduce((newest, row) => Math.max(newest, Number(row[1])), 0);
  const byCode = new Map(rows.filter((row) => Number(row[1]) === year).map(([code, , count]) => [code, Number(count)]));
  return { year, division: DIVISION, byCode };
}

/**
 * A function that counts the inhabitants of a set of municipalities of another year's division.
 * Municipalities that merged or exchanged land between the two divisions have a figure only together:
 * Kuopio of 2013 has none, the region Pohjois-Savo of 2013 has.
 * @param year classification year of the codes
 * @param changes mergers and partial transfers
 */
export function createPopulationCounter(
  population: Population,
  year: number,
  codesOfYear: Iterable<string>,
  changes: readonly Transfer[],
): (codes: readonly string[]) => number | undefined {
  const [low, high] = [Math.min(year, population.division), Math.max(year, population.division)];
  const group = new Map<string, string>();
  const find = (code: string): string => {
    const parent = group.get(code);
    return parent === undefined ? code : find(parent);
  };
  for (const change of changes) {
    if (transferYear(change) <= low || transferYear(change) > high) continue;
    const [from, to] = [find(change.fromCode), find(change.toCode)];
    if (from !== to) group.set(from, to);
  }
  const members = new Map<string, number>();
  for (const code of codesOfYear) members.set(find(code), (members.get(find(code)) ?? 0) + 1);
  const inhabitants = new Map<string, number>();
  for (const [code, count] of population.byCode)
    inhabitants.set(find(code), (inhabitants.get(find(code)) ?? 0) + count);

  return (codes) => {
    const seen = new Map<string, number>();
    for (const code of codes) seen.set(find(code), (seen.get(find(code)) ?? 0) + 1);
    let sum = 0;
    for (const [root, count] of seen) {
      const figure = inhabitants.get(root);
      if (figure === undefined || count !== members.get(root)) return undefined;
      sum += figure;
    }
    return sum;
  };
}
