import type { Issue } from '../model/issue.ts';
import type { SourceFile } from '../model/project.ts';
import { location } from 'vfile-location';
import { LIMITS } from './limits.ts';

/** What is saved by programs that may not know UTF-8: lists and pages. Text and Markdown are written in UTF-8 or are damaged. */
const MAY_BE_WINDOWS = /\.(?:csv|tsv|html?|xhtml)$/i;

/**
 * Text of a document: UTF-8 (a byte-order mark stays, so that offsets cover every byte), UTF-16 where a byte-order mark says so, and a
 * list or a saved page that is neither in Windows-1252, which is what calls itself ISO-8859-1. Anything else is no text and gives an issue.
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
  const wide = decodeUtf16(file.bytes);
  if (wide !== undefined) return { text: wide };
  const zero = file.bytes.indexOf(0);
  if (zero >= 0) return refuse(`unexpected binary data at byte ${String(zero)}, expected text`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes) };
  } catch {
    if (MAY_BE_WINDOWS.test(file.path)) return { text: decodeWindows1252(file.bytes) };
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

/** UTF-16 with a byte-order mark, which stays; half a character at the end is left out as damage. */
function decodeUtf16(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const name =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  return name === undefined ? undefined : new TextDecoder(name, { ignoreBOM: true }).decode(bytes);
}

/** Characters of the bytes 0x80 to 0x9F; `\uFFFD` where Windows-1252 has none. (https://encoding.spec.whatwg.org/#windows-1252) */
const WINDOWS = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

/** All other bytes are the code points of their numbers. Node's own decoder of this name leaves 0x80 to 0x9F control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  return parts.join('').replace(/[\u0080-\u009f]/g, (control) => WINDOWS.charAt(control.charCodeAt(0) - 0x80));
}
