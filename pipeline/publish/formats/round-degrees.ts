import type { MultiPolygon } from '../../model/area.ts';

/**
 * Degrees with five decimals, about a metre: more would be digits that boundaries of 1:4 500 000 do not have. Vertices that fall together
 * are dropped, and rings that are no longer any; neighbours are rounded alike, so no gap opens between them.
 */
export function roundDegrees(polygons: MultiPolygon): MultiPolygon {
  const round = (value = 0): number => Math.round(value * 1e5) / 1e5;
  return polygons.flatMap((rings) => {
    const kept = rings.flatMap((ring, index) => {
      const rounded = ring.map(([x, y]) => [round(x), round(y)]);
      const distinct = rounded.filter(([x, y], i) => i === 0 || x !== rounded[i - 1]?.[0] || y !== rounded[i - 1]?.[1]);
      // A hole may vanish; without its exterior a polygon is none.
      return distinct.length >= 4 ? [distinct] : index === 0 ? [[]] : [];
    });
    return kept[0]?.length === 0 ? [] : [kept];
  });
}
