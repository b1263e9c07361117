import { existsSync } from 'node:fs';
import path from 'node:path';

/** Materials that are not in the repository. */
export const SHARED = path.resolve(import.meta.dirname, '../../shared');

/**
 * Whether one of the shared materials is not at hand, and the words for it behind the name of the tests that need it: a run prints every
 * test that it leaves out (`skip-reporter.ts`).
 */
export function lookFor(place: string): { readonly isMissing: boolean; readonly note: string } {
  const isMissing = !existsSync(path.join(SHARED, place));
  return { isMissing, note: isMissing ? ` (../shared/${place} is not here)` : '' };
}
