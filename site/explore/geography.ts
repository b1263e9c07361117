import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as Shape, Polygon, Topology } from 'topojson-specification';

/** The published TopoJSON of the municipalities: one object, a code in each shape's properties. */
type Boundaries = Topology<Record<string, GeometryCollection<{ readonly code?: string }>>>;

/** Shapes in WGS84: what a download of areas needs, and a reader's own position. */
export interface Geography {
  /** The union of municipalities; `null` where none has a shape. */
  unite(codes: readonly string[]): MultiPolygon | null;
  /** The municipality around a point; near the coast and at sea there may be none. */
  find(longitude: number, latitude: number): string | undefined;
}

/** @param json a parsed `municipalities.topojson` */
export function createGeography(json: unknown): Geography {
  const topology = json as Boundaries;
  const [collection] = Object.values(topology.objects);
  const shapes = collection?.geometries ?? [];
  return {
    unite(codes) {
      const wanted = new Set(codes);
      const parts = shapes.filter(
        (shape): shape is Shape<{ code?: string }> | Polygon<{ code?: string }> =>
          (shape.type === 'MultiPolygon' || shape.type === 'Polygon') && wanted.has(shape.properties?.code ?? ''),
      );
      return parts.length === 0 ? null : merge(topology, parts);
    },
    find(longitude, latitude) {
      const { features } = collection === undefined ? { features: [] } : feature(topology, collection);
      const around = features.find(
        ({ geometry }) =>
          (geometry.type === 'MultiPolygon' || geometry.type === 'Polygon') &&
          booleanPointInPolygon([longitude, latitude], geometry),
      );
      return around?.properties.code;
    },
  };
}
