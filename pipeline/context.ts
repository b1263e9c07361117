import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { listFiles, listFolder, readText, readTexts, isFolder, hashBytes, UsageError } from './effects.ts';
import { createGazetteer, createVintage, type Gazetteer } from './locate/index.ts';
import type { Vintage } from './model.ts';
import { createParseContext, type ParseContext } from './parse/index.ts';
import type { Sources } from './schema-types.ts';
import { createTables, type JsonSchema, type Labels, type SchemaSet, type Table, type TableName } from './table.ts';
import { createValidateContext, type ValidateContext } from './validate/index.ts';

/** Version of the schemas that new releases are written by. */
export const SCHEMA_VERSION = '1.0';

/** What parsing and validating need to know beside the documents; a worker reads its own. */
export interface ReadContext {
  readonly schemas: SchemaSet;
  readonly tables: ReadonlyMap<TableName, Table>;
  readonly parse: ParseContext;
  readonly validate: ValidateContext;
}

/** What all stages need to know beside the documents; read once. */
export interface Context extends ReadContext {
  readonly root: string;
  /** Hash of every file of the schema version. */
  readonly schemasDigest: string;
  readonly gazetteer: Gazetteer;
  readonly vintage: Vintage;
  readonly isSources: (value: unknown) => value is Sources;
}

/** @param root absolute path of the package: `schemas/` and `geo/` are read there */
export function loadReadContext(root: string): ReadContext {
  const folder = path.join(root, 'schemas', SCHEMA_VERSION);
  const codelist = (name: string): string => readText(path.join(folder, 'codelists', `${name}.csv`));
  const postal = parseCsv<{ postal_code: string }>(readText(path.join(root, 'geo', 'postal-codes.csv')), {
    columns: true,
  });
  const schemas = readSchemas(folder);
  const tables = createTables(schemas);
  return {
    schemas,
    tables,
    parse: createParseContext({
      authorities: codelist('authorities'),
      organisationTypes: codelist('organisation-type'),
    }),
    validate: createValidateContext(schemas, tables, new Set(postal.map((row) => row.postal_code))),
  };
}

/**
 * @param root absolute path of the package
 * @param boundaries year of the vintage; the newest one when absent
 * @param importedFolder folder of imported boundary files
 */
export function loadContext(root: string, boundaries: number | undefined, importedFolder: string): Context {
  const read = loadReadContext(root);
  const gazetteer = loadGazetteer(root, importedFolder);
  const result = createVintage(gazetteer, boundaries ?? Math.max(...gazetteer.keys.keys()));
  if ('problem' in result) throw new UsageError(result.problem.message);
  const ajv = new Ajv2020({ schemas: [...read.schemas.schemas.values()] });
  addFormats.default(ajv);
  const sources = ajv.getSchema(read.schemas.schemas.get('sources.schema.json')?.$id ?? '');
  const files = listFiles(path.join(root, 'schemas', SCHEMA_VERSION));
  return {
    ...read,
    root,
    schemasDigest: hashBytes(files.map(({ path: name, file }) => `${name}\n${hashBytes(readText(file))}\n`).join('')),
    gazetteer,
    vintage: result.vintage,
    isSources: (value): value is Sources => sources?.(value) === true,
  };
}

export function loadGazetteer(root: string, importedFolder: string): Gazetteer {
  const imported = isFolder(importedFolder) ? readTexts(importedFolder) : new Map<string, string>();
  return createGazetteer(readTexts(path.join(root, 'geo')), imported);
}

export function readSchemas(folder: string): SchemaSet {
  const names = listFolder(folder).filter((name) => name.endsWith('.schema.json'));
  const labels = (language: string): Labels =>
    JSON.parse(readText(path.join(folder, 'labels', `${language}.json`))) as Labels;
  return {
    version: path.basename(folder),
    schemas: new Map(names.map((name) => [name, JSON.parse(readText(path.join(folder, name))) as JsonSchema])),
    labels: { fi: labels('fi'), sv: labels('sv') },
  };
}
