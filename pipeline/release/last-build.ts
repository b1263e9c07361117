import path from 'node:path';
import { SCHEMA_VERSION } from '../schemas.ts';
import {
  exists,
  hashBytes,
  hashListing,
  isFolder,
  listFiles,
  listFolder,
  listTree,
  readBytes,
  readText,
  sizeOf,
  writeFile,
} from '../effects/files.ts';
import { describeEnvironmentFault } from '../effects/environment-error.ts';
import { describeEngine, say } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import { DOCUMENT_BYTES } from '../model/document-bytes.ts';
import { settleOutput } from './output.ts';
import type { BuildSummary } from './summarise.ts';
import type { Settings } from '../config.ts';

/** What is remembered of a build, behind its own SHA-256, in a folder that git ignores: what it was made from, what it made, and what it said. */
interface LastBuild {
  readonly inputs: string;
  readonly listing: string;
  readonly summary: BuildSummary;
}

/** One file for each published folder. */
function placeOf({ memory, out }: Settings, kind: 'builds' | 'pages' = 'builds'): string {
  return path.join(memory, kind, `${hashBytes(path.resolve(out)).slice(0, 16)}.json`);
}

/** Where the site remembers its pages. */
export function placeOfPages(settings: Settings): string {
  return placeOf(settings, 'pages');
}

/** Remembers a build whose output is in its place; it is published whether that succeeds or not. */
export function rememberBuild(settings: Settings, inputs: string, summary: BuildSummary): BuildSummary {
  try {
    const last: LastBuild = { inputs, listing: hashListing(settings.out), summary };
    const text = JSON.stringify(last);
    writeFile(placeOf(settings), `${hashBytes(text)}\n${text}`);
  } catch (error) {
    const fault = describeEnvironmentFault(error);
    if (fault === undefined) throw error;
    say(`hankekartta: cannot remember this build, ${fault}; the next one does not know that nothing changed`);
  }
  return summary;
}

/** Everything of the package that a build's output depends on; the npm package has no lockfile. */
const PROGRAM = ['pipeline', 'site', 'schemas', 'geo', '.eleventy.js', 'package.json', 'package-lock.json'];
/** What of it makes pages alone. */
const SITE: ReadonlySet<string> = new Set(['site', '.eleventy.js']);

/**
 * Settings that decide nothing about what is published: where things lie (their content is hashed instead), how fast, how strictly,
 * and the wanted name, which alone makes no new release. Everything else counts, so that a new setting cannot make a stale build.
 */
const LEFT_OUT: ReadonlySet<string> = new Set<keyof Settings>([
  'root',
  'documents',
  'geo',
  'memory',
  'releases',
  'out',
  'jobs',
  'strict',
  'allowRemovals',
  'release',
  'codeVersion',
  'cache',
]);

