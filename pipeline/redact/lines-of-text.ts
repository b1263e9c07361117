import type { Span } from './span.ts';

export interface TextLine extends Span {
  readonly text: string;
}

export function splitText(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/**
 * The lines in which a pattern begins to match; the text is gone through once, a line only as far as the first match.
 * @param pattern global
 */
export function markLines(text: string, lines: readonly TextLine[], pattern: RegExp): ReadonlySet<number> {
  const marked = new Set<number>();
  let index = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    while ((lines[index]?.end ?? Infinity) < match.index) index += 1;
    marked.add(index);
    pattern.lastIndex = (lines[index]?.end ?? text.length) + 1;
  }
  return marked;
}

/** The line in which a span ends; it ends in none before `first`. */
export function lastLineOf({ end }: Span, lines: readonly TextLine[], first: number): number {
  let last = first;
  while ((lines[last]?.end ?? end) < end) last += 1;
  return last;
}

/** A span without the spaces at its ends. */
export function trim(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const value = part.trim();
  const from = start + part.indexOf(value);
  return value === '' ? { start, end: start } : { start: from, end: from + value.length };
}

export const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
