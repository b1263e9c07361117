import path from 'node:path';
import type { Settings } from '../config.ts';
import type { Context } from '../context.ts';
import { deflate } from '../effects/deflate.ts';
import {
  copyFile,
  type DocumentFile,
  hashBytes,
  linkOrCopy,
  listFiles,
  listFolder,
  readBytes,
  readJson,
  readText,
  sizeOf,
  writeFile,
} from '../effects/files.ts';
import { readChunks } from '../effects/open-to-read.ts';
import { openSink } from '../effects/open-sink.ts';
import { say } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import type { WrittenFile } from '../model/sink.ts';
import type { Output } from './output.ts';
import { listApiFiles } from '../publish/api.ts';
import { compareReleases, RELEASE_NAME } from '../model/release-name.ts';
import { listRemoved } from '../publish/removed.ts';
import { zipFolder } from '../publish/zip.ts';
import { isTwin } from '../model/twin.ts';
import type { Changes, Manifest, Releases } from '../model/schema-types.ts';
import type { Tables } from './tables.ts';
import type { ReleasePlan } from './plan-release.ts';
import type { EarlierRelease } from './read-published.ts';
import { toJson } from './to-json.ts';

/** Completes an output whose new release, if there is one, is in place: earlier releases, archives, `latest`, `releases.json`, withdrawn projects, API, schemas. */
export function completeOutput(
  plan: ReleasePlan,
  settings: Settings,
  { areaHistory }: Context,
  tables: Tables,
  output: Output,
): void {
  const data = path.join(output.folder, 'data');
  for (const release of plan.earlier) carryOver(release, data, output);
  const archives = new Map(listReleases(data).map((name) => [name, archiveRelease(data, name, plan.earlier)]));
  // A copy: whoever edits it must not change the release.
  for (const file of listReleaseFiles(path.join(data, plan.name)))
    copyFile(file.file, path.join(data, 'latest', file.path));
  writeFile(path.join(data, 'releases.json'), toJson(describeReleases(data, archives)));
  const removed = listRemoved(readAllChanges(data));
  writeFile(path.join(data, 'removed.json'), toJson(removed));
  for (const { path: name, content } of listApiFiles(tables.data, removed, areaHistory, tables.quotes))
    writeFile(path.join(output.folder, 'api', name), toJson(content));
  copySchemas(settings, output);
}

/** What a release consists of: compressed twins lie beside its files and are none of them. */
function listReleaseFiles(folder: string): DocumentFile[] {
  return listFiles(folder).filter(({ path: name }) => !isTwin(name));
}

/** Takes an earlier release and its archive over as they are, its compressed twins too: they are dear to make. */
function carryOver(release: EarlierRelease, data: string, output: Output): void {
  // What is kept with the sources is copied: a link would let a change of the output reach it.
  const take = (from: string, to: string): void => {
    (from.startsWith(output.out + path.sep) ? linkOrCopy : copyFile)(from, to);
  };
  for (const file of listFiles(release.folder)) take(file.file, path.join(data, release.name, file.path));
  if (release.archive !== undefined) take(release.archive, path.join(data, `${release.name}.zip`));
}

/** Oldest first. */
function listReleases(data: string): string[] {
  return listFolder(data)
    .filter((name) => RELEASE_NAME.test(name))
    .sort(compareReleases);
}

/** Sizes and places in an archive are numbers of 32 bits. */
const MOST_ZIPPED = 2 ** 32 - 1;

/** The archive beside a release's folder: the one that was published, which the plan has held against its hash, or one made now. */
function archiveRelease(data: string, name: string, earlier: readonly EarlierRelease[]): WrittenFile {
  const { archive, archiveHash } = earlier.find((release) => release.name === name) ?? {};
  if (archive !== undefined && archiveHash !== undefined)
    return { bytes: sizeOf(path.join(data, `${name}.zip`)) ?? 0, sha256: archiveHash };
  const made = zipRelease(data, name);
  if (archiveHash !== undefined && archiveHash !== made.sha256)
    say(`hankekartta: ${name}.zip was made anew and holds the same in other bytes than the one that was published`);
  return made;
}

function zipRelease(data: string, name: string): WrittenFile {
  const sink = openSink(path.join(data, `${name}.zip`));
  const files = listReleaseFiles(path.join(data, name)).map((file) => ({
    name: `${name}/${file.path}`,
    read: () => readChunks(file.file),
  }));
  zipFolder(files, name, sink, deflate);
  const made = sink.close();
  const largest = listReleaseFiles(path.join(data, name)).find(({ file }) => (sizeOf(file) ?? 0) > MOST_ZIPPED);
  if (made.bytes > MOST_ZIPPED || largest !== undefined)
    throw new UsageError(
      `${largest?.path ?? `${name}.zip`} would pass 4 GB, which an archive cannot hold: publish the documents as several collections. Nothing was published.`,
    );
  return made;
}

/** A release that an older version of the program wrote may lack what is written today. */
function readManifest(data: string, name: string): Partial<Manifest> {
  return readJson(path.join(data, name, 'manifest.json')) as Partial<Manifest>;
}

function readChanges(data: string, name: string): Changes[] {
  const changes = readJson(path.join(data, name, 'changes.json'));
  return Array.isArray(changes) ? (changes as Changes[]) : [];
}

/** The change sets of all releases of the folder, oldest first. */
function readAllChanges(data: string): Parameters<typeof listRemoved>[0] {
  return listReleases(data).map((name) => ({
    previous: readManifest(data, name).previous_release,
    changes: readChanges(data, name),
  }));
}

/** `releases.json`: every release of the folder, newest first. */
function describeReleases(data: string, archives: ReadonlyMap<string, WrittenFile>): Releases {
  return {
    releases: [...archives].reverse().map(([name, archive]) => {
      const manifest = readManifest(data, name);
      const changes = readChanges(data, name);
      const count = (kind: Changes['change']): number =>
        new Set(changes.filter(({ change }) => change === kind).map(({ project_id: id }) => id)).size;
      const since = { added_count: count('added'), changed_count: count('changed'), removed_count: count('removed') };
      return {
        release: name,
        schema_version: manifest.schema_version ?? '',
        boundary_vintage: manifest.boundary_vintage ?? 0,
        ...(manifest.previous_release === undefined ? {} : { previous_release: manifest.previous_release, ...since }),
        project_count: manifest.counts?.['projects'] ?? 0,
        manifest: `${name}/manifest.json`,
        manifest_sha256: hashBytes(readBytes(path.join(data, name, 'manifest.json'))),
        archive: `${name}.zip`,
        archive_bytes: archive.bytes,
        archive_sha256: archive.sha256,
      };
    }),
  };
}

/** Every schema version stays at its address; where the configuration names another base, the `$id`s follow it. */
function copySchemas({ root, schemaBase }: Settings, output: Output): void {
  const folder = path.join(root, 'schemas');
  for (const { path: name, file } of listFiles(folder)) {
    // The generators and the page for developers are no part of a version.
    if (!name.includes('/')) continue;
    const target = path.join(output.folder, 'schemas', name);
    if (!name.endsWith('.schema.json')) copyFile(file, target);
    else
      writeFile(
        target,
        readText(file).replaceAll('https://hankekartta.example/', () => schemaBase),
      );
  }
}
