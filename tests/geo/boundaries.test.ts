import { describe, expect, it } from 'vitest';
import { createVintage, listDerivedYears } from '../../pipeline/locate/vintage/create-vintage.ts';
import { checkCoverage } from '../../pipeline/locate/import/check-coverage.ts';
import { booleanPointInPolygon, multiPolygon } from '@turf/turf';
import { listVintages } from '../../pipeline/locate/vintage/list-vintages.ts';
import { fromWgs84, toWgs84 } from '../../pipeline/locate/vintage/projection.ts';
import { measureArea, signedArea } from '../../pipeline/locate/vintage/rings.ts';
import type { AreaLevel, MultiPolygon, Vintage } from '../../pipeline/model/area.ts';
import { expectVintage, readGazetteer } from '../locate/read-gazetteer.ts';

const LEVELS = ['municipality', 'sub_region', 'region', 'country'] as const;
const gazetteer = readGazetteer();
const vintages = new Map(listDerivedYears(gazetteer).map((year) => [year, expectVintage(gazetteer, year)]));

/** Geometry of every area of a level, by code. */
function geometries(vintage: Vintage, level: AreaLevel, wgs84 = false): ReadonlyMap<string, MultiPolygon> {
  const read = (code: string) => (wgs84 ? vintage.geometryWgs84(level, [code]) : vintage.geometry(level, [code]));
  return new Map(vintage.areas(level).map(({ code }) => [code, read(code)]));
}

function sumAreas(polygons: ReadonlyMap<string, MultiPolygon>): number {
  return [...polygons.values()].reduce((sum, each) => sum + measureArea(each), 0);
}

const countRings = (polygons: Iterable<MultiPolygon>) =>
  [...polygons].reduce((sum, each) => sum + each.flat().length, 0);

describe('vintages', () => {
  it.each([
    [2021, 309, 69],
    [2022, 309, 69],
    [2023, 309, 69],
    [2024, 309, 69],
    [2025, 308, 69],
    [2026, 308, 69],
  ])(
    '%i has %i municipalities, %i sub-regions, 19 regions, and the same area at every level',
    (year, municipalities, subRegions) => {
      const vintage = vintages.get(year)!;
      expect(LEVELS.map((level) => vintage.areas(level).length)).toEqual([municipalities, subRegions, 19, 1]);
      for (const level of LEVELS) expect(sumAreas(geometries(vintage, level)) / 1e6).toBeCloseTo(337_964.236, 3);
    },
  );

  it('are 2021–2026; another year is refused with the reason and the way out', () => {
    expect([...vintages.keys()]).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    expect(createVintage(gazetteer, 2020)).toMatchObject({
      problem: {
        reason: 'the built-in polygons are of 2021 and have no boundaries for Honkajoki',
        wayOut: 'import an official boundary file with "boundaries add --year 2020 FILE", or choose 2021–2026',
      },
    });
    expect(createVintage(gazetteer, 2012)).toMatchObject({
      problem: { reason: 'there is no classification key of 2012, only of 2013–2026', wayOut: 'choose 2021–2026' },
    });
    expect(
      listVintages(gazetteer).map(({ year, municipalities, origin, usable }) => [year, municipalities, origin, usable]),
    ).toEqual([...vintages.keys()].map((year) => [year, year < 2025 ? 309 : 308, 'derived', true]));
  });

  it('2025 merges Pertunmaa into Mäntyharju and changes nothing else', () => {
    const [before, after] = [vintages.get(2024)!, vintages.get(2025)!];
    expect(after.area('municipality', '588')).toBeUndefined();
    expect(measureArea(after.geometry('municipality', ['507']))).toBe(
      measureArea(before.geometry('municipality', ['507', '588'])),
    );
    for (const { code } of after.areas('municipality').filter((area) => area.code !== '507')) {
      expect(measureArea(after.geometry('municipality', [code]))).toBe(
        measureArea(before.geometry('municipality', [code])),
      );
    }
  });

  it('carry the NUTS version of their codes, and none on a region that spans several', () => {
    expect([...vintages.values()].map((vintage) => vintage.nutsVersion)).toEqual([
      '2021',
      '2021',
      '2021',
      '2024',
      '2024',
      '2024',
    ]);
    const spanning = (year: number) =>
      vintages
        .get(year)!
        .areas('region')
        .filter((area) => area.nuts3Code === undefined)
        .map((area) => area.code);
    expect(spanning(2023)).toEqual(['06', '07', '11', '12', '14']);
    expect(spanning(2024)).toEqual([]);
    expect(vintages.get(2026)!.area('municipality', '152')).toMatchObject({
      subRegionCode: '142',
      regionCode: '14',
      nuts3Code: 'FI199',
      wellbeingCountyCode: '16',
    });
  });

  it('carry the newest population, which adds up at every level', () => {
    for (const vintage of vintages.values()) {
      expect(vintage.populationYear).toBe(2022);
      for (const level of LEVELS)
        expect(vintage.areas(level).reduce((sum, area) => sum + area.population!, 0)).toBe(5_563_970);
    }
  });

  it('say what they are not for', () => {
    for (const { note, attribution } of vintages.values()) {
      expect(note.en).toMatch(/1:4 500 000.*[Nn]ot for measuring.*sea is not included.*small islands are missing/u);
      for (const language of ['fi', 'sv', 'en'] as const) expect(attribution[language]).toContain('CC BY 4.0');
    }
  });
});

