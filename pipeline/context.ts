import path from 'node:path';
import type { Settings } from './config.ts';
import { parse as parseCsv } from 'csv-parse/sync';
import { listFiles, readText, readTexts, isFolder, hashBytes } from './effects/files.ts';
import { checkOwn, readOwn, readOwnText } from './effects/own-files.ts';
import { UsageError } from './effects/usage-error.ts';
import { createGazetteer, createVintage, listAreaHistory, type Gazetteer } from './locate/index.ts';
import { checkSchemas, compileSchemas, readSchemas, SCHEMA_VERSION } from './schemas.ts';
import type { FindSchema } from './model/create-ajv.ts';
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
const RESTORE_GEO = 'Restore it (git checkout geo), or run geo/prepare.js after a change of your own.';
const RESTORE_NAMES =
  'Restore it (git checkout pipeline/redact/data), or run sha256sum *.txt *.csv > SHA256SUMS there after a change of your own.';

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
  const redaction = loadRedaction(settings);
  return readOwn(path.join(settings.root, 'schemas'), () => makeReadContext(settings.root, redaction));
}

function makeReadContext(root: string, redaction: Redaction): ReadContext {
  const folder = path.join(root, 'schemas', SCHEMA_VERSION);
  const codelist = (name: string): string => readOwnText(path.join(folder, 'codelists', `${name}.csv`));
  const postalCodes = path.join(root, 'geo', 'postal-codes.csv');
  const postal = readOwn(postalCodes, () =>
    parseCsv<{ postal_code: string }>(readOwnText(postalCodes), { columns: true }),
  );
  const schemas = readSchemas(folder);
  checkSchemas(schemas, folder);
  const tables = createTables(schemas);
  const findSchema = compileSchemas(schemas, folder, { isTrusted: true });
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
  const folder = path.join(root, 'pipeline/redact/data');
  const texts = readTexts(folder);
  checkOwn(texts, folder, RESTORE_NAMES);
  const data = (name: string): string => texts.get(name) ?? '';
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
    catalog: readOwn(path.join(root, 'schemas'), () =>
      createCatalogContext((name) => readOwnText(path.join(root, 'schemas', SCHEMA_VERSION, name))),
    ),
    gazetteer,
    vintage: result.vintage,
  };
}

export function loadGazetteer(root: string, importedFolder: string): Gazetteer {
  const imported = isFolder(importedFolder) ? readTexts(importedFolder) : new Map<string, string>();
  const texts = readTexts(path.join(root, 'geo'));
  checkOwn(texts, path.join(root, 'geo'), RESTORE_GEO);
  return createGazetteer(texts, imported);
}
