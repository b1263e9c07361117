import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from '../../pipeline/locate/index.ts';
import { reduceShare } from '../../pipeline/locate/shares.ts';
import type { ProjectArea, Share } from '../../pipeline/model/area.ts';
import { makeProject } from './make-project.ts';
import { expectVintage, readGazetteer } from './read-gazetteer.ts';

const gazetteer = readGazetteer();
const vintages = [2021, 2024, 2026].map((year) => expectVintage(gazetteer, year));
const keys = [...gazetteer.keys.values()];
const namesOf = (property: 'municipalities' | 'subRegions' | 'regions') => [
  ...new Set(keys.flatMap((key) => [...key[property].values()].flatMap((area) => [area.nameFi, area.nameSv]))),
];

/** An exact sum of shares. */
function addShares(shares: readonly Share[]): Share {
  return shares.reduce((sum, share) => {
    const [n, d] = [BigInt(sum.numerator), BigInt(sum.denominator)];
    const [m, e] = [BigInt(share.numerator), BigInt(share.denominator)];
    const [numerator, denominator] = [n * e + m * d, d * e];
    let [a, b] = [numerator, denominator];
    while (b !== 0n) [a, b] = [b, a % b];
    return { numerator: Number(numerator / a), denominator: Number(denominator / a) };
  });
}

const list = (names: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...names, 'Atlantis'), { maxLength });
const stated = fc.record({
  municipality: fc.oneof(fc.constant([]), list(namesOf('municipalities'), 12)),
  sub_region: fc.oneof(fc.constant([]), list(namesOf('subRegions'), 6)),
  region: fc.oneof(fc.constant([]), list([...namesOf('regions'), 'Valtakunnallinen'], 5)),
});
const seat = fc.record(
  {
    beneficiary_postal_code: fc.constantFrom('00100', '19430', '99999', 'x'),
    start_date: fc.constantFrom('2013-05-01', '2016-01-01', '2023-01-01', '2030-01-01'),
  },
  { requiredKeys: [] },
);

const groupBy = (rows: readonly ProjectArea[]) => {
  const groups = new Map<string, ProjectArea[]>();
  for (const row of rows)
    groups.set(`${row.role} ${row.level}`, [...(groups.get(`${row.role} ${row.level}`) ?? []), row]);
  return [...groups.values()];
};

describe('shares', () => {
  it('of a role and level sum to exactly 1, equal and by population, whatever is stated', () => {
    fc.assert(
      fc.property(stated, seat, fc.constantFrom(...vintages), (names, fields, vintage) => {
        for (const rows of groupBy(locate(makeProject(names, fields), gazetteer, vintage).value.located)) {
          expect(addShares(rows.map((row) => row.shareEqual))).toEqual({ numerator: 1, denominator: 1 });
          const byPopulation = rows.flatMap((row) => row.sharePopulation ?? []);
          if (byPopulation.length > 0) {
            expect(byPopulation).toHaveLength(rows.length);
            expect(addShares(byPopulation)).toEqual({ numerator: 1, denominator: 1 });
          }
          expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
        }
      }),
      { numRuns: 300, seed: 20 },
    );
  });

  it('reach up to the country, and depend on no order of names', () => {
    fc.assert(
      fc.property(stated, fc.constantFrom(...vintages), (names, vintage) => {
        const shape = (rows: readonly ProjectArea[]) =>
          rows.map(({ level, code, shareEqual, sharePopulation, evidence }) => ({
            level,
            code,
            shareEqual,
            sharePopulation,
            evidence,
          }));
        const { located } = locate(makeProject(names), gazetteer, vintage).value;
        const backwards = Object.fromEntries(Object.entries(names).map(([level, each]) => [level, each.toReversed()]));
        expect(shape(locate(makeProject(backwards), gazetteer, vintage).value.located)).toEqual(shape(located));
        if (located.length > 0) expect(located.at(-1)).toMatchObject({ level: 'country', code: 'FI' });
      }),
      { numRuns: 200, seed: 21 },
    );
  });

  it('by population are those of the inhabitants', () => {
    // 31 December 2022: Kemi 19,982 and Tornio 21,021 (population.csv).
    const { located } = locate(
      makeProject({ municipality: ['Kemi', 'Tornio', 'Rovaniemi'] }),
      gazetteer,
      vintages[2]!,
    ).value;
    const people = ['240', '698', '851'].map((code) => gazetteer.population.byCode.get(code)!);
    const sum = people.reduce((a, b) => a + b);
    expect(located.slice(0, 3).map((row) => row.sharePopulation)).toEqual(people.map((each) => reduceShare(each, sum)));
    expect(located.find((row) => row.code === '192')?.sharePopulation).toEqual(
      reduceShare(people[0]! + people[2]!, sum),
    );
  });
});
