import type { AreaLevel, MultiPolygon, Vintage } from '../../model/area.ts';
import type { Translations } from '../../model/table.ts';
import type { ClassificationKey } from '../gazetteer/classification-key.ts';
import { compareCodeUnits } from '../../model/compare-code-units.ts';
import type { Gazetteer, MunicipalityPolygons } from '../gazetteer/gazetteer.ts';
import { createMerger } from './municipality-topology.ts';
import { findNutsVersion } from './nuts-version.ts';
import { createPopulationCounter } from '../gazetteer/population.ts';
import { toWgs84 } from './projection.ts';
import { snapToGrid } from './rings.ts';
import { readStoredBoundaries } from './stored-boundaries.ts';
import { followSuccession } from '../gazetteer/succession.ts';
import { composeAreas } from './vintage-areas.ts';

/** Classification year of the built-in polygons. */
const POLYGON_YEAR = 2021;

/** How many unions a vintage remembers; the least recently used goes first. */
const REMEMBERED_UNIONS = 2000;

const BUILT_IN_NOTE: Translations = {
  en:
    'Municipality boundaries of 1 January 2021, generalised to 1:4 500 000 and clipped to the coast, merged to the division of the vintage. ' +
    'Not for measuring areas, lengths or densities; the sea is not included and small islands are missing.',
  fi:
    'Kuntarajat 1.1.2021, yleistetty mittakaavaan 1:4 500 000 ja leikattu rantaviivaan, yhdistetty vuosikerran jaon mukaisiksi. ' +
    'Ei pinta-alojen, pituuksien tai tiheyksien mittaamiseen; meri ei ole mukana ja pieniä saaria puuttuu.',
  sv:
    'Kommungränser den 1 januari 2021, generaliserade till 1:4 500 000 och klippta vid kusten, sammanslagna enligt årgångens indelning. ' +
    'Inte för mätning av arealer, längder eller tätheter; havet ingår inte och små öar saknas.',
};
const BUILT_IN_ATTRIBUTION: Translations = {
  en: 'Statistics Finland, Municipality-based statistical units 2021, and National Land Survey of Finland; regional classifications and population: Statistics Finland. CC BY 4.0.',
  fi: 'Tilastokeskus, kuntapohjaiset tilastointialueet 2021, ja Maanmittauslaitos; aluejaot ja väestö: Tilastokeskus. CC BY 4.0.',
  sv: 'Statistikcentralen, kommunbaserade statistikföringsområden 2021, och Lantmäteriverket; områdesindelningar och befolkning: Statistikcentralen. CC BY 4.0.',
};

/** Why a year cannot be had, and what to do about it. */
export interface VintageProblem {
  readonly year: number;
  readonly reason: string;
  readonly wayOut: string;
  /** Both for the user: `no boundaries of 2020: …; choose …`. */
  readonly message: string;
}

function toProblem(year: number, reason: string, wayOut: string): VintageProblem {
  return { year, reason, wayOut, message: `no boundaries of ${year}: ${reason}; ${wayOut}` };
}

export type VintageResult = { readonly vintage: Vintage } | { readonly problem: VintageProblem };

interface Source {
  readonly polygons: MunicipalityPolygons;
  readonly origin: Vintage['origin'];
  readonly note: Translations;
  readonly attribution: Translations;
}

/**
 * The built-in polygons grouped by the municipalities of another year: the parts of each code, or the codes that have none.
 * Mergers go forward only; nothing can be cut out of a polygon.
 */
function groupBuiltIn(
  gazetteer: Gazetteer,
  key: ClassificationKey,
): { parts: Map<string, string[]>; missing: string[] } {
  const parts = new Map<string, string[]>();
  for (const code of gazetteer.polygons.keys()) {
    const successor = followSuccession(code, gazetteer.mergers, key);
    if (successor !== undefined) parts.set(successor, [...(parts.get(successor) ?? []), code]);
  }
  return { parts, missing: [...key.municipalities.keys()].filter((code) => !parts.has(code)).sort(compareCodeUnits) };
}

/** Years that follow from the built-in polygons and the keys, oldest first. */
export function listDerivedYears(gazetteer: Gazetteer): readonly number[] {
  return [...gazetteer.keys]
    .filter(([year, key]) => year >= POLYGON_YEAR && groupBuiltIn(gazetteer, key).missing.length === 0)
    .map(([year]) => year);
}

