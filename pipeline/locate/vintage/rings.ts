import { booleanClockwise } from '@turf/turf';
import type { MultiPolygon } from '../../model/area.ts';

export type Ring = number[][];

/** Signed area in squared units of the coordinates: positive when counter-clockwise. */
export function signedArea(ring: Ring): number {
  let doubled = 0;
  const [originX = 0, originY = 0] = ring[0] ?? [];
  for (let i = 1; i < ring.length; i += 1) {
    // Relative to the first vertex: northings of seven million metres would eat the digits that matter.
    const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    doubled += (x0 - originX) * (y1 - originY) - (x1 - originX) * (y0 - originY);
  }
  return doubled / 2;
}

/** Exterior rings counter-clockwise, holes clockwise, as RFC 7946 wants them. */
export function rewind(polygons: MultiPolygon): MultiPolygon {
  return polygons.map((rings) =>
    rings.map((ring, index) => (booleanClockwise(ring) === (index === 0) ? [...ring].reverse() : ring)),
  );
}

/** Planar area of polygons without their holes, in squared units of the coordinates. */
export function measureArea(polygons: MultiPolygon): number {
  let area = 0;
  for (const rings of polygons) {
    for (const [index, ring] of rings.entries()) area += (index === 0 ? 1 : -1) * Math.abs(signedArea(ring));
  }
  return area;
}

/**
 * Coordinates on a fixed grid. A fixed origin keeps a vertex where it is whatever else is in the file; vertices that fall
 * together are dropped, since repeated ones make zero-length arcs and, after merging, invalid polygons.
 */
export function snapToGrid(polygons: MultiPolygon, metres: number): MultiPolygon {
  const snap = (value: number) => Math.round(value / metres) * metres;
  return polygons.map((rings) =>
    rings.map((ring) => {
      const snapped = ring.map(([x = 0, y = 0]) => [snap(x), snap(y)]);
      return snapped.filter(([x, y], i) => i === 0 || x !== snapped[i - 1]?.[0] || y !== snapped[i - 1]?.[1]);
    }),
  );
}
