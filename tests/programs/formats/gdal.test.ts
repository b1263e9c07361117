import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MultiPolygon } from '../../../pipeline/model.ts';
import { flatgeobuf } from '../../../pipeline/publish/formats/flatgeobuf/index.ts';
import { geojson } from '../../../pipeline/publish/formats/geojson.ts';
import { geopackage } from '../../../pipeline/publish/formats/geopackage/index.ts';
import { topojson } from '../../../pipeline/publish/formats/topojson.ts';
import type { ColumnType, TableName } from '../../../pipeline/table.ts';
import { METADATA } from '../../publish/formats/make-release.ts';
import { run, runPython, type WrittenFolder, writeFiles } from './write-files.ts';

/** What `describe-layers.py` prints of a layer. */
interface Layer {
  readonly name: string;
  readonly count: number;
  readonly geometry: string;
  readonly crs: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly fast_filter: boolean;
  readonly without_geometry: number;
  readonly invalid: readonly number[];
  readonly rows: readonly (readonly unknown[])[];
  readonly filtered_rows?: readonly string[];
}

let written: WrittenFolder;
beforeAll(async () => {
  written = await writeFiles([flatgeobuf, topojson, geojson, geopackage]);
});
afterAll(() => rmSync(written.folder, { recursive: true }));

const COVERAGE = ['municipalities', 'sub_regions', 'regions'] as const;
const COUNTS = { municipalities: 308, sub_regions: 69, regions: 19 };
/** A rectangle inside Helsinki: metres of EPSG:3067. */
const IN_HELSINKI = ['384000', '6674000', '388000', '6678000'];

function describeFile(
  name: string,
  ...rectangle: readonly string[]
): { metadata: Record<string, string>; layers: Layer[] } {
  const script = join(import.meta.dirname, 'describe-layers.py');
  return JSON.parse(runPython(script, join(written.folder, name), ...rectangle)) as {
    metadata: Record<string, string>;
    layers: Layer[];
  };
}

function listTypes(name: TableName, types: Readonly<Record<ColumnType, string>>): Record<string, string> {
  const { table } = written.release.tables.get(name)!;
  return Object.fromEntries(
    table.columns.map((column) => [column.name, types[column.type] + (column.required ? '!' : '')]),
  );
}

const TYPES = { string: 'String', integer: 'Integer64', number: 'Real', boolean: 'Integer:Boolean', date: 'Date' };

describe('GDAL', () => {
  it.each(COVERAGE)('sees a FlatGeobuf layer with its reference system, types and index: %s', (name) => {
    const [layer] = describeFile(`${name}.fgb`, ...IN_HELSINKI).layers;
    expect(layer).toMatchObject({
      name,
      count: COUNTS[name],
      geometry: 'Multi Polygon',
      crs: 'EPSG:3067',
      fast_filter: true,
    });
    expect(layer).toMatchObject({ without_geometry: 0, invalid: [] });
    expect(layer?.fields).toEqual(listTypes(name, { ...TYPES, date: 'DateTime' }));
    expect(layer?.filtered_rows).toEqual([{ municipalities: '091', sub_regions: '011', regions: '01' }[name]]);
  });

  it.each(COVERAGE)('sees a TopoJSON layer: %s', (name) => {
    const [layer] = describeFile(`${name}.topojson`).layers;
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
    const { metadata, layers } = describeFile('hankekartta.gpkg', ...IN_HELSINKI);
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
      const types = Object.entries(listTypes(name, TYPES)).map(([column, type]) => [
        column,
        name === 'project_areas' ? type.replace('!', '') : type,
      ]);
      expect(Object.entries(layer?.fields ?? {}).slice(0, table.columns.length)).toEqual(types);
      const expected = [...rows].map(({ values }) =>
        table.columns.map(({ name: column, type }) => describeValue(type, values[column])),
      );
      expect(layer?.rows.map((row) => row.slice(0, table.columns.length))).toEqual(expected);
    }
    for (const name of ['projects', 'project_areas', ...COVERAGE]) {
      expect(find(name)).toMatchObject({ geometry: 'Multi Polygon', crs: 'EPSG:3067', fast_filter: true, invalid: [] });
    }
    expect(find('municipalities')?.filtered_rows).toEqual(['091']);
    expect(find('projects')?.filtered_rows).toEqual(['S10001', 'U10002']);
    expect(find('project_areas')?.filtered_rows).toEqual(['S10001', 'S10001', 'S10001', 'U10002']);
    expect(find('partners')?.geometry).toBe('None');
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

  it.each([
    ['hankekartta.gpkg', 'municipalities'],
    ['hankekartta.gpkg', 'sub_regions'],
    ['hankekartta.gpkg', 'regions'],
    ['hankekartta.gpkg', 'projects'],
    ['municipalities.fgb', 'municipalities'],
    ['sub_regions.fgb', 'sub_regions'],
    ['regions.fgb', 'regions'],
  ] as const)('turns %s back into our GeoJSON: %s', (file, name) => {
    const back = join(written.folder, `${file}-${name}.json`);
    const options = ['-t_srs', 'EPSG:4326', '-lco', 'COORDINATE_PRECISION=12'];
    run('ogr2ogr', '-f', 'GeoJSON', ...options, back, join(written.folder, file), name);
    const found = readFeatures(back);
    const ours = readFeatures(join(written.folder, `${name}.geojson`));
    expect([...found.keys()].sort()).toEqual([...ours.keys()].sort());
    for (const [key, feature] of ours) {
      const other = found.get(key);
      expect(measureDistance(other?.coordinates ?? [], feature.coordinates)).toBeLessThanOrEqual(1e-7);
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

interface ReadFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly coordinates: MultiPolygon;
}

function readFeatures(file: string): Map<string, ReadFeature> {
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as {
    features: { properties: Record<string, unknown>; geometry: { coordinates: MultiPolygon } | null }[];
  };
  return new Map(
    features.map(({ properties, geometry }) => [
      String(properties['code'] ?? properties['project_id']),
      { properties, coordinates: geometry?.coordinates ?? [] },
    ]),
  );
}

/** The greatest difference of two coordinates in the same place, in degrees; infinite where the shapes differ. */
function measureDistance(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b);
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return Infinity;
  return Math.max(0, ...a.map((part: unknown, index) => measureDistance(part, b[index])));
}
