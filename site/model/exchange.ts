import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CatalogQuality } from '../../pipeline/publish/catalog/assess-catalog.ts';
import type { PublishedLanguage } from '../language/language.ts';

type Translated = Readonly<Record<PublishedLanguage, string>>;

/** Which published column becomes which property. */
export interface RdfTerm {
  readonly table: string;
  readonly column: string;
  readonly property: string;
}

/** A column of the Kohesio list of operations; without a source it is left out. */
export interface KohesioColumn {
  readonly column: string;
  readonly required: boolean;
  readonly source?: string;
  readonly note: Translated;
}

/** What the Kohesio list leaves out of the release, as `kohesio-omitted.json` says. */
export interface KohesioOmitted {
  readonly rows: { readonly total: number; readonly written: number; readonly omitted: number };
  readonly omitted_by_reason: readonly { readonly reason: string; readonly count: number }[];
  readonly omitted_rows: readonly { readonly project_id: string; readonly reasons: readonly string[] }[];
}

/** How the data reach other systems: mappings, what is left out, and how well the catalogue describes them. */
export interface Exchange {
  readonly rdf: readonly RdfTerm[];
  readonly kohesio: readonly KohesioColumn[];
  readonly omitted?: KohesioOmitted;
  /** Absent where no catalogue is published. */
  readonly quality?: CatalogQuality;
}

/**
 * @param folder the published output
 * @param schemas folder of the newest version of the schemas; without it there are no mappings
 */
export function readExchange(folder: string, schemas: string | undefined): Exchange {
  const readTable = (name: string): Record<string, string>[] => {
    const file = schemas === undefined ? undefined : path.join(schemas, 'mappings', `${name}.csv`);
    return file !== undefined && existsSync(file)
      ? parse(readFileSync(file, 'utf8'), { columns: true, bom: true })
      : [];
  };
  const readJson = (...names: readonly string[]): unknown => {
    const file = path.join(folder, ...names);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  const omitted = readJson('data', 'latest', 'kohesio-omitted.json') as KohesioOmitted | undefined;
  const quality = readJson('catalog-quality.json') as CatalogQuality | undefined;
  return {
    rdf: readTable('rdf').map(({ table = '', column = '', property = '' }) => ({ table, column, property })),
    kohesio: readTable('kohesio').map((row) => ({
      column: row['column'] ?? '',
      required: row['required'] === 'true',
      ...((row['source'] ?? '') === '' ? {} : { source: row['source'] ?? '' }),
      note: { fi: row['note_fi'] ?? '', sv: row['note_sv'] ?? '', en: row['note_en'] ?? '' },
    })),
    ...(omitted === undefined ? {} : { omitted }),
    ...(quality === undefined ? {} : { quality }),
  };
}
