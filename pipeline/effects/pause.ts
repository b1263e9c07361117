import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** In milliseconds: nobody notices it, and it costs nothing. */
const PERIOD = 50;
let last = 0;

/**
 * Gives everything else its turn where the last one is some time ago: above all a signal, which is heard in between alone. Awaiting what is
 * there already gives none, so whoever asks a run of thousands of documents to end would wait until all are done.
 */
export async function pause(): Promise<void> {
  if (performance.now() - last < PERIOD) return;
  await setImmediate();
  last = performance.now();
}

/** The items as they come, with a pause behind each. */
export async function* pausing<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  for await (const item of items) {
    yield item;
    await pause();
  }
}
