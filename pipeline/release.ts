import path from 'node:path';
import {
  copyFile,
  exists,
  hashBytes,
  linkOrCopy,
  listFiles,
  listFolder,
  readCsvRows,
  readJson,
  readText,
  UsageError,
} from './effects.ts';
import { completeDataFolder } from './data-folder.ts';
import type { Output } from './output.ts';
import { compareReleases as compareContents, type TextRow } from './publish/changes.ts';
import { chooseReleaseName, compareReleases, RELEASE_NAME } from './publish/release-name.ts';
import type { BuildOptions, FlowState } from './run.ts';
import type { Changes, Manifest } from './schema-types.ts';
import type { Row } from './table.ts';
import type { Tables } from './tables.ts';
import { writeRelease } from './write-release.ts';

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

/** A release that is there already: its name and where it lies. */
interface Earlier {
  readonly name: string;
  readonly folder: string;
  /** Written by this version of the program or an older one. */
  readonly manifest: Partial<Manifest>;
}

/** Makes the `data/` folder of a new output: all earlier releases as they were, and a new one if anything changed. */
export async function assembleRelease(
  options: BuildOptions,
  state: FlowState,
  tables: Tables,
  output: Output,
): Promise<ReleaseResult> {
  const data = path.join(output.folder, 'data');
  const earlier = listEarlier(options, output);
  for (const release of earlier) {
    // What is kept with the sources is copied: a link would let a change of the output reach it.
    const take = release.folder.startsWith(output.out) ? linkOrCopy : copyFile;
    for (const file of listFiles(release.folder)) take(file.file, path.join(data, release.name, file.path));
    const archive = `${release.folder}.zip`;
    if (exists(archive)) take(archive, path.join(data, `${release.name}.zip`));
  }
  const newest = earlier.at(-1);
  const digests = digestContent(state, tables);
  const isNew =
    newest === undefined ||
    Object.entries(digests).some(([part, digest]) => newest.manifest.digests?.[part] !== digest);
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
  completeDataFolder(options, tables, output, result.name);
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
      const manifest = readJson(file);
      if (typeof manifest !== 'object' || manifest === null)
        throw new UsageError(`${file} is damaged: it is no JSON object`);
      found.set(name, { name, folder: release, manifest });
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
