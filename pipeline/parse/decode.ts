import type { Issue } from '../model/issue.ts';
import type { SourceFile } from '../model/project.ts';
import { location } from 'vfile-location';
import { LIMITS } from './limits.ts';

/**
 * Text of a document: UTF-8 (a byte-order mark stays, so that offsets cover every byte), a list in ISO-8859-1 if it is not UTF-8.
 * Anything else is no text and gives an issue.
 */
export function decodeDocument(file: SourceFile): { text: string } | { issue: Issue } {
  const refuse = (message: string, line = 1, column = 1, found?: string): { issue: Issue } => ({
    issue: {
      code: 'parse/unreadable-bytes',
      severity: 'error',
      document: file.path,
      line,
      column,
      message,
      ...(found === undefined ? {} : { found }),
      count: 1,
    },
  });
  if (file.bytes.length > LIMITS.documentBytes)
    return refuse(
      `unexpected size of ${String(file.bytes.length)} bytes, expected at most ${String(LIMITS.documentBytes)}`,
    );
  const zero = file.bytes.indexOf(0);
  if (zero >= 0) return refuse(`unexpected binary data at byte ${String(zero)}, expected text`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes) };
  } catch {
    if (/\.csv$/i.test(file.path)) return { text: decodeLatin1(file.bytes) };
    const readable = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      file.bytes.subarray(0, countReadable(file.bytes)),
    );
    const { line, column } = location(readable).toPoint(readable.length) ?? { line: 1, column: 1 };
    return refuse('unexpected bytes that are not UTF-8, expected UTF-8 text', line, column);
  }
}

/** Length of the longest beginning that is UTF-8, by bisection: what a beginning cannot be, no longer one can. */
function countReadable(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try {
      // In a stream, a character that is cut at the end is no fault; it is left out.
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  while (low > 0 && ((bytes[low - 1] ?? 0) & 0x80) !== 0 && !isWhole(bytes.subarray(0, low))) low -= 1;
  return low;
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** ISO-8859-1: every byte is the code point of its number (TextDecoder's `latin1` is Windows-1252). */
function decodeLatin1(bytes: Uint8Array): string {
  const decoder: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192)
    decoder.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  return decoder.join('');
}
