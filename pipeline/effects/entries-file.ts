/**
 * What parsing and validating one document gave, as bytes that last: a line of JSON in characters of one byte. It holds what the redactor
 * has to know and nobody else may: whom the document names. Whoever keeps it keeps it where only the publisher can read.
 */
import type { DocumentEntries } from '../model/project.ts';
import { narrowJson } from './narrow-json.ts';

/** Pure: equal entries are equal bytes. What validation alone, or `check --withheld`, looks at is left out: nothing is built from it. */
export function encodeEntries({ entries, issues }: DocumentEntries): Buffer {
  const kept: DocumentEntries = {
    entries: entries.map((entry) => ({ ...entry, withheldAt: [], restated: [] })),
    issues,
  };
  return Buffer.from(`${narrowJson(JSON.stringify(kept))}\n`, 'latin1');
}

/**
 * What was encoded, by the same program: the shape is not looked at again, so a checksum must have been.
 * @param bytes of one document
 */
export function decodeEntries(bytes: Uint8Array): DocumentEntries {
  return JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  ) as DocumentEntries;
}
