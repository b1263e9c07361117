import { describe, expect, it } from 'vitest';
import { importBoundaries } from '../../pipeline/locate/import/import-boundaries.ts';
import { listVintages } from '../../pipeline/locate/vintage/list-vintages.ts';
import { toWgs84 } from '../../pipeline/locate/vintage/projection.ts';
import { measureArea } from '../../pipeline/locate/vintage/rings.ts';
import type { TrialFile } from './make-boundary-file.ts';
import { find, load, loadBroken, makeFile, positions } from './make-boundary-file.ts';
import { expectVintage, readGazetteer } from './read-gazetteer.ts';

const gazetteer = readGazetteer();

describe('a good file', () => {
  const good = load(makeFile(2024));

  it('is read whatever its property names, code form and winding', () => {
    expect(good.errors).toEqual([]);
    expect(good.infos).toEqual(['locate/boundaries-coast land', 'locate/boundaries-winding']);
    expect(good.issues[0]).toMatchObject({
      document: 'jako.geojson',
      message: "the file's codes are in natcode, its coordinates in EPSG:4326; the sea is not included",
    });
    expect(good.value?.metadata).toEqual({
      year: 2024,
      coast: 'land',
      source_name: 'jako.geojson',
      municipalities: 309,
      area_km2: 337_964,
    });
  });

  it('becomes the vintage of its year, which says so', () => {
    const own = readGazetteer(new Map([['2024.geojson', good.value!.text]]));
    const vintage = expectVintage(own, 2024);
    expect(vintage).toMatchObject({ year: 2024, origin: 'imported', nutsVersion: '2024' });
    expect(vintage.note.en).toContain('jako.geojson; the sea is not included');
    expect(measureArea(vintage.geometry('region', ['19']))).toBeCloseTo(
      measureArea(expectVintage(gazetteer, 2024).geometry('region', ['19'])),
      -5,
    );
    expect(listVintages(own).find((each) => each.year === 2024)).toMatchObject({ origin: 'imported', usable: true });
  });

  it('can be in EPSG:3067, by its crs member or by option, with text codes under a name given', () => {
    const vintage = expectVintage(gazetteer, 2024);
    const change = (file: TrialFile) => {
      for (const feature of file.features) {
        const code = String(feature.properties['natcode']).padStart(3, '0');
        feature.properties = { a: code, b: `KU${code}` };
        feature.geometry.coordinates = vintage.geometry('municipality', [code]);
      }
    };
    expect(loadBroken(change).errors).toEqual(['locate/boundaries-position 005']);
    expect(loadBroken(change, { crs: 'EPSG:3067', codeProperty: 'b' })).toMatchObject({
      errors: [],
      infos: ['locate/boundaries-coast land'],
    });
    const named = loadBroken((file) => {
      change(file);
      file.crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3067' } };
    });
    expect(named.errors).toEqual([]);
  });

  it('may split a municipality into several features', () => {
    const { value, errors, infos } = loadBroken((file) => {
      const kotka = find(file, 285);
      const [first, ...rest] = kotka.geometry.coordinates;
      expect(rest.length).toBeGreaterThan(0);
      kotka.geometry.coordinates = [first!];
      file.features.push({ ...kotka, geometry: { type: 'MultiPolygon', coordinates: rest } });
    });
    expect(errors).toEqual([]);
    expect(infos).toContain('locate/boundaries-joined 285');
    expect(value?.metadata.municipalities).toBe(309);
  });

  it('may have neighbours that differ by a millimetre, which are joined', () => {
    let state = 1;
    const random = () => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5;
    const shake = (millimetres: number) =>
      loadBroken((file) => {
        for (const position of positions(file)) {
          position[0] = position[0]! + (random() * millimetres) / 5.5e7;
          position[1] = position[1]! + (random() * millimetres) / 1.11e8;
        }
      });
    const joined = shake(1);
    expect(joined.errors).toEqual([]);
    expect(joined.infos).toContain('locate/boundaries-vertices');
    expect(shake(100).value).toBeUndefined();
  });
});

