import type { Issue } from '../model/issue.ts';
import type { SourceFile } from '../model/project.ts';
import { location } from 'vfile-location';
import { LIMITS } from './limits.ts';

/** What is saved by programs that may not know UTF-8: lists and pages. Text and Markdown are written in UTF-8 or are damaged. */
const MAY_BE_WINDOWS = /\.(?:csv|tsv|html?|xhtml)$/i;

/**
 * Text of a document: UTF-8 (a byte-order mark stays, so that offsets cover every byte), UTF-16 where a byte-order mark says so, and a
 * list or a saved page that is neither in Windows-1252, which is what calls itself ISO-8859-1; one that is UTF-8 but for some bytes is
 * damaged, which is told. Anything else is no text and gives an issue alone.
 */
export function decodeDocument(file: SourceFile): { text: string; damage?: Issue } | { issue: Issue } {
  const refuse = (message: string, line = 1, column = 1): { issue: Issue } => ({
    issue: { code: 'parse/unreadable-bytes', severity: 'error', document: file.path, line, column, message, count: 1 },
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
    const found = MAY_BE_WINDOWS.test(file.path) ? weighUtf8(file.bytes) : undefined;
    if (found !== undefined && found.letters * RARE <= found.damages) return { text: decodeWindows1252(file.bytes) };
    const readable = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      file.bytes.subarray(0, countReadable(file.bytes)),
    );
    const { line, column } = location(readable).toPoint(readable.length) ?? { line: 1, column: 1 };
    if (found === undefined) return refuse('unexpected bytes that are not UTF-8, expected UTF-8 text', line, column);
    if (found.letters <= found.damages)
      return refuse('unexpected text of which some is UTF-8 and some is not, expected one encoding', line, column);
    const message = 'unexpected bytes that are not UTF-8 in a text that is, expected UTF-8: U+FFFD stands for each';
    const code = 'parse/damaged-text';
    return {
      text: found.text,
      damage: { code, severity: 'info', document: file.path, line, column, message, count: found.damages },
    };
  }
}

/** Letters of UTF-8 in a text of Windows-1252 are accidents, such as `Ö” ` that are one byte each: fewer than one to so many others. */
const RARE = 20;
/** What European texts have beyond ASCII: letters, signs, quotes and dashes. */
const EUROPEAN = /[\u00a0-\u024f\u2010-\u20cf]/gu;

/** A text read as UTF-8: its letters that need more than one byte, and the places that are none. */
function weighUtf8(bytes: Uint8Array): { readonly text: string; readonly letters: number; readonly damages: number } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const count = (pattern: RegExp): number => Array.from(text.matchAll(pattern)).length;
  // A replacement character that somebody saved is three bytes as any other letter.
  let saved = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) saved += 1;
  return { text, letters: count(EUROPEAN), damages: count(/\uFFFD/gu) - saved };
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
