/** What published folders say of themselves, as far as it is what a build writes: a damaged file can hold anything. */
import path from 'node:path';
import { readJson } from '../effects/files.ts';
import type { Manifest, Releases } from '../model/schema-types.ts';

/** A manifest whose list of files can be relied on; of the rest an older version of the program may have written less. */
export type ReadManifest = Partial<Manifest> & Pick<Manifest, 'files'>;

/** A release that is there already: its name and where it lies. */
export interface EarlierRelease {
  readonly name: string;
  readonly folder: string;
  /** Written by this version of the program or an older one. */
  readonly manifest: ReadManifest;
  /** Where its archive lies, beside the release or in the output; `undefined` where it is to be made anew. */
  readonly archive: string | undefined;
  /** SHA-256 that its archive was published with. */
  readonly archiveHash: string | undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns `undefined` where the manifest of a release is missing, no JSON, or no list of files */
export function readManifest(release: string): ReadManifest | undefined {
  const value = readJson(path.join(release, 'manifest.json'));
  return isObject(value) && isManifest(value) ? value : undefined;
}

function isManifest(value: object): value is ReadManifest {
  const { files, schema_version: version, counts } = value as Partial<Record<keyof Manifest, unknown>>;
  return (
    Array.isArray(files) &&
    files.every(isListedFile) &&
    (version === undefined || typeof version === 'string') &&
    (counts === undefined || isObject(counts))
  );
}

const isListedFile = (file: unknown): boolean =>
  isObject(file) &&
  ['path', 'sha256', 'media_type'].every((key) => typeof file[key] === 'string') &&
  typeof file['bytes'] === 'number';

/** @returns the releases that `releases.json` of a data folder names; `undefined` where it is missing or does not name them */
export function readReleases(data: string): Releases['releases'] | undefined {
  const value = readJson(path.join(data, 'releases.json'));
  if (!isObject(value)) return undefined;
  const { releases } = value;
  return Array.isArray(releases) && releases.every(isListedRelease) ? (releases as Releases['releases']) : undefined;
}

function isListedRelease(release: unknown): boolean {
  if (!isObject(release)) return false;
  const { release: name, archive } = release;
  return typeof name === 'string' && (archive === undefined || typeof archive === 'string');
}
