import path from 'node:path';
import {
  copyFile,
  exists,
  hashBytes,
  linkOrCopy,
  listFiles,
  listFolder,
  openSink,
  readCsvRows,
  readText,
  UsageError,
  writeFile,
} from './effects.ts';
import type { Output } from './output.ts';
import { listApiFiles } from './publish/api.ts';
import { compareReleases as compareContents, type TextRow } from './publish/changes.ts';
import type { ReleaseMetadata } from './publish/format.ts';
import { publish } from './publish/index.ts';
import { createManifest, formatChecksums, type ReleaseFacts } from './publish/manifest.ts';
import { chooseReleaseName, compareReleases, RELEASE_NAME } from './publish/release-name.ts';
import { listRemoved } from './publish/removed.ts';
import { REDACTION_RULE_VERSION } from './parse/redact.ts';
import type { BuildOptions, FlowState } from './run.ts';
import type { Changes, Manifest, Redactions, Releases } from './schema-types.ts';
import type { Row } from './table.ts';
import { toRows, type Tables } from './tables.ts';

/** Published projects would vanish: the build is refused (exit status 3) unless removals are allowed. */
export class RemovalError extends Error {
  readonly projects: readonly string[];
  constructor(projects: readonly string[]) {
    super(`${String(projects.length)} published project(s) would vanish`);
    this.projects = projects;
  }
}

export interface ReleaseResult {
  readonly name: string;
  /** `false` where nothing changed since the newest release. */
  readonly isNew: boolean;
  readonly changes: readonly Changes[];
}

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const RIGHTS_NOTE =
  'CC BY 4.0 as far as the data are facts and the work of the publisher; summaries, reports and other free texts belong to those who wrote them.';

/** A release that is there already: its name and where it lies. */
interface Earlier {
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Makes the `data/` folder and the schemas of a new output: all earlier releases as they were, and a new one if anything changed. */
export async function assembleRelease(
  options: BuildOptions,
  state: FlowState,
  tables: Tables,
  output: Output,
): Promise<ReleaseResult> {
  const data = path.join(output.folder, 'data');
  const earlier = listEarlier(options, output);
  for (const release of earlier) {
    for (const file of listFiles(release.folder)) linkOrCopy(file.file, path.join(data, release.name, file.path));
  }
  const newest = earlier.at(-1);
  const digests = digestContent(state, tables);
  const isNew =
    newest === undefined || Object.entries(digests).some(([part, digest]) => newest.manifest.digests[part] !== digest);
  let result: ReleaseResult = { name: newest?.name ?? '', isNew: false, changes: [] };
  if (isNew) {
    if (
      newest !== undefined &&
      compareReleases(options.release, newest.name) < 0 &&
      options.release.slice(0, 10) < newest.name.slice(0, 10)
    )
      throw new UsageError(`release ${options.release} would be older than ${newest.name}, which is published`);
    const name = chooseReleaseName(
      options.release,
      earlier.map((release) => release.name),
    );
    const changes = newest === undefined ? [] : await compareWithPrevious(newest, tables);
    const removed = changes.filter(({ change }) => change === 'removed').map(({ project_id: id }) => id);
    if (removed.length > 0 && !options.allowRemovals) throw new RemovalError(removed);
    await writeRelease(options, state, tables, {
      folder: path.join(data, name),
      name,
      digests,
      changes,
      previous: newest?.name,
    });
    result = { name, isNew, changes };
  }
  for (const file of listFiles(path.join(data, result.name)))
    linkOrCopy(file.file, path.join(data, 'latest', file.path));
  writeFile(path.join(data, 'releases.json'), toJson(describeReleases(data)));
  const removed = listRemoved(readAllChanges(data));
  writeFile(path.join(data, 'removed.json'), toJson(removed));
  for (const { path: name, content } of listApiFiles(tables.data, removed))
    writeFile(path.join(output.folder, 'api', name), toJson(content));
  copySchemas(options, output);
  return result;
}

/** Releases of the output that is published now, and those that are kept with the sources; oldest first. */
function listEarlier(options: BuildOptions, output: Output): Earlier[] {
  const found = new Map<string, Earlier>();
  for (const folder of [path.join(output.out, 'data'), options.releases]) {
    for (const name of listFolder(folder).filter((entry) => RELEASE_NAME.test(entry))) {
      const release = path.join(folder, name);
      const file = path.join(release, 'manifest.json');
      if (!exists(file)) continue;
      const text = readText(file);
      const before = found.get(name);
      if (before !== undefined && readText(path.join(before.folder, 'manifest.json')) !== text)
        throw new UsageError(
          `release ${name} is in ${before.folder} and, with other content, in ${release}: a release never changes`,
        );
      found.set(name, { name, folder: release, manifest: JSON.parse(text) as Manifest });
    }
  }
  return [...found.values()].sort((a, b) => compareReleases(a.name, b.name));
}

/** What decides whether a new release is made; the passing of time alone is no change. */
function digestContent({ context }: FlowState, tables: Tables): Manifest['digests'] {
  const { vintage } = context;
  const areas = (['municipality', 'sub_region', 'region'] as const).flatMap((level) => vintage.areas(level));
  const geometry = vintage.areas('municipality').map(({ code }) => vintage.geometry('municipality', [code]));
  return {
    records: tables.digest(['projects', 'partners', 'sections', 'sustainability']),
    areas: tables.digest(['project_areas', 'area_changes']),
    schemas: context.schemasDigest,
    boundaries: hashBytes(JSON.stringify([vintage.year, vintage.note, areas, geometry])),
  };
}

async function compareWithPrevious(newest: Earlier, tables: Tables): Promise<Changes[]> {
  return compareContents((release, table) => {
    const file = path.join(newest.folder, `${table}.csv`);
    if (release === 'older') return exists(file) ? readCsvRows(file) : [];
    return textRows(tables.data.get(table)?.rows ?? []);
  });
}

function* textRows(rows: Iterable<{ readonly values: Row }>): Generator<TextRow> {
  for (const { values } of rows)
    yield Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value === undefined ? '' : String(value)]),
    );
}