describe('the source', () => {
  it('covers its area once: no gap, no overlap, no crossing', () => {
    expect(checkCoverage(gazetteer.polygons)).toEqual([]);
  });

  it('is kept within a metre: every vertex, island and ring', () => {
    const vintage = vintages.get(2021)!;
    let farthest = 0;
    for (const [code, source] of gazetteer.polygons) {
      const derived = vintage.geometry('municipality', [code]);
      expect(derived.map((rings) => rings.length).sort(), code).toEqual(source.map((rings) => rings.length).sort());
      const kept = new Set(derived.flat(2).map((position) => position.join()));
      const rounded = source.flat(2).map(([x = 0, y = 0]) => [Math.round(x), Math.round(y)].join());
      expect(new Set(rounded), code).toEqual(kept);
      for (const [x = 0, y = 0] of source.flat(2))
        farthest = Math.max(farthest, Math.hypot(x - Math.round(x), y - Math.round(y)));
      expect(Math.abs(measureArea(derived) / measureArea(source) - 1), code).toBeLessThan(0.001);
    }
    expect(farthest).toBeLessThan(0.7072);
    expect(countRings(gazetteer.polygons.values())).toBe(372);
    expect(countRings(geometries(vintage, 'municipality').values())).toBe(372);
  });
});

describe.each([2021, 2026])('boundaries of %i', (year) => {
  const vintage = vintages.get(year)!;

  it.each(LEVELS)('%s: valid rings, neighbours without gap or overlap, in both coordinate systems', (level) => {
    for (const polygons of [geometries(vintage, level), geometries(vintage, level, true)]) {
      expect(checkCoverage(polygons)).toEqual([]);
      for (const rings of [...polygons.values()].flat()) {
        for (const [i, ring] of rings.entries()) {
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(new Set(ring.map((position) => position.join())).size).toBe(ring.length - 1);
          expect(signedArea(ring) > 0).toBe(i === 0);
        }
      }
    }
  });

  it('an area is the union of its municipalities', () => {
    for (const level of ['sub_region', 'region'] as const) {
      for (const { code } of vintage.areas(level)) {
        const own = vintage
          .areas('municipality')
          .filter((area) => (level === 'region' ? area.regionCode : area.subRegionCode) === code);
        const union = vintage.geometry(
          'municipality',
          own.map((area) => area.code),
        );
        expect(vintage.geometry(level, [code])).toEqual(union);
        const sum = own.reduce((total, area) => total + measureArea(vintage.geometry('municipality', [area.code])), 0);
        expect(measureArea(union)).toBeCloseTo(sum, 0);
      }
    }
  });

  it('a point inside a municipality is inside its sub-region, its region and the country, and in no other', () => {
    const polygons = Object.fromEntries(LEVELS.map((level) => [level, geometries(vintage, level)]));
    const holders = (level: AreaLevel, point: readonly [number, number]) =>
      [...polygons[level]!]
        .filter(([, each]) => booleanPointInPolygon([...point], multiPolygon(each)))
        .map(([code]) => code);
    let inside = 0;
    for (const position of gazetteer.localities.values()) {
      const point = fromWgs84(position);
      const [code] = holders('municipality', point);
      if (code === undefined) continue;
      const { subRegionCode, regionCode } = vintage.area('municipality', code)!;
      expect(LEVELS.map((level) => holders(level, point))).toEqual([[code], [subRegionCode], [regionCode], ['FI']]);
      inside += 1;
    }
    expect(inside).toBeGreaterThan(300);
  });
});

describe('unions', () => {
  const vintage = vintages.get(2026)!;

  it('of the same codes are made once, whatever their order', () => {
    expect(vintage.geometry('municipality', ['297', '749'])).toBe(
      vintage.geometry('municipality', ['749', '297', '749']),
    );
  });

  it('of neighbours have no inner border', () => {
    const union = vintage.geometry('municipality', ['049', '235']);
    expect(measureArea(union)).toBe(
      measureArea(vintage.geometry('municipality', ['049'])) + measureArea(vintage.geometry('municipality', ['235'])),
    );
    expect(union.every((rings) => rings.length === 1)).toBe(true);
  });

  it('of codes that the vintage does not have are empty', () => {
    expect(vintage.geometry('sub_region', ['151'])).toEqual([]);
    expect(vintage.geometryWgs84('sub_region', ['151'])).toEqual([]);
  });
});

it('coordinates go to WGS84 and back within a centimetre', () => {
  for (const [x = 0, y = 0] of vintages.get(2026)!.geometry('country', ['FI']).flat(2)) {
    const [east, north] = fromWgs84(toWgs84([x, y]));
    expect(Math.hypot(east - x, north - y)).toBeLessThan(0.01);
  }
});
