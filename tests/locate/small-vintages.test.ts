/** Vintages, stored boundaries and rings, on a country small enough to be checked by hand. */
import { describe, expect, it } from 'vitest';
import { createVintage, listDerivedYears } from '../../pipeline/locate/vintage/create-vintage.ts';
import { listVintages } from '../../pipeline/locate/vintage/list-vintages.ts';
import { findNutsVersion } from '../../pipeline/locate/vintage/nuts-version.ts';
import { measureArea, rewind, signedArea, snapToGrid } from '../../pipeline/locate/vintage/rings.ts';
import {
  formatStoredBoundaries,
  readStoredBoundaries,
  type StoredMetadata,
} from '../../pipeline/locate/vintage/stored-boundaries.ts';
import { expectVintage } from './read-gazetteer.ts';
import { CORNER, makeSmallCountry, SIDE, squareAt, SQUARES } from './small-country.ts';

const METADATA: StoredMetadata = { year: 2021, coast: 'land', municipalities: 4, area_km2: 1600 };
const polygons = () => new Map(Object.entries(SQUARES).map(([code, ring]) => [code, [[ring]]]));
const key = (year: number) => makeSmallCountry().keys.get(year)!;

describe('stored boundaries', () => {
  const read = (text: string) => readStoredBoundaries(text, key(2021));
  const store = (more: Partial<StoredMetadata> = {}) => formatStoredBoundaries({ ...METADATA, ...more }, polygons());

  it('come back as they were stored', () => {
    expect(read(store())).toMatchObject({ metadata: METADATA, polygons: polygons() });
  });

  it('say what they are and whom to name, in three languages', () => {
    expect(read(store())).toMatchObject({
      note: {
        en: 'Municipality boundaries of 2021 imported from a file; the sea is not included. Scale and accuracy are those of that file.',
        fi: 'Vuoden 2021 kuntarajat, tuotu tiedostosta; meri ei ole mukana. Mittakaava ja tarkkuus ovat tuon tiedoston.',
        sv: 'Kommungränser 2021, importerade från en fil; havet ingår inte. Skala och noggrannhet är den filens.',
      },
      attribution: {
        en: "Boundaries: the imported file's publisher; regional classifications and population: Statistics Finland, CC BY 4.0.",
        fi: 'Rajat: tuodun tiedoston julkaisija; aluejaot ja väestö: Tilastokeskus, CC BY 4.0.',
        sv: 'Gränser: den importerade filens utgivare; områdesindelningar och befolkning: Statistikcentralen, CC BY 4.0.',
      },
    });
    expect(read(store({ coast: 'sea', source_name: 'k.geojson' }))).toMatchObject({
      note: {
        en: 'Municipality boundaries of 2021 imported from the file k.geojson; territorial waters are included. Scale and accuracy are those of that file.',
        fi: 'Vuoden 2021 kuntarajat, tuotu tiedostosta k.geojson; aluevedet ovat mukana. Mittakaava ja tarkkuus ovat tuon tiedoston.',
        sv: 'Kommungränser 2021, importerade från filen k.geojson; territorialvattnet ingår. Skala och noggrannhet är den filens.',
      },
    });
  });

  it.each([
    ['{', 'unexpected text, expected JSON'],
    ...['null', '7', '"x"', '[]', '{"features":[]}', '{"hankekartta":{}}', '{"hankekartta":{},"features":{}}'].map(
      (text) => [text],
    ),
    ...['null', '{}', '{"properties":{"code":1},"geometry":{"coordinates":[]}}', '{"properties":{"code":"001"}}'].map(
      (one) => [`{"hankekartta":{},"features":[${one}]}`],
    ),
    ['{"hankekartta":{},"features":[{"properties":{"code":"001"},"geometry":{"coordinates":{}}}]}'],
    ['{"hankekartta":{},"features":[{"properties":{"code":"001"},"geometry":{"coordinates":[[],1]}}]}'],
    ['{"hankekartta":{},"features":[{"geometry":{"coordinates":[[]]}}]}'],
  ])('%s is a fault', (text, fault = 'unexpected content, expected a file that "boundaries add" wrote') => {
    expect(read(text)).toEqual({ fault });
  });

  it.each<[string, () => string]>([
    ['of another year', () => store({ year: 2022 })],
    ['with one missing', () => store().replace('"004"', '"003"')],
    ['with one too many', () => formatStoredBoundaries(METADATA, polygons().set('009', [[squareAt(5, 5)]]))],
    ['with another one in its place', () => store().replace('"004"', '"009"')],
  ])('%s are a fault', (_, text) => {
    expect(read(text())).toEqual({ fault: 'unexpected set of municipalities, expected the 4 of 2021' });
  });

  it('stand in the place of derived ones; damaged ones are named with the way out', () => {
    const own = makeSmallCountry({}, new Map([['2021.geojson', store({ coast: 'sea' })]]));
    expect(expectVintage(own, 2021)).toMatchObject({ origin: 'imported' });
    expect(listVintages(own)[0]).toMatchObject({ year: 2021, origin: 'imported', usable: true });
    const damaged = makeSmallCountry({}, new Map([['2020.geojson', '{']]));
    const reason = 'the imported boundaries of 2020 are damaged: unexpected text, expected JSON';
    const wayOut = 'import it again with "boundaries add --year 2020 FILE", or remove it';
    const message = `no boundaries of 2020: ${reason}; ${wayOut}`;
    expect(createVintage(damaged, 2020)).toEqual({ problem: { year: 2020, reason, wayOut, message } });
    expect(listVintages(damaged)[0]).toEqual({
      year: 2020, municipalities: 5, subRegions: 3, regions: 2, origin: 'imported', note: reason, usable: false,
    }); // prettier-ignore
    const unknown = makeSmallCountry({}, new Map([['2019.geojson', store()]]));
    expect(listVintages(unknown)[0]).toMatchObject({
      year: 2019,
      municipalities: 0,
      subRegions: 0,
      regions: 0,
      usable: false,
    });
  });
});

