/**
 * The programming interface: `import { openContext, readDocument, locate, publish } from 'hankekartta'`. The document families as
 * plugins of unified are `hankekartta/families`. Nothing here throws for what a document says: problems are issues.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endFolder, loadSettings } from './config.ts';
import { loadContext, type Context } from './context.ts';
import { hashBytes } from './effects/files.ts';
import { listAreaChanges } from './locate/index.ts';
import { compareCodeUnits } from './model/compare-code-units.ts';
import { tellStages } from './model/progress.ts';
import type { PublishedIssue, Staged } from './model/issue.ts';
import type { DocumentEntries, Entry, LocatedProject, SourceFile } from './model/project.ts';
import type { Config } from './model/schema-types.ts';
import { publish as publishTables } from './publish/index.ts';
import type { ManifestFile } from './publish/manifest.ts';
import { chooseMapClasses } from './publish/map-classes.ts';
import { describeRelease } from './release/plan-release.ts';
import type { BuildSummary } from './release/summarise.ts';
import { openTables } from './release/tables.ts';
import { openSurroundings } from './release/write-release.ts';
import { checkReleaseDay } from './release/check-release-day.ts';
import { recallBuild } from './release/last-build.ts';
import { build as buildAll, locateEntries, toEntries } from './run.ts';
import { createTally } from './tally.ts';
import { validate as validateEntry } from './validate/index.ts';

export type { Context } from './context.ts';
export type { Issue, PublishedIssue, Staged } from './model/issue.ts';
export type { DocumentEntries, Entry, LocatedProject } from './model/project.ts';
export type { Config } from './model/schema-types.ts';
export type { ManifestFile } from './publish/manifest.ts';
export type { BuildSummary } from './release/summarise.ts';

/** The folder of the package, here as in its compiled form. */
const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Reads what all stages need to know beside documents: schemas, codelists, names and boundaries. Takes about a second; one serves all documents.
 * @param options `boundaries`: year of the vintage (default: the newest), `geo`: folder of imported boundaries, `privacy`: as in the configuration
 * @throws UsageError for a vintage that is not at hand
 */
export function openContext(options: Pick<Config, 'boundaries' | 'geo' | 'privacy'> = {}): Context {
  const { boundaries, geo = path.join(ROOT, '.hankekartta', 'geo'), privacy = {} } = options;
  return loadContext({ root: ROOT, boundaries, geo, privacy });
}

/** A document as it was saved. */
export interface Document {
  /** Relative path with `/`; its ending counts: `.txt`, `.md`, `.csv`, `.tsv`, `.html`, `.xlsx`. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** ISO date on which it was saved; of two documents about one project the newer wins. */
  readonly retrieved?: string;
  readonly sourceUrl?: string;
}

/** Parses a document of any family and validates its entries: a project's page gives one, each row of a list gives one. */
export function readDocument({ path: name, content, ...rest }: Document, context: Context): DocumentEntries {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source: SourceFile = { path: name, bytes, sha256: hashBytes(bytes), ...rest };
  return toEntries(source, context);
}

/** Holds an entry, such as a family's plugin reads, against the JSON Schemas and the rules; what breaks a schema is left out and reported. */
export function validate(entry: Entry, context: Context): Staged<Entry> {
  return validateEntry(entry, context.validate);
}

/** Located projects in the order of their ids, and the issues of all their documents. */
export interface Located {
  readonly projects: readonly LocatedProject[];
  readonly issues: readonly PublishedIssue[];
}

/**
 * Merges the entries of each project, withholds what is nobody's business, and joins the projects to the areas of the vintage. A project's
 * `located` has its areas with their exact shares.
 */
export async function locate(documents: Iterable<DocumentEntries>, context: Context): Promise<Located> {
  const tally = createTally(context.redaction);
  const projects: LocatedProject[] = [];
  for await (const project of locateEntries(documents, context, tally)) projects.push(project.read());
  return { projects, issues: tally.issues.list() };
}

export interface PublishOptions {
  /** Folder that the files are written to. */
  readonly folder: string;
  /** ISO date: what ended before it is not ongoing. */
  readonly release: string;
  /** Address of the site that the files name. */
  readonly siteUrl: string;
}

/**
 * Writes projects and the coverage of all areas in every format: CSV, GeoJSON, GeoPackage, Parquet and the others. Whole releases with
 * history, checksums, catalogue and site are `build`'s. Files get the rights that the process's own mask leaves: a program that publishes
 * them for everybody calls `process.umask(0o022)` before, as the command does.
 * @returns path, size, SHA-256, media type and titles of each file
 */
export async function publish(
  { projects, issues }: Located,
  context: Context,
  { folder, release, siteUrl }: PublishOptions,
): Promise<ManifestFile[]> {
  checkReleaseDay(release);
  const tables = openTables(context, release);
  try {
    const ordered = [...projects].sort((a, b) => compareCodeUnits(a.projectId, b.projectId));
    for (const project of ordered) tables.addProject(project);
    tables.addAreas(listAreaChanges(context.gazetteer));
    tables.addReport(issues, []);
    const plan = {
      metadata: describeRelease(release, { siteUrl: endFolder(siteUrl) }, context),
      classes: chooseMapClasses(tables.data, undefined, release),
    };
    return await publishTables(tables.data, context.vintage, plan, openSurroundings(folder));
  } finally {
    tables.close();
  }
}

/**
 * The whole flow, as `hankekartta build`: documents → release → site, swapped in whole. Options that are not given come from
 * `hankekartta.config.json` of the current folder.
 * @param progress called with what is being done
 * @throws UsageError for a folder that cannot be read or holds nothing, RemovalError where published projects would vanish
 */
export async function build(
  options: Config,
  progress: (line: string) => void = () => undefined,
): Promise<BuildSummary> {
  const settings = loadSettings(options, ROOT);
  const stages = tellStages(progress);
  stages.begin('looking for changes');
  const { same, ...known } = recallBuild(settings);
  return same ?? buildAll(settings, stages, known);
}
