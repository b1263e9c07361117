import { splitLines, trimSpan, type Line, type Span } from '../lines.ts';
import type { DocumentTree, EntryNode, Leaf } from '../tree.ts';
import { valueSpan, type Reader } from '../readers.ts';
import { BENEFICIARY_LABELS, type Landmark } from './form.ts';
import { findLandmarks } from './landmarks.ts';

/** A page by this line opens, and a label follows it: two of them in one file are two pages. */
const FIRST_HEADING = '1 Hanke';
const FIRST_LABEL = /^Hankekoodi ?:/;
const PAGE_HEADERS = /^(?:Euroopan unioni|Vipuvoimaa EU:lta|Euroopan (?:sosiaalirahaston|aluekehitysrahaston) )/;

/** A text of family `eura2014` as a tree that covers it: pages, their lines, the parts of the form they belong to. */
export function scanEura2014(text: string): DocumentTree {
  const lines = splitLines(text);
  return { type: 'document', family: 'eura2014', children: splitPages(lines).map((page) => scanPage(text, page)) };
}

/** Index of the first line of each page; a page begins with its own header lines. */
function splitPages(lines: readonly Line[]): (readonly Line[])[] {
  const starts = [0];
  const filled = lines.flatMap((line, index) => (line.tidy === '' ? [] : [index]));
  let pages = 0;
  filled.forEach((index, position) => {
    const next = filled[position + 1];
    if (lines[index]?.tidy !== FIRST_HEADING || next === undefined || !FIRST_LABEL.test(lines[next]?.tidy ?? ''))
      return;
    pages += 1;
    if (pages === 1) return;
    let from = position;
    while (from > 0 && PAGE_HEADERS.test(lines[filled[from - 1] ?? 0]?.tidy ?? '')) from -= 1;
    starts.push(filled[from] ?? index);
  });
  return starts.map((start, page) => lines.slice(start, starts[page + 1]));
}

function scanPage(text: string, lines: readonly Line[]): EntryNode {
  const landmarks = new Map(findLandmarks(lines).map((found) => [found.line, found]));
  let landmark: Landmark | undefined;
  const children = joinPlaceLists(
    text,
    lines.map((line, index): Leaf => {
      const found = landmarks.get(index);
      if (found !== undefined) {
        landmark = found.landmark;
        const content = trimSpan(text, { start: line.start, end: line.end });
        return { type: 'heading', part: landmark.id, start: line.start, end: line.next, content };
      }
      return scanLine(text, line, landmark);
    }),
  );
  const start = lines[0]?.start ?? 0;
  return { type: 'entry', start, end: lines.at(-1)?.next ?? start, children };
}

/**
 * A list of places that goes on in the next lines: behind a comma, before one, or below a label that has nothing behind it. The lines
 * become one field.
 */
function joinPlaceLists(text: string, leaves: readonly Leaf[]): Leaf[] {
  const joined: Leaf[] = [];
  /** Where the last leaf stands that is not blank. Kept, not looked for: a page can have any number of blank lines. */
  let field = -1;
  for (const leaf of leaves) {
    const before = joined[field];
    if (before === undefined || leaf.type !== 'unknown' || !isContinued(text, before, leaf)) {
      joined.push(leaf);
      if (leaf.type !== 'blank') field = joined.length - 1;
      continue;
    }
    const start = before.content?.start === before.content?.end ? leaf.content?.start : before.content?.start;
    const content = { start: start ?? leaf.start, end: leaf.content?.end ?? leaf.end };
    joined.splice(field, joined.length, { ...before, end: leaf.end, content });
  }
  return joined;
}

/** The labels whose values are lists of places. */
const PLACE_LISTS: ReadonlySet<string> = new Set(['Maakunnat', 'Seutukunnat', 'Kunnat']);

function isContinued(text: string, before: Leaf, { content }: Leaf): boolean {
  if (before.type !== 'field' || !PLACE_LISTS.has(before.key ?? '') || content === undefined) return false;
  const more = text.slice(content.start, content.end);
  // A label of another form in between is no place; a name that is shortened is one: `Kaarina (S:t Karins)`.
  if (/:(?!\p{Ll})/u.test(more)) return false;
  const { start, end } = before.content ?? before;
  // The last letter alone: what was joined before can be long.
  return start === end || /[,;]/.test(text.charAt(end - 1)) || /^[,;]/.test(more);
}

function scanLine(text: string, line: Line, landmark: Landmark | undefined): Leaf {
  const span: Span = { start: line.start, end: line.next };
  const part = landmark?.id ?? '';
  if (line.tidy === '') return { type: 'blank', part, ...span };
  const content = trimSpan(text, { start: line.start, end: line.end });
  const labelled = (labels: Readonly<Record<string, Reader>>): Leaf | undefined => {
    const key = line.tidy.slice(0, Math.max(0, line.tidy.indexOf(':'))).trim();
    return Object.hasOwn(labels, key)
      ? { type: 'field', part, key, content: valueSpan(text, line), ...span }
      : undefined;
  };
  switch (landmark?.opens.kind) {
    case undefined:
      return { type: 'furniture', part, ...span };
    case 'text':
    case 'question':
    case 'criterion':
      return { type: 'text', part, content, ...span };
    case 'partners':
      // A label of the section around the list is no partner, least of all a contact person's.
      return labelled(BENEFICIARY_LABELS) ?? { type: 'item', part, content, ...span };
    case 'labels':
      return labelled(landmark.opens.labels) ?? { type: 'unknown', part, content, ...span };
    case 'dimension':
    case 'nothing':
      return { type: 'unknown', part, content, ...span };
  }
}
