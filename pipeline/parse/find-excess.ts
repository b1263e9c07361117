import { LIMITS } from './limits.ts';

/** What a document has too much of. */
export interface Excess {
  /** Where it becomes too much. */
  readonly offset: number;
  readonly message: string;
}

/** Below this length, in characters, no document can hold too much of anything: it is not counted. */
const UNCOUNTED = Math.min(LIMITS.lines, LIMITS.lineCharacters, LIMITS.separators, LIMITS.elements);
const [TAB, LINE_FEED, CARRIAGE_RETURN] = [0x09, 0x0a, 0x0d];
const SEPARATORS: ReadonlySet<number> = new Set([TAB, 0x2c, 0x3b, 0x7c]);
const OTHER_BREAKS: ReadonlySet<number> = new Set([0x85, 0x2028, 0x2029]);
/** A line that makes a heading of the one above, or a ruler. */
const UNDERLINE = /^ {0,3}(?:=+|-+)[^\S\r\n]*$/gm;

const refuse = (offset: number, what: string, most: number): Excess => ({
  offset,
  message: `unexpected document of more than ${String(most)} ${what}, expected at most as many`,
});

/**
 * The first thing that a text has more of than memory and time are made for: lines, characters of a line, separators.
 */
export function findExcess(text: string): Excess | undefined {
  if (text.length <= UNCOUNTED) return undefined;
  let [lines, start, separators] = [1, 0, 0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit === LINE_FEED || unit === CARRIAGE_RETURN || OTHER_BREAKS.has(unit)) {
      lines += 1;
      start = offset + 1;
      if (lines > LIMITS.lines) return refuse(offset, 'lines', LIMITS.lines);
    } else if (SEPARATORS.has(unit)) {
      separators += 1;
      if (separators > LIMITS.separators) return refuse(offset, 'commas, semicolons and tabs', LIMITS.separators);
    }
    if (offset - start >= LIMITS.lineCharacters) return refuse(start, 'characters in a line', LIMITS.lineCharacters);
  }
  return undefined;
}

/** Where a saved page has more elements than memory is made for. */
export function findExcessOfElements(source: string): Excess | undefined {
  if (source.length <= UNCOUNTED) return undefined;
  let elements = 0;
  for (let offset = source.indexOf('<'); offset >= 0; offset = source.indexOf('<', offset + 1)) {
    elements += 1;
    if (elements > LIMITS.elements) return refuse(offset, 'beginnings and ends of elements', LIMITS.elements);
  }
  return undefined;
}

/** What costs most in Markdown, whose parser is slower than ours. */
export function findExcessOfMarkdown(text: string): Excess | undefined {
  if (text.length > LIMITS.markdownCharacters)
    return refuse(LIMITS.markdownCharacters, 'characters of Markdown', LIMITS.markdownCharacters);
  let underlines = 0;
  for (const { index } of text.matchAll(UNDERLINE)) {
    underlines += 1;
    if (underlines > LIMITS.underlines) return refuse(index, 'underlined headings and rulers', LIMITS.underlines);
  }
  return undefined;
}
