/** Half-open span of UTF-16 offsets in one document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One line: its content without and with the line break, and its tidied text. */
export interface Line extends Span {
  /** Offset behind the line break. */
  readonly next: number;
  readonly tidy: string;
}

/**
 * What no value carries: C0 and C1 control characters but tab and the line breaks; the controls of direction (Unicode, UAX #9), which
 * show a text as another than it is; halves of surrogate pairs, which UTF-8 cannot write, and noncharacters, which XML and HTML refuse.
 */
export const UNWANTED = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Other characters that break a line: next line, line separator, paragraph separator. */
const OTHER_BREAKS = /[\u0085\u2028\u2029]/gu;

/** White space inside a line: Unicode space separators (no-break spaces too) and tab. */
const SPACES = /[\p{Zs}\t]+/gu;

/** Letters and signs that NFC leaves alone, single spaces between them: most lines, and nothing to do for them. */
const TIDY = /^(?:[\x21-\x7e\xa1-\u017f\u2010-\u2027\u20ac]+(?: [\x21-\x7e\xa1-\u017f\u2010-\u2027\u20ac]+)*)?$/;

/** Whether nothing of a text is to be seen: it is not worth a quote. */
export const isInvisible = (text: string): boolean => /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u.test(text);

/** NFC, runs of spaces made one, nothing unwanted, trimmed; a leading byte-order mark is no text. */
export function tidy(text: string): string {
  if (TIDY.test(text)) return text;
  return text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .replace(OTHER_BREAKS, ' ')
    .replace(UNWANTED, '')
    .replace(SPACES, ' ')
    .trim();
}

/**
 * Lines of a text; LF, CRLF, CR, next line (U+0085) and line separator (U+2028) end a line, a paragraph separator (U+2029) a paragraph:
 * it is an empty line of its own. Their spans, breaks included, cover the text without gaps.
 */
export function splitLines(text: string, from = 0, to = text.length): readonly Line[] {
  // A page is split whole when it is scanned, and then by its parts.
  if (last.text !== text) last = { text, lines: splitAt(text, /\r\n|[\n\r\u0085\u2028\u2029]/gu) };
  const { lines } = last;
  if (from >= to) return [];
  if (from === 0 && to === text.length) return lines;
  const first = findLine(lines, from);
  const final = findLine(lines, to - 1);
  const whole = lines.slice(first, final + 1);
  const cut = (at: number, line: Line | undefined): void => {
    if (line === undefined) return;
    const start = Math.max(line.start, from);
    const end = Math.max(start, Math.min(line.end, to));
    whole[at] = { start, end, next: line.end >= to ? to : line.next, tidy: tidy(text.slice(start, end)) };
  };
  cut(0, whole[0]);
  cut(whole.length - 1, whole.at(-1));
  return whole;
}

let last: { readonly text: string; readonly lines: readonly Line[] } = { text: '', lines: [] };

/** Index of the line that an offset lies in, its break included. */
function findLine(lines: readonly Line[], offset: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.next ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lines of a list, whose rows end with LF, CRLF or CR alone: the other breaks are a cell's own. */
export function splitRows(text: string): Line[] {
  return splitAt(text, /\r\n|\n|\r/g);
}

function splitAt(text: string, breaks: RegExp): Line[] {
  const lines: Line[] = [];
  const to = text.length;
  let start = 0;
  while (start < to) {
    breaks.lastIndex = start;
    const match = breaks.exec(text);
    const end = match?.index ?? to;
    const isParagraph = match?.[0] === '\u2029' && end > start;
    const next = isParagraph ? end : end + (match?.[0].length ?? 0);
    lines.push({ start, end, next, tidy: tidy(text.slice(start, end)) });
    start = next;
  }
  return lines;
}

/** The span without spaces at its ends and what no value carries. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  for (let sign = signAt(text, start); start < end && BLANK.test(sign); sign = signAt(text, start))
    start += sign.length;
  for (let sign = signBefore(text, end); end > start && BLANK.test(sign); sign = signBefore(text, end))
    end -= sign.length;
  return { start, end: Math.max(start, end) };
}

const BLANK = /[\p{Zs}\p{Cc}\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}\uFEFF]/u;

/** A sign can be two units of a text. */
const signAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

function signBefore(text: string, end: number): string {
  const pair = text.slice(Math.max(0, end - 2), end);
  return pair.length === 2 && (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1);
}

/** Trimmed spans of the parts between separators; empty parts are left out. */
export function splitSpan(text: string, span: Span, separator: RegExp): Span[] {
  const parts: Span[] = [];
  let start = span.start;
  const pattern = new RegExp(separator.source, separator.flags.includes('g') ? separator.flags : `${separator.flags}g`);
  const slice = text.slice(span.start, span.end);
  for (const match of slice.matchAll(pattern)) {
    parts.push({ start, end: span.start + match.index });
    start = span.start + match.index + match[0].length;
  }
  parts.push({ start, end: span.end });
  return parts.map((part) => trimSpan(text, part)).filter((part) => part.end > part.start);
}

/** Names a span in a map. */
export const keySpan = ({ start, end }: Span): string => `${String(start)}:${String(end)}`;
