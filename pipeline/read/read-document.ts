import { hashBytes, readBytes } from '../effects/files.ts';
import type { DocumentEntries, SourceFile } from '../model/project.ts';
import { guard } from '../guard.ts';
import type { DocumentReference } from './list-documents.ts';

/** Reads one document. Throws where the system cannot. */
export function readDocument({ path, file, retrieved, sourceUrl }: DocumentReference): SourceFile {
  const bytes = readBytes(file);
  return {
    path,
    bytes,
    sha256: hashBytes(bytes),
    ...(retrieved === undefined ? {} : { retrieved }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
  };
}

/** What is made of one document, whatever becomes of it: one that cannot be read or that makes us fail is an issue, not the end. */
export function takeDocument(
  reference: DocumentReference,
  take: (document: SourceFile) => DocumentEntries,
): DocumentEntries {
  const place = { document: reference.path, line: 1, column: 1 };
  let document: SourceFile;
  try {
    document = readDocument(reference);
  } catch (error) {
    const why = describeReadError(error);
    const message = `unexpected file that cannot be read (${why}), expected a readable one`;
    const issue = { code: 'read/unreadable-file', severity: 'error', ...place, message, count: 1 } as const;
    return { entries: [], issues: [issue] };
  }
  const { value, issues } = guard('internal/document-failed', place, () => ({ value: take(document), issues: [] }));
  return { ...(value ?? { entries: [], issues }), sha256: document.sha256 };
}

function describeReadError(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
}
