import type { ImportRequest } from '../../pipeline/locate/import/import-boundaries.ts';
import { importBoundaries } from '../../pipeline/locate/import/import-boundaries.ts';
import { expectVintage, readGazetteer } from './read-gazetteer.ts';

const gazetteer = readGazetteer();

interface TrialFeature {
  type: 'Feature';
  properties: Record<string, unknown>;
  geometry: { type: 'MultiPolygon'; coordinates: number[][][][] };
}
export interface TrialFile {
  type: 'FeatureCollection';
  features: TrialFeature[];
  crs?: unknown;
}

/** A file as users have them, made of the built-in polygons: WGS84 without `crs`, numeric codes under another name, wound clockwise. */
export function makeFile(year: number): TrialFile {
  const vintage = expectVintage(gazetteer, year);
  return {
    type: 'FeatureCollection',
    features: vintage.areas('municipality').map(({ code, nameFi }, i) => ({
      type: 'Feature',
      properties: { gml_id: `au${i}`, area: i, natcode: Number(code), namefin: nameFi },
      geometry: {
        type: 'MultiPolygon',
        coordinates: vintage
          .geometryWgs84('municipality', [code])
          .map((rings) => rings.map((ring) => ring.toReversed())),
      },
    })),
  };
}

export const find = (file: TrialFile, code: number) =>
  file.features.find((feature) => feature.properties['natcode'] === code)!;
export const positions = (file: TrialFile) => file.features.flatMap((feature) => feature.geometry.coordinates.flat(2));

export function load(file: TrialFile, options: Partial<ImportRequest> = {}) {
  const { value, issues } = importBoundaries(
    { text: JSON.stringify(file), year: 2024, sourceName: 'jako.geojson', ...options },
    gazetteer,
  );
  const list = (severity: string) =>
    issues.filter((issue) => issue.severity === severity).map((issue) => `${issue.code} ${issue.found ?? ''}`.trim());
  return { value, issues, errors: list('error'), infos: list('info') };
}

/** What importing gives after a change to a good file. */
export function loadBroken(change: (file: TrialFile) => void, options: Partial<ImportRequest> = {}) {
  const file = makeFile(2024);
  change(file);
  return load(file, options);
}
