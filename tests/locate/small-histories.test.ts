/** Where areas belong, year by year, and what became of them, on a country small enough to be checked by hand. */
import { describe, expect, it } from 'vitest';
import { listAreaHistory } from '../../pipeline/locate/gazetteer/area-history.ts';
import { listAreaChanges } from '../../pipeline/locate/gazetteer/area-changes.ts';
import { createPopulationCounter } from '../../pipeline/locate/gazetteer/population.ts';
import { findAreaName, findParent, listProjectYears } from '../../pipeline/locate/membership.ts';
import { makeSmallCountry, SMALL_TEXTS } from './small-country.ts';

const key = (year: number) => makeSmallCountry().keys.get(year)!;

describe('membership', () => {
  const gazetteer = makeSmallCountry();
  const parent = (
    ...[level, code, above, year]: [Parameters<typeof findParent>[1], string, Parameters<typeof findParent>[1], number]
  ) => findParent(makeSmallCountry(), level, code, above, year);

  it('is that of the year; an ended municipality lies where its successor does', () => {
    expect(parent('municipality', '002', 'sub_region', 2021)).toBe('012');
    expect(parent('municipality', '002', 'sub_region', 2024)).toBe('021');
    expect(parent('municipality', '002', 'region', 2021)).toBe('01');
    expect(parent('municipality', '002', 'region', 2024)).toBe('02');
    expect(parent('municipality', '005', 'sub_region', 2020)).toBe('012');
    expect(parent('municipality', '005', 'sub_region', 2021)).toBe('011');
    expect(parent('sub_region', '012', 'region', 2021)).toBe('01');
    for (const level of ['municipality', 'sub_region', 'region'] as const)
      expect(parent(level, '01', 'country', 1999)).toBe('FI');
  });

  it('is unknown of what the year does not have', () => {
    expect(parent('municipality', '002', 'region', 2022)).toBeUndefined();
    expect(parent('municipality', '099', 'region', 2021)).toBeUndefined();
    expect(parent('sub_region', '012', 'region', 2024)).toBeUndefined();
    expect(parent('sub_region', '012', 'sub_region', 2021)).toBeUndefined();
  });

  it('names areas by the newest key that has them, else by their code', () => {
    const old = makeSmallCountry();
    expect(findAreaName(old, 'municipality', '004')).toBe('Dalen');
    expect(findAreaName(old, 'municipality', '005')).toBe('Entinen');
    expect(findAreaName(old, 'sub_region', '012')).toBe('Itäinen');
    expect(findAreaName(old, 'region', '02')).toBe('Alama');
    expect(findAreaName(old, 'country', 'FI')).toBe('Suomi');
    expect(findAreaName(old, 'region', '99')).toBe('99');
  });

  it.each([
    [undefined, undefined, [2020, 2021, 2024]],
    ['2021-05-01', '2021-12-31', [2021]],
    ['2020-01-01', '2023-12-31', [2020, 2021]],
    ['2014-01-01', '2019-12-31', [2020]],
    ['2025-01-01', '2029-12-31', [2024]],
    ['2021-01-01', undefined, [2021]],
    [undefined, '2024-01-01', [2024]],
    ['2024-01-01', '2021-01-01', [2024]],
    ['2014-01-01', '2030-12-31', [2020, 2021, 2024]],
  ])('a project from %s to %s is judged by the keys of %j', (start, end, years) => {
    expect(listProjectYears(gazetteer, start, end)).toEqual(years);
  });
});

it('inhabitants of what has merged or exchanged land are known together alone', () => {
  const { population, mergers, partialTransfers } = makeSmallCountry();
  const count = (year: number) =>
    createPopulationCounter(population, year, key(year).municipalities.keys(), [...mergers, ...partialTransfers]);
  expect([['001'], ['005'], ['001', '005'], ['003']].map(count(2020))).toEqual([undefined, undefined, 1000, 30]);
  expect([['001'], ['003'], ['004'], [], ['009']].map(count(2021))).toEqual([1000, 30, 4, 0, undefined]);
  expect([['001'], ['002', '001'], ['003'], ['001', '001']].map(count(2024))).toEqual([undefined, 1200, 34, 1200]);
});

