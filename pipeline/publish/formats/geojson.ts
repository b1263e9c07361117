import type { Format } from '../format.ts';
import { measureBounds, NO_BOUNDS, uniteBounds, type Bounds } from './bounds.ts';
import { toJsonLine } from './json-line.ts';
import { roundDegrees } from './round-degrees.ts';

function writeBox({ xmin, ymin, xmax, ymax }: Bounds): readonly number[] | undefined {
  return xmin <= xmax ? [xmin, ymin, xmax, ymax] : undefined;
}

/** Below what a program in JavaScript can read as one text (2 to the 29th, 537 million), with room for the last feature. */
const MOST_BYTES = 400_000_000;

/**
 * RFC 7946: WGS84 longitude and latitude with five decimals, exterior rings counter-clockwise, MultiPolygon throughout. A feature's
 * `id` is its key, the first column; long texts are left out. `metadata` is a foreign member (section 6.1); the box of all features comes last, since it is
 * known only then.
 */
export const geojson: Format = {
  extension: 'geojson',
  mediaType: 'application/geo+json',
  title: { en: 'GeoJSON, WGS84', fi: 'GeoJSON, WGS84', sv: 'GeoJSON, WGS84' },
  tables: ['projects', 'municipalities', 'sub_regions', 'regions'],
  leavesOutTexts: true,
  mostBytes: MOST_BYTES,
  write: ([{ table, rows }], sink, { metadata, geometryWgs84 }) => {
    const head = { type: 'FeatureCollection', name: table.name, metadata: { title: table.title.en, ...metadata } };
    sink.write(`${JSON.stringify(head).slice(0, -1)},"features":[`);
    const key = table.columns[0]?.name ?? '';
    let all = NO_BOUNDS;
    let separator = '\n';
    for (const { values, area } of rows) {
      // Every feature has every property, so that readers that look at the first one see all columns.
      const properties = Object.fromEntries(table.columns.map(({ name }) => [name, values[name] ?? null]));
      const exact = geometryWgs84(area);
      const coordinates = exact === undefined ? undefined : roundDegrees(exact);
      const geometry = coordinates === undefined ? null : { type: 'MultiPolygon', coordinates };
      const bounds = measureBounds(coordinates ?? []);
      all = uniteBounds([all, bounds]);
      const feature = { type: 'Feature', id: values[key], bbox: writeBox(bounds), properties, geometry };
      sink.write(`${separator}${toJsonLine(feature)}`);
      separator = ',\n';
    }
    const box = writeBox(all);
    sink.write(box === undefined ? '\n]}\n' : `\n],"bbox":${JSON.stringify(box)}}\n`);
  },
};
