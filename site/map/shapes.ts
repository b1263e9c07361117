import type { MultiPolygon } from 'geojson';
import type { SiteData } from '../model/site-data.ts';
import { remember } from '../model/remember.ts';
import { FINEST_FIRST } from '../paths.ts';
import { findLabelPoint } from './label-point.ts';

/** An area on a map. */
export interface Placed {
  readonly level: 'municipality' | 'sub_region' | 'region' | 'country';
  readonly code: string;
}

const shapesOf = Object.fromEntries(
  FINEST_FIRST.map((level) => [
    level,
    remember(({ boundaries }, code): MultiPolygon | undefined => {
      const members = boundaries.membersOf(level, code).filter((member) => boundaries.has(member));
      return members.length === 0 ? undefined : boundaries.merge(members);
    }),
  ]),
);

/** The shape of an area of any level, merged once for all maps; `undefined` where the boundaries have none. */
export function findShape(data: SiteData, { level, code }: Placed): MultiPolygon | undefined {
  return shapesOf[level]?.(data, code);
}

const points = new WeakMap<MultiPolygon, readonly [number, number]>();

/** Where a shape's name has the most room, in metres; found once for all maps. */
export function findPoint(shape: MultiPolygon): readonly [number, number] {
  const point = points.get(shape) ?? findLabelPoint(shape);
  points.set(shape, point);
  return point;
}