/** A document that cannot be read is reported when it is read; it is an input like another. */
function hashFile(file: string): string {
  try {
    return hashBytes(readBytes(file));
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

const hashAll = (folder: string): string[] =>
  isFolder(folder) ? listFiles(folder).map((file) => `${file.path} ${hashFile(file.file)}`) : [];

/** What decides what is made of a document, beside the document: a shard that came from anything else is of no use. */
export function describeOrigin({ root, codeVersion, privacy }: Settings): {
  /** Of the program, as package.json says. */
  readonly version: string;
  /** SHA-256 of the program. */
  readonly program: string;
  /** SHA-256 of what the configuration says to parsing and validating (`loadReadContext`). */
  readonly configuration: string;
} {
  return { version: codeVersion, program: digestProgram(root), configuration: hashBytes(JSON.stringify(privacy)) };
}

/** SHA-256 of the program with its schemas, boundaries and packages. */
function digestProgram(root: string, names: readonly string[] = PROGRAM): string {
  const program = names.flatMap((name) => {
    const place = path.join(root, name);
    if (READ_EACH_TIME.has(name)) return hashPlace(place);
    const known = loaded.get(place) ?? hashPlace(place);
    loaded.set(place, known);
    return known;
  });
  return hashBytes(JSON.stringify([program, SCHEMA_VERSION]));
}

/** What of the program each run reads. The rest is code: a process that goes on runs what it loaded, whatever lies on the disk by then. */
const READ_EACH_TIME: ReadonlySet<string> = new Set(['schemas', 'geo']);
const loaded = new Map<string, readonly string[]>();

function hashPlace(place: string): readonly string[] {
  if (!exists(place)) return [];
  return isFolder(place) ? hashAll(place) : [`${path.basename(place)} ${hashBytes(readBytes(place))}`];
}

/** Digests of what decides, beside documents, what is made of a document and of a project; and where that is remembered. */
export function describeMemory({ root, documents, privacy, boundaries, geo, memory, cache }: Settings): {
  readonly documents: string;
  readonly projects: string;
  readonly folder?: string;
} {
  // Nothing that the pages are made with, and what the engine itself knows of texts.
  const program = digestProgram(
    root,
    PROGRAM.filter((name) => !SITE.has(name)),
  );
  const ofDocuments = hashBytes(JSON.stringify([program, privacy, describeEngine()]));
  return {
    documents: ofDocuments,
    projects: hashBytes(JSON.stringify([ofDocuments, boundaries, hashAll(geo)])),
    // One for each set of folders: what another set holds is not forgotten when this one is read.
    ...(cache ? { folder: path.join(memory, 'cache', hashBytes(JSON.stringify(documents)).slice(0, 16)) } : {}),
  };
}

/** Of what is too large to be read, nothing but its size is told. */
function hashDocument(file: string): string {
  const bytes = sizeOf(file) ?? 0;
  return bytes > DOCUMENT_BYTES ? String(bytes) : hashFile(file);
}

/** What is no document and what cannot be read is in the report, too. */
function hashDocuments(folder: string): string[] {
  if (!isFolder(folder)) return [];
  const { files, others, unreadable } = listTree(folder);
  return [
    ...files.map(({ path: name, file }) => `${name} ${hashDocument(file)}`),
    ...[...others, ...unreadable].map(({ path: name }) => name),
  ];
}

/** SHA-256 of the program and of the settings that decide what it publishes. */
function digestPublishing(settings: Settings): string {
  const choices = Object.entries(settings).filter(([name]) => !LEFT_OUT.has(name));
  return hashBytes(JSON.stringify([digestProgram(settings.root), choices]));
}

/** SHA-256 of all that decides the output: documents, program, settings, and the releases that are kept with the sources. */
function digestInputs({ documents, geo, releases }: Settings, program: string): string {
  const kept = listFolder(releases).map((name) => {
    const manifest = path.join(releases, name, 'manifest.json');
    return exists(manifest) ? `${name} ${hashBytes(readText(manifest))}` : name;
  });
  const input = [...documents].flatMap(hashDocuments).sort();
  return hashBytes(JSON.stringify([program, hashAll(geo), kept, input]));
}

/** A damaged memory is no memory. */
function readLastBuild(file: string): LastBuild | undefined {
  try {
    const [hash, text = ''] = readText(file).split('\n');
    return hash === hashBytes(text) ? (JSON.parse(text) as LastBuild) : undefined;
  } catch {
    return undefined;
  }
}

/** Digests of what decides the output of a build. */
export interface BuildInputs {
  /** Of everything. */
  readonly inputs: string;
  /** Of the program and of the settings that decide what it publishes. */
  readonly program: string;
}

/** What decides the output now, and the summary of the build that made what is published where the same decided it then. */
export function recallBuild(settings: Settings): BuildInputs & { readonly same?: BuildSummary } {
  settleOutput(settings.out);
  const program = digestPublishing(settings);
  const inputs = digestInputs(settings, program);
  const last = readLastBuild(placeOf(settings));
  if (last?.inputs !== inputs || last.listing !== hashListing(settings.out)) return { inputs, program };
  return { inputs, program, same: { ...last.summary, isNew: false } };
}
