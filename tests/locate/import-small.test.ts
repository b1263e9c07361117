/** Importing the boundaries of a country small enough to know every number: what is written, what each fault says. */
import { describe, expect, it } from 'vitest';
import { importBoundaries, type ImportRequest } from '../../pipeline/locate/import/import-boundaries.ts';
import type { MultiPolygon } from '../../pipeline/model/area.ts';
import { CORNER, makeSmallCountry, SIDE, squareAt, SQUARES } from './small-country.ts';

const [X, Y] = CORNER;
const [MIDDLE_X, MIDDLE_Y] = [X + SIDE, Y + SIDE];
type Rings = Record<string, number[][]>;

/** A good file in metres after a change of its rings. */
function load(change: (rings: Rings) => void = () => undefined, options: Partial<ImportRequest> = {}) {
  const rings: Rings = structuredClone(SQUARES);
  change(rings);
  const features = Object.entries(rings).map(([code, ring]) => ({
    properties: { kunta: code },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  return importBoundaries({ text, year: 2021, crs: 'EPSG:3067', ...options }, makeSmallCountry());
}
const errorsOf = (change: (rings: Rings) => void) =>
  load(change).issues.flatMap(({ severity, code, found, message }) =>
    severity === 'error' ? [{ code, found, message }] : [],
  );

const AT = { document: 'boundaries', line: 1, column: 1, count: 1 };
const coast = (found: 'land' | 'sea', sea: string) => ({
  code: 'locate/boundaries-coast',
  severity: 'info',
  message: `the file's codes are in kunta, its coordinates in EPSG:3067; ${sea}`,
  found,
  ...AT,
});
const COAST = coast('land', 'the sea is not included');

describe('a good file', () => {
  it('is kept with a municipality a line, and says what it is', () => {
    const { value, issues } = load();
    expect(issues).toEqual([COAST]);
    expect(value?.metadata).toEqual({ year: 2021, coast: 'land', municipalities: 4, area_km2: 1600 });
    const lines = value!.text.split('\n');
    expect(lines).toHaveLength(7);
    expect(JSON.parse(value!.text)).toMatchObject({ crs: { properties: { name: 'urn:ogc:def:crs:EPSG::3067' } } });
    expect(lines[0]).toMatch(/^\{"type":"FeatureCollection","hankekartta":\{"year":2021,.*"features":\[$/u);
    expect(JSON.parse(lines[1]!.slice(0, -1))).toMatchObject({
      type: 'Feature',
      properties: { code: '001' },
      geometry: { type: 'MultiPolygon' },
    });
    expect(JSON.parse(lines[4]!)).toMatchObject({ properties: { code: '004' } });
    expect(lines.slice(5)).toEqual([']}', '']);
  });

  it('keeps name and checksum of the file it came from, and names it in its issues', () => {
    const { value, issues } = load(undefined, { sourceName: 'jako.geojson', sourceSha256: 'abc' });
    expect(value?.metadata).toMatchObject({ source_name: 'jako.geojson', source_sha256: 'abc' });
    expect(issues).toEqual([{ ...COAST, document: 'jako.geojson' }]);
  });

  it('has its repairs told: rings turned, features joined, vertices moved', () => {
    const { value, issues } = load((rings) => {
      rings['001'] = rings['001']!.toReversed();
      rings['004'] = rings['004']!.toReversed();
      rings['KU003'] = squareAt(0, -1);
      for (const corner of [0, 4]) rings['002']![corner] = [MIDDLE_X + 0.002, MIDDLE_Y];
    });
    expect(issues).toEqual([
      coast('sea', 'territorial waters are included'),
      {
        code: 'locate/boundaries-winding',
        severity: 'info',
        message: "unexpected direction of 2 rings, expected RFC 7946's; repaired",
        ...AT,
      },
      {
        code: 'locate/boundaries-joined',
        severity: 'info',
        message: 'unexpected number of features of 003, expected one; joined',
        found: '003',
        ...AT,
      },
      {
        code: 'locate/boundaries-vertices',
        severity: 'info',
        message: 'unexpected small differences between neighbours, expected shared vertices; joined within 3 mm',
        ...AT,
      },
    ]);
    expect(value?.metadata).toMatchObject({ coast: 'sea', municipalities: 4, area_km2: 2000 });
    // Two squares that touch have become one polygon.
    const stored = JSON.parse(value!.text) as { features: { geometry: { coordinates: MultiPolygon } }[] };
    expect(stored.features[2]!.geometry.coordinates).toHaveLength(1);
  });
});

describe('a file is refused', () => {
  it('of a year without a key', () => {
    const { value, issues } = load(undefined, { year: 2019 });
    expect(value).toBeUndefined();
    const message = 'unexpected year 2019, expected one with a classification key: 2020–2024';
    expect(issues).toEqual([{ code: 'locate/boundaries-year', severity: 'error', message, found: '2019', ...AT }]);
  });

  it('that cannot be read, without a place in it', () => {
    const { value, issues } = load(undefined, { text: 'x' });
    expect(value).toBeUndefined();
    expect(issues).toEqual([
      { code: 'locate/boundaries-unreadable', severity: 'error', message: 'unexpected text, expected JSON', ...AT },
    ]);
  });

  it('with codes that the year does not have or lacks, in the order of codes', () => {
    const { value, issues } = load((rings) => {
      rings['009'] = rings['002']!;
      rings['002a'] = rings['004']!;
      delete rings['002'];
      delete rings['004'];
    });
    expect(value).toBeUndefined();
    const said = issues.map(({ severity, code, found, message }) => [
      severity,
      code.slice('locate/boundaries-'.length),
      found,
      message,
    ]);
    expect(said.slice(1, 4)).toEqual([
      ['error', 'missing-code', '002', 'unexpected absence of 002 Bolla, expected every municipality of 2021'],
      ['error', 'missing-code', '004', 'unexpected absence of 004 Dalen, expected every municipality of 2021'],
      ['error', 'unexpected-code', '009', 'unexpected code 009, expected one of 2021'],
    ]);
    expect(said[0]).toEqual([
      'error',
      'code',
      '4',
      'unexpected kunta "002a" in feature 4, expected a municipality code',
    ]);
    expect(said.at(-1)![0]).toBe('info');
  });

  const SHARED = 'expected neighbours that share their vertices to within 3 mm';
  /** 001 without a piece of this width and height at its border with 002, one km above the middle. */
  const notch = (width: number, height: number) => (rings: Rings) => {
    const y = MIDDLE_Y + 1000;
    rings['001']!.splice(
      2,
      0,
      [MIDDLE_X, y],
      [MIDDLE_X - width, y],
      [MIDDLE_X - width, y + height],
      [MIDDLE_X, y + height],
    );
    rings['002']!.splice(4, 0, [MIDDLE_X, y + height], [MIDDLE_X, y]);
  };

  it.each([
    [100, 1000, '0.1 km²'],
    [99, 1000, '99000.0 m²'],
    [2000, 1250, '2.5 km²'],
    [0.5, 0.5, '0.3 m²'],
  ])('with a gap of %d by %d metres: %s', (width, height, size) => {
    const [error, ...more] = errorsOf(notch(width, height));
    expect(more).toEqual([]);
    expect(error).toMatchObject({ code: 'locate/boundaries-gap', found: '001 002' });
    expect(error!.message).toMatch(
      new RegExp(
        `^unexpected gap of ${size.replace('.', '\\.')} between 001 and 002 near \\d{6} 70210\\d\\d|70222\\d\\d`,
        'u',
      ),
    );
    expect(error!.message).toMatch(new RegExp(` \\(EPSG:3067\\), ${SHARED}$`, 'u'));
  });

  it('with a gap in the middle of all', () => {
    const ends = { '001': [19_000, 0], '002': [1000, 0], '003': [19_000, 0], '004': [1000, 0] } as const;
    const errors = errorsOf((rings) => {
      for (const [code, [dx]] of Object.entries(ends)) {
        const west = code === '001' || code === '003' ? X : MIDDLE_X;
        const upper = code === '001' || code === '002';
        const at = rings[code]!.findIndex(([x, y]) => x === MIDDLE_X && y === MIDDLE_Y);
        const corner = [
          [west + dx, MIDDLE_Y],
          [MIDDLE_X, MIDDLE_Y + (upper ? 1000 : -1000)],
        ];
        const ccw = code === '001' || code === '004' ? corner : corner.toReversed();
        rings[code] = [...rings[code]!.slice(0, -1)].toSpliced(at, 1, ...ccw);
        rings[code].push(rings[code][0]!);
      }
    });
    expect(errors).toEqual([
      {
        code: 'locate/boundaries-gap',
        found: '001 002 003 004',
        message: expect.stringMatching(
          /^unexpected gap of 2\.0 km² between 001 and 002 and 003 and 004 near \d{6} \d{7} \(EPSG:3067\), expected/u,
        ) as string,
      },
    ]);
  });

  it('with overlaps: of a sliver, of a whole polygon, across borders, of a ring with itself', () => {
    const sliver = errorsOf((rings) => rings['002']!.splice(4, 0, [MIDDLE_X - 100, MIDDLE_Y + SIDE / 2]));
    expect(sliver).toEqual([
      {
        code: 'locate/boundaries-overlap',
        found: '001 002',
        message: `unexpected overlap of 1.0 km² on the border of 001 and 002 near ${MIDDLE_X} ${MIDDLE_Y} (EPSG:3067), ${SHARED}`,
      },
    ]);
    const twice = errorsOf((rings) => (rings['002'] = rings['001']!));
    expect(twice[0]).toEqual({
      code: 'locate/boundaries-overlap',
      found: '001 002',
      message: `unexpected overlap of 001 and 002 near ${MIDDLE_X} ${MIDDLE_Y} (EPSG:3067), ${SHARED}`,
    });
    const across = errorsOf((rings) => (rings['002'] = rings['002']!.map(([x, y]) => [x! - 1000, y! - 1000])));
    expect(across[0]).toMatchObject({ code: 'locate/boundaries-crossing', found: '001 002' });
    expect(across[0]!.message).toMatch(
      /^unexpected overlap of 001 and 002, whose borders cross 2 times near \d{6} \d{7} /u,
    );
    const itself = errorsOf((rings) =>
      rings['002']!.splice(
        2,
        1,
        [MIDDLE_X + 1000, MIDDLE_Y + 5000],
        [MIDDLE_X + SIDE, MIDDLE_Y + SIDE],
        [MIDDLE_X + SIDE, MIDDLE_Y - 3000],
      ),
    );
    expect(itself.some(({ message }) => message.startsWith('unexpected ring of 002 that crosses itself near '))).toBe(
      true,
    );
  });

  it('with exchanged codes, each told where its locality lies', () => {
    const errors = errorsOf((rings) => ([rings['001'], rings['003']] = [rings['003']!, rings['001']!]));
    expect(errors).toEqual([
      {
        code: 'locate/boundaries-locality',
        found: '001',
        message: 'unexpected place of 001 Ahola: its central locality lies 10.0 km outside, in 003, expected it inside',
      },
      {
        code: 'locate/boundaries-locality',
        found: '003',
        message: 'unexpected place of 003 Cera: its central locality lies 10.0 km outside, in 001, expected it inside',
      },
    ]);
  });

  it('with a municipality far smaller than it is', () => {
    const errors = errorsOf((rings) => {
      const [x, y] = [MIDDLE_X + 9000, MIDDLE_Y + 9000];
      rings['002'] = [
        [x, y],
        [x + 2000, y],
        [x + 2000, y + 2000],
        [x, y + 2000],
        [x, y],
      ];
    });
    expect(errors).toEqual([
      {
        code: 'locate/boundaries-area',
        found: '002',
        message: 'unexpected area of 002 Bolla, 1.0 % of the built-in one, expected at least 10 %',
      },
    ]);
  });
});
