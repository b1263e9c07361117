/** What GDAL sees in a file, and how far the coordinates of two files are apart. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MultiPolygon } from '../../../pipeline/model/area.ts';
import { run, runPython } from './write-files.ts';

/** What `describe-layers.py` prints of a layer. */
export interface Layer {
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

export interface DescribedFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly layers: readonly Layer[];
}

/** @param rectangle xmin, ymin, xmax and ymax of a spatial filter, in the file's coordinates */
export function describeFile(file: string, ...rectangle: readonly string[]): DescribedFile {
  return JSON.parse(runPython(join(import.meta.dirname, 'describe-layers.py'), file, ...rectangle)) as DescribedFile;
}

/** Types of fields as GDAL calls them, by ours. */
export const FIELD_TYPES = {
  string: 'String',
  integer: 'Integer64',
  number: 'Real',
  boolean: 'Integer:Boolean',
  date: 'Date',
} as const;

export interface ReadFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly coordinates: MultiPolygon;
}

/** Features of a GeoJSON file by area code or project id. */
export function readFeatures(file: string): Map<string, ReadFeature> {
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
export function measureDistance(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b);
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return Infinity;
  return Math.max(0, ...a.map((part: unknown, index) => measureDistance(part, b[index])));
}

/** Layers of `hankekartta.gpkg` and of FlatGeobuf files that have a GeoJSON file of the same name. */
export const RETURNING_LAYERS = [
  ['hankekartta.gpkg', 'municipalities'],
  ['hankekartta.gpkg', 'sub_regions'],
  ['hankekartta.gpkg', 'regions'],
  ['hankekartta.gpkg', 'projects'],
  ['municipalities.fgb', 'municipalities'],
  ['sub_regions.fgb', 'sub_regions'],
  ['regions.fgb', 'regions'],
] as const;

/** A layer turned into WGS84 GeoJSON by `ogr2ogr`, and our GeoJSON of it. */
export function readBack(
  folder: string,
  file: string,
  layer: string,
  target: string,
): { found: Map<string, ReadFeature>; ours: Map<string, ReadFeature> } {
  const options = ['-t_srs', 'EPSG:4326', '-lco', 'COORDINATE_PRECISION=12'];
  run('ogr2ogr', '-f', 'GeoJSON', ...options, target, join(folder, file), layer);
  return { found: readFeatures(target), ours: readFeatures(join(folder, `${layer}.geojson`)) };
}
