import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flatgeobuf } from '../../../pipeline/publish/formats/flatgeobuf/index.ts';
import { geojson } from '../../../pipeline/publish/formats/geojson.ts';
import { geopackage } from '../../../pipeline/publish/formats/geopackage/index.ts';
import { roundDegrees } from '../../../pipeline/publish/formats/round-degrees.ts';
import { topojson } from '../../../pipeline/publish/formats/topojson.ts';
import { divideColumns, type Column, type ColumnType } from '../../../pipeline/model/table.ts';
import { METADATA } from '../../publish/formats/make-release.ts';
import { describeFile, FIELD_TYPES, measureDistance, readBack, RETURNING_LAYERS } from './read-layers.ts';
import { runPython, type WrittenFolder, writeFiles } from './write-files.ts';

let written: WrittenFolder;
beforeAll(async () => {
  written = await writeFiles([flatgeobuf, topojson, geojson, geopackage]);
});
afterAll(() => rmSync(written.folder, { recursive: true }));

const COVERAGE = ['municipalities', 'sub_regions', 'regions'] as const;
const COUNTS = { municipalities: 308, sub_regions: 69, regions: 19 };
/** A rectangle inside Helsinki: metres of EPSG:3067. */
const IN_HELSINKI = ['384000', '6674000', '388000', '6678000'];

function listTypes(columns: readonly Column[], types: Readonly<Record<ColumnType, string>>): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column.name, types[column.type] + (column.required ? '!' : '')]));
}

describe('GDAL', () => {
  it.each(COVERAGE)('sees a FlatGeobuf layer with its reference system, types and index: %s', (name) => {
    const [layer] = describeFile(join(written.folder, `${name}.fgb`), ...IN_HELSINKI).layers;
    expect(layer).toMatchObject({
      name,
      count: COUNTS[name],
      geometry: 'Multi Polygon',
      crs: 'EPSG:3067',
      fast_filter: true,
    });
    expect(layer).toMatchObject({ without_geometry: 0, invalid: [] });
    expect(layer?.fields).toEqual(
      listTypes(written.release.tables.get(name)!.table.columns, { ...FIELD_TYPES, date: 'DateTime' }),
    );
    expect(layer?.filtered_rows).toEqual([{ municipalities: '091', sub_regions: '011', regions: '01' }[name]]);
  });

  it.each(COVERAGE)('sees a TopoJSON layer: %s', (name) => {
    const [layer] = describeFile(join(written.folder, `${name}.topojson`)).layers;
    expect(layer).toMatchObject({
      name,
      count: COUNTS[name],
      geometry: 'Multi Polygon',
      without_geometry: 0,
      invalid: [],
    });
    expect(layer?.fields).toMatchObject({ code: 'String', project_count: 'Integer' });
  });

  it('sees every layer and table of the GeoPackage', () => {
    const { metadata, layers } = describeFile(join(written.folder, 'hankekartta.gpkg'), ...IN_HELSINKI);
    expect(metadata).toMatchObject({
      RELEASE: METADATA.release,
      LICENCE: METADATA.licence,
      NOTES: METADATA.notes.join(' '),
    });
    const find = (name: string) => layers.find((layer) => layer.name === name);
    const { release } = written;
    for (const [name, { table, rows }] of release.tables) {
      const layer = find(name);
      expect(layer?.count).toBe([...rows].length);
      // A view has no NOT NULL.
      const columns = name === 'projects' ? divideColumns(table).carried : table.columns;
      const types = Object.entries(listTypes(columns, FIELD_TYPES)).map(([column, type]) => [
        column,
        name === 'project_areas' ? type.replace('!', '') : type,
      ]);
      expect(Object.entries(layer?.fields ?? {}).slice(0, columns.length)).toEqual(types);
      const expected = [...rows].map(({ values }) =>
        columns.map(({ name: column, type }) => describeValue(type, values[column])),
      );
      expect(layer?.rows.map((row) => row.slice(0, columns.length))).toEqual(expected);
    }
    for (const name of ['projects', 'project_areas', ...COVERAGE]) {
      expect(find(name)).toMatchObject({ geometry: 'Multi Polygon', crs: 'EPSG:3067', fast_filter: true, invalid: [] });
    }
    expect(find('municipalities')?.filtered_rows).toEqual(['091']);
    expect(find('projects')?.filtered_rows).toEqual(['S10001', 'U10002']);
    expect(find('project_areas')?.filtered_rows).toEqual(['S10001', 'S10001', 'S10001', 'U10002']);
    expect(find('partners')?.geometry).toBe('None');
    expect(find('project_texts')).toMatchObject({
      geometry: 'None',
      fields: { project_id: 'String!', summary: 'String' },
    });
  });

  it('finds the GeoPackage valid', () => {
    const report = runPython(
      '-m',
      'osgeo_utils.samples.validate_gpkg',
      '--extra',
      '--warning-as-error',
      join(written.folder, 'hankekartta.gpkg'),
    );
    expect(report).not.toMatch(/error|warning/iu);
  });

  it.each(RETURNING_LAYERS)('turns %s back into our GeoJSON: %s', (file, name) => {
    const { found, ours } = readBack(written.folder, file, name, join(written.folder, `${file}-${name}.json`));
    expect([...found.keys()].sort()).toEqual([...ours.keys()].sort());
    for (const [key, feature] of ours) {
      const other = found.get(key);
      // Rounded as ours: vertices that fall together are one. The last decimal may fall to either side.
      expect(measureDistance(roundDegrees(other?.coordinates ?? []), feature.coordinates)).toBeLessThan(1.1e-5);
      for (const [property, value] of Object.entries(feature.properties)) {
        expect(other?.properties[property] ?? null).toBe(value);
      }
    }
  });
});

/** A value as Python's bindings of GDAL give it. */
function describeValue(type: ColumnType, value: string | number | boolean | undefined): unknown {
  if (value === undefined) return null;
  return type === 'date' && typeof value === 'string' ? value.replaceAll('-', '/') : value;
}
