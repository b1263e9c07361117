import type { Quote } from '../model/issue.ts';
import { UNWANTED, splitLines, type Span } from './lines.ts';

/** How much of a value, and of its line before and behind it, a quote has; in characters. */
const LENGTHS = { before: 80, value: 160, behind: 60 };
/** Personal data is looked for in a wider piece, across line breaks, so that none is cut in two and missed. In characters. */
const WIDER = 240;

export interface QuoteSource {
  readonly text: string;
  /** The entry: a quote goes no further. */
  readonly entry: Span;
  /** What is withheld by its label: a quote ends before it. */
  readonly withheld: readonly Span[];
  /** In a list the rest of a line is other values, with rules of their own: only the value is quoted. */
  readonly isList: boolean;
  /** Takes personal data out of a text: the only place where a quote meets the redactor. */
  readonly redact: (text: string) => string;
  /** Where the same would take something out. */
  readonly find: (text: string) => readonly Span[];
}

type Parts = readonly [before: string, value: string, behind: string];

export interface Quoter {
  readonly quote: (value: Span) => Quote;
  /** Whether a text stands in the entry as it is, and nothing personal was found there: it need not be looked through by itself. */
  readonly isHarmless: (text: string) => boolean;
}

/**
 * Quotes the source lines of one entry's values, personal data withheld, cut around the value. The entry is looked through once; only a
 * line in which something was found is looked through again, with what stands around it.
 */
export function createQuoter(source: QuoteSource): Quoter {
  const { text, entry, withheld, isList, redact } = source;
  const { personal, found, searched } = isList ? { personal: [entry], found: [], searched: '' } : search(source);
  const isHarmless = (value: string): boolean => {
    const at = isList ? -1 : searched.indexOf(value);
    return at >= 0 && !found.some(({ start, end }) => start <= at + value.length && end >= at);
  };
  const quote = ({ start, end }: Span): Quote => {
    const from = withheld.reduce(
      (limit, span) => (span.end <= start ? Math.max(limit, span.end) : limit),
      Math.max(0, Math.min(entry.start, start), start - WIDER),
    );
    const to = withheld.reduce(
      (limit, span) => (span.start >= end ? Math.min(limit, span.start) : limit),
      Math.min(Math.max(entry.end, end), end + WIDER),
    );
    const valueEnd = Math.min(end, start + LENGTHS.value + WIDER);
    // The line alone: what is on other lines would be cut off again.
    const line = from + lengthBeforeBreak(text.slice(from, start));
    const [value, hasBreak] = takeFirstLine(text.slice(start, valueEnd));
    const behind = hasBreak ? '' : takeFirstLine(text.slice(end, to))[0];
    const lineEnd = hasBreak ? start + value.length : end + behind.length;
    if (!personal.some((span) => span.start <= lineEnd && span.end > line))
      return cut(takeLine([clean(text.slice(line, start)), clean(value), clean(behind)]));
    const parts: Parts = [
      isList ? '' : clean(text.slice(from, start)),
      clean(text.slice(start, valueEnd)),
      isList ? '' : clean(text.slice(end, to)),
    ];
    return cut(takeLine(redactParts(parts, redact)));
  };
  return { quote, isHarmless };
}

const BREAK = /\r\n?|[\n\u0085\u2028\u2029]/;

/** Length of all lines but the last. */
function lengthBeforeBreak(text: string): number {
  let end = text.length;
  while (end > 0 && !BREAK.test(text.charAt(end - 1))) end -= 1;
  return end;
}

function takeFirstLine(text: string): readonly [line: string, hasBreak: boolean] {
  const at = text.search(BREAK);
  return at < 0 ? [text, false] : [text.slice(0, at), true];
}

interface Searched {
  /** Spans of the lines in which personal data lies. */
  readonly personal: readonly Span[];
  /** The whole entry read as one, tidied, and what was found in it. */
  readonly searched: string;
  readonly found: readonly Span[];
}

function search({ text, entry, find }: QuoteSource): Searched {
  const lines = splitLines(text, entry.start, entry.end);
  const cleaned = lines.map(({ start, end }) => clean(text.slice(start, end)));
  // With the last line's break, if it has one: nearly every page then reads as it did when its persons were gathered.
  const isOpen = (lines.at(-1)?.next ?? 0) === (lines.at(-1)?.end ?? 0);
  const searched = cleaned.join('\n') + (isOpen ? '' : '\n');
  const found = find(searched);
  if (found.length === 0) return { personal: [], searched, found };
  const spans: Span[] = [];
  let [at, index] = [0, 0];
  lines.forEach(({ start, next }, number) => {
    const end = at + (cleaned[number]?.length ?? 0);
    while (index < found.length && (found[index]?.end ?? 0) < at) index += 1;
    if ((found[index]?.start ?? Infinity) <= end) spans.push({ start, end: next });
    at = end + 1;
  });
  return { personal: spans, searched, found };
}

/** Nothing to do: letters that NFC leaves alone, single spaces between words. */
const PLAIN =
  /^ ?(?:[\x21-\x7e\xa1-\xac\xae-\u017f\u2010-\u2027\u20ac]+(?: [\x21-\x7e\xa1-\xac\xae-\u017f\u2010-\u2027\u20ac]+)*)? ?$/;

/** One kind of line break, one space for many, no control characters. */
function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(UNWANTED, '')
    .replace(/[^\S\n]+/g, ' ');
}

/** Where the whole reads otherwise than its parts, something lies across a border: then the whole is the value. */
function redactParts(parts: Parts, redact: QuoteSource['redact']): Parts {
  const joined = parts.join('');
  const whole = redact(joined);
  if (whole === joined) return parts;
  const each: Parts = [redact(parts[0]), redact(parts[1]), redact(parts[2])];
  return each.join('') === whole ? each : ['', whole, ''];
}

/** The line that the value begins in. */
function takeLine([before, value, behind]: Parts): Parts {
  const lineBreak = value.indexOf('\n');
  return [
    before.slice(before.lastIndexOf('\n') + 1),
    lineBreak < 0 ? value : value.slice(0, lineBreak),
    lineBreak < 0 ? (behind.split('\n', 1)[0] ?? '') : '',
  ];
}

function cut([before, value, behind]: Parts): Quote {
  const start = before.length <= LENGTHS.before ? before.trimStart() : `…${before.slice(-LENGTHS.before)}`;
  const middle = value.length <= LENGTHS.value ? value : `${value.slice(0, LENGTHS.value)}…`;
  const end = behind.length <= LENGTHS.behind ? behind.trimEnd() : `${behind.slice(0, LENGTHS.behind)}…`;
  return { text: start + middle + end, start: start.length, end: start.length + middle.length };
}
