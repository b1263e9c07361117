import type { MultiPolygon } from 'geojson';
import type { SiteData } from '../model/site-data.ts';
import { findLabelPoint } from './label-point.ts';

/** An area on a map. */
export interface Placed {
  readonly level: 'municipality' | 'sub_region' | 'region' | 'country';
  readonly code: string;
}

const shapes = new WeakMap<SiteData, Map<string, MultiPolygon | undefined>>();

/** The shape of an area of any level, merged once for all maps; `undefined` where the boundaries have none. */
export function findShape(data: SiteData, { level, code }: Placed): MultiPolygon | undefined {
  const known = shapes.get(data) ?? new Map<string, MultiPolygon | undefined>();
  shapes.set(data, known);
  const key = `${level}/${code}`;
  if (!known.has(key)) {
    const members = data.boundaries.membersOf(level, code).filter((member) => data.boundaries.has(member));
    known.set(key, members.length === 0 ? undefined : data.boundaries.merge(members));
  }
  return known.get(key);
}

const points = new WeakMap<MultiPolygon, readonly [number, number]>();

/** Where a shape's name has the most room, in metres; found once for all maps. */
export function findPoint(shape: MultiPolygon): readonly [number, number] {
  const point = points.get(shape) ?? findLabelPoint(shape);
  points.set(shape, point);
  return point;
}
