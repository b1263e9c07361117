/** Bytes that a document may have; one that is larger is told of and not read. */
export const DOCUMENT_BYTES = 64 * 1024 * 1024;
