import path from 'node:path';
import { readJson } from '../../effects/files.ts';
import type { Manifest } from '../../model/schema-types.ts';

/** A release's manifest, as far as it is one: `undefined` where it is missing, no JSON, or lists no files. */
export function readManifest(release: string): Manifest | undefined {
  const manifest = readJson(path.join(release, 'manifest.json')) as Partial<Manifest> | undefined | null;
  return Array.isArray(manifest?.files) ? (manifest as Manifest) : undefined;
}
