import type { GeometryCollection as GeoJsonCollection } from 'geojson';
import type { GeometryCollection, MultiPolygon as TopologyMultiPolygon, Topology } from 'topojson-specification';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { MultiPolygon } from '../../model/area.ts';
import type { MunicipalityPolygons } from '../gazetteer/gazetteer.ts';
import { rewind } from './rings.ts';

/** Makes the union of municipalities, exactly along the vertices that they share. */
export type Merger = (codes: readonly string[]) => MultiPolygon;

/**
 * One topology of all municipalities, in which a border between two of them is one arc. Every level is merged from it,
 * so no two levels disagree at a border. Neighbours must share their vertices exactly.
 */
export function createMerger(polygons: MunicipalityPolygons): Merger {
  const codes = [...polygons.keys()];
  const municipalities: GeoJsonCollection = {
    type: 'GeometryCollection',
    geometries: codes.map((code) => ({ type: 'MultiPolygon', coordinates: polygons.get(code) ?? [] })),
  };
  const built = topology({ municipalities }) as Topology<{ municipalities: GeometryCollection }>;
  const objects = new Map(
    codes.map((code, i) => [code, built.objects.municipalities.geometries[i] as TopologyMultiPolygon]),
  );
  return (wanted) => {
    const found = wanted.flatMap((code) => objects.get(code) ?? []);
    return found.length === 0 ? [] : rewind(merge(built, found).coordinates);
  };
}
