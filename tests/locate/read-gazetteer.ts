import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Gazetteer } from '../../pipeline/locate/gazetteer/gazetteer.ts';
import { createGazetteer } from '../../pipeline/locate/gazetteer/gazetteer.ts';
import type { Vintage } from '../../pipeline/model/area.ts';
import { createVintage } from '../../pipeline/locate/vintage/create-vintage.ts';

const geo = fileURLToPath(new URL('../../geo/', import.meta.url));

/** The texts of `geo/` by path, as the pipeline hands them to `createGazetteer`. */
export function readGeoTexts(): ReadonlyMap<string, string> {
  const paths = readdirSync(geo, { recursive: true, encoding: 'utf8' });
  const data = paths.filter((path) => /\.(csv|geojson)$/u.test(path) && !path.startsWith('imported'));
  return new Map(data.map((path) => [path, readFileSync(`${geo}${path}`, 'utf8')]));
}

export function readGazetteer(imported?: ReadonlyMap<string, string>): Gazetteer {
  return createGazetteer(readGeoTexts(), imported);
}

/** A vintage that must be there. */
export function expectVintage(gazetteer: Gazetteer, year: number): Vintage {
  const result = createVintage(gazetteer, year);
  if ('problem' in result) throw new Error(result.problem.reason);
  return result.vintage;
}