describe('a broken file is refused with every fault named', () => {
  it('a municipality missing', () => {
    const { value, errors, issues } = loadBroken((file) =>
      file.features.splice(file.features.indexOf(find(file, 297)), 1),
    );
    expect(value).toBeUndefined();
    expect(errors[0]).toBe('locate/boundaries-missing-code 297');
    expect(errors[1]).toMatch(/^locate\/boundaries-gap /u);
    expect(issues[0]?.message).toBe('unexpected absence of 297 Kuopio, expected every municipality of 2024');
    expect(issues[1]?.message).toMatch(
      /^unexpected gap of 42\d\d\.\d km² between 140, 176, 204, 402 and 7 more near /u,
    );
  });

  it('a municipality at the coast missing', () => {
    const { errors } = loadBroken((file) => file.features.splice(file.features.indexOf(find(file, 78)), 1));
    expect(errors).toEqual(['locate/boundaries-missing-code 078']);
  });

  it('a ring open', () => {
    const { errors } = loadBroken((file) => void find(file, 297).geometry.coordinates[0]![0]!.pop());
    expect(errors).toEqual(['locate/boundaries-open-ring 297']);
  });

  it('a wrong code', () => {
    const { errors } = loadBroken((file) => (find(file, 297).properties['natcode'] = 998));
    expect(errors).toEqual(['locate/boundaries-missing-code 297', 'locate/boundaries-unexpected-code 998']);
  });

  it('no code, no geometry', () => {
    const { errors } = loadBroken((file) => {
      find(file, 297).properties['natcode'] = 'Kuopio';
      (find(file, 564) as { geometry: unknown }).geometry = null;
    });
    expect(
      errors.filter((error) => !error.includes('gap')).map((error) => error.replace(/(boundaries-code) \d+$/u, '$1')),
    ).toEqual([
      'locate/boundaries-code',
      'locate/boundaries-geometry 564',
      'locate/boundaries-missing-code 297',
      'locate/boundaries-missing-code 564',
    ]);
  });

  it.each([
    ['far apart', 297, 564, ['297', '564']],
    ['side by side', 49, 235, ['049', '235']],
  ])('exchanged codes %s, in which every edge fits', (_, a, b, codes) => {
    const { errors } = loadBroken((file) => {
      const [first, second] = [find(file, a), find(file, b)];
      first.properties['natcode'] = b;
      second.properties['natcode'] = a;
    });
    expect(errors.filter((error) => error.includes('locality'))).toEqual(
      codes.map((code) => `locate/boundaries-locality ${code}`),
    );
  });

  it('an overlap', () => {
    const { value, errors } = loadBroken((file) => {
      const ring = find(file, 297).geometry.coordinates[0]![0]!;
      ring[5] = [ring[5]![0]! + 0.05, ring[5]![1]!];
    });
    expect(value).toBeUndefined();
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every((error) => /^locate\/boundaries-(crossing|gap|overlap) .*297/u.test(error))).toBe(true);
  });

  it('one polygon twice, under two codes', () => {
    const { errors } = loadBroken((file) => (find(file, 297).geometry = find(file, 564).geometry));
    expect(errors.some((error) => error === 'locate/boundaries-overlap 297 564')).toBe(true);
  });

  it('one polygon inside another', () => {
    const { errors } = loadBroken((file) => {
      const [longitude, latitude] = toWgs84([500_000, 7_650_000]);
      const square = [
        [0, 0],
        [0.1, 0],
        [0.1, 0.1],
        [0, 0.1],
        [0, 0],
      ].map(([dx = 0, dy = 0]) => [longitude + dx, latitude + dy]);
      find(file, 91).geometry.coordinates.push([square]);
    });
    expect(errors).toEqual(['locate/boundaries-overlap 091']);
  });

  it('axes exchanged, an unknown system, properties without codes, no collection, no JSON, no key', () => {
    expect(loadBroken((file) => positions(file).forEach((position) => void position.reverse())).errors).toContain(
      'locate/boundaries-position 005',
    );
    expect(loadBroken(() => undefined, { crs: 'EPSG:2393' }).errors).toEqual(['locate/boundaries-crs EPSG:2393']);
    expect(loadBroken((file) => file.features.forEach((feature) => (feature.properties = { x: 1 }))).errors).toEqual([
      'locate/boundaries-code-property',
    ]);
    expect(importBoundaries({ text: '[]', year: 2024 }, gazetteer).issues.map((issue) => issue.code)).toEqual([
      'locate/boundaries-unreadable',
    ]);
    expect(importBoundaries({ text: 'x', year: 2024 }, gazetteer).issues.map((issue) => issue.code)).toEqual([
      'locate/boundaries-unreadable',
    ]);
    expect(importBoundaries({ text: '{}', year: 1999 }, gazetteer).issues.map((issue) => issue.code)).toEqual([
      'locate/boundaries-year',
    ]);
  });
});
