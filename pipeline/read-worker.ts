import { Tinypool } from 'tinypool';
import { loadReadContext } from './context.ts';
import type { DocumentReference } from './documents.ts';
import { readEntries, type ReadResult } from './run.ts';

const context = loadReadContext(Tinypool.workerData as string);

/** Parses and validates a batch of documents in a worker thread. */
export default function readBatch(documents: readonly DocumentReference[]): ReadResult[] {
  return documents.map((reference) => readEntries(reference, context));
}
