import path from 'node:path';
import { exists, hashFile, listFiles, readText } from '../../effects/files.ts';
import { isTwin } from '../../model/twin.ts';
import { RELEASE_NAME } from '../../model/release-name.ts';
import { readManifest } from '../../release/read-published.ts';

/** Every file as the manifest and SHA256SUMS say, and nothing else. */
export function checkFiles(release: string): string[] {
  const manifest = readManifest(release);
  if (manifest === undefined) return ['manifest.json is missing or damaged'];
  const name = path.basename(path.resolve(release));
  const renamed =
    RELEASE_NAME.test(name) && manifest.release !== name
      ? [`the manifest is of release ${manifest.release ?? 'unknown'}`]
      : [];
  const sums = path.join(release, 'SHA256SUMS');
  const lines = exists(sums) ? readText(sums).split('\n').filter(Boolean) : [];
  const bySums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const present = new Set(listFiles(release).flatMap(({ path: file }) => (isTwin(file) ? [] : file)));
  const faults = manifest.files.flatMap(({ path: file, bytes, sha256 }): string[] => {
    if (!present.has(file)) return [`${file} is missing`];
    const found = hashFile(path.join(release, file));
    const sum = bySums.get(file);
    return [
      ...(found.bytes === bytes ? [] : [`${file} has ${String(found.bytes)} bytes, expected ${String(bytes)}`]),
      ...(found.sha256 === sha256 ? [] : [`${file} does not have its SHA-256`]),
      ...(sum === sha256 ? [] : [`${file} ${sum === undefined ? 'is not in' : 'has another sum in'} SHA256SUMS`]),
    ];
  });
  const known = new Set([...manifest.files.map((file) => file.path), 'manifest.json', 'SHA256SUMS']);
  const unknown = [...present].filter((file) => !known.has(file)).map((file) => `${file} is not in the manifest`);
  const onlySums = [...bySums.keys()]
    .filter((file) => !known.has(file))
    .map((file) => `${file} is in SHA256SUMS and not in the manifest`);
  return [...renamed, ...faults, ...unknown, ...onlySums];
}
