import type { Quote } from '../model/issue.ts';
import { CONTROL_CHARACTERS, type Span } from './lines.ts';

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
}

type Parts = readonly [before: string, value: string, behind: string];

/** The source line of a value, personal data withheld, cut around the value. */
export function quoteValue({ text, entry, withheld, isList, redact }: QuoteSource, { start, end }: Span): Quote {
  const from = withheld.reduce(
    (limit, span) => (span.end <= start ? Math.max(limit, span.end) : limit),
    Math.max(0, Math.min(entry.start, start), start - WIDER),
  );
  const to = withheld.reduce(
    (limit, span) => (span.start >= end ? Math.min(limit, span.start) : limit),
    Math.min(Math.max(entry.end, end), end + WIDER),
  );
  const parts: Parts = [
    isList ? '' : clean(text.slice(from, start)),
    clean(text.slice(start, Math.min(end, start + LENGTHS.value + WIDER))),
    isList ? '' : clean(text.slice(end, to)),
  ];
  return cut(takeLine(redactParts(parts, redact)));
}

/** One kind of line break, one space for many, no control characters. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROL_CHARACTERS, '')
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
