import type { MultiPolygon } from '../../model/area.ts';
import type { ClassificationKey } from '../gazetteer/classification-key.ts';
import type { MunicipalityPolygons } from '../gazetteer/gazetteer.ts';

/** What `importBoundaries` writes about a file beside its polygons. */
export interface StoredMetadata {
  readonly year: number;
  /** Whether the polygons include territorial waters. */
  readonly coast: 'land' | 'sea';
  /** Hexadecimal SHA-256 of the user's file, where the caller gave it. */
  readonly source_sha256?: string;
  /** Name of the user's file, without its folder. */
  readonly source_name?: string;
  readonly municipalities: number;
  readonly area_km2: number;
}

export interface StoredBoundaries {
  readonly metadata: StoredMetadata;
  readonly polygons: MunicipalityPolygons;
  readonly note: string;
  readonly attribution: string;
}

interface StoredFeature {
  readonly properties: { readonly code: string };
  readonly geometry: { readonly coordinates: MultiPolygon };
}

/** One GeoJSON FeatureCollection in EPSG:3067 with a feature a line; foreign members carry the metadata. */
export function formatStoredBoundaries(metadata: StoredMetadata, polygons: MunicipalityPolygons): string {
  const features = [...polygons].map(([code, coordinates]) =>
    JSON.stringify({ type: 'Feature', properties: { code }, geometry: { type: 'MultiPolygon', coordinates } }),
  );
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3067' } };
  const head = JSON.stringify({ type: 'FeatureCollection', hankekartta: metadata, crs });
  return `${head.slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
}

function isStoredFeature(value: unknown): value is StoredFeature {
  const { properties, geometry } = (value ?? {}) as {
    properties?: { code?: unknown };
    geometry?: { coordinates?: unknown };
  };
  return (
    typeof properties?.code === 'string' &&
    Array.isArray(geometry?.coordinates) &&
    geometry.coordinates.every(Array.isArray)
  );
}

function isStored(value: unknown): value is { hankekartta: StoredMetadata; features: readonly StoredFeature[] } {
  if (typeof value !== 'object' || value === null || !('hankekartta' in value) || !('features' in value)) return false;
  return Array.isArray(value.features) && value.features.every(isStoredFeature);
}

/** Reads a stored file back; a file that was changed or cut since gives a fault instead of polygons. */
export function readStoredBoundaries(
  text: string,
  key: ClassificationKey,
): StoredBoundaries | { readonly fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'unexpected text, expected JSON' };
  }
  if (!isStored(value)) return { fault: 'unexpected content, expected a file that "boundaries add" wrote' };
  const { hankekartta: metadata, features } = value;
  const polygons = new Map(features.map(({ properties, geometry }) => [properties.code, geometry.coordinates]));
  const missing = [...key.municipalities.keys()].filter((code) => !polygons.has(code));
  if (metadata.year !== key.year || missing.length > 0 || polygons.size !== key.municipalities.size) {
    return { fault: `unexpected set of municipalities, expected the ${key.municipalities.size} of ${key.year}` };
  }
  const coast = metadata.coast === 'sea' ? 'territorial waters are included' : 'the sea is not included';
  const name = metadata.source_name === undefined ? 'a file' : `the file ${metadata.source_name}`;
  return {
    metadata,
    polygons,
    note: `Municipality boundaries of ${metadata.year} imported from ${name}; ${coast}. Scale and accuracy are those of that file.`,
    attribution: `Boundaries: the imported file's publisher; regional classifications and population: Statistics Finland, CC BY 4.0.`,
  };
}
