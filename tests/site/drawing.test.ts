import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createDrawing } from '../../site/map/drawing.ts';
import { findLabelPoint } from '../../site/map/label-point.ts';
import { placeLabels } from '../../site/map/place-labels.ts';

const square = (x: number, y: number, side: number): number[][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

/** The points that path data go through. */
function readPath(data: string): [number, number][][] {
  return data
    .split('M')
    .slice(1)
    .map((line) => {
      const numbers = [...line.matchAll(/-?\d+/g)].map(([digits]) => Number(digits));
      const points: [number, number][] = [[numbers[0]!, numbers[1]!]];
      for (let index = 2; index < numbers.length; index += 2) {
        const [x, y] = points.at(-1)!;
        points.push([x + numbers[index]!, y + numbers[index + 1]!]);
      }
      return points;
    });
}

describe('createDrawing', () => {
  const plane: Polygon = { type: 'Polygon', coordinates: [square(100, 200, 1000)] };
  const drawing = createDrawing(plane, 500, 5000);

  it('fits the shape into the box, north up, without a margin', () => {
    expect([drawing.width, drawing.height]).toEqual([500, 500]);
    expect(drawing.point([100, 1200])).toEqual([0, 0]);
    expect(drawing.point([1100, 200])).toEqual([500, 500]);
  });

  it('writes relative whole steps; straight on is one step', () => {
    const ring = [
      [100, 1200],
      [300, 1200],
      [1100, 1200],
      [1100, 200],
      [100, 200],
      [100, 1200],
    ];
    expect(drawing.path({ type: 'Polygon', coordinates: [ring] })).toBe('M0 0l500 0 0 500-500 0z');
  });

  it('draws a hole as a ring of its own, and leaves out what is smaller than the grid', () => {
    const shape: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[square(100, 200, 1000), square(400, 500, 100)], [square(150, 250, 0.3)]],
    };
    expect(drawing.path(shape).match(/M/g)).toHaveLength(2);
  });

  it('draws a line open', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [100, 1200],
        [200, 1100],
      ],
    };
    expect(drawing.path(line)).toBe('M0 0l50 50');
  });

  it('goes through every corner, to the grid', () => {
    const coordinate = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 30, selector: String }),
        (points) => {
          const frame = createDrawing({ type: 'Polygon', coordinates: [square(0, 0, 5000)] }, 5000, 5000);
          const [drawn = []] = readPath(frame.path({ type: 'LineString', coordinates: points }));
          // One unit a metre: nothing is rounded, and only points on a straight way are left out.
          const kept = points.map(([x, y]) => [x, 5000 - y]);
          expect(drawn[0]).toEqual(kept[0]);
          expect(drawn.at(-1)).toEqual(kept.at(-1));
          expect(kept).toEqual(expect.arrayContaining(drawn));
          const length = (line: number[][]): number =>
            line
              .slice(1)
              .reduce((sum, [x, y], index) => sum + Math.hypot(x! - line[index]![0]!, y! - line[index]![1]!), 0);
          expect(length(drawn)).toBeCloseTo(length(kept), 6);
        },
      ),
    );
  });
});

describe('findLabelPoint', () => {
  it('is the middle of a square', () => {
    expect(findLabelPoint({ type: 'MultiPolygon', coordinates: [[square(0, 0, 100)]] })).toEqual([50, 35]);
  });

  it('lies inside the largest part, in its widest place, and in no hole', () => {
    const hole = square(300, 300, 400);
    const [x, y] = findLabelPoint({
      type: 'MultiPolygon',
      coordinates: [[square(-50, -50, 10)], [square(0, 0, 1000), hole]],
    });
    expect(x > 0 && x < 1000 && y > 0 && y < 1000).toBe(true);
    expect(x > 300 && x < 700 && y > 300 && y < 700).toBe(false);
  });

  it('lies in an arm of a U, not between its arms', () => {
    const u = [
      [0, 0],
      [100, 0],
      [100, 100],
      [80, 100],
      [80, 10],
      [20, 10],
      [20, 100],
      [0, 100],
      [0, 0],
    ];
    const [x] = findLabelPoint({ type: 'MultiPolygon', coordinates: [[u]] });
    expect(x < 20 || x > 80).toBe(true);
  });
});

describe('placeLabels', () => {
  const box = (x: number, y: number, width: number, height: number): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
          [x, y],
        ],
      ],
    ],
  });
  const drawing = createDrawing(box(0, 0, 3000, 2000), 3000, 2000);

  it('puts a name where its own area has most of it, whatever comes first', () => {
    const wanted = [
      { key: 'wide', name: 'Rovaniemi', shape: box(1200, 0, 1800, 2000) },
      { key: 'beside', name: 'Tervola', shape: box(600, 0, 600, 2000) },
    ];
    const { labels } = placeLabels(drawing, wanted, { otherwise: 'number' });
    expect(labels.map(({ text }) => text)).toEqual(['Rovaniemi', 'Tervola']);
    expect(labels[0]!.x).toBeGreaterThan(1200);
    expect(labels[1]!.x).toBeGreaterThanOrEqual(600);
    expect(labels[1]!.x).toBeLessThanOrEqual(1200);
  });

  it('gives a number to an area whose name would stand on its neighbours more than on itself', () => {
    const wanted = [
      { key: 'left', name: 'A', shape: box(0, 0, 1450, 2000) },
      { key: 'right', name: 'B', shape: box(1550, 0, 1450, 2000) },
      { key: 'thin', name: 'Hankasalmi', shape: box(1450, 0, 100, 2000) },
    ];
    const { labels, numbered } = placeLabels(drawing, wanted, { otherwise: 'number' });
    expect(numbered).toEqual([{ number: 1, name: 'Hankasalmi' }]);
    const number = labels.find(({ key }) => key === 'thin')!;
    expect([number.text, number.lead]).toEqual(['1', undefined]);
    expect(number.x).toBeGreaterThan(1450);
    expect(number.x).toBeLessThan(1550);
  });

  it('leads a label to an area that has no room for it', () => {
    const wanted = [
      { key: 'around', name: 'X', shape: box(1450, 800, 1200, 500) },
      { key: 'tiny', name: 'Kauniainen', shape: box(1440, 1000, 10, 10) },
    ];
    const both = (['number', 'line'] as const).map((otherwise) => {
      // Something else stands where the tiny area is.
      const first = { key: 'name', name: 'Espoo', shape: box(1380, 950, 120, 120) };
      return placeLabels(drawing, [first, ...wanted], { otherwise }).labels.find(({ key }) => key === 'tiny')!;
    });
    expect(both.map(({ text }) => text)).toEqual(['1', 'Kauniainen']);
    for (const { lead } of both) expect(lead).toMatch(/L1445 99[4-7]$/);
  });
});
