import path from 'node:path';
import { SCHEMA_VERSION } from './context.ts';
import { exists, hashBytes, isFolder, listFiles, listFolder, readBytes, readText } from './effects.ts';
import { settleOutput } from './output.ts';
import type { BuildOptions, BuildSummary } from './run.ts';

/** What a build leaves beside its releases: what it was made from, and what it said. */
interface LastBuild {
  readonly inputs: string;
  readonly summary: BuildSummary;
}

/** Below the published folder. */
export const LAST_BUILD = path.join('data', 'last-build.json');

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

/** The summary of the build that made what is published in a folder, when it was made from the same inputs. */
export function findSameBuild(out: string, inputs: string): BuildSummary | undefined {
  settleOutput(path.resolve(out));
  const file = path.join(out, LAST_BUILD);
  if (!exists(file)) return undefined;
  const last = JSON.parse(readText(file)) as LastBuild;
  const manifest = path.join(out, 'data', last.summary.release, 'manifest.json');
  return last.inputs === inputs && exists(manifest) ? { ...last.summary, isNew: false } : undefined;
}
