import path from 'node:path';
import { describeEnvironmentFault } from '../effects/environment-error.ts';
import { hashBytes, hashFile, listFileStates, readBytes, readJson, writeFile } from '../effects/files.ts';
import { say } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import { isTwin } from '../model/twin.ts';
import type { Manifest } from '../model/schema-types.ts';

/** Files of a release that its manifest does not list: they list the others. */
const UNLISTED: ReadonlySet<string> = new Set(['manifest.json', 'SHA256SUMS']);

/**
 * Holds an earlier release against its own manifest before it is published again: nothing that was published may vanish or change
 * without a word. A file whose size and time are as they were when it was last found right is not hashed again.
 * @param manifestHash SHA-256 of its manifest, where `releases.json` says it
 * @param memory folder of what the program remembers
 * @throws UsageError that names what is wrong and what to do
 */
export function checkEarlier(
  release: { readonly name: string; readonly folder: string; readonly manifest: Partial<Manifest> },
  manifestHash: string | undefined,
  memory: string,
): void {
  const { name, folder, manifest } = release;
  const states = new Map(listFileStates(folder).map((state) => [state.path, state]));
  const place = path.join(memory, 'verified', `${hashBytes(folder).slice(0, 16)}.json`);
  const known = readStates(readJson(place));
  const faults: string[] = [];
  if (manifestHash !== undefined && hashBytes(readBytes(path.join(folder, 'manifest.json'))) !== manifestHash)
    faults.push('manifest.json is not the one that releases.json knows');
  const listed = new Set(UNLISTED);
  for (const { path: file, bytes, sha256 } of manifest.files ?? []) {
    listed.add(file);
    const state = states.get(file);
    if (state === undefined) faults.push(`${file} is missing`);
    else if (state.bytes !== bytes) faults.push(`${file} has ${state.bytes} bytes, expected ${bytes}`);
    else if (known.get(file) !== `${sha256} ${state.bytes} ${state.modified}`) {
      if (hashFile(path.join(folder, file)).sha256 === sha256)
        known.set(file, `${sha256} ${state.bytes} ${state.modified}`);
      else faults.push(`${file} was changed`);
    }
  }
  for (const file of states.keys())
    if (!listed.has(file) && !isTwin(file)) faults.push(`${file} does not belong to it`);
  if (faults.length > 0) {
    const more = faults.length > 3 ? `, and ${faults.length - 3} more faults` : '';
    throw new UsageError(
      `release ${name} in ${folder} is damaged: ${faults.slice(0, 3).join(', ')}${more}. Nothing was published. ` +
        `Put the release back from a copy (its archive ${name}.zip holds it), or, to withdraw it knowingly, remove its folder and archive and its entry in data/releases.json.`,
    );
  }
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
