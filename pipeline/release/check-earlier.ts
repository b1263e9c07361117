import path from 'node:path';
import { describeEnvironmentFault } from '../effects/environment-error.ts';
import {
  type FileState,
  hashBytes,
  hashFile,
  listFileStates,
  readBytes,
  readFileState,
  readJson,
  readText,
  writeFile,
} from '../effects/files.ts';
import { say } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import { isTwin } from '../model/twin.ts';
import type { Manifest, Releases } from '../model/schema-types.ts';
import { formatChecksums } from '../publish/manifest.ts';
import { type EarlierRelease, readManifest, readReleases } from './read-published.ts';

type Expected = Pick<Manifest['files'][number], 'path' | 'bytes' | 'sha256'>;

/** Files of a release that its manifest does not list: they list the others. */
const UNLISTED: ReadonlySet<string> = new Set(['manifest.json', 'SHA256SUMS']);

/**
 * Holds an earlier release and its archive against its own manifest before they are published again: nothing that was published may vanish
 * or change without a word. A file whose size and time are as they were when it was last found right is not hashed again.
 * @param published what `releases.json` says of it, where it does
 * @param memory folder of what the program remembers
 * @throws UsageError that names what is wrong and what to do
 */
export function checkEarlier(
  { name, folder, manifest, archive }: EarlierRelease,
  published: Partial<Releases['releases'][number]> | undefined,
  memory: string,
): void {
  const states = new Map(listFileStates(folder).map((state) => [state.path, state]));
  const place = placeOf(folder, memory);
  const known = readStates(readJson(place));
  /** @param state `undefined` where the file is not there */
  const findFault = (
    state: Omit<FileState, 'path'> | undefined,
    { path: file, bytes, sha256 }: Expected,
    within = folder,
  ): string[] => {
    if (state === undefined) return [`${file} is missing`];
    if (state.bytes !== bytes) return [`${file} has ${state.bytes} bytes, expected ${bytes}`];
    const seen = describeState(sha256, state);
    if (known.get(file) === seen) return [];
    if (hashFile(path.join(within, file)).sha256 !== sha256) return [`${file} was changed`];
    known.set(file, seen);
    return [];
  };
  const faults: string[] = [];
  const { manifest_sha256: manifestHash, archive_sha256: sha256, archive_bytes: bytes } = published ?? {};
  if (manifestHash !== undefined && hashBytes(readBytes(path.join(folder, 'manifest.json'))) !== manifestHash)
    faults.push('manifest.json is not the one that releases.json knows');
  for (const file of manifest.files) faults.push(...findFault(states.get(file.path), file));
  if (!states.has('SHA256SUMS')) faults.push('SHA256SUMS is missing');
  else if (readText(path.join(folder, 'SHA256SUMS')) !== formatChecksums(manifest.files))
    faults.push('SHA256SUMS says otherwise than the manifest');
  const listed = new Set([...UNLISTED, ...manifest.files.map((file) => file.path)]);
  for (const file of states.keys())
    if (!listed.has(file) && !isTwin(file)) faults.push(`${file} does not belong to it`);
  const stored = archive === undefined ? undefined : readFileState(archive);
  const archiveFault =
    archive === undefined || stored === undefined || sha256 === undefined
      ? undefined
      : findFault(stored, { path: `${name}.zip`, bytes: bytes ?? stored.bytes, sha256 }, path.dirname(archive))[0];
  if (faults.length > 0) {
    const more = faults.length > 3 ? `, and ${faults.length - 3} more faults` : '';
    const whole = stored === undefined || sha256 === undefined || archiveFault !== undefined ? undefined : archive;
    throw new UsageError(
      `release ${name} in ${folder} is damaged: ${faults.slice(0, 3).join(', ')}${more}. Nothing was published. ` +
        `Put the release back from ${whole === undefined ? 'a copy' : `its archive ${whole}, which is whole`}, or, to withdraw it knowingly, remove its folder and archive and its entry in data/releases.json.`,
    );
  }
  // One that is not there is made anew.
  if (archiveFault !== undefined)
    throw new UsageError(
      `the archive of release ${name} is damaged: ${archiveFault}. Nothing was published. Put ${archive ?? ''} back from a copy, or remove it: it is made anew of the release.`,
    );
  remember(known, name, place);
}

/** Remembers of a release that was written a moment ago that it is what its manifest says: the next build need not read it. */
export function rememberWritten(name: string, out: string, memory: string): void {
  const data = path.join(out, 'data');
  const folder = path.join(data, name);
  const known = new Map<string, string>();
  const add = (key: string, file: string, { bytes, sha256 }: Omit<Expected, 'path'>): void => {
    const state = readFileState(file);
    if (state?.bytes === bytes) known.set(key, describeState(sha256, state));
  };
  for (const file of readManifest(folder)?.files ?? []) add(file.path, path.join(folder, file.path), file);
  const { archive_bytes: bytes, archive_sha256: sha256 } =
    readReleases(data)?.find(({ release }) => release === name) ?? {};
  if (bytes !== undefined && sha256 !== undefined)
    add(`${name}.zip`, path.join(data, `${name}.zip`), { bytes, sha256 });
  remember(known, name, placeOf(folder, memory));
}

const placeOf = (folder: string, memory: string): string =>
  path.join(memory, 'verified', `${hashBytes(folder).slice(0, 16)}.json`);

const describeState = (sha256: string, { bytes, modified }: Omit<FileState, 'path'>): string =>
  `${sha256} ${bytes} ${modified}`;

function remember(known: ReadonlyMap<string, string>, name: string, place: string): void {
  try {
    writeFile(place, JSON.stringify([...known]));
  } catch (error) {
    const fault = describeEnvironmentFault(error);
    if (fault === undefined) throw error;
    say(`hankekartta: cannot remember that release ${name} is whole, ${fault}; the next build reads it anew`);
  }
}

function readStates(value: unknown): Map<string, string> {
  if (!Array.isArray(value)) return new Map();
  return new Map(
    value.flatMap((pair: unknown) =>
      Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string'
        ? [[pair[0], pair[1]] as const]
        : [],
    ),
  );
}
