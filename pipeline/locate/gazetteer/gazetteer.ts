import type { AreaLevel, MultiPolygon } from '../../model/area.ts';
import type { ClassificationKey } from './classification-key.ts';
import { readClassificationKey } from './classification-key.ts';
import type { NameTables } from './names.ts';
import { readFormerMunicipalities } from './former-municipalities.ts';
import type { Candidate } from './names.ts';
import { createNameTables, readGenitives } from './names.ts';
import { normaliseName } from './normalise-name.ts';
import type { Population } from './population.ts';
import { readPopulation } from './population.ts';
import { cell, readTable } from './read-table.ts';
import type { Transfer } from './succession.ts';
import { readTransfers } from './succession.ts';

/** Polygons of municipalities in EPSG:3067 metres, by code. */
export type MunicipalityPolygons = ReadonlyMap<string, MultiPolygon>;

/** Everything that the files of `geo/` say, read once. */
export interface Gazetteer {
  /** Classification keys by year, oldest first. */
  readonly keys: ReadonlyMap<number, ClassificationKey>;
  /** Municipalities that ended and their successors. */
  readonly mergers: readonly Transfer[];
  /** Parts of municipalities that went to another one. */
  readonly partialTransfers: readonly Transfer[];
  readonly names: NameTables;
  /** Normalised genitive (`lestijärven`) → code, as used before *kaupunki* and *kunta*. */
  readonly municipalityGenitives: ReadonlyMap<string, string>;
  /** Postal code, PO boxes included → code of its municipality in Posti's file. */
  readonly postalCodes: ReadonlyMap<string, string>;
  /** Classification year that the codes in `postalCodes` belong to. */
  readonly postalCodesYear: number;
  readonly population: Population;
  /** Polygons of 2021; every vintage from then on is merged from them. */
  readonly polygons: MunicipalityPolygons;
  /** Central localities of the municipalities of 2021–2024, WGS84 longitude and latitude. */
  readonly localities: ReadonlyMap<string, readonly [number, number]>;
  /** Stored texts of imported boundaries by year, as `importBoundaries` made them. */
  readonly imported: ReadonlyMap<number, string>;
}

interface StoredFeature {
  readonly properties: { readonly code: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] };
}

function readPolygons(text: string): MunicipalityPolygons {
  const { features } = JSON.parse(text) as { readonly features: readonly StoredFeature[] };
  return new Map(
    features.map(({ properties, geometry }) => [
      properties.code,
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    ]),
  );
}

function readLocalities(text: string): Gazetteer['localities'] {
  return new Map(
    readTable(text).map((row) => [
      cell(row, 'municipality_code'),
      [Number(cell(row, 'longitude')), Number(cell(row, 'latitude'))],
    ]),
  );
}

/**
 * Reads the files of `geo/`. Their content is ours and pinned by checksums, so a missing or malformed one is a bug and throws.
 * @param texts path relative to `geo/` (`source/keys/2026.csv`, `postal-codes.csv`, …) → text
 * @param imported path relative to the folder of imported boundaries (`2013.geojson`) → text; other names are ignored
 */
export function createGazetteer(
  texts: ReadonlyMap<string, string>,
  imported: ReadonlyMap<string, string> = new Map(),
): Gazetteer {
  const text = (path: string): string => {
    const found = texts.get(path);
    if (found === undefined) throw new Error(`geo/${path} is missing`);
    return found;
  };
  const years = [...texts.keys()].flatMap((path) => /^source\/keys\/(\d{4})\.csv$/u.exec(path)?.[1] ?? []).sort();
  const keys = new Map(
    years.map((year) => [Number(year), readClassificationKey(Number(year), text(`source/keys/${year}.csv`))]),
  );
  const postal = readTable(text('postal-codes.csv'));
  const genitives = readGenitives(text('source/municipality-genitives.csv'), 'municipality_code');
  const regions = [...keys.values()].flatMap((key) => [...key.regions.values()].flatMap((r) => [r.nameFi, r.nameSv]));
  const former = readFormerMunicipalities(text('source/former-municipalities.csv'), new Set(regions));
  const forms = readTable(text('source/municipality-forms.csv')).flatMap((row) =>
    cell(row, 'local_cases')
      .split('|')
      .map((form): Candidate => [form, cell(row, 'municipality_code')]),
  );
  const others = (level: AreaLevel): Candidate[] =>
    readTable(text('source/other-names.csv'))
      .filter((row) => row['area_level'] === level)
      .map((row): Candidate => [cell(row, 'name'), cell(row, 'area_code')]);
  return {
    keys,
    mergers: readTransfers(text('source/succession.csv')),
    partialTransfers: readTransfers(text('source/partial-transfers.csv')),
    names: createNameTables([...keys.values()], {
      municipality: {
        name: others('municipality'),
        genitive: genitives,
        inflected: forms,
        former_municipality: [...former.names, ...former.genitives],
      },
      sub_region: {
        name: others('sub_region'),
        genitive: readGenitives(text('source/genitives.csv'), 'sub_region_code'),
      },
    }),
    municipalityGenitives: new Map(
      [...former.genitives, ...genitives].map(([form, code]) => [normaliseName(form), code]),
    ),
    postalCodes: new Map(postal.map((row) => [cell(row, 'postal_code'), cell(row, 'municipality_code')])),
    postalCodesYear: Math.max(...postal.map((row) => Number(cell(row, 'source_date').slice(0, 4)))),
    population: readPopulation(text('source/population.csv')),
    polygons: readPolygons(text('source/municipalities-2021-epsg3067.geojson')),
    localities: readLocalities(text('source/central_localities.csv')),
    imported: new Map(
      [...imported].flatMap(([path, stored]) => {
        const year = /^(\d{4})\.geojson$/u.exec(path)?.[1];
        return year === undefined ? [] : [[Number(year), stored] as const];
      }),
    ),
  };
}
