import { bbox, multiPolygon } from '@turf/turf';
import type { MultiPolygon } from '../../model/area.ts';

/** Least and greatest x and y, in the units of the coordinates. */
export interface Bounds {
  readonly xmin: number;
  readonly ymin: number;
  readonly xmax: number;
  readonly ymax: number;
}

/** Contains nothing, and adds nothing to a union. */
export const NO_BOUNDS: Bounds = { xmin: Infinity, ymin: Infinity, xmax: -Infinity, ymax: -Infinity };

/** Bounds of polygons: their exterior rings decide. */
export function measureBounds(polygons: MultiPolygon): Bounds {
  const [xmin, ymin, xmax, ymax] = bbox(multiPolygon(polygons.map(([exterior = []]) => [exterior])));
  return { xmin, ymin, xmax, ymax };
}

export function uniteBounds(all: Iterable<Bounds>): Bounds {
  let { xmin, ymin, xmax, ymax } = NO_BOUNDS;
  for (const each of all) {
    xmin = Math.min(xmin, each.xmin);
    ymin = Math.min(ymin, each.ymin);
    xmax = Math.max(xmax, each.xmax);
    ymax = Math.max(ymax, each.ymax);
  }
  return { xmin, ymin, xmax, ymax };
}
