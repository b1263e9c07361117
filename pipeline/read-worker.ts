import { Tinypool } from 'tinypool';
import type { Settings } from './config.ts';
import { loadReadContext } from './context.ts';
import type { DocumentEntries } from './model/project.ts';
import type { DocumentReference } from './read/list-documents.ts';
import { takeDocument } from './read/read-document.ts';
import { toEntries } from './run.ts';

const context = loadReadContext(Tinypool.workerData as Pick<Settings, 'root' | 'privacy'>);

/** The flow's first half for a batch of documents, in a worker thread. */
export default function readBatch(documents: readonly DocumentReference[]): DocumentEntries[] {
  return documents.map((reference) => takeDocument(reference, (document) => toEntries(document, context)));
}
