import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { keySpan, trimSpan, type Span } from '../lines.ts';

/** The front matter's text, when a document begins with one. */
export function findFrontMatter(text: string): Span | undefined {
  const match = /^\uFEFF?---[^\S\r\n]*(?:\r\n|\n|\r)(?<yaml>[\s\S]*?)(?:\r\n|\n|\r)---[^\S\r\n]*(?:\r\n|\n|\r|$)/.exec(
    text,
  );
  if (match?.groups?.['yaml'] === undefined) return undefined;
  const start = match[0].indexOf(match.groups['yaml']);
  return { start, end: start + match.groups['yaml'].length };
}

/** One value of the front matter: its key and, for a list, one item a member. */
interface FrontMatterValue extends Span {
  readonly key: string;
}

export interface FrontMatter {
  readonly values: readonly FrontMatterValue[];
  readonly partners: readonly ReadonlyMap<string, Span>[];
  /** Quoted values with their quotes and escapes resolved, by `keySpan`. */
  readonly cells: ReadonlyMap<string, string>;
  readonly fault: Span | undefined;
}

/** Keys of the front matter with the spans of their scalar values; aliases and deeper structures are no values. */
export function readFrontMatter(text: string, yaml: Span | undefined): FrontMatter {
  const cells = new Map<string, string>();
  const values: FrontMatterValue[] = [];
  const partners: Map<string, Span>[] = [];
  if (yaml === undefined) return { values, partners, cells, fault: undefined };
  // YAML 1.2 takes a carriage return alone for a line break, the package does not.
  const parsed = parseDocument(text.slice(yaml.start, yaml.end).replace(/\r(?!\n)/g, '\n'), {
    schema: 'failsafe',
    merge: false,
    // The package compares every key with every other; below a set does.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const [error] = parsed.errors;
  const [from, to] = error?.pos ?? findRepeatedKey(parsed.contents) ?? [];
  const fault = from === undefined || to === undefined ? undefined : { start: yaml.start + from, end: yaml.start + to };
  if (!isMap(parsed.contents)) return { values, partners, cells, fault };
  const spanOf = (node: unknown): Span | undefined => {
    if (!isScalar(node) || node.range === undefined || node.range === null) return undefined;
    const span = { start: yaml.start + node.range[0], end: yaml.start + node.range[1] };
    const raw = text.slice(span.start, span.end);
    const isQuoted = /^["']/.test(raw);
    // A quote that is never closed ends with the value's last letter, which the parser takes for it.
    const isClosed = /^(["'])[^]*\1$/.test(raw);
    const inner = trimSpan(text, { start: span.start + Number(isQuoted), end: span.end - Number(isClosed) });
    if (isClosed) cells.set(keySpan(inner), String(node.value));
    return inner;
  };
  for (const { key, value } of parsed.contents.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const members: unknown[] = isSeq(value) ? value.items : [value];
    for (const member of members) {
      if (name === 'partners' && isMap(member)) {
        const row = new Map<string, Span>();
        for (const pair of member.items) {
          const span = spanOf(pair.value);
          if (isScalar(pair.key) && span !== undefined) row.set(String(pair.key.value), span);
        }
        partners.push(row);
        continue;
      }
      const span = spanOf(member) ?? spanOf(key);
      if (span !== undefined)
        values.push({ key: name, ...(spanOf(member) === undefined ? { start: span.end, end: span.end } : span) });
    }
  }
  return { values, partners, cells, fault };
}

/** Place of the first key that a map of the front matter has twice. */
function findRepeatedKey(root: unknown): readonly [from: number, to: number] | undefined {
  const maps: unknown[] = [root];
  for (const node of maps) {
    const keys = new Set<string>();
    for (const item of isMap(node) || isSeq(node) ? node.items : []) {
      if (!isPair(item)) maps.push(item);
      else {
        maps.push(item.value);
        if (!isScalar(item.key)) continue;
        const [from, to] = item.key.range ?? [0, 0];
        if (keys.size === keys.add(String(item.key.value)).size) return [from, to];
      }
    }
  }
  return undefined;
}
