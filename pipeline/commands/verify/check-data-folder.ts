import path from 'node:path';
import { exists, hashFile, isFolder, listFolder, readText } from '../../effects/files.ts';
import { compareReleases, RELEASE_NAME } from '../../model/release-name.ts';
import type { Releases } from '../../model/schema-types.ts';
import { readManifest, readReleases } from '../../release/read-published.ts';

/** `releases.json` against the releases and archives that are there; `latest` against the newest of them. */
export function checkDataFolder(data: string): string[] {
  const releases = readReleases(data);
  if (releases === undefined) return ['releases.json is damaged'];
  const listed = releases.map(({ release }) => release);
  const present = listFolder(data).filter((name) => RELEASE_NAME.test(name) && isFolder(path.join(data, name)));
  const order = [...listed].sort((a, b) => compareReleases(b, a));
  return [
    ...present.filter((name) => !listed.includes(name)).map((name) => `release ${name} is not in releases.json`),
    ...(order.join() === listed.join() ? [] : ['releases.json is not in order, newest first']),
    ...releases.flatMap((release) => checkListed(data, release, present)),
    ...checkLatest(data, order[0]),
  ];
}

function checkListed(data: string, listed: Releases['releases'][number], present: readonly string[]): string[] {
  const { release, archive, archive_bytes: bytes, archive_sha256: sha256, project_count: projects } = listed;
  if (!present.includes(release)) return [`release ${release} is missing`];
  const counted = readManifest(path.join(data, release))?.counts?.['projects'];
  const counts =
    counted === undefined || counted === projects
      ? []
      : [`releases.json counts ${String(projects)} projects in ${release}, its manifest ${String(counted)}`];
  if (archive === undefined) return counts;
  const file = path.join(data, archive);
  if (!exists(file)) return [...counts, `${archive} is missing`];
  const found = hashFile(file);
  const same = found.bytes === bytes && found.sha256 === sha256;
  return same ? counts : [...counts, `${archive} does not have its SHA-256`];
}

/** `latest` repeats the newest release file by file. */
function checkLatest(data: string, newest: string | undefined): string[] {
  const sums = [newest ?? '', 'latest'].map((name) => path.join(data, name, 'SHA256SUMS'));
  const texts = sums.map((file) => (exists(file) ? readText(file) : undefined));
  return texts[0] !== undefined && texts[0] === texts[1] ? [] : ['latest is not the newest release of releases.json'];
}
