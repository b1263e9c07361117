import type { Issue, Place } from '../../pipeline/model/issue.ts';
import type { SourceFile } from '../../pipeline/model/project.ts';
import { isAbsent } from '../../pipeline/parse/draft.ts';
import { findFamily, parse, type ParseContext } from '../../pipeline/parse/index.ts';
import { openReadable } from '../../pipeline/parse/open-readable.ts';
import { listLeaves, type Leaf } from '../../pipeline/parse/tree.ts';

/** What a byte of a document can become; an earlier one of these wins where several do. */
const KINDS = ['withheld', 'value', 'issue', 'furniture', 'lost'] as const;
export type ByteAccount = Readonly<Record<(typeof KINDS)[number], number>>;

/** What stands between the values of one leaf: separators, quotes, units, and the words of the forms around two dates and an axis. */
const BETWEEN = /^(?:[\s,.()"€|–-]|Alkaa|ja päättyy|Toimintalinja)+$/u;

/** Leaves that a form has whatever is written into it. */
const FORM: ReadonlySet<Leaf['type']> = new Set(['blank', 'furniture', 'heading']);

/**
 * How many bytes of a text document went into values, were withheld, are told of by an issue, belong to the form (labels, headings,
 * separators, empty lines, and what says that there is no value); `lost` are those that nothing tells of.
 */
export function accountBytes(file: SourceFile, context: ParseContext): ByteAccount {
  const readable = openReadable(file);
  if (!('texts' in readable) || readable.texts.length !== 1) throw new Error(`${file.path} is no text`);
  const text = readable.texts[0]?.text ?? '';
  const family = findFamily(text, file.path);
  if (family === undefined) throw new Error(`${file.path} is of no family`);
  const leaves = listLeaves(family.scan(text));
  const { value: entries, issues } = parse(file, context);
  const starts = [
    0,
    ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: lineBreak }) => index + lineBreak.length),
  ];
  const offsetOf = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;

  const kinds = new Uint8Array(text.length).fill(KINDS.indexOf('lost'));
  const mark = (kind: (typeof KINDS)[number], start: number, end: number): void => {
    const number = KINDS.indexOf(kind);
    for (let at = start; at < end; at += 1) kinds[at] = Math.min(number, kinds[at] ?? number);
  };
  const markPlace = (kind: (typeof KINDS)[number], { line, column, endLine, endColumn }: Place): void => {
    mark(kind, offsetOf(line, column), offsetOf(endLine, endColumn));
  };
  for (const leaf of leaves) {
    const { start, end, content } = leaf;
    const isForm = FORM.has(leaf.type) || isAbsent(text.slice(content?.start ?? start, content?.end ?? end).trim());
    if (isForm) mark('furniture', start, end);
    else {
      // The label before a value, and what stands between it and the next.
      mark('furniture', start, content?.start ?? start);
      mark('furniture', content?.end ?? start + text.slice(start, end).trimEnd().length, end);
    }
  }
  for (const entry of entries) {
    for (const { place } of entry.withheldAt) markPlace('withheld', place);
    const places = [...Object.values(entry.origins), ...[...entry.areas, ...entry.restated].map(({ place }) => place)];
    for (const place of places) markPlace('value', place);
  }
  const areas = new Set<string>(entries.flatMap((entry) => entry.areas.map(({ name }) => name)));
  const byStart = leaves.map(({ start }) => start);
  for (const issue of issues) {
    const [start, end] = spanOf(issue, offsetOf(issue.line, issue.column));
    mark('issue', start, end);
  }
  const counts = { withheld: 0, value: 0, issue: 0, furniture: 0, lost: 0 };
  for (let at = 0; at < text.length;) {
    let end = at + 1;
    while (end < text.length && kinds[end] === kinds[at]) end += 1;
    const part = text.slice(at, end);
    const kind = KINDS[kinds[at] ?? 0] ?? 'lost';
    // An area that is stated a second time is compared with the first, and leaves no place of its own.
    const isArea = areas.has(part.replace(/^[\s|,]+|[\s|,]+$/g, ''));
    const sure = kind !== 'lost' ? kind : isArea ? 'value' : BETWEEN.test(part) ? 'furniture' : 'lost';
    counts[sure] += Buffer.byteLength(part);
    at = end;
  }
  // A byte-order mark says how the rest is written.
  counts.furniture += file.bytes.length - Buffer.byteLength(text);
  return counts;

  /** The leaf that an issue points at; of a row that is left out whole, all of it. */
  function spanOf({ severity }: Issue, offset: number): [number, number] {
    const index = Math.max(
      0,
      byStart.findLastIndex((start) => start <= offset),
    );
    const leaf = leaves[index];
    if (severity !== 'error') return [leaf?.start ?? 0, leaf?.end ?? 0];
    const line = text.slice(0, offset).split(/\r\n|\n|\r/).length;
    return [starts[line - 1] ?? 0, starts[line] ?? text.length];
  }
}
