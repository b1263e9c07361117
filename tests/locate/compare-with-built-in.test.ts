/** A file beside the built-in polygons, exactly at each limit and just beyond. */
import { expect, it } from 'vitest';
import { clusterVertices } from '../../pipeline/locate/import/cluster-vertices.ts';
import { checkAreas, checkLocalities, detectCoast } from '../../pipeline/locate/import/compare-with-built-in.ts';
import { CORNER, makeSmallCountry, SIDE, squareAt, SQUARES } from './small-country.ts';

const [X, Y] = CORNER;

function box(west: number, south: number, east: number, north: number): number[][] {
  return [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
}
const asPolygons = (rings: Readonly<Record<string, number[][]>>) =>
  new Map(Object.entries(rings).map(([code, ring]) => [code, [[ring]]]));

it('the sea is in what is more than a twentieth larger', () => {
  const sized = (height: number) => new Map([['001', [[box(X, Y, X + 4e4, Y + height)]]]]);
  expect(detectCoast(makeSmallCountry(), sized(42_000))).toBe('land');
  expect(detectCoast(makeSmallCountry(), sized(42_001))).toBe('sea');
  expect(detectCoast(makeSmallCountry(), new Map([...sized(41_000), ['002', [[squareAt(5, 5)]]]]))).toBe('sea');
});

const areas = (year: number, rings: Readonly<Record<string, number[][]>>) =>
  checkAreas(makeSmallCountry(), makeSmallCountry().keys.get(year)!, asPolygons(rings)).map(({ message }) => message);

it('a municipality has at least a tenth of its built-in area', () => {
  expect(areas(2021, { '001': box(X, Y, X + SIDE, Y + SIDE / 10) })).toEqual([]);
  expect(areas(2021, { '001': box(X, Y, X + SIDE, Y + SIDE / 10 - 1), '003': squareAt(0, 0) })).toEqual([
    'unexpected area of 001 Ahola, 10.0 % of the built-in one, expected at least 10 %',
  ]);
  expect(areas(2021, {})).toEqual([]);
});

it('one that merged counts with its successor, one that is a successor with what joined it; names are of the year, else codes', () => {
  const tiny = box(X, Y, X + 10, Y + 10);
  expect(areas(2024, { '001': squareAt(0, 1), '003': squareAt(0, 0) })).toEqual([]);
  expect(areas(2024, { '003': tiny })).toEqual([
    'unexpected area of 003 Cera, 0.0 % of the built-in one, expected at least 10 %',
    'unexpected area of 004 004, 0.0 % of the built-in one, expected at least 10 %',
  ]);
  expect(areas(2020, { '001': tiny, '005': squareAt(0, 1) })).toEqual([]);
  expect(areas(2020, { '003': squareAt(0, 0), '004': tiny })).toHaveLength(1);
});

const localities = (rings: Readonly<Record<string, number[][]>>, year = 2021) =>
  checkLocalities(makeSmallCountry(), makeSmallCountry().keys.get(year)!, asPolygons(rings));

it('a locality may lie five kilometres outside, whether beside a side or a corner', () => {
  // The locality of 001 is the middle of its square.
  const [x, y] = [X + SIDE / 2, Y + 1.5 * SIDE];
  const beside = (far: number) => [
    box(x + far, y - 9000, x + 20_000, y + 9000),
    box(x - 20_000, y - 9000, x - far, y + 9000),
    box(x - 9000, y + far, x + 9000, y + 20_000),
    box(x + far * 0.6, y + far * 0.8, x + 20_000, y + 20_000),
    box(x - 20_000, y - 20_000, x - far * 0.8, y - far * 0.6),
  ];
  for (const ring of beside(4999)) expect(localities({ '001': ring })).toEqual([]);
  for (const ring of beside(5001))
    expect(localities({ '001': ring })).toEqual([
      {
        problem: 'locality',
        message:
          'unexpected place of 001 Ahola: its central locality lies 5.0 km outside, in no municipality, expected it inside',
        found: '001',
      },
    ]);
  // The first position twice: an edge without a length.
  const [first = []] = beside(7300);
  expect(localities({ '001': [first[0]!, ...first] })[0]?.message).toContain('lies 7.3 km outside, in no municipality');
});

it('two localities that are exchanged are told however near they lie', () => {
  const gazetteer = makeSmallCountry();
  const border = Y + SIDE;
  const near = new Map([...gazetteer.localities]);
  const key = gazetteer.keys.get(2021)!;
  const [one, three] = [gazetteer.localities.get('001')!, gazetteer.localities.get('003')!];
  near.set('001', three).set('003', one);
  expect(
    checkLocalities({ ...gazetteer, localities: near }, key, asPolygons(SQUARES)).map(({ found }) => found),
  ).toEqual(['001', '003']);
  // 001 begins 4 km above its locality, which lies in 003; that of 003 stays where it should be: a label beside its place.
  const lifted = {
    ...SQUARES,
    '001': box(X, border + 14_000, X + SIDE, border + SIDE),
    '003': box(X, Y, X + SIDE, border + 14_000),
  };
  expect(localities(lifted)).toEqual([]);
  // The same, but 001 holds the locality of 003.
  const swapped = { '001': box(X, Y, X + SIDE, border + 6000), '003': box(X, border + 6000, X + SIDE, border + SIDE) };
  expect(localities(swapped).map(({ found }) => found)).toEqual(['001', '003']);
});

it('a locality may lie in what its municipality has become, or was made of', () => {
  expect(localities({ '001': squareAt(0, 1), '003': squareAt(1, 0) }, 2024).map(({ found }) => found)).toEqual(['003']);
  expect(localities({ '001': squareAt(7, 7), '005': squareAt(0, 1) }, 2020)).toEqual([]);
  expect(localities({ '003': squareAt(9, 9) }, 2024).map(({ message }) => message.slice(0, 60))).toEqual(
    [
      'unexpected place of 003 Cera: its central locality lies 240.4',
      'unexpected place of 004 004: its central locality lies 226.7 k',
    ].map((each) => each.slice(0, 60)),
  );
});

it('vertices within a distance of one another become the first of them', () => {
  const near = (dx: number, dy: number, [x, y]: readonly [number, number]) =>
    clusterVertices(asPolygons({ a: box(x, y, 90, 90), b: box(x + dx, y + dy, -90, -90) }), 2).get('b')![0]![0]![0];
  for (const at of [
    [10.5, 20.5],
    [11.9, 21.9],
    [10, 20],
    [-10.1, -20.1],
  ] as const) {
    for (const [dx, dy] of [
      [2, 0],
      [-2, 0],
      [0, 2],
      [0, -2],
      [1.2, 1.6],
      [-1.2, -1.6],
      [-1.25, 1.25],
      [1.25, -1.25],
    ] as const) {
      if (Math.hypot(at[0] + dx - at[0], at[1] + dy - at[1]) <= 2) expect(near(dx, dy, at)).toEqual([...at]);
      expect(near(dx * 1.01, dy * 1.01, at)?.map((value) => value.toFixed(6))).toEqual(
        (Math.hypot(dx, dy) * 1.01 > 2 ? [at[0] + dx * 1.01, at[1] + dy * 1.01] : [...at]).map((value) =>
          value.toFixed(6),
        ),
      );
    }
  }
});

it('what collapses is dropped with its repeated vertices, the rest stays', () => {
  const square = box(0, 0, 10, 10);
  const clustered = clusterVertices(
    new Map([
      ['a', [[square, box(5, 5, 5.5, 5.5)], [box(50, 50, 51, 51)], [box(70, 70, 90, 90)]]],
      ['b', [[[[0.5, 0.5], [1, 0], [10, 0.5], [10, 1], [20, 5], [10, 10], [0, 10], [0.5, 0.5]]]]], // prettier-ignore
      ['c', [[box(50, 50, 51, 51)]]],
    ]),
    2,
  );
  expect(clustered.get('a')).toEqual([[square], [box(70, 70, 90, 90)]]);
  expect(clustered.get('b')).toEqual([[[[0, 0], [10, 0], [20, 5], [10, 10], [0, 10], [0, 0]]]]); // prettier-ignore
  expect(clustered.get('c')).toEqual([]);
});
