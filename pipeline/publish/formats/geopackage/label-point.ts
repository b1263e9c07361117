import type { MultiPolygon } from '../../../model/area.ts';

/** Heights of the lines that are tried, as parts of a polygon's height: a name near the edge would look like a neighbour's. */
const HEIGHTS = [0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65];

type Ring = MultiPolygon[number][number];

function measureRing(ring: Ring = []): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let doubled = 0;
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    doubled += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
  }
  return Math.abs(doubled);
}

/** Where a ring's edges cross a horizontal line. */
function crossRing(ring: Ring, y: number): number[] {
  return ring.slice(1).flatMap(([x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
  });
}

/** The middle of the widest horizontal line inside the largest part of an area, where a name has the most room; whole metres. */
export function findLabelPoint(polygons: MultiPolygon): readonly [number, number] | undefined {
  const [first, ...others] = polygons;
  if (first === undefined) return undefined;
  const largest = others.reduce((best, each) => (measureRing(each[0]) > measureRing(best[0]) ? each : best), first);
  const heights = (largest[0] ?? []).map(([, y = 0]) => y);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  let widest = { width: -1, x: 0, y: 0 };
  for (const part of HEIGHTS) {
    const y = low + part * (high - low);
    const crossings = largest.flatMap((ring) => crossRing(ring, y)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from = 0, to = 0] = crossings.slice(index, index + 2);
      if (to - from > widest.width) widest = { width: to - from, x: (from + to) / 2, y };
    }
  }
  return [Math.round(widest.x), Math.round(widest.y)];
}
