/** Small plans of squares whose gaps, overlaps and crossings can be counted by hand; every one turned in eight directions. */
import { describe, expect, it } from 'vitest';
import { checkCoverage } from '../../pipeline/locate/import/check-coverage.ts';
import type { MultiPolygon } from '../../pipeline/model/area.ts';

type Point = readonly [number, number];
type Plan = Readonly<Record<string, readonly (readonly Point[])[]>>;

const square = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const hole = (x: number, y: number, size: number): Point[] => square(x, y, size).toReversed();

/** Quarter turns, then an eighth turn with sides √2 times as long: whole numbers stay whole. */
const DIRECTIONS = Array.from({ length: 8 }, (_, i) => i);
function turned([x, y]: Point, direction: number): Point {
  let at: Point = direction < 4 ? [x, y] : [x - y, x + y];
  for (let i = 0; i < direction % 4; i += 1) at = [-at[1], at[0]];
  return at;
}

/** Polygons of one exterior ring and its holes, closed. */
function build(plan: Plan, direction = 0): ReadonlyMap<string, MultiPolygon> {
  return new Map(
    Object.entries(plan).map(([code, rings]) => [
      code,
      [rings.map((ring) => [...ring, ring[0]!].map((point) => [...turned(point, direction)]))],
    ]),
  );
}

/** `gap A B 2`, areas of the plan before it was turned. */
const check = (plan: Plan, direction = 0): string[] =>
  checkCoverage(build(plan, direction)).map(
    ({ kind, codes, area, count }) => `${kind} ${codes.join(' ')} ${area / (direction < 4 ? 1 : 2)} ×${count}`,
  );

/** Both orders of the codes: which polygon comes first must not matter. */
const orders = ([a, b]: readonly [readonly Point[], readonly Point[]]): Plan[] => [
  { A: [a], B: [b] },
  { A: [b], B: [a] },
];

describe.each(DIRECTIONS)('direction %i', (direction) => {
  it.each<[string, Plan]>([
    ['nothing', {}],
    ['a square', { A: [square(0, 0, 4)] }],
    ['neighbours', { A: [square(0, 0, 4)], B: [square(4, 0, 4)] }],
    ['squares apart', { A: [square(0, 0, 4)], B: [square(9, 3, 4)] }],
    ['squares that touch at a corner', { A: [square(0, 0, 4)], B: [square(4, 4, 4)] }],
    ['an enclave', { A: [square(0, 0, 9), hole(3, 3, 3)], B: [square(3, 3, 3)] }],
    [
      'four squares around a corner',
      { A: [square(0, 0, 2)], B: [square(2, 0, 2)], C: [square(0, 2, 2)], D: [square(2, 2, 2)] },
    ],
  ])('%s: fits', (_, plan) => expect(check(plan, direction)).toEqual([]));

  it('an enclave missing is a gap of its size', () => {
    expect(check({ A: [square(0, 0, 9), hole(3, 3, 3)] }, direction)).toEqual(['gap A 9 ×1']);
  });

  it('a gap that touches the outside at a corner is a gap', () => {
    const [low, high] = [
      [[0, 0], [4, 0], [4, 2], [3, 1], [2, 2], [0, 2]],
      [[0, 2], [2, 2], [3, 3], [4, 2], [4, 4], [0, 4]],
    ] as const; // prettier-ignore
    for (const plan of orders([low, high])) expect(check(plan, direction)).toEqual(['gap A B 2 ×1']);
  });

  it.each([
    [1, ['gap A B 2 ×1']],
    [0, ['gap A B 0 ×1']],
    [-1, ['overlap A B 2 ×1']],
  ])('a vertex that only one neighbour has, %i aside of the border, is told, whichever comes first', (aside, told) => {
    const [low, high] = [
      [[0, -4], [4, -4], [4, 0], [0, 0]],
      [[0, 0], [2, aside], [4, 0], [4, 4], [0, 4]],
    ] as const; // prettier-ignore
    for (const plan of orders([low, high])) expect(check(plan, direction)).toEqual(told);
  });

  it('a square inside another is an overlap, beside its hole none', () => {
    expect(check({ A: [square(0, 0, 9)], B: [square(3, 3, 2)] }, direction)).toEqual(['overlap B 4 ×1']);
    expect(check({ B: [square(3, 3, 2)], A: [square(0, 0, 9)] }, direction)).toEqual(['overlap B 4 ×1']);
    expect(check({ A: [square(0, 0, 9), hole(1, 1, 7)], B: [square(3, 3, 2)] }, direction)).toEqual(['gap A 49 ×1']);
  });

  it('one square twice is an overlap along its border', () => {
    const faults = check({ A: [square(0, 0, 4)], B: [square(0, 0, 4)] }, direction);
    expect(faults.slice(0, 4)).toEqual(Array(4).fill('overlap A B 0 ×1'));
  });

  it('borders that cross are told once for each pair, with the number of times', () => {
    const faults = check({ A: [square(0, 0, 4)], B: [square(2, 2, 4)], C: [square(20, 20, 1)] }, direction);
    expect(faults.filter((fault) => fault.startsWith('crossing'))).toEqual(['crossing A B 0 ×2']);
    const through = { A: [square(0, 0, 4)], B: [[[-2, 1], [6, 1], [6, 3], [-2, 3]] as const] }; // prettier-ignore
    expect(check(through, direction).filter((fault) => fault.startsWith('crossing'))).toEqual(['crossing A B 0 ×4']);
  });

  it('a ring that crosses itself is told', () => {
    const faults = check({ A: [[[0, 0], [4, 4], [4, 0], [0, 2]]] }, direction); // prettier-ignore
    expect(faults.filter((fault) => fault.startsWith('crossing'))).toEqual(['crossing A 0 ×1']);
  });
});