describe('vintages', () => {
  it('are those that follow from the built-in polygons; others say why not', () => {
    const gazetteer = makeSmallCountry();
    expect(listDerivedYears(gazetteer)).toEqual([2021, 2024]);
    expect(
      listVintages(gazetteer).map(({ year, municipalities, subRegions, regions }) => [
        year,
        municipalities,
        subRegions,
        regions,
      ]),
    ).toEqual([
      [2021, 4, 3, 2],
      [2024, 3, 2, 2],
    ]);
    expect(createVintage(gazetteer, 2020)).toMatchObject({
      problem: {
        message:
          'no boundaries of 2020: the built-in polygons are of 2021 and have no boundaries for Entinen; import an official boundary file with "boundaries add --year 2020 FILE", or choose 2021–2024',
      },
    });
    expect(createVintage(gazetteer, 2022)).toMatchObject({
      problem: {
        message: 'no boundaries of 2022: there is no classification key of 2022, only of 2020–2024; choose 2021–2024',
      },
    });
  });

  it('merge what has merged, without an inner border', () => {
    const vintage = expectVintage(makeSmallCountry(), 2024);
    expect(vintage).toMatchObject({ origin: 'derived', nutsVersion: '2024', populationYear: 2022 });
    expect(measureArea(vintage.geometry('municipality', ['003']))).toBe(2 * SIDE * SIDE);
    expect(vintage.geometry('country', ['FI'])).toHaveLength(1);
    expect(measureArea(vintage.geometry('region', ['02']))).toBe(3 * SIDE * SIDE);
    expect(vintage.area('municipality', '003')).toMatchObject({
      subRegionCode: '021',
      regionCode: '02',
      population: 34,
    });
    // 001 gave a part to 002 in 2024: they have a figure together alone.
    expect(vintage.area('municipality', '001')).not.toHaveProperty('population');
    expect(vintage.area('country', 'FI')).toMatchObject({
      nameFi: 'Suomi',
      nameSv: 'Finland',
      nameEn: 'Finland',
      population: 1234,
    });
    expect(vintage.area('region', '02')).toEqual({
      level: 'region', code: '02', nameFi: 'Alama', nameSv: 'Nedre', nameEn: 'Lower', nuts3Code: 'FI102', wellbeingCountyCode: '07',
    }); // prettier-ignore
    expect(expectVintage(makeSmallCountry(), 2021).area('region', '02')).not.toHaveProperty('wellbeingCountyCode');
  });

  it('know the NUTS version of their year', () => {
    expect([2014, 2015, 2017, 2018, 2020, 2021, 2023, 2024].map(findNutsVersion)).toEqual([
      undefined, '2013', '2013', '2016', '2016', '2021', '2021', '2024',
    ]); // prettier-ignore
  });
});

describe('rings', () => {
  const ring = squareAt(0, 0, 10);

  it('have a signed area, polygons one without their holes', () => {
    expect(signedArea(ring)).toBe(100);
    expect(signedArea(ring.toReversed())).toBe(-100);
    expect(signedArea([[2, 1], [6, 1], [2, 4], [2, 1]])).toBe(6); // prettier-ignore
    expect(signedArea([])).toBe(0);
    const hole = squareAt(0, 0, 4);
    for (const inner of [hole, hole.toReversed()]) expect(measureArea([[ring, inner], [ring.toReversed()]])).toBe(184);
  });

  it('run as RFC 7946 says', () => {
    const good = [[ring, squareAt(0, 0, 4).toReversed()]];
    expect(rewind(good)).toEqual(good);
    expect(rewind([[ring.toReversed(), squareAt(0, 0, 4)]])).toEqual(good);
  });

  it('snap to a grid and lose what falls together', () => {
    const line = [[0.4, 0.6], [4.6, 0.4], [5.4, -0.4], [5.4, 0.6], [-1.6, 0.6], [0.4, 0.6]]; // prettier-ignore
    expect(snapToGrid([[line]], 1)).toEqual([[[[0, 1], [5, 0], [5, 1], [-2, 1], [0, 1]]]]); // prettier-ignore
    expect(
      snapToGrid(
        [
          [
            [
              [CORNER[0] + 3, 5],
              [8, 13],
            ],
          ],
        ],
        5,
      ),
    ).toEqual([
      [
        [
          [CORNER[0] + 5, 5],
          [10, 15],
        ],
      ],
    ]);
  });
});
