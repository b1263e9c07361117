/** Every municipality by every form of its name, with and without diacritics, with one slip of the keyboard, and by postal code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../site/search/find.ts';
import { listForms } from '../../../site/search/inflect.ts';
import { listPlaces } from '../../../site/search/places.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const read = (name: string): Record<string, string>[] =>
  parse(readFileSync(path.join(ROOT, name), 'utf8'), { columns: true });

const key = read('geo/source/keys/2026.csv');
const succession = read('geo/source/succession.csv');

/** The areas of 2026, as the published tables have them. */
function listAreas(level: 'municipality' | 'sub_region' | 'region') {
  const areas = key.map((row) => ({
    code: row[`${level}_code`]!,
    name_fi: row[`${level}_name_fi`]!,
    name_sv: row[`${level}_name_sv`]!,
    name_en: row[`${level}_name_en`]!,
  }));
  return [...new Map(areas.map((area) => [area.code, area])).values()];
}

const municipalities = listAreas('municipality');
const data: Parameters<typeof listPlaces>[0] = {
  areas: { municipality: municipalities, sub_region: listAreas('sub_region'), region: listAreas('region') },
  published: {
    areaChanges: succession.map((row) => ({
      old_code: row['from_code']!,
      old_name: row['from_name_fi']!,
      new_code: row['to_code']!,
      kind: 'merger',
      area_level: 'municipality',
    })),
  },
};
const entries = listPlaces(data, ROOT);
const finder = createFinder(entries);
const formsOf = new Map(
  read('site/search/place-forms.csv')
    .filter((row) => row['level'] === 'municipality')
    .map((row) => [row['code'], listForms(row as Parameters<typeof listForms>[0] & typeof row)]),
);

/** Whether the municipality is among the first three hits. */
const isFound = (query: string, code: string): boolean =>
  finder
    .find(query)
    .slice(0, 3)
    .some(({ entry }) => entry.kind === 'municipality' && entry.key === code);
const strip = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');

/** One slip, another one for each word: a letter left out, doubled, changed or swapped. */
function misspell(word: string, seed: number): string {
  const at = 1 + (seed % (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const ways = [
    before + after,
    before + letter + letter + after,
    `${before}x${after}`,
    before + (after[0] ?? '') + letter + after.slice(1),
  ];
  return ways[seed % ways.length]!;
}

function missesOf(makeQueries: (area: (typeof municipalities)[number]) => readonly string[]): {
  share: number;
  missed: string[];
} {
  const tried = municipalities.flatMap((area) => makeQueries(area).map((query) => ({ query, code: area.code })));
  const missed = tried.filter(({ query, code }) => !isFound(query, code)).map(({ query }) => query);
  return { share: 1 - missed.length / tried.length, missed };
}

describe('municipalities', () => {
  it('are 308, each with its forms', () => {
    expect(municipalities).toHaveLength(308);
    expect(municipalities.filter(({ code }) => (formsOf.get(code)?.length ?? 0) < 6)).toEqual([]);
  });

  it.each([
    ['in every case form', (code: string) => formsOf.get(code)!],
    ['in capital letters', (code: string) => formsOf.get(code)!.map((form) => form.toUpperCase())],
    ['without diacritics', (code: string) => formsOf.get(code)!.map(strip)],
  ])('are among the first three hits %s', (_, makeForms) => {
    const { missed } = missesOf(({ code }) => makeForms(code));
    expect(missed).toEqual([]);
  });

  it('are among the first three hits in Finnish, Swedish and English', () => {
    expect(missesOf(({ name_fi: fi, name_sv: sv, name_en: en }) => [fi, sv, en, strip(fi), strip(sv)]).missed).toEqual(
      [],
    );
  });

  it('are among the first three hits with one slip in a word of five letters or more', () => {
    const { share, missed } = missesOf(({ code, name_fi: fi, name_sv: sv }) =>
      [fi, sv, ...formsOf.get(code)!]
        .filter((form) => form.length >= 5)
        .flatMap((form, index) => [
          misspell(form, Number(code) + index),
          strip(misspell(form, Number(code) + index + 1)),
        ]),
    );
    expect(share, missed.join(', ')).toBeGreaterThanOrEqual(0.98);
  });

  it('are found by each of their postal codes', () => {
    const now = new Map(succession.map((row) => [row['from_code'], row['to_code']]));
    const missed = read('geo/postal-codes.csv').filter(({ postal_code: postal, municipality_code: code }) => {
      const [first] = finder.find(postal!);
      return first?.entry.key !== (now.get(code) ?? code);
    });
    expect(missed).toEqual([]);
  });

  it('stand first where names lie one letter apart', () => {
    for (const name of [
      'Aura',
      'Eura',
      'Kemi',
      'Lemi',
      'Vaala',
      'Vaasa',
      'Juuka',
      'Juva',
      'Salla',
      'Salo',
      'Kaavi',
      'Simo',
    ])
      expect(finder.find(name)[0]?.entry.names[0]).toBe(name);
  });

  it('are found by what they are called with and by names that ended', () => {
    const first = (query: string) => finder.find(query)[0]?.entry.names[0];
    expect(first('Rovaniemen kaupunki')).toBe('Rovaniemi');
    expect(first('Kemin kaupungissa')).toBe('Kemi');
    expect(first('Vasa stad')).toBe('Vaasa');
    expect(first('Maaningalla')).toBe('Kuopio');
  });

  it('are suggested for words that nothing has', () => {
    expect(finder.find('Rovannimmelle')).toEqual([]);
    expect(finder.suggest('Rovannimmelle', 3).map(({ names }) => names[0])).toContain('Rovaniemi');
  });
});

describe('regions and sub-regions', () => {
  it('are among the first three hits by their names in three languages', () => {
    for (const level of ['region', 'sub_region'] as const) {
      const missed = listAreas(level).filter(({ code, name_fi: fi, name_sv: sv, name_en: en }) =>
        [fi, sv, en].some(
          (name) =>
            !finder
              .find(name)
              .slice(0, 3)
              .some(({ entry }) => entry.kind === level && entry.key === code),
        ),
      );
      expect(missed).toEqual([]);
    }
  });
});
