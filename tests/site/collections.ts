/** Collections that what is shown is tried on: fictional projects of every shape, and the real list where it is at hand. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../pipeline/cli.ts';
import { readPlaces } from '../demo/places.ts';
import { writeDocuments } from '../demo/write-documents.ts';
import { lookFor, SHARED } from '../missing.ts';
import { ROOT } from './make-site.ts';

const FICTIONAL = 'fictional projects';
/** The list of all projects, which names no places, and the pages of some of them, which do. */
const REAL = ['lists', 'documents'];
const missing = REAL.map(lookFor).find(({ isMissing }) => isMissing);

/** Names for `describe.each`, and whether the collection is at hand. */
export const COLLECTIONS: readonly (readonly [name: string, isThere: boolean])[] = [
  [FICTIONAL, true],
  [`the real list and pages${missing?.note ?? ''}`, missing === undefined],
];

export interface Collection {
  /** Folder with the release in `dist`, which has no site. */
  readonly folder: string;
  remove: () => void;
}

/** Builds the release of a collection. */
export async function buildCollection(name: string): Promise<Collection> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-collection-'));
  let documents = REAL.map((place) => path.join(SHARED, place));
  if (name === FICTIONAL) {
    documents = [path.join(folder, 'documents')];
    mkdirSync(path.join(folder, 'documents'));
    writeDocuments(path.join(folder, 'documents'), readPlaces(ROOT), 150, 7);
  }
  const config = { documents, releases: 'releases', site: false };
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
