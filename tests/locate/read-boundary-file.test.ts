/** What is read of a user's boundary file, and what is said of it, at the edges of every rule. */
import { describe, expect, it } from 'vitest';
import { readBoundaryFile, type ReadOptions } from '../../pipeline/locate/import/read-boundary-file.ts';
import { toWgs84 } from '../../pipeline/locate/vintage/projection.ts';
import { makeSmallCountry, squareAt } from './small-country.ts';

const METRES: ReadOptions = { crs: 'EPSG:3067', codeProperty: 'code' };

interface Feature {
  properties?: unknown;
  geometry: unknown;
}
const feature = (properties: unknown, ring: unknown = squareAt(0, 0)): Feature => ({
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});

function read(features: readonly unknown[], options: ReadOptions = METRES, more: object = {}) {
  const text = JSON.stringify({ type: 'FeatureCollection', ...more, features });
  return readBoundaryFile(text, makeSmallCountry().keys.get(2021)!, options);
}
const readRing = (ring: unknown) => read([feature({ code: '001' }, ring)]);
const geometry = (type: string, coordinates: unknown) =>
  read([{ properties: { code: '001' }, geometry: { type, coordinates } }]);
const BAD_GEOMETRY = [
  { problem: 'geometry', message: 'unexpected geometry of 001, expected Polygon or MultiPolygon', found: '001' },
];

describe('the text', () => {
  it.each([
    ['x', 'unexpected text, expected JSON'],
    ['null', 'unexpected JSON, expected a GeoJSON FeatureCollection'],
    ['[]', 'unexpected JSON, expected a GeoJSON FeatureCollection'],
    ['"FeatureCollection"', 'unexpected JSON, expected a GeoJSON FeatureCollection'],
    ['{"type":"Feature","features":[]}', 'unexpected JSON, expected a GeoJSON FeatureCollection'],
    ['{"type":"FeatureCollection"}', 'unexpected JSON, expected a GeoJSON FeatureCollection'],
    ['{"type":"FeatureCollection","features":{}}', 'unexpected JSON, expected a GeoJSON FeatureCollection'],
  ])('%s: %s', (text, message) => {
    expect(readBoundaryFile(text, makeSmallCountry().keys.get(2021)!, METRES)).toEqual({
      faults: [{ problem: 'unreadable', message }],
    });
  });
});

describe('the coordinate system', () => {
  const crsOf = (options: ReadOptions, more: object = {}) =>
    read([feature({ code: 1 })], { codeProperty: 'code', ...options }, more).file?.crs;

  it.each(['EPSG:3067', '3067', 'urn:ogc:def:crs:EPSG::3067', 'http://www.opengis.net/def/crs/EPSG/0/3067'])(
    '%s is in metres',
    (crs) => {
      expect(crsOf({ crs })).toBe('EPSG:3067');
      expect(crsOf({}, { crs: { type: 'name', properties: { name: crs } } })).toBe('EPSG:3067');
    },
  );

  it.each(['EPSG:4326', '4326', 'urn:ogc:def:crs:OGC:1.3:CRS84', 'ogc:crs84', 'WGS 84', 'WGS84', 'wgs84'])(
    '%s is in degrees',
    (crs) => expect(crsOf({ crs })).toBe('EPSG:4326'),
  );

  it.each([
    'EPSG:13067',
    'EPSG:30671',
    'EPSG:2393',
    '14326',
    '43260',
    'CRS84h',
    'my WGS84',
    'WGS 84 / UTM',
    'WGS  84',
    '',
  ])('%j is refused', (crs) => {
    const message = `unexpected coordinate system ${crs}, expected EPSG:3067 or EPSG:4326 (give one with --crs)`;
    expect(read([feature({ code: 1 })], { crs, codeProperty: 'code' })).toEqual({
      faults: [{ problem: 'crs', message, found: crs }],
    });
  });

  it('is that of the option before that of the file, and degrees where neither tells', () => {
    expect(crsOf({ crs: '3067' }, { crs: { properties: { name: 'EPSG:4326' } } })).toBe('EPSG:3067');
    for (const crs of [undefined, null, 'EPSG:3067', [], {}, { properties: null }, { properties: { name: 3067 } }])
      expect(crsOf({}, { crs })).toBe('EPSG:4326');
  });

  it('in degrees becomes metres', () => {
    const ring = squareAt(0, 0).map(([x = 0, y = 0]) => toWgs84([x, y]));
    const { file, faults } = read([feature({ code: 1 }, ring)], { codeProperty: 'code' });
    expect(faults).toEqual([]);
    for (const [i, [x = 0, y = 0]] of file!.polygons.get('001')![0]![0]!.entries()) {
      expect(Math.hypot(x - squareAt(0, 0)[i]![0]!, y - squareAt(0, 0)[i]![1]!)).toBeLessThan(0.02);
      expect([x, y]).toEqual([Number(x.toFixed(3)), Number(y.toFixed(3))]);
    }
  });
});