function refuse(gazetteer: Gazetteer, year: number): VintageProblem {
  const years = [...gazetteer.keys.keys()];
  const derived = listDerivedYears(gazetteer);
  const choice = `choose ${String(derived[0])}–${String(derived.at(-1))}`;
  const key = gazetteer.keys.get(year);
  if (key === undefined) {
    const reason = `there is no classification key of ${year}, only of ${String(years[0])}–${String(years.at(-1))}`;
    return toProblem(year, reason, choice);
  }
  const { missing } = groupBuiltIn(gazetteer, key);
  const names = missing.map((code) => key.municipalities.get(code)?.nameFi ?? code).join(', ');
  const lacking = missing.length === 0 ? 'cannot express earlier divisions' : `have no boundaries for ${names}`;
  const reason = `the built-in polygons are of ${POLYGON_YEAR} and ${lacking}`;
  return toProblem(
    year,
    reason,
    `import an official boundary file with "boundaries add --year ${year} FILE", or ${choice}`,
  );
}

function findSource(gazetteer: Gazetteer, key: ClassificationKey): Source | VintageProblem {
  const stored = gazetteer.imported.get(key.year);
  if (stored !== undefined) {
    const read = readStoredBoundaries(stored, key);
    if ('fault' in read) {
      const wayOut = `import it again with "boundaries add --year ${key.year} FILE", or remove it`;
      return toProblem(key.year, `the imported boundaries of ${key.year} are damaged: ${read.fault}`, wayOut);
    }
    return { ...read, origin: 'imported' };
  }
  if (!listDerivedYears(gazetteer).includes(key.year)) return refuse(gazetteer, key.year);
  // One metre keeps every island and ring and moves no vertex by more than 0.71 m.
  const snapped = new Map([...gazetteer.polygons].map(([code, polygons]) => [code, snapToGrid(polygons, 1)]));
  const mergeParts = createMerger(snapped);
  const polygons = new Map([...groupBuiltIn(gazetteer, key).parts].map(([code, parts]) => [code, mergeParts(parts)]));
  return { polygons, origin: 'derived', note: BUILT_IN_NOTE, attribution: BUILT_IN_ATTRIBUTION };
}

function remember(compute: (codes: readonly string[]) => MultiPolygon): (codes: readonly string[]) => MultiPolygon {
  const unions = new Map<string, MultiPolygon>();
  return (codes) => {
    const sorted = [...new Set(codes)].sort(compareCodeUnits);
    const name = sorted.join();
    const union = unions.get(name) ?? compute(sorted);
    unions.delete(name);
    unions.set(name, union);
    const [oldest] = unions.keys();
    if (unions.size > REMEMBERED_UNIONS && oldest !== undefined) unions.delete(oldest);
    return union;
  };
}

/**
 * The areas and boundaries of one year: imported ones where the user added some, else merged from the built-in polygons.
 * A code that the vintage does not have (an ended sub-region) has no geometry; a set of such codes gives an empty MultiPolygon.
 */
export function createVintage(gazetteer: Gazetteer, year: number): VintageResult {
  const key = gazetteer.keys.get(year);
  if (key === undefined) return { problem: refuse(gazetteer, year) };
  const source = findSource(gazetteer, key);
  if (!('polygons' in source)) return { problem: source };

  const { population, mergers, partialTransfers } = gazetteer;
  const count = createPopulationCounter(population, year, key.municipalities.keys(), [...mergers, ...partialTransfers]);
  const composed = composeAreas(key, count);
  const index = (level: AreaLevel) => new Map(composed[level].map((entry) => [entry.area.code, entry]));
  const byLevel = {
    municipality: index('municipality'),
    sub_region: index('sub_region'),
    region: index('region'),
    country: index('country'),
  };
  const merge = remember(createMerger(source.polygons));
  const project = remember((codes) =>
    merge(codes).map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => toWgs84([x, y])))),
  );
  const members = (level: AreaLevel, codes: readonly string[]) =>
    codes.flatMap((code) => byLevel[level].get(code)?.municipalities ?? []);
  const nutsVersion = [...key.municipalities.values()].some((municipality) => municipality.nuts3Code !== undefined)
    ? findNutsVersion(year)
    : undefined;
  return {
    vintage: {
      year,
      ...(nutsVersion === undefined ? {} : { nutsVersion }),
      populationYear: population.year,
      origin: source.origin,
      note: source.note,
      attribution: source.attribution,
      areas: (level) => composed[level].map((entry) => entry.area),
      area: (level, code) => byLevel[level].get(code)?.area,
      geometry: (level, codes) => merge(members(level, codes)),
      geometryWgs84: (level, codes) => project(members(level, codes)),
    },
  };
}
