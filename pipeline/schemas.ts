import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { exists, listFolder } from './effects/files.ts';
import { readOwn, readOwnText, RESTORE } from './effects/own-files.ts';
import { createAjv, type FindSchema } from './model/create-ajv.ts';
import type { Severity } from './model/issue.ts';
import { UsageError } from './effects/usage-error.ts';
import { CODELIST_FILES, SCHEMA_FILES, type IssueCode } from './model/schema-types.ts';
import type { JsonSchema, Labels, SchemaSet, Translations } from './model/table.ts';

/** Version of the schemas that new releases are written by. */
export const SCHEMA_VERSION = '1.0';

/** The schemas of one version and their labels. @param folder `schemas/<version>` */
export function readSchemas(folder: string): SchemaSet {
  const names = listFolder(folder).filter((name) => name.endsWith('.schema.json'));
  const readOne = (name: string): unknown => {
    const file = path.join(folder, name);
    return readOwn(file, () => JSON.parse(readOwnText(file)) as unknown);
  };
  const labels = (language: string): Labels => readOne(`labels/${language}.json`) as Labels;
  return {
    version: path.basename(folder),
    schemas: new Map(names.map((name) => [name, readOne(name) as JsonSchema])),
    labels: { fi: labels('fi'), sv: labels('sv') },
    codelists: readCodelists(path.join(folder, 'codelists')),
  };
}

/**
 * Holds the program's own schemas against those that it was made with: one that nothing asks for today is published all the same.
 * @throws UsageError that names what is missing, or is another schema
 */
export function checkSchemas({ schemas }: SchemaSet, folder: string): void {
  const missing = [...SCHEMA_FILES, ...CODELIST_FILES].filter((name) => !exists(path.join(folder, name)));
  const isOther = (name: string): boolean => {
    const id: unknown = schemas.get(name)?.$id;
    return typeof id !== 'string' || !id.endsWith(`/${name}`);
  };
  const others = SCHEMA_FILES.filter((name) => !missing.includes(name) && isOther(name));
  const faults = [
    ...missing.map((name) => `${name} is missing`),
    ...others.map((name) => `${name} is no schema of that name`),
  ];
  if (faults.length > 0) throw new UsageError(`${folder} is damaged: ${faults.join(', ')}. ${RESTORE}`);
}

/**
 * Compiles the schemas of a folder as they are asked for.
 * @throws UsageError for one that is missing or damaged
 */
export function compileSchemas(set: SchemaSet, folder: string, options?: { readonly isTrusted?: boolean }): FindSchema {
  const find = createAjv(set, options);
  return (file) => readOwn(folder, () => find(file));
}

/** What can be found wrong, as its codelist says it in English. */
export interface IssueKind {
  readonly code: IssueCode;
  /** The usual one. */
  readonly severity: Severity;
  readonly title_en: string;
  readonly description_en: string;
  readonly advice_en: string;
}

/** @param root absolute path of the package */
export function readIssueKinds(root: string): IssueKind[] {
  const text = readOwnText(path.join(root, 'schemas', SCHEMA_VERSION, 'codelists', 'issue-code.csv'));
  return parseCsv<IssueKind>(text, { columns: true });
}

function readCodelists(folder: string): ReadonlyMap<string, Translations>[] {
  return listFolder(folder).map((name) => {
    const file = path.join(folder, name);
    const rows = readOwn(file, () => parseCsv<Readonly<Record<string, string>>>(readOwnText(file), { columns: true }));
    const titles = (row: Readonly<Record<string, string>>): Translations => ({
      fi: row['title_fi'] ?? '',
      sv: row['title_sv'] ?? '',
      en: row['title_en'] ?? '',
    });
    return new Map(rows.map((row) => [row['code'] ?? '', titles(row)]));
  });
}