interface NewRelease {
  readonly folder: string;
  readonly name: string;
  readonly digests: Manifest['digests'];
  readonly changes: readonly Changes[];
  readonly previous: string | undefined;
}

async function writeRelease(
  options: BuildOptions,
  state: FlowState,
  tables: Tables,
  release: NewRelease,
): Promise<void> {
  const { context } = state;
  const { vintage } = context;
  const metadata: ReleaseMetadata = {
    release: release.name,
    schemaVersion: context.schemas.version,
    boundaryVintage: vintage.year,
    licence: LICENCE,
    attribution: [vintage.attribution],
    notes: [RIGHTS_NOTE, vintage.note],
    siteUrl: options.siteUrl,
  };
  const issues = state.issues.list();
  tables.addRows('issues', toRows(issues));
  tables.addRows('changes', toRows(release.changes));
  const files = await publish(tables.data, vintage, metadata, (name) => openSink(path.join(release.folder, name)));
  const addFile = (name: string, mediaType: string, title: string, content: Iterable<string>): void => {
    const sink = openSink(path.join(release.folder, name));
    for (const chunk of content) sink.write(chunk);
    files.push({ path: name, media_type: mediaType, title, ...sink.close() });
  };
  const json = 'application/json';
  addFile(
    'provenance.jsonl',
    'application/jsonl',
    'Provenance: document, line and column of every value (JSON Lines)',
    toLines(tables.provenance),
  );
  addFile('issues.json', json, 'Issues found in the documents (JSON)', [toJson(issues)]);
  addFile('changes.json', json, 'Changes since the previous release (JSON)', [toJson(release.changes)]);
  addFile('redactions.json', json, 'Withheld personal data, counted by class (JSON)', [toJson(countRedactions(state))]);
  const facts: ReleaseFacts = {
    metadata,
    ...(vintage.nutsVersion === undefined ? {} : { nutsVersion: vintage.nutsVersion }),
    ...(vintage.populationYear === undefined ? {} : { populationYear: vintage.populationYear }),
    codeVersion: options.codeVersion,
    ...(release.previous === undefined ? {} : { previousRelease: release.previous }),
    createdFrom: { documents: state.documents, entries: state.entries, quarantined: state.quarantined },
    counts: tables.counts(),
    digests: release.digests,
  };
  writeFile(path.join(release.folder, 'manifest.json'), toJson(createManifest(facts, files)));
  writeFile(path.join(release.folder, 'SHA256SUMS'), formatChecksums(files));
}

function* toLines(records: Iterable<unknown>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function countRedactions(state: FlowState): Redactions {
  const classes = [...state.withheld]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => ({ class: name, count }));
  return { rule_version: REDACTION_RULE_VERSION, classes };
}

/** The change sets of all releases of the folder, oldest first. */
function readAllChanges(data: string): Parameters<typeof listRemoved>[0] {
  const names = listFolder(data)
    .filter((name) => RELEASE_NAME.test(name))
    .sort(compareReleases);
  return names.map((name) => ({
    previous: (JSON.parse(readText(path.join(data, name, 'manifest.json'))) as Manifest).previous_release,
    changes: JSON.parse(readText(path.join(data, name, 'changes.json'))) as Changes[],
  }));
}

/** `releases.json`: every release of the folder, newest first. */
function describeReleases(data: string): Releases {
  const names = listFolder(data)
    .filter((name) => RELEASE_NAME.test(name))
    .sort((a, b) => compareReleases(b, a));
  return {
    releases: names.map((name) => {
      const manifest = JSON.parse(readText(path.join(data, name, 'manifest.json'))) as Manifest;
      const changes = JSON.parse(readText(path.join(data, name, 'changes.json'))) as Changes[];
      const count = (kind: Changes['change']): number =>
        new Set(changes.filter(({ change }) => change === kind).map(({ project_id: id }) => id)).size;
      const since = { added_count: count('added'), changed_count: count('changed'), removed_count: count('removed') };
      return {
        release: name,
        schema_version: manifest.schema_version,
        boundary_vintage: manifest.boundary_vintage,
        ...(manifest.previous_release === undefined ? {} : { previous_release: manifest.previous_release, ...since }),
        project_count: manifest.counts['projects'] ?? 0,
        manifest: `${name}/manifest.json`,
      };
    }),
  };
}

/** Every schema version stays at its address; where the configuration names another base, the `$id`s follow it. */
function copySchemas({ root, schemaBase }: BuildOptions, output: Output): void {
  const folder = path.join(root, 'schemas');
  for (const { path: name, file } of listFiles(folder)) {
    if (name.endsWith('.ts')) continue;
    const target = path.join(output.folder, 'schemas', name);
    if (!name.endsWith('.schema.json')) copyFile(file, target);
    else writeFile(target, readText(file).replaceAll('https://hankekartta.example/', schemaBase));
  }
}