it('a fault says where: a vertex of it, codes in order', () => {
  const [gap] = checkCoverage(build({ B: [square(1, 5, 9), hole(4, 8, 3)] }));
  expect(gap).toEqual({ kind: 'gap', codes: ['B'], area: 9, at: [4, 11], count: 1 });
  const [overlap] = checkCoverage(build({ B: [square(0, 0, 4)], A: [square(0, 0, 4)] }));
  expect(overlap).toEqual({ kind: 'overlap', codes: ['A', 'B'], area: 0, at: [0, 0], count: 1 });
});

it('finds slivers of a thousandth beside sides of seven million, gaps and overlaps', () => {
  const [x, y] = [300_000, 7_000_000];
  const sliver = (aside: number): Plan => ({
    A: [[[x, y - 4e4], [x + 4e4, y - 4e4], [x + 4e4, y], [x, y]]],
    B: [[[x, y], [x + 2e4, y + aside], [x + 4e4, y], [x + 4e4, y + 4e4], [x, y + 4e4]]],
  }); // prettier-ignore
  for (const size of [0.001, 0.0001, 0.00005]) {
    expect(checkCoverage(build(sliver(size))).map(({ kind, area }) => [kind, area.toFixed(0)])).toEqual([
      ['gap', (size * 2e4).toFixed(0)],
    ]);
    expect(checkCoverage(build(sliver(-size))).map(({ kind, area }) => [kind, area.toFixed(0)])).toEqual([
      ['overlap', (size * 2e4).toFixed(0)],
    ]);
  }
});

it('tells of a vertex in the middle of a neighbour’s slanting edge, whatever rounding makes of it', () => {
  const [x, y] = [300_000.123, 7_000_000.457];
  for (let i = 1; i <= 60; i += 1) {
    const [dx, dy] = [1000 + i * 0.034, i * 10.002];
    const [low, high]: Point[][] = [
      [[x, y - 4e4], [x + 2 * dx, y - 4e4], [x + 2 * dx, y + 2 * dy], [x, y]],
      [[x, y], [x + dx, y + dy], [x + 2 * dx, y + 2 * dy], [x + 2 * dx, y + 4e4], [x, y + 4e4]],
    ]; // prettier-ignore
    for (const plan of orders([low!, high!])) {
      const faults = checkCoverage(build(plan));
      expect([...new Set(faults.map(({ codes }) => codes.join(' ')))]).toEqual(['A B']);
      expect(faults[0]!.area).toBeLessThan(1e-3);
    }
  }
});
