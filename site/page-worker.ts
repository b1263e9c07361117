import { Tinypool } from 'tinypool';
import { buildPart, type SiteOptions, type SitePart } from './build.ts';
import { openQueue } from './queue.ts';

/** What a worker answers. An error that crosses threads keeps only its words, so what else it says goes beside it. */
export type Answer = { readonly part: SitePart } | { readonly error: unknown; readonly facts: object };

const counters = Tinypool.workerData as SharedArrayBuffer;

/** Makes the pages of a site that no other worker makes, in a worker thread. */
export default async function makePart(options: SiteOptions): Promise<Answer> {
  try {
    return { part: await buildPart(options, openQueue(counters)) };
  } catch (error) {
    return { error, facts: { ...(error as object) } };
  }
}
