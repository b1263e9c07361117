import { hashBytes, readBytes, sizeOf } from '../effects/files.ts';
import { UsageError } from '../effects/usage-error.ts';
import { DOCUMENT_BYTES } from '../model/document-bytes.ts';
import type { DocumentEntries, SourceFile } from '../model/project.ts';
import { guard } from '../guard.ts';
import type { DocumentReference } from './list-documents.ts';

/**
 * Reads one document.
 * @throws UsageError where the system cannot, and for one that is larger than any document
 */
export function readDocument({ path, file, retrieved, sourceUrl }: DocumentReference): SourceFile {
  const size = sizeOf(file) ?? 0;
  if (size > DOCUMENT_BYTES) throw new UsageError(describeSize(size));
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
  let document: SourceFile;
  try {
    document = readDocument(reference);
  } catch (error) {
    const message = describeReadError(error);
    const issue = {
      code: 'read/unreadable-file',
      severity: 'error',
      ...placeOf(reference),
      message,
      count: 1,
    } as const;
    return { entries: [], issues: [issue] };
  }
  return takeRead(document, take);
}

/** The same of a document that has been read. */
export function takeRead(document: SourceFile, take: (document: SourceFile) => DocumentEntries): DocumentEntries {
  const { value, issues } = guard('internal/document-failed', placeOf(document), () => ({
    value: take(document),
    issues: [],
  }));
  return { ...(value ?? { entries: [], issues }), sha256: document.sha256 };
}

const placeOf = ({ path }: { readonly path: string }) => ({ document: path, line: 1, column: 1 });

const describeSize = (bytes: number): string =>
  `unexpected size of ${String(bytes)} bytes, expected at most ${String(DOCUMENT_BYTES)}`;

/** What the system says against a file names its path on this machine, which is nobody's business. */
function describeReadError(error: unknown): string {
  const cause = error instanceof UsageError ? error.cause : error;
  if (error instanceof UsageError && cause === undefined) return error.message;
  const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
  return `unexpected file that cannot be read (${why}), expected a readable one`;
}
