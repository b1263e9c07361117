import type { MultiPolygon } from '../../model/area.ts';

/** Whether a point lies inside polygons (even–odd over all rings, so holes count); points on a border fall to either side. */
export function containsPoint(polygons: MultiPolygon, [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [];
      const [bx = 0, by = 0] = ring[i] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}
