import type { GeometryCollection, MultiPolygon as GeoJsonMultiPolygon } from 'geojson';
import type { GeometryCollection as TopologyCollection, Topology, Transform } from 'topojson-specification';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import type { MultiPolygon } from '../../model/area.ts';
import type { Format } from '../format.ts';
import { roundDegrees } from './round-degrees.ts';

/**
 * The grid of the coordinates, 5 decimals: fixed, so that a vertex lies where it is whatever else is in the file, and as fine as the
 * coordinates themselves, so that no vertex moves and no island or ring is lost.
 */
const GRID: Transform = { scale: [1e-5, 1e-5], translate: [0, 0] };

/**
 * Exterior rings clockwise: TopoJSON leaves the order open, and its readers D3 and Vega take a counter-clockwise ring for
 * everything outside it, the rest of the globe.
 */
function turnRings(polygons: MultiPolygon): MultiPolygon {
  return polygons.map((rings) => rings.map((ring) => [...ring].reverse()));
}

/**
 * TopoJSON 1.0, WGS84 longitude and latitude: one object, named as the table; a border between two areas is there once.
 * `metadata` is a foreign member (section 1.1 allows it). Areas without geometry have the type `null` (section 2.2).
 */
export const topojson: Format = {
  extension: 'topojson',
  // There is no registered type of its own.
  mediaType: 'application/json',
  title: { en: 'TopoJSON, WGS84', fi: 'TopoJSON, WGS84', sv: 'TopoJSON, WGS84' },
  tables: ['municipalities', 'sub_regions', 'regions'],
  leavesOutTexts: true,
  write: ([{ table, rows }], sink, { metadata, geometryWgs84 }) => {
    const key = table.columns[0]?.name ?? '';
    const ids: (string | number | boolean | undefined)[] = [];
    const properties: Record<string, string | number | boolean | null>[] = [];
    const geometries: (GeoJsonMultiPolygon | null)[] = [];
    for (const { values, area } of rows) {
      ids.push(values[key]);
      properties.push(Object.fromEntries(table.columns.map(({ name }) => [name, values[name] ?? null])));
      const polygons = roundDegrees(geometryWgs84(area) ?? []);
      geometries.push(polygons.length === 0 ? null : { type: 'MultiPolygon', coordinates: turnRings(polygons) });
    }
    const drawn: GeometryCollection = {
      type: 'GeometryCollection',
      geometries: geometries.filter((each) => each !== null),
    };
    const { bbox, transform, objects, arcs } = quantize(
      topology({ drawn }) as Topology<{ drawn: TopologyCollection }>,
      GRID,
    );
    const shapes = objects.drawn.geometries.values();
    const collection = {
      type: 'GeometryCollection',
      geometries: geometries.map((each, index) => ({
        ...(each === null ? { type: null } : shapes.next().value),
        id: ids[index],
        properties: properties[index],
      })),
    };
    const head = { type: 'Topology', metadata: { title: table.title.en, ...metadata }, bbox, transform };
    sink.write(`${JSON.stringify({ ...head, objects: { [table.name]: collection }, arcs })}\n`);
  },
};
