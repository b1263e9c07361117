import path from 'node:path';
import fc from 'fast-check';
import { readPlaces } from '../demo/places.ts';
import { readParseContext } from '../parse/read-context.ts';
import { createDocuments, type Written } from './documents.ts';

export { toFile } from './documents.ts';

/** Seeded, so that a run can be repeated; other seeds were tried and are welcome. */
export const RUNS = { seed: 20260101, numRuns: 100 } as const;

export const places = readPlaces(path.resolve(import.meta.dirname, '../..'));
export const parseContext = readParseContext();

export const DOCUMENTS = createDocuments(places);

export const anyDocument: fc.Arbitrary<Written> = fc.oneof(...Object.values(DOCUMENTS));
