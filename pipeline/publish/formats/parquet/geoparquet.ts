import { geojsonToWkb, type SchemaElement } from 'hyparquet-writer';
import type { Format, TableRow } from '../../format.ts';
import { type Bounds, measureBounds, NO_BOUNDS, uniteBounds } from '../bounds.ts';
import { describeColumn, describeFile, encodeValue, writeParquet } from './write-parquet.ts';

/** OGC:CRS84 in PROJJSON 0.5, as the GeoParquet specification prints it: its default, said aloud. */
const CRS84 = {
  $schema: 'https://proj.org/schemas/v0.5/projjson.schema.json',
  type: 'GeographicCRS',
  name: 'WGS 84 longitude-latitude',
  datum: {
    type: 'GeodeticReferenceFrame',
    name: 'World Geodetic System 1984',
    ellipsoid: { name: 'WGS 84', semi_major_axis: 6378137, inverse_flattening: 298.257223563 },
  },
  coordinate_system: {
    subtype: 'ellipsoidal',
    axis: [
      { name: 'Geodetic longitude', abbreviation: 'Lon', direction: 'east', unit: 'degree' },
      { name: 'Geodetic latitude', abbreviation: 'Lat', direction: 'north', unit: 'degree' },
    ],
  },
  id: { authority: 'OGC', code: 'CRS84' },
};

const EDGES = ['xmin', 'ymin', 'xmax', 'ymax'] as const;

const GEOMETRY_SCHEMA: readonly SchemaElement[] = [
  { name: 'geometry', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
  { name: 'bbox', repetition_type: 'OPTIONAL', num_children: EDGES.length },
  ...EDGES.map((name): SchemaElement => ({ name, type: 'DOUBLE', repetition_type: 'REQUIRED' })),
];

interface EncodedRow {
  readonly values: TableRow['values'];
  readonly geometry?: Uint8Array;
  readonly bbox?: Bounds;
}

/**
 * GeoParquet 1.1: WKB in WGS84 longitude and latitude, the specification's default, so that readers that do not look at the
 * reference system (many in the browser) are right too; `bbox` lets others skip what lies outside a rectangle. Exterior rings
 * counter-clockwise. The exact EPSG:3067 coordinates are in FlatGeobuf and GeoPackage.
 */
export const geoparquet: Format = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  title: { en: 'GeoParquet, WGS84', fi: 'GeoParquet, WGS84', sv: 'GeoParquet, WGS84' },
  tables: ['municipalities', 'sub_regions', 'regions'],
  write: ([{ table, rows }], sink, { metadata, geometryWgs84 }) => {
    let all = NO_BOUNDS;
    function* encodeRows(): Generator<EncodedRow> {
      for (const { values, area } of rows) {
        const coordinates = geometryWgs84(area) ?? [];
        if (coordinates.length === 0) {
          yield { values };
          continue;
        }
        const bbox = measureBounds(coordinates);
        all = uniteBounds([all, bbox]);
        yield { values, geometry: geojsonToWkb({ type: 'MultiPolygon', coordinates }), bbox };
      }
    }
    const columns = [
      ...table.columns.map(({ name, type }) => ({
        name,
        encode: (row: EncodedRow) => encodeValue(type, row.values[name]),
      })),
      { name: 'geometry', encode: (row: EncodedRow) => row.geometry, statistics: false as const },
      { name: 'bbox', encode: (row: EncodedRow) => row.bbox },
    ];
    const describe = () => {
      const covering = { bbox: Object.fromEntries(EDGES.map((edge) => [edge, ['bbox', edge]])) };
      const geometry = {
        encoding: 'WKB',
        geometry_types: all === NO_BOUNDS ? [] : ['MultiPolygon'],
        crs: CRS84,
        orientation: 'counterclockwise',
        ...(all === NO_BOUNDS ? {} : { bbox: EDGES.map((edge) => all[edge]) }),
        covering,
      };
      const geo = { version: '1.1.0', primary_column: 'geometry', columns: { geometry } };
      return [{ key: 'geo', value: JSON.stringify(geo) }, ...describeFile(table, metadata)];
    };
    writeParquet(encodeRows(), [...table.columns.map(describeColumn), ...GEOMETRY_SCHEMA], columns, describe, sink);
  },
};
