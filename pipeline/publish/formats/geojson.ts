import type { Format } from '../format.ts';

/**
 * RFC 7946: WGS84 longitude and latitude, exterior rings counter-clockwise, MultiPolygon throughout. No feature has an `id`: GDAL
 * would make a second column of it. `metadata` is a foreign member (section 6.1).
 */
export const geojson: Format = {
  extension: 'geojson',
  mediaType: 'application/geo+json',
  title: { en: 'GeoJSON, WGS84', fi: 'GeoJSON, WGS84', sv: 'GeoJSON, WGS84' },
  tables: ['projects', 'municipalities', 'sub_regions', 'regions'],
  write: ([{ table, rows }], sink, { metadata, geometryWgs84 }) => {
    const head = { type: 'FeatureCollection', name: table.name, metadata: { title: table.title.en, ...metadata } };
    sink.write(`${JSON.stringify(head).slice(0, -1)},"features":[`);
    let separator = '\n';
    for (const { values, area } of rows) {
      // Every feature has every property, so that readers that look at the first one see all columns.
      const properties = Object.fromEntries(table.columns.map(({ name }) => [name, values[name] ?? null]));
      const coordinates = geometryWgs84(area);
      const geometry = coordinates === undefined ? null : { type: 'MultiPolygon', coordinates };
      sink.write(`${separator}${JSON.stringify({ type: 'Feature', properties, geometry })}`);
      separator = ',\n';
    }
    sink.write('\n]}\n');
  },
};
