import { pause } from '../effects/pause.ts';
import type { DocumentEntries, SourceFile } from '../model/project.ts';
import type { DocumentReference } from './list-documents.ts';
import type { KeptDocument, Memory } from './memory.ts';
import { readDocument, takeDocument, takeRead } from './read-document.ts';
import { readDocuments } from './read-documents.ts';

/**
 * What all documents gave, in their order: what the last run made of those that are as they were, the others read now.
 * @param take what is made of each document; the worker (pipeline/read-worker.ts) does the same
 */
export async function* recallDocuments<Head>(
  documents: readonly DocumentReference[],
  take: (document: SourceFile) => DocumentEntries,
  options: Parameters<typeof readDocuments>[2],
  memory: Memory<Head>,
): AsyncGenerator<KeptDocument<Head>> {
  if (options.jobs <= 1) {
    for (const reference of documents) yield recallOrTake(reference, take, memory);
    return;
  }
  const recalled: (KeptDocument<Head> | undefined)[] = [];
  for (const reference of documents) {
    recalled.push(recall(reference, memory, () => takeDocument(reference, take)));
    await pause();
  }
  const missing = documents.filter((_, index) => recalled[index] === undefined);
  const made = readDocuments(missing, take, options);
  for (const [index, reference] of documents.entries()) {
    const known = recalled[index];
    if (known !== undefined) {
      yield known;
      continue;
    }
    const next = await made.next();
    const result = next.done === true ? undefined : next.value;
    if (result === undefined) throw new Error('fewer results than documents');
    yield keep(result, () => readSame(reference, result), memory);
  }
}

/** In this thread each document is read once. */
function recallOrTake<Head>(
  reference: DocumentReference,
  take: (document: SourceFile) => DocumentEntries,
  memory: Memory<Head>,
): KeptDocument<Head> {
  const source = read(reference);
  const again = (): DocumentEntries => takeDocument(reference, take);
  if (source === undefined) return memory.keepDocument(again());
  return memory.recallDocument(source, again) ?? keep(takeRead(source, take), () => source, memory);
}

/** What made us fail may not do so the next time. */
function keep<Head>(
  made: DocumentEntries,
  find: () => SourceFile | undefined,
  memory: Memory<Head>,
): KeptDocument<Head> {
  const isOurs = made.issues.some(({ code }) => code.startsWith('internal/'));
  return memory.keepDocument(made, isOurs ? undefined : find());
}

/** A document that cannot be read is nowhere to be found. */
function read(reference: DocumentReference): SourceFile | undefined {
  try {
    return readDocument(reference);
  } catch {
    return undefined;
  }
}

function recall<Head>(
  reference: DocumentReference,
  memory: Memory<Head>,
  again: () => DocumentEntries,
): KeptDocument<Head> | undefined {
  const source = read(reference);
  return source === undefined ? undefined : memory.recallDocument(source, again);
}

/** The document, where it is still what the result was made of: a worker read it, or this thread, a moment ago. */
function readSame(reference: DocumentReference, { sha256 }: DocumentEntries): SourceFile | undefined {
  const source = read(reference);
  return source?.sha256 === sha256 ? source : undefined;
}
