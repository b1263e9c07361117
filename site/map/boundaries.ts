import type { FeatureCollection, GeoJsonProperties, MultiPolygon, Position } from 'geojson';
import proj4 from 'proj4';
import { merge, mesh, neighbors } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryObject, MultiPolygon as Shape, Topology } from 'topojson-specification';
import type { Area, MunicipalityBoundaries } from '../model/published.ts';

/** ETRS-TM35FIN (EPSG:3067), the grid of Finnish official maps; the published files are WGS84. */
const EPSG_3067 = '+proj=utm +zone=35 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

/** The municipalities on one plane, in whole metres; every coarser area is merged from them, so borders never disagree. */
export interface Boundaries {
  /** Municipality codes that have a shape, in the file's order. */
  readonly codes: readonly string[];
  has(code: string): boolean;
  /** Union of municipalities. */
  merge(codes: readonly string[]): MultiPolygon;
  /** Outline of everything: coast and national border. */
  coast(): ReturnType<typeof mesh>;
  /** Borders between areas that a grouping tells apart. */
  bordersBetween(groupOf: (code: string) => string): ReturnType<typeof mesh>;
  /** The border between two neighbours. */
  borderOf(first: string, second: string): ReturnType<typeof mesh>;
  /** Codes of the municipalities that share a border with one. */
  neighboursOf(code: string): readonly string[];
  /** Municipalities of a region or a sub-region. */
  membersOf(level: 'region' | 'sub_region' | 'municipality' | 'country', code: string): readonly string[];
}

/** Whole metres; vertices that fell together are one, else rings could end in nothing (an arc of length zero). */
function planarRing(ring: readonly Position[], forward: (position: [number, number]) => [number, number]): Position[] {
  const points = ring.map(([longitude = 0, latitude = 0]) => forward([longitude, latitude]).map(Math.round));
  return points.filter(
    (point, index) => index === 0 || point[0] !== points[index - 1]?.[0] || point[1] !== points[index - 1]?.[1],
  );
}

const isShape = (object: GeometryObject<GeoJsonProperties>): object is Shape => object.type === 'MultiPolygon';

/** The shapes of a topology that is made of one collection, in its order. */
function listShapes({ objects }: Topology): Shape[] {
  return Object.values(objects).flatMap((object) =>
    object.type === 'GeometryCollection' ? object.geometries.filter(isShape) : [],
  );
}

/**
 * @param collection municipalities in WGS84, as published
 * @param municipalities which sub-region and region each belongs to
 */
export function readBoundaries(collection: MunicipalityBoundaries, municipalities: readonly Area[]): Boundaries {
  const converter = proj4('EPSG:4326', EPSG_3067);
  const forward = (position: [number, number]): [number, number] => converter.forward(position);
  const features = collection.features.map(({ properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const coordinates = polygons.map((rings) => rings.map((ring) => planarRing(ring, forward)));
    const planar: MultiPolygon = { type: 'MultiPolygon', coordinates };
    return { type: 'Feature' as const, properties: { code: properties.code }, geometry: planar };
  });
  const collectionOfAll: FeatureCollection = { type: 'FeatureCollection', features };
  const planar = topology({ all: collectionOfAll });
  const geometries = listShapes(planar);
  const all: GeometryObject = { type: 'GeometryCollection', geometries };
  const codes = features.map(({ properties }) => properties.code);
  const position = new Map(codes.map((code, index) => [code, index]));
  const shapes = new Map(geometries.map((shape, index) => [codes[index] ?? '', [shape]]));
  const shapeOf = (code: string): Shape[] => shapes.get(code) ?? [];
  const adjacent = neighbors(geometries);
  const names = new Map<GeometryObject, string>(geometries.map((shape, index) => [shape, codes[index] ?? '']));
  const codeOf = (shape: GeometryObject): string => names.get(shape) ?? '';

  return {
    codes,
    has: (code) => position.has(code),
    merge: (wanted) => merge(planar, wanted.flatMap(shapeOf)),
    coast: () => mesh(planar, all, (a, b) => a === b),
    bordersBetween: (groupOf) => mesh(planar, all, (a, b) => a !== b && groupOf(codeOf(a)) !== groupOf(codeOf(b))),
    borderOf(first, second) {
      const both = [first, second].flatMap(shapeOf);
      return mesh(planar, { type: 'GeometryCollection', geometries: both }, (a, b) => a !== b);
    },
    neighboursOf: (code) => (adjacent[position.get(code) ?? -1] ?? []).flatMap((index) => codes[index] ?? []),
    membersOf(level, code) {
      if (level === 'municipality') return [code];
      if (level === 'country') return codes;
      return municipalities.filter((area) => area[`${level}_code`] === code).map((area) => area.code);
    },
  };
}