describe('codes', () => {
  it.each([
    [5, '005'],
    [0, '000'],
    [91, '091'],
    ['5', '005'],
    ['005', '005'],
    ['KU005', '005'],
    ['KU5', '005'],
    ['  091 ', '091'],
  ])('%j is %s', (value, code) => {
    const { file, faults } = read([feature({ code: value })]);
    expect(faults).toEqual([]);
    expect([...file!.polygons.keys()]).toEqual([code]);
  });

  it.each([[-1], [1.5], ['0055'], ['x005'], ['xKU005'], ['005x'], ['KU'], [''], [true], [null], [['005']]])(
    '%j is none',
    (value) => {
      const message = `unexpected code ${JSON.stringify(value)} in feature 2, expected a municipality code`;
      const { file, faults } = read([feature({ code: '001' }), feature({ code: value })]);
      expect(faults).toEqual([{ problem: 'code', message, found: '2' }]);
      expect([...file!.polygons.keys()]).toEqual(['001']);
    },
  );

  it.each([[{}], [null], [undefined], ['001'], [['001']]])('properties %j have none', (properties) => {
    const message = 'unexpected code missing in feature 1, expected a municipality code';
    expect(read([feature(properties)]).faults).toEqual([{ problem: 'code', message, found: '1' }]);
  });

  it.each([[null], ['001'], [[]], [5]])('a feature %j has none', (none) => {
    const message = 'unexpected code missing in feature 1, expected a municipality code';
    const { file, faults } = read([none, feature({ code: '001' })]);
    expect(faults).toEqual([{ problem: 'code', message, found: '1' }]);
    expect([...file!.polygons.keys()]).toEqual(['001']);
  });

  it('are in the property with the most codes of the year, the first by name of several', () => {
    const propertyOf = (...all: unknown[]) =>
      read(
        all.map((properties) => feature(properties)),
        { crs: '3067' },
      ).file?.codeProperty;
    expect(propertyOf({ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 1, b: 3 })).toBe('b');
    expect(propertyOf({ b: 1, a: 1 }, { b: 2, a: 2 })).toBe('a');
    expect(propertyOf({ b: 1, c: 'x' }, { b: 2, c: 3 }, { b: 4, c: 4 })).toBe('b');
    // Codes of nowhere do not count; those of another property of one feature do.
    expect(propertyOf({ a: 501, b: 1 }, { a: 502, b: 2 }, { a: 503 })).toBe('b');
    expect(propertyOf(null, 'text', ['001'], { a: 1 }, { a: 2 })).toBe('a');
  });

  it('of half of the municipalities make a property theirs, of fewer not', () => {
    const options = { crs: '3067' };
    expect(read([feature({ a: 1 }), feature({ a: 4 })], options).file?.codeProperty).toBe('a');
    const message =
      'unexpected properties, expected one with the municipality codes of 2021 (name it with --code-property)';
    for (const features of [[feature({ a: 1 }), feature({ a: 1 })], [feature({ a: 1 })], []])
      expect(read(features, options)).toEqual({ faults: [{ problem: 'code-property', message }] });
  });
});

describe('geometry', () => {
  it('is a Polygon or a MultiPolygon; a municipality of several features is joined in their order', () => {
    const [one, two] = [squareAt(0, 0), squareAt(3, 0)];
    expect(geometry('Polygon', [one]).file?.polygons.get('001')).toEqual([[one]]);
    expect(geometry('MultiPolygon', [[one], [two]]).file?.polygons.get('001')).toEqual([[one], [two]]);
    const { file } = read([
      feature({ code: 3 }),
      feature({ code: 2 }),
      feature({ code: 3 }, two),
      feature({ code: 1 }),
      feature({ code: 2 }, two),
    ]);
    expect([...file!.polygons]).toEqual([
      ['001', [[one]]],
      ['002', [[one], [two]]],
      ['003', [[one], [two]]],
    ]);
    expect(file!.joined).toEqual(['002', '003']);
  });

  it('of another kind or without coordinates is refused', () => {
    expect(geometry('LineString', squareAt(0, 0)).faults).toEqual(BAD_GEOMETRY);
    expect(geometry('Polygon', null).faults).toEqual(BAD_GEOMETRY);
    expect(geometry('MultiPolygon', [[squareAt(0, 0)], null]).faults).toEqual(BAD_GEOMETRY);
    for (const none of [null, undefined, 'Polygon', []])
      expect(read([{ properties: { code: 1 }, geometry: none }])).toMatchObject({
        file: { polygons: new Map() },
        faults: BAD_GEOMETRY,
      });
  });

  it('without a ring leaves a municipality without a polygon', () => {
    expect(geometry('Polygon', []).file?.polygons.get('001')).toEqual([]);
  });
});

