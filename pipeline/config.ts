import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { exists, readText, UsageError } from './effects.ts';
import { readSchemas, SCHEMA_VERSION } from './context.ts';
import type { Config } from './schema-types.ts';

/** Options with their defaults filled in; every path is absolute. */
export interface Settings {
  readonly documents: readonly string[];
  readonly out: string;
  readonly boundaries: number | undefined;
  readonly release: string | undefined;
  readonly releases: string;
  readonly strict: boolean;
  readonly allowRemovals: boolean;
  readonly site: boolean;
  readonly jobs: number;
  readonly schemaBase: string;
  readonly siteUrl: string;
  readonly geo: string;
  readonly publisher: NonNullable<Config['publisher']> | undefined;
}

const FILE = 'hankekartta.config.json';
const ADDRESS = 'https://hankekartta.example/';

/**
 * Settings from the command line, then `hankekartta.config.json` (of the current folder, else of the package), then the defaults.
 * Paths of the command line are relative to the current folder, those of the file and the defaults to the file's.
 */
export function loadSettings(given: Config, root: string): Settings {
  const folder = exists(path.resolve(FILE)) ? path.resolve('.') : root;
  const config = readConfig(path.join(folder, FILE), root);
  const place = (fromCommand: string | undefined, fromFile: string | undefined, otherwise: string): string =>
    fromCommand === undefined ? path.resolve(folder, fromFile ?? otherwise) : path.resolve(fromCommand);
  return {
    documents:
      given.documents?.map((name) => path.resolve(name)) ??
      (config.documents ?? ['data/documents']).map((name) => path.resolve(folder, name)),
    out: place(given.out, config.out, 'dist'),
    boundaries: given.boundaries ?? config.boundaries,
    release: given.release ?? config.release,
    releases: place(given.releases, config.releases, 'data/releases'),
    strict: given.strict ?? config.strict ?? false,
    allowRemovals: given.allowRemovals ?? config.allowRemovals ?? false,
    site: given.site ?? config.site ?? true,
    jobs: given.jobs ?? config.jobs ?? 1,
    schemaBase: given.schemaBase ?? config.schemaBase ?? ADDRESS,
    siteUrl: given.siteUrl ?? config.siteUrl ?? ADDRESS,
    geo: place(given.geo, config.geo, '.hankekartta/geo'),
    publisher: config.publisher,
  };
}

function readConfig(file: string, root: string): Config {
  if (!exists(file)) return {};
  const { schemas } = readSchemas(path.join(root, 'schemas', SCHEMA_VERSION));
  const ajv = new Ajv2020({ schemas: [...schemas.values()] });
  addFormats.default(ajv);
  const validate = ajv.getSchema(schemas.get('config.schema.json')?.$id ?? '');
  let config: unknown;
  try {
    config = JSON.parse(readText(file));
  } catch {
    throw new UsageError(`${file} is no JSON`);
  }
  if (validate?.(config) !== true) {
    const faults = validate?.errors
      ?.map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.trim())
      .join('; ');
    throw new UsageError(`${file}: ${faults ?? 'unexpected content'}`);
  }
  return config as Config;
}
