import type { MultiPolygon } from '../../model/area.ts';
import { booleanPointInPolygon, multiPolygon } from '@turf/turf';
import type { ClassificationKey } from '../gazetteer/classification-key.ts';
import type { Gazetteer, MunicipalityPolygons } from '../gazetteer/gazetteer.ts';
import { fromWgs84 } from '../vintage/projection.ts';
import type { BoundaryFault } from './read-boundary-file.ts';
import { measureArea } from '../vintage/rings.ts';
import { followSuccession } from '../gazetteer/succession.ts';

/**
 * How far a central locality may lie outside its municipality: labels of the map stand beside what they name, and coasts are
 * generalised. Within the built-in polygons the farthest, that of Kempele, is 1.2 km away.
 */
const LOCALITY_METRES = 5000;

/** Territorial waters add a sixth to Finland's area; generalisation and scale change the land by less than a hundredth. */
const SEA_RATIO = 1.05;

/**
 * The smallest part of its built-in area that a municipality can have in another official file: small ones are exaggerated at
 * 1:4 500 000, Kauniainen most, to five times its size. No largest part: with its waters Kökar has 48 times its land.
 */
const SMALLEST_RATIO = 0.1;

/** Planar, so metres will do; a point on a border lies inside. */
const contains = (polygons: MultiPolygon, [x, y]: readonly [number, number]): boolean =>
  booleanPointInPolygon([x, y], multiPolygon(polygons));

/** Distance from a point to the nearest edge of polygons. */
function measureDistance(polygons: MultiPolygon, [x, y]: readonly [number, number]): number {
  let nearest = Infinity;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [];
      const [bx = 0, by = 0] = ring[i] ?? [];
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along =
        squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared));
      nearest = Math.min(nearest, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)));
    }
  }
  return nearest;
}

function totalArea(polygons: MunicipalityPolygons): number {
  return [...polygons.values()].reduce((sum, multi) => sum + measureArea(multi), 0);
}

/** Whether the polygons reach into the sea, from their area beside the built-in land. */
export function detectCoast(gazetteer: Gazetteer, polygons: MunicipalityPolygons): 'land' | 'sea' {
  return totalArea(polygons) > totalArea(gazetteer.polygons) * SEA_RATIO ? 'sea' : 'land';
}

/** The codes that a municipality of the built-in division was made of in another year, or has become. */
function listRelatives(gazetteer: Gazetteer, key: ClassificationKey, code: string): readonly string[] {
  const now = gazetteer.keys.get(gazetteer.population.division);
  const forward = followSuccession(code, gazetteer.mergers, key);
  const back = [...key.municipalities.keys()].filter(
    (other) => now !== undefined && followSuccession(other, gazetteer.mergers, now) === code,
  );
  return [...new Set([...(forward === undefined ? [] : [forward]), ...back])];
}

/** Whether the holder's own central locality lies in the polygons that should hold another one. */
function isExchanged(gazetteer: Gazetteer, polygons: MultiPolygon, holder: string | undefined): boolean {
  const position = holder === undefined ? undefined : gazetteer.localities.get(holder);
  return position !== undefined && contains(polygons, fromWgs84(position));
}

/**
 * Central localities that lie far from their municipality: what a file with swapped codes looks like, in which every edge fits.
 * A municipality that merged counts as one with its successor, since a label can be that of the older place.
 */
export function checkLocalities(
  gazetteer: Gazetteer,
  key: ClassificationKey,
  polygons: MunicipalityPolygons,
): readonly BoundaryFault[] {
  return [...gazetteer.localities].flatMap(([code, position]) => {
    const own = listRelatives(gazetteer, key, code).flatMap((relative) => polygons.get(relative) ?? []);
    const point = fromWgs84(position);
    if (own.length === 0 || contains(own, point)) return [];
    const metres = measureDistance(own, point);
    const holder = [...polygons].find(([, multi]) => contains(multi, point))?.[0];
    if (metres <= LOCALITY_METRES && !isExchanged(gazetteer, own, holder)) return [];
    const name = key.municipalities.get(code)?.nameFi ?? code;
    const message = `unexpected place of ${code} ${name}: its central locality lies ${(metres / 1000).toFixed(1)} km outside, in ${holder ?? 'no municipality'}, expected it inside`;
    return [{ problem: 'locality', message, found: code }];
  });
}

/** Municipalities that are far smaller than built in: an exchanged code, or a part that is missing at the coast. */
export function checkAreas(
  gazetteer: Gazetteer,
  key: ClassificationKey,
  polygons: MunicipalityPolygons,
): readonly BoundaryFault[] {
  return [...gazetteer.polygons].flatMap(([code, builtIn]) => {
    const relatives = listRelatives(gazetteer, key, code);
    const own = relatives.flatMap((relative) => polygons.get(relative) ?? []);
    const ratio = measureArea(own) / measureArea(builtIn);
    if (own.length === 0 || ratio >= SMALLEST_RATIO) return [];
    const name = key.municipalities.get(code)?.nameFi ?? code;
    const message = `unexpected area of ${code} ${name}, ${(ratio * 100).toFixed(1)} % of the built-in one, expected at least ${SMALLEST_RATIO * 100} %`;
    return [{ problem: 'area', message, found: code }];
  });
}
