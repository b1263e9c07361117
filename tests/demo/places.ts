import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** A municipality of the newest classification key, with the names that documents give it and the areas around it. */
export interface Municipality {
  readonly name: string;
  readonly nameSv: string;
  readonly region: string;
  /** NUTS 3 code of the newest key. */
  readonly nuts3: string;
  /** As the service's pages write it: in the genitive. */
  readonly subRegion: string;
  readonly postalCodes: readonly string[];
}

/** Real names that fictional documents need: places, authorities, organisation types. */
export interface Places {
  readonly municipalities: readonly Municipality[];
  /** Municipalities that are now part of another one, as they were in their last year. */
  readonly former: readonly Municipality[];
  readonly authorities: readonly string[];
  readonly organisationTypes: readonly string[];
  /** Programmes of 2007–2013 and their parts. */
  readonly programmes: readonly string[];
}

/** @param root absolute path of the repository */
export function readPlaces(root: string): Places {
  const rows = (...file: string[]): Record<string, string>[] =>
    parse(readFileSync(path.join(root, ...file)), { columns: true, bom: true });
  const column = (table: Record<string, string>[], name: string): string[] => table.map((row) => row[name] ?? '');
  const genitives = new Map(
    rows('geo/source/genitives.csv').map((row) => [row['sub_region_code'], row['genitive'] ?? '']),
  );
  const postalCodes = new Map<string, string[]>();
  for (const { municipality_code: code = '', postal_code: postal = '' } of rows('geo/postal-codes.csv'))
    postalCodes.set(code, [...(postalCodes.get(code) ?? []), postal]);
  const readKey = (file: string): Map<string, Municipality> =>
    new Map(
      rows('geo/source/keys', file).map((row) => [
        row['municipality_code'] ?? '',
        {
          name: row['municipality_name_fi'] ?? '',
          nameSv: row['municipality_name_sv'] ?? '',
          region: row['region_name_fi'] ?? '',
          nuts3: row['nuts3_code'] ?? '',
          subRegion: genitives.get(row['sub_region_code']) ?? '',
          postalCodes: postalCodes.get(row['municipality_code'] ?? '') ?? [],
        },
      ]),
    );
  const newest = readdirSync(path.join(root, 'geo/source/keys')).sort().at(-1) ?? '';
  const former = rows('geo/source/succession.csv').flatMap(
    ({ from_code: code = '', date = '' }) => readKey(`${Number(date.slice(0, 4)) - 1}.csv`).get(code) ?? [],
  );
  return {
    municipalities: [...readKey(newest).values()],
    former,
    authorities: column(rows('schemas/1.0/codelists/authorities.csv'), 'title_fi'),
    programmes: column(rows('schemas/1.0/codelists/programme.csv'), 'title_fi'),
    organisationTypes: column(rows('schemas/1.0/codelists/organisation-type.csv'), 'title_fi'),
  };
}
