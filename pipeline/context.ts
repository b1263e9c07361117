import path from 'node:path';
import type { Settings } from './config.ts';
import { parse as parseCsv } from 'csv-parse/sync';
import { listFiles, readText, readTexts, isFolder, hashBytes } from './effects/files.ts';
import { UsageError } from './effects/usage-error.ts';
import { createGazetteer, createVintage, listAreaHistory, type Gazetteer } from './locate/index.ts';
import { readSchemas, SCHEMA_VERSION } from './schemas.ts';
import { createAjv, type FindSchema } from './model/create-ajv.ts';
import type { AreaHistory, Vintage } from './model/area.ts';
import { createParseContext, type ParseContext } from './parse/index.ts';
import { createCatalogContext, type CatalogContext } from './publish/catalog/context.ts';
import type { Sources } from './model/schema-types.ts';
import { createRegister } from './redact/register.ts';
import type { Redaction } from './redact/redactor.ts';
import { type CheckSources, describeFaults } from './model/describe-faults.ts';
import { createTables, type SchemaSet, type Table, type TableName } from './model/table.ts';
import { createValidateContext, type ValidateContext } from './validate/index.ts';

const SOURCES_SCHEMA = 'sources.schema.json';

/** What parsing and validating need to know beside the documents; a worker reads its own. */
export interface ReadContext {
  readonly schemas: SchemaSet;
  readonly findSchema: FindSchema;
  readonly tables: ReadonlyMap<TableName, Table>;
  readonly parse: ParseContext;
  readonly validate: ValidateContext;
  readonly redaction: Redaction;
  readonly checkSources: CheckSources;
}

/** What all stages need to know beside the documents; read once. */
export interface Context extends ReadContext {
  /** Hash of every file of the schema version. */
  readonly schemasDigest: string;
  readonly catalog: CatalogContext;
  /** Every area since the first classification key. */
  readonly areaHistory: readonly AreaHistory[];
  readonly gazetteer: Gazetteer;
  readonly vintage: Vintage;
}

/** @param settings `root`: absolute path of the package, where `schemas/`, `geo/` and the name data are read */
export function loadReadContext(settings: Pick<Settings, 'root' | 'privacy'>): ReadContext {
  const { root } = settings;
  const folder = path.join(root, 'schemas', SCHEMA_VERSION);
  const codelist = (name: string): string => readText(path.join(folder, 'codelists', `${name}.csv`));
  const postal = parseCsv<{ postal_code: string }>(readText(path.join(root, 'geo', 'postal-codes.csv')), {
    columns: true,
  });
  const schemas = readSchemas(folder);
  const tables = createTables(schemas);
  const findSchema = createAjv(schemas, { isTrusted: true });
  const redaction = loadRedaction(settings);
  return {
    schemas,
    findSchema,
    tables,
    redaction,
    checkSources: (value, faults): value is Sources => {
      const validate = findSchema(SOURCES_SCHEMA);
      if (validate(value)) return true;
      faults.push(...describeFaults(value, schemas.schemas.get(SOURCES_SCHEMA) ?? {}, validate.errors ?? []));
      return false;
    },
    parse: createParseContext({
      authorities: codelist('authorities'),
      organisationTypes: codelist('organisation-type'),
      programmes: codelist('programme'),
      redaction,
    }),
    validate: createValidateContext(findSchema, tables, new Set(postal.map((row) => row.postal_code))),
  };
}

/** What every redactor knows: the register's names and what the configuration allows and denies. */
export function loadRedaction({ root, privacy }: Pick<Settings, 'root' | 'privacy'>): Redaction {
  const { allow, deny, namesNaturalPersons = false } = privacy;
  const data = (name: string): string => readText(path.join(root, 'pipeline/redact/data', name));
  const register = createRegister({
    firstNames: data('first-names.txt'),
    surnames: data('surnames.txt'),
    titles: data('titles.csv'),
    organisationWords: data('organisation-words.csv'),
  });
  return { register, policy: { allow: new Set(allow), deny: new Set(deny), namesNaturalPersons } };
}

/** Throws `UsageError` for a vintage that cannot be had. */
export function loadContext(settings: Pick<Settings, 'root' | 'privacy' | 'boundaries' | 'geo'>): Context {
  const { root, boundaries, geo } = settings;
  const read = loadReadContext(settings);
  const gazetteer = loadGazetteer(root, geo);
  const result = createVintage(gazetteer, boundaries ?? Math.max(...gazetteer.keys.keys()));
  if ('problem' in result) throw new UsageError(result.problem.message);
  const files = listFiles(path.join(root, 'schemas', SCHEMA_VERSION));
  return {
    ...read,
    schemasDigest: hashBytes(files.map(({ path: name, file }) => `${name}\n${hashBytes(readText(file))}\n`).join('')),
    areaHistory: listAreaHistory(gazetteer),
    catalog: createCatalogContext((name) => readText(path.join(root, 'schemas', SCHEMA_VERSION, name))),
    gazetteer,
    vintage: result.vintage,
  };
}

export function loadGazetteer(root: string, importedFolder: string): Gazetteer {
  const imported = isFolder(importedFolder) ? readTexts(importedFolder) : new Map<string, string>();
  const texts = readTexts(path.join(root, 'geo'));
  checkTexts(texts, path.join(root, 'geo'));
  return createGazetteer(texts, imported);
}

/** The files of `geo/` decide where every project lies: one that is missing or was changed would be seen in no output. */
function checkTexts(texts: ReadonlyMap<string, string>, folder: string): void {
  const sums = texts.get('SHA256SUMS') ?? '';
  const listed = new Map(sums.split('\n').map((line) => [line.slice(66), line.slice(0, 64)]));
  listed.delete('');
  const faults = [...listed].flatMap(([name, sha256]) => {
    const text = texts.get(name);
    if (text === undefined) return [`${name} is missing`];
    return hashBytes(text) === sha256 ? [] : [`${name} was changed`];
  });
  if (listed.size === 0) faults.push('SHA256SUMS is missing');
  if (faults.length > 0)
    throw new UsageError(
      `${folder} is damaged: ${faults.join(', ')}. Restore it (git checkout geo), or run geo/prepare.js after a change of your own.`,
    );
}
