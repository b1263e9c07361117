/** Collections that what is shown is tried on: fictional projects of every shape, and the real list where it is at hand. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../pipeline/cli.ts';
import { readPlaces } from '../demo/places.ts';
import { writeDocuments } from '../demo/write-documents.ts';
import { lookFor, SHARED } from '../missing.ts';
import { ROOT } from './make-site.ts';

const LISTS = path.join(SHARED, 'lists');
const real = lookFor('lists');

/** Names for `describe.each`, and whether the collection is at hand. */
export const COLLECTIONS: readonly (readonly [name: string, isThere: boolean])[] = [
  ['fictional projects', true],
  [`the real list${real.note}`, !real.isMissing],
];

export interface Collection {
  /** Folder with the release in `dist`, which has no site. */
  readonly folder: string;
  remove: () => void;
}

/** Builds the release of a collection. */
export async function buildCollection(name: string): Promise<Collection> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-collection-'));
  let documents = LISTS;
  if (name === 'fictional projects') {
    documents = path.join(folder, 'documents');
    mkdirSync(documents, { recursive: true });
    writeDocuments(documents, readPlaces(ROOT), 150, 7);
  }
  const config = { documents: [documents], releases: 'releases', site: false };
  writeFileSync(path.join(folder, 'hankekartta.config.json'), JSON.stringify(config));
  const before = process.cwd();
  process.chdir(folder);
  try {
    const status = await main(['build', '--release', '2026-11-25'], ROOT);
    if (status !== 0) throw new Error(`the build of ${name} ended with ${status}`);
  } finally {
    process.chdir(before);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
