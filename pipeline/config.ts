import path from 'node:path';
import { exists, readText } from './effects/files.ts';
import { readToday } from './effects/process.ts';
import { UsageError } from './effects/usage-error.ts';
import { readSchemas, SCHEMA_VERSION } from './schemas.ts';
import { createAjv } from './model/create-ajv.ts';
import type { Config } from './model/schema-types.ts';

/** All options with their defaults filled in: from the command line, the configuration file, the environment. Paths are absolute. */
export interface Settings {
  /** Folder of the package: `schemas/` and `geo/` are read there. */
  readonly root: string;
  /** Of the program, as package.json says. */
  readonly codeVersion: string;
  readonly documents: readonly string[];
  /** Folder that is published. */
  readonly out: string;
  /** Year of the boundary vintage; the newest one when absent. */
  readonly boundaries: number | undefined;
  /** Wanted name of a new release: an ISO date, perhaps with `.2`. */
  readonly release: string;
  /** Folder of earlier releases that are kept with the sources. */
  readonly releases: string;
  readonly strict: boolean;
  readonly allowRemovals: boolean;
  readonly site: boolean;
  /** Threads that read documents. */
  readonly jobs: number;
  readonly schemaBase: string;
  readonly siteUrl: string;
  /** Folder of imported boundaries. */
  readonly geo: string;
  /** Folder of what the program remembers, which git ignores. */
  readonly memory: string;
  readonly publisher: NonNullable<Config['publisher']> | undefined;
  /** What the redactor allows and denies beyond its rule. */
  readonly privacy: NonNullable<Config['privacy']>;
  /** For the catalogue. */
  readonly provenance: NonNullable<Config['provenance']> | undefined;
}

const FILE = 'hankekartta.config.json';
const ADDRESS = 'https://hankekartta.example/';

/**
 * Settings from the command line, then `hankekartta.config.json` (of the current folder, else of the clone), then the defaults.
 * Paths of the command line are relative to the current folder, those of the file and the defaults to the file's.
 */
export function loadSettings(given: Config, root: string): Settings {
  const folder = exists(path.resolve(FILE)) || !exists(path.join(root, FILE)) ? path.resolve('.') : root;
  const config = readConfig(path.join(folder, FILE), root);
  const place = (fromCommand: string | undefined, fromFile: string | undefined, otherwise: string): string =>
    fromCommand === undefined ? path.resolve(folder, fromFile ?? otherwise) : path.resolve(fromCommand);
  return {
    root,
    codeVersion: readVersion(root),
    documents:
      given.documents?.map((name) => path.resolve(name)) ??
      (config.documents ?? ['data/documents']).map((name) => path.resolve(folder, name)),
    out: place(given.out, config.out, 'dist'),
    boundaries: given.boundaries ?? config.boundaries,
    release: given.release ?? config.release ?? readToday(),
    releases: place(given.releases, config.releases, 'data/releases'),
    strict: given.strict ?? config.strict ?? false,
    allowRemovals: given.allowRemovals ?? config.allowRemovals ?? false,
    site: given.site ?? config.site ?? true,
    jobs: given.jobs ?? config.jobs ?? 1,
    schemaBase: given.schemaBase ?? config.schemaBase ?? ADDRESS,
    siteUrl: given.siteUrl ?? config.siteUrl ?? ADDRESS,
    geo: place(given.geo, config.geo, '.hankekartta/geo'),
    memory: path.join(folder, '.hankekartta'),
    publisher: config.publisher,
    privacy: config.privacy ?? {},
    provenance: config.provenance,
  };
}

function readVersion(root: string): string {
  const { version } = JSON.parse(readText(path.join(root, 'package.json'))) as { version: string };
  return version;
}

function readConfig(file: string, root: string): Config {
  if (!exists(file)) return {};
  const validate = createAjv(readSchemas(path.join(root, 'schemas', SCHEMA_VERSION)))('config.schema.json');
  let config: unknown;
  try {
    config = JSON.parse(readText(file));
  } catch {
    throw new UsageError(`${file} is no JSON`);
  }
  if (!validate(config)) {
    const faults = validate.errors
      ?.map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.trim())
      .join('; ');
    throw new UsageError(`${file}: ${faults ?? 'unexpected content'}`);
  }
  return config as Config;
}