describe('rings', () => {
  const [a = [], b = [], c = [], d = []] = squareAt(0, 0);
  const NO_AREA = [
    {
      problem: 'ring',
      message: 'unexpected ring without an area in 001, expected at least four positions',
      found: '001',
    },
  ];
  const OPEN = [
    {
      problem: 'open-ring',
      message: 'unexpected open ring in 001, expected its last position to be its first',
      found: '001',
    },
  ];

  it.each([null, 'x', [1], [null], [['a', 1]], [[1, 'a']], [[1]], [a, b, c, d, null]])('%j: no positions', (ring) => {
    const message = 'unexpected coordinates in 001, expected rings of positions';
    expect(readRing(ring)).toMatchObject({ faults: [{ problem: 'ring', message, found: '001' }] });
    expect(readRing(ring).file?.polygons.get('001')).toEqual([]);
  });

  it('without an area are refused', () => {
    for (const ring of [[], [a], [a, b], [a, b, a], [a, b, [a[0]! + 5, a[1]], a]])
      expect(readRing(ring).faults).toEqual(NO_AREA);
  });

  it('are closed where they end within three millimetres of their beginning, else told and closed', () => {
    const ending = (dx: number, dy: number) => readRing([a, b, c, d, [a[0]! + dx, a[1]! + dy]]);
    for (const { file, faults } of [ending(0, 0), ending(0.002, 0), ending(-0.002, 0.002)]) {
      expect(faults).toEqual([]);
      expect(file?.polygons.get('001')).toEqual([[[a, b, c, d, a]]]);
    }
    for (const [dx, dy] of [
      [0.004, 0],
      [0, 0.004],
      [-0.004, 0],
      [0.003, 0.003],
    ] as const) {
      expect(ending(dx, dy).faults).toEqual(OPEN);
      expect(ending(dx, dy).file?.polygons.get('001')![0]![0]).toHaveLength(6);
    }
    expect(readRing([a, b, c])).toMatchObject({
      faults: OPEN,
      file: { polygons: new Map([['001', [[[a, b, c, a]]]]]) },
    });
  });

  it('lose positions that repeat the one before, to the millimetre, and no others', () => {
    const ring = [a, a, b, [b[0]! + 0.0004, b[1]! - 0.0004], c, [c[0]! - 0.001, c[1]], d, [d[0], d[1]! - 0.001], a];
    expect(readRing(ring).file?.polygons.get('001')).toEqual([
      [[a, b, c, [419_999.999, 7_020_000], d, [400_000, 7_019_999.999], a]],
    ]);
  });

  it('run as RFC 7946 says; those turned round are counted', () => {
    const [outer, inner] = [squareAt(0, 0), squareAt(0, 0, 500).map(([x = 0, y = 0]) => [x + 50, y + 50])];
    const polygon = [outer, inner.toReversed()];
    const turned = (...rings: number[][][]) => geometry('Polygon', rings).file!;
    expect(turned(outer, inner.toReversed())).toMatchObject({ rewound: 0, polygons: new Map([['001', [polygon]]]) });
    expect(turned(outer.toReversed(), inner)).toMatchObject({ rewound: 2, polygons: new Map([['001', [polygon]]]) });
    expect(turned(outer, inner)).toMatchObject({ rewound: 1, polygons: new Map([['001', [polygon]]]) });
  });

  it.each([
    [0, 7_000_000],
    [800_000, 7_000_000],
    [410_000, 6_500_000],
    [410_000, 7_850_000],
    [-5, 7_000_000],
    [7_000_000, 400_000],
  ])('with a position at %i %i are abroad, once for each municipality', (x, y) => {
    const far = [a, b, c, d, [x, y], a];
    const { file, faults } = read([
      feature({ code: 3 }, far),
      feature({ code: 2 }, far),
      feature({ code: 3 }, far),
      feature({ code: 1 }),
    ]);
    const message =
      'unexpected positions far outside Finland in 2 municipalities (002 first), expected EPSG:3067 with east or longitude first (give the system with --crs)';
    expect(faults).toEqual([{ problem: 'position', message, found: '002' }]);
    expect(file?.polygons.get('002')).toEqual([]);
  });

  it.each([
    [1, 7_000_000],
    [799_999, 7_000_000],
    [410_000, 6_500_001],
    [410_000, 7_849_999],
  ])('with a position at %i %i are within Finland', (x, y) => {
    expect(
      readRing([
        [x, y],
        [400_000, 7_100_000],
        [420_000, 7_100_000],
        [x, y],
      ]).faults,
    ).toEqual([]);
  });
});
