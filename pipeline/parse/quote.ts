import type { Quote } from '../model/issue.ts';
import { CONTROL_CHARACTERS, type Span } from './lines.ts';

/** How much of a value, and of its line before and behind it, a quote has; in characters. */
const LENGTHS = { before: 80, value: 160, behind: 60 };
/** Personal data is looked for in a wider piece than is quoted, so that none is cut in two and missed. */
const WIDER = 400;

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

/** The source line of a value, personal data withheld, cut around the value. */
export function quoteValue(source: QuoteSource, span: Span): Quote {
  const { text, entry, withheld, isList, redact } = source;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = endOfLine(text, span.start);
  const valueEnd = Math.min(span.end, Math.max(lineEnd, span.start));
  const from = isList
    ? span.start
    : Math.max(lineStart, span.start - WIDER, entry.start, ...withheld.map(({ end }) => (end <= span.start ? end : 0)));
  const to = isList
    ? valueEnd
    : Math.max(
        valueEnd,
        Math.min(
          lineEnd,
          valueEnd + WIDER,
          entry.end,
          ...withheld.map(({ start }) => (start >= valueEnd ? start : Infinity)),
        ),
      );
  const [before, value, behind] = [
    text.slice(from, span.start),
    text.slice(span.start, Math.min(valueEnd, span.start + WIDER)),
    text.slice(valueEnd, to),
  ].map(clean) as [string, string, string];
  return cut(...redactParts([before, value, behind], redact));
}

/** Offset of the first line break at or behind a place, or of the text's end. */
function endOfLine(text: string, from: number): number {
  const lf = text.indexOf('\n', from);
  const end = lf < 0 ? text.length : lf;
  const cr = text.indexOf('\r', from);
  return cr < 0 || cr > end ? end : cr;
}

function clean(text: string): string {
  return text.normalize('NFC').replace(CONTROL_CHARACTERS, '').replace(/\s+/g, ' ');
}

/** Where the whole reads otherwise than its parts, something lies across a border: then the whole is the value. */
function redactParts(
  parts: readonly [string, string, string],
  redact: QuoteSource['redact'],
): [string, string, string] {
  const whole = redact(parts.join(''));
  if (whole === parts.join('')) return [...parts];
  const each = parts.map(redact) as [string, string, string];
  return each.join('') === whole ? each : ['', whole, ''];
}

function cut(before: string, value: string, behind: string): Quote {
  const start = before.length <= LENGTHS.before ? before.trimStart() : `…${before.slice(-LENGTHS.before)}`;
  const middle = value.length <= LENGTHS.value ? value : `${value.slice(0, LENGTHS.value)}…`;
  const end = behind.length <= LENGTHS.behind ? behind.trimEnd() : `${behind.slice(0, LENGTHS.behind)}…`;
  return { text: start + middle + end, start: start.length, end: start.length + middle.length };
}