describe('the history of areas', () => {
  const history = () => listAreaHistory(makeSmallCountry());
  const of = (level: string, code: string) => history().find((area) => area.level === level && area.code === code);

  it('has every area once, by level and code', () => {
    expect(history().map(({ level, code }) => `${level} ${code}`)).toEqual([
      ...['001', '002', '003', '004', '005'].map((code) => `municipality ${code}`),
      ...['011', '012', '021'].map((code) => `sub_region ${code}`),
      ...['01', '02'].map((code) => `region ${code}`),
    ]);
  });

  it('says until when, what came after, and where it lay last', () => {
    expect(of('municipality', '005')).toEqual({
      level: 'municipality',
      code: '005',
      name: { fi: 'Entinen', sv: 'Fordom', en: 'Entinen' },
      validTo: '2020-12-31',
      replacedBy: ['001'],
      within: [
        { level: 'sub_region', code: '012' },
        { level: 'region', code: '01' },
        { level: 'country', code: 'FI' },
      ],
      isInSuomiFi: false,
    });
    expect(of('sub_region', '012')).toMatchObject({ validTo: '2021-12-31', replacedBy: [] });
    expect(of('sub_region', '012')?.within).toEqual([
      { level: 'region', code: '01' },
      { level: 'country', code: 'FI' },
    ]);
    expect(of('municipality', '001')).toMatchObject({ replacedBy: [], isInSuomiFi: true });
    expect(of('municipality', '001')).not.toHaveProperty('validTo');
  });

  it('says since when what is not in the first key', () => {
    const rows = makeSmallCountry().keys;
    const own = { ...makeSmallCountry(), keys: new Map([...rows].filter(([year]) => year !== 2020)) };
    const later = listAreaHistory({
      ...own,
      keys: new Map([[2019, { ...key(2021), municipalities: new Map() }], ...own.keys]),
    });
    expect(later.find(({ code, level }) => level === 'municipality' && code === '001')?.validFrom).toBe('2021-01-01');
    expect(later.find(({ code, level }) => level === 'region' && code === '01')).not.toHaveProperty('validFrom');
  });

  it('gives a region the NUTS 3 area that is the same, now', () => {
    expect(of('region', '01')).toMatchObject({ nuts3Code: 'FI101', within: [{ level: 'country', code: 'FI' }] });
    const nuts3Of = (from: string, to: string) => {
      const text = SMALL_TEXTS.get('source/keys/2024.csv')!.replace(from, to);
      return listAreaHistory(makeSmallCountry({ 'source/keys/2024.csv': text })).flatMap(
        ({ nuts3Code }) => nuts3Code ?? [],
      );
    };
    expect(nuts3Of('', '')).toEqual(['FI101', 'FI102']);
    // Two areas in one region; one area in two regions.
    expect(nuts3Of('FI102,07', 'FI103,07')).toEqual(['FI101']);
    expect(nuts3Of('FI101', 'FI102')).toEqual([]);
  });
});

it('changes of areas are told with what moved', () => {
  expect(
    listAreaChanges(makeSmallCountry()).map((row) => [row.date, row.kind, row.old_code, row.new_code, row.note]),
  ).toEqual([
    [
      '2021-01-01',
      'merger',
      '005',
      '001',
      'The area moved from sub-region Itäinen (012) to sub-region Pohjoinen (011)',
    ],
    ['2023-01-01', 'merger', '004', '003', undefined],
    ['2024-01-01', 'partial_transfer', '001', '002', 'A field'],
    ['2024-01-01', 'region_change', '002', '002', 'From region Yläma (01) to region Alama (02)'],
    ['2024-01-01', 'sub_region_change', '002', '002', 'From sub-region Itäinen (012) to sub-region Eteläinen (021)'],
  ]);
});
