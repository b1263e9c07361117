import { hashBytes, readBytes } from '../effects/files.ts';
import type { SourceFile } from '../model/project.ts';
import type { DocumentReference } from './list-documents.ts';

/** Reads one document. */
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
