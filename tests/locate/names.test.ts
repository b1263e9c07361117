import { describe, expect, it } from 'vitest';
import { findNamedMunicipality } from '../../pipeline/locate/find-seat.ts';
import { normaliseName } from '../../pipeline/locate/gazetteer/normalise-name.ts';
import { readTable } from '../../pipeline/locate/gazetteer/read-table.ts';
import { readGazetteer, readGeoTexts } from './read-gazetteer.ts';

const gazetteer = readGazetteer();
const keys = [...gazetteer.keys.values()];
const texts = readGeoTexts();

const LISTS = { municipality: 'municipalities', sub_region: 'subRegions', region: 'regions' } as const;
type Level = keyof typeof LISTS;
const LEVELS = Object.keys(LISTS) as Level[];

/** Areas of the keys 2013–2026, as `geo/SOURCES.md` counts them. */
const COUNTS: Readonly<Record<Level, readonly number[]>> = {
  municipality: [320, 320, 317, 313, 311, 311, 311, 310, 309, 309, 309, 309, 308, 308],
  sub_region: [70, 70, 70, 70, 70, 70, 70, 70, 69, 69, 69, 69, 69, 69],
  region: Array.from({ length: 14 }, () => 19),
};

/** How documents write a name otherwise; each must mean the same. */
const SPELLINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD'),
  (name) => name.replaceAll(' ', '\u00a0'),
  (name) => `  ${name} `,
  (name) => name.replaceAll('-', ' – '),
  (name) => name.replaceAll('-', '\u2011'),
];

describe('names of every key', () => {
  it.each(LEVELS)('every %s resolves to its code, in Finnish and Swedish, however it is written', (level) => {
    const counts: Record<number, number> = {};
    for (const key of keys) {
      for (const area of key[LISTS[level]].values()) {
        for (const name of [area.nameFi, area.nameSv]) {
          for (const spell of SPELLINGS) {
            expect(gazetteer.names[level].get(normaliseName(spell(name)))?.code, spell(name)).toBe(area.code);
          }
        }
        counts[key.year] = (counts[key.year] ?? 0) + 1;
      }
    }
    expect(Object.values(counts)).toEqual(COUNTS[level]);
  });

  it('every bilingual form resolves', () => {
    for (const key of keys) {
      for (const level of LEVELS) {
        for (const { nameFi, nameSv, code } of key[LISTS[level]].values()) {
          if (nameFi === nameSv) continue;
          for (const form of [
            `${nameFi} - ${nameSv}`,
            `${nameFi}/${nameSv}`,
            `${nameSv} / ${nameFi}`,
            `${nameFi} (${nameSv})`,
          ]) {
            expect(gazetteer.names[level].get(normaliseName(form))?.code, form).toBe(code);
          }
        }
      }
    }
    expect(gazetteer.names.municipality.get('pietarsaari-jakobstad')).toMatchObject({
      code: '598',
      match: 'bilingual',
    });
  });

  it('every genitive of a sub-region resolves, the accepted variants too', () => {
    const rows = readTable(texts.get('source/genitives.csv')!);
    expect(rows).toHaveLength(70);
    for (const row of rows) {
      for (const form of [row['genitive']!, ...row['also_accept']!.split('|').filter(Boolean)]) {
        expect(gazetteer.names.sub_region.get(normaliseName(form))?.code, form).toBe(row['sub_region_code']);
      }
    }
  });

  it('is told apart by its label: Norra Savolax is a sub-region and a region', () => {
    expect(gazetteer.names.sub_region.get('norra savolax')?.code).toBe('111');
    expect(gazetteer.names.region.get('norra savolax')?.code).toBe('11');
  });

  it('57 names are both a municipality and a sub-region', () => {
    const namesOf = (level: Level) =>
      new Set(keys.flatMap((key) => [...key[LISTS[level]].values()].flatMap((area) => [area.nameFi, area.nameSv])));
    const municipalities = namesOf('municipality');
    expect([...namesOf('sub_region')].filter((name) => municipalities.has(name))).toHaveLength(57);
    expect(gazetteer.names.municipality.get('salo')?.code).toBe('734');
    expect(gazetteer.names.sub_region.get('salo')?.code).toBe('022');
  });
});

describe('genitives of municipalities', () => {
  const rows = readTable(texts.get('source/municipality-genitives.csv')!);

  it('are there for every municipality of every key, under its name', () => {
    const names = new Map(
      keys.flatMap((key) => [...key.municipalities.values()].map((area) => [area.code, area.nameFi] as const)),
    );
    expect(Object.fromEntries(rows.map((row) => [row['municipality_code'], row['name_fi']]))).toEqual(
      Object.fromEntries(names),
    );
  });

  it('no form means two municipalities', () => {
    const forms = rows.flatMap((row) =>
      [row['genitive']!, ...row['also_accept']!.split('|').filter(Boolean)].map(normaliseName),
    );
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('agree with the genitives of sub-regions of the same name', () => {
    const genitives = new Map(rows.map((row) => [row['name_fi'], row['genitive']]));
    const shared = readTable(texts.get('source/genitives.csv')!).filter((row) => genitives.has(row['name_fi']));
    expect(shared.length).toBeGreaterThan(30);
    for (const row of shared) expect(genitives.get(row['name_fi'])).toBe(row['genitive']);
  });

  it('resolve before kaupunki and kunta; Swedish names before stad and kommun, with and without s', () => {
    for (const row of rows) {
      expect(findNamedMunicipality(`${row['genitive']!} kunta`, gazetteer)).toBe(row['municipality_code']);
    }
    for (const key of keys) {
      for (const { nameSv, code } of key.municipalities.values()) {
        for (const name of [`${nameSv} kommun`, `${nameSv}s stad`, `STADEN ${nameSv.toUpperCase()}`]) {
          expect(findNamedMunicipality(name, gazetteer), name).toBe(code);
        }
      }
    }
  });
});
