import path from 'node:path';
import { exists, isTaken, readText } from './effects/files.ts';
import { readToday } from './effects/process.ts';
import { UsageError } from './effects/usage-error.ts';
import { compileSchemas, readSchemas, SCHEMA_VERSION } from './schemas.ts';
import { describeFaults } from './model/describe-faults.ts';
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
  /** Which pages have a preview picture of their own. */
  readonly pictures: NonNullable<Config['pictures']>;
  /** Threads that read documents. */
  readonly jobs: number;
  /** Both end with a slash. */
  readonly schemaBase: string;
  readonly siteUrl: string;
  /** Folder of imported boundaries. */
  readonly geo: string;
  /** Folder of what the program remembers, which git ignores. */
  readonly memory: string;
  /** Whether what earlier runs made of the same documents is used. */
  readonly cache: boolean;
  readonly publisher: NonNullable<Config['publisher']> | undefined;
  /** What the redactor allows and denies beyond its rule. */
  readonly privacy: NonNullable<Config['privacy']>;
  /** What the collection is called and holds, where it is not the program's own name. */
  readonly collection: NonNullable<Config['collection']>;
  /** Places of the configuration that nobody has filled in yet, as `publisher.name`; they count as absent. */
  readonly placeholders: readonly string[];
  /** For the catalogue. */
  readonly provenance: NonNullable<Config['provenance']> | undefined;
}

const FILE = 'hankekartta.config.json';
const SCHEMA = 'config.schema.json';
/** Where the output is published and the schemas are, as long as nobody says it: nobody can have this address (RFC 2606). */
export const ADDRESS = 'https://hankekartta.example/';

/**
 * Settings from the command line, then `hankekartta.config.json` (of the current folder, else of the clone), then the defaults.
 * Paths of the command line are relative to the current folder, those of the file and the defaults to the file's.
 */
export function loadSettings(given: Config & { readonly cache?: boolean }, root: string): Settings {
  const folder = isTaken(path.resolve(FILE)) || !exists(path.join(root, FILE)) ? path.resolve('.') : root;
  const { config, placeholders } = takePlaceholders(readConfig(path.join(folder, FILE), root));
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
    pictures: given.pictures ?? config.pictures ?? 'regions',
    jobs: given.jobs ?? config.jobs ?? 1,
    schemaBase: endFolder(given.schemaBase ?? config.schemaBase ?? ADDRESS),
    siteUrl: endFolder(given.siteUrl ?? config.siteUrl ?? ADDRESS),
    geo: place(given.geo, config.geo, '.hankekartta/geo'),
    memory: path.join(folder, '.hankekartta'),
    cache: given.cache ?? true,
    publisher: config.publisher,
    privacy: config.privacy ?? {},
    collection: config.collection ?? {},
    placeholders,
    provenance: config.provenance,
  };
}

function readVersion(root: string): string {
  const { version } = JSON.parse(readText(path.join(root, 'package.json'))) as { version: string };
  return version;
}

function readConfig(file: string, root: string): Config {
  // A link that leads nowhere is no wish for the defaults: what is withheld stands here.
  if (!isTaken(file)) return {};
  const text = readText(file);
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  checkConfig(config, root, file);
  return config;
}

/**
 * Throws `UsageError` for what is no configuration.
 * @param place where it is from, for the message
 */
export function checkConfig(config: unknown, root: string, place: string): asserts config is Config {
  const folder = path.join(root, 'schemas', SCHEMA_VERSION);
  const set = readSchemas(folder);
  const validate = compileSchemas(set, folder, { isTrusted: true })(SCHEMA);
  if (validate(config)) return;
  const faults = describeFaults(config, set.schemas.get(SCHEMA) ?? {}, validate.errors ?? []);
  const told = faults.map(({ message, found }) => (found === undefined ? message : `${message} (found: ${found})`));
  throw new UsageError(`${place}: ${told.join('; ')}`);
}

/**
 * The address as browsers write it, with the slash that paths are put behind.
 * @throws UsageError for what is no address, which a program can give here unchecked
 */
export function endFolder(address: string): string {
  if (!URL.canParse(address)) throw new UsageError(`unexpected address ${address}, expected one as https://a.example/`);
  const { href } = new URL(address);
  return href.endsWith('/') ? href : `${href}/`;
}

/** What `init` leaves where a value was not given; it may stand within an address. */
export const PLACEHOLDER = 'fill-in';

/** The configuration without what is still to be filled in: an object that lacks a part of what it says is left out whole. */
function takePlaceholders(config: Config): { readonly config: Config; readonly placeholders: readonly string[] } {
  const placeholders = Object.entries(config).flatMap(([name, value]) => listPlaceholders(value, name));
  const isWhole = ([name]: [string, unknown]): boolean =>
    !placeholders.some((place) => place === name || place.startsWith(`${name}.`));
  const keep = (value: object): object => Object.fromEntries(Object.entries(value).filter(isWhole));
  const { collection, ...rest } = config;
  const named = Object.entries(collection ?? {}).filter(([name]) => isWhole([`collection.${name}`, undefined]));
  const all: Config = { ...keep(rest), ...(named.length === 0 ? {} : { collection: Object.fromEntries(named) }) };
  return { config: all, placeholders };
}

/** @param place keys that lead to the value, joined with dots */
function listPlaceholders(value: unknown, place: string): string[] {
  if (typeof value === 'string') return value.toLowerCase().includes(PLACEHOLDER) ? [place] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => listPlaceholders(each, `${place}.${name}`));
}
