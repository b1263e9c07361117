import type { Candidate } from './names.ts';
import { cell, readTable } from './read-table.ts';

/** Municipalities that ended before the first key: their names, and the genitives that stand before *kaupunki* and *kunta*. */
export interface FormerMunicipalities {
  /** Name, Finnish or Swedish → code of the municipality of 2013 that took it in. */
  readonly names: readonly Candidate[];
  readonly genitives: readonly Candidate[];
}

/**
 * Reads `former-municipalities.csv`.
 * @param taken names of areas of other levels: what one of them is called today may be meant (`Lappi`, a region, was a municipality too)
 */
export function readFormerMunicipalities(text: string, taken: ReadonlySet<string>): FormerMunicipalities {
  const rows = readTable(text).map((row) => ({
    names: [cell(row, 'name_fi'), cell(row, 'name_sv'), ...cell(row, 'also_name').split('|')],
    genitives: [cell(row, 'genitive'), ...cell(row, 'also_accept').split('|')],
    code: cell(row, 'successor_code_2013'),
  }));
  const pairs = (names: readonly string[], code: string): Candidate[] =>
    names.filter(Boolean).map((name): Candidate => [name, code]);
  return {
    names: rows.flatMap(({ names, code }) => pairs(names, code)).filter(([name]) => !taken.has(name)),
    genitives: rows.flatMap(({ genitives, code }) => pairs(genitives, code)),
  };
}
