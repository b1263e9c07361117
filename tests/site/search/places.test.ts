/** Every municipality by every form of its name, with and without diacritics, with one slip of the keyboard, and by postal code. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../site/search/find.ts';
import { listPlaces } from '../../../site/search/places.ts';
import { ROOT } from '../make-site.ts';
import { findMisses, leastOf, FORMS, POSTAL_CODES, readCsv, WAYS } from './queries.ts';

const read = (name: string) => readCsv(path.join(ROOT, name));

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
describe('municipalities', () => {
  it('are 308, each with its forms', () => {
    expect(municipalities).toHaveLength(308);
    expect(municipalities.filter(({ code }) => (FORMS.get(code)?.length ?? 0) < 6)).toEqual([]);
  });

  it.each(Object.entries(WAYS))('are among the first three hits %s', (way, write) => {
    const { tried, share, missed } = findMisses(finder, municipalities, write);
    expect(tried).toBeGreaterThanOrEqual(municipalities.length);
    expect(share, missed.join(', ')).toBeGreaterThanOrEqual(leastOf(way));
  });

  it('are the first hit of each of their postal codes', () => {
    const missed = [...POSTAL_CODES].flatMap(([code, postal]) =>
      postal.filter((each) => finder.find(each)[0]?.entry.key !== code),
    );
    expect(missed).toEqual([]);
    expect([...POSTAL_CODES.values()].flat().length).toBeGreaterThan(3000);
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
