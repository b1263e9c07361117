import { Tinypool } from 'tinypool';
import type { DocumentEntries, SourceFile } from '../model/project.ts';
import type { DocumentReference } from './list-documents.ts';
import { takeDocument } from './read-document.ts';

/** Documents that a worker takes at a time: enough that passing them costs little. */
const BATCH = 50;

/**
 * Reads all documents, in their order whatever the number of workers.
 * @param take what is made of each document; the worker (pipeline/read-worker.ts) does the same
 * @param options `jobs` 1: in this thread; more: in so many worker threads
 */
export async function* readDocuments(
  documents: readonly DocumentReference[],
  take: (document: SourceFile) => DocumentEntries,
  options: { readonly root: string; readonly jobs: number; readonly privacy: object },
): AsyncGenerator<DocumentEntries> {
  if (options.jobs <= 1) {
    for (const reference of documents) yield takeDocument(reference, take);
    return;
  }
  // Compiled files lie flat in one folder (hankekartta.js), so the worker lies beside this one.
  const filename = new URL('./read-worker.js', import.meta.url).href;
  const workerData = { root: options.root, privacy: options.privacy };
  const pool = new Tinypool({ filename, minThreads: options.jobs, maxThreads: options.jobs, workerData });
  try {
    const batches = Array.from({ length: Math.ceil(documents.length / BATCH) }, (_, index) =>
      documents.slice(index * BATCH, (index + 1) * BATCH),
    );
    // A few batches ahead of the reader, so that results do not pile up in memory.
    const running: Promise<DocumentEntries[]>[] = [];
    for (let next = 0; next < batches.length || running.length > 0;) {
      while (next < batches.length && running.length < options.jobs * 2) {
        running.push(pool.run(batches[next]) as Promise<DocumentEntries[]>);
        next += 1;
      }
      yield* (await running.shift()) ?? [];
    }
  } finally {
    await pool.destroy();
  }
}
