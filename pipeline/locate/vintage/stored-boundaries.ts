import type { Translations } from '../../model/table.ts';
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
  readonly note: Translations;
  readonly attribution: Translations;
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
  return { metadata, polygons, ...describeSource(metadata) };
}

/** What a user has to know of an imported file, and whom to name. */
function describeSource({
  year,
  coast,
  source_name: name,
}: StoredBoundaries['metadata']): Pick<StoredBoundaries, 'note' | 'attribution'> {
  const withSea = coast === 'sea';
  const of = (file: string, named: string): string => (name === undefined ? file : `${named} ${name}`);
  return {
    note: {
      en: `Municipality boundaries of ${year} imported from ${of('a file', 'the file')}; ${withSea ? 'territorial waters are included' : 'the sea is not included'}. Scale and accuracy are those of that file.`,
      fi: `Vuoden ${year} kuntarajat, tuotu tiedostosta${name === undefined ? '' : ` ${name}`}; ${withSea ? 'aluevedet ovat mukana' : 'meri ei ole mukana'}. Mittakaava ja tarkkuus ovat tuon tiedoston.`,
      sv: `Kommungränser ${year}, importerade från ${of('en fil', 'filen')}; ${withSea ? 'territorialvattnet ingår' : 'havet ingår inte'}. Skala och noggrannhet är den filens.`,
    },
    attribution: {
      en: "Boundaries: the imported file's publisher; regional classifications and population: Statistics Finland, CC BY 4.0.",
      fi: 'Rajat: tuodun tiedoston julkaisija; aluejaot ja väestö: Tilastokeskus, CC BY 4.0.',
      sv: 'Gränser: den importerade filens utgivare; områdesindelningar och befolkning: Statistikcentralen, CC BY 4.0.',
    },
  };
}
