import path from 'node:path';
import { SCHEMA_VERSION } from './context.ts';
import {
  exists,
  hashBytes,
  hashListing,
  isFolder,
  listFiles,
  listFolder,
  readBytes,
  readJson,
  readText,
  writeFile,
} from './effects.ts';
import { settleOutput } from './output.ts';
import type { BuildOptions, BuildSummary } from './run.ts';

/** What is remembered of a build, in a folder that git ignores: what it was made from, what it made, and what it said. */
interface LastBuild {
  readonly inputs: string;
  readonly listing: string;
  readonly summary: BuildSummary;
}

/** One file for each published folder. */
function placeOf({ root, out }: BuildOptions): string {
  return path.join(root, '.hankekartta', 'builds', `${hashBytes(path.resolve(out)).slice(0, 16)}.json`);
}

/** Remembers a build whose output is in its place. */
export function rememberBuild(options: BuildOptions, inputs: string, summary: BuildSummary): void {
  const last: LastBuild = { inputs, listing: hashListing(options.out), summary };
  writeFile(placeOf(options), JSON.stringify(last));
}

/** Everything of the package that a build's output depends on. */
const PROGRAM = ['pipeline', 'site', 'schemas', 'geo', '.eleventy.js', 'package.json', 'package-lock.json'];

/** SHA-256 of all that decides the output: documents, program, options, and the releases that are kept with the sources. */
export function digestInputs(options: BuildOptions): string {
  const { root, documents, geo, releases, boundaries, site, schemaBase, siteUrl, publisher } = options;
  const hashAll = (folder: string): string[] =>
    isFolder(folder) ? listFiles(folder).map((file) => `${file.path} ${hashBytes(readBytes(file.file))}`) : [];
  const program = PROGRAM.map((name) => path.join(root, name)).flatMap((place) =>
    isFolder(place) ? hashAll(place) : [`${path.basename(place)} ${hashBytes(readBytes(place))}`],
  );
  const kept = listFolder(releases).map((name) => {
    const manifest = path.join(releases, name, 'manifest.json');
    return exists(manifest) ? `${name} ${hashBytes(readText(manifest))}` : name;
  });
  const input = [...documents].flatMap(hashAll).sort();
  const choices = { boundaries, site, schemaBase, siteUrl, publisher, version: SCHEMA_VERSION };
  return hashBytes(JSON.stringify([program, hashAll(geo), kept, input, choices]));
}

/** The summary of the build that made what is published in the folder, when it was made from these inputs and nothing was touched since. */
export function findSameBuild(options: BuildOptions, inputs: string): BuildSummary | undefined {
  settleOutput(path.resolve(options.out));
  const last = readJson(placeOf(options)) as LastBuild | undefined;
  if (last?.inputs !== inputs || last.listing !== hashListing(options.out)) return undefined;
  return { ...last.summary, isNew: false };
}
