import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { keySpan } from '../draft.ts';
import { trimSpan, type Span } from '../lines.ts';
import type { DocumentTree, Leaf } from '../tree.ts';

const remark = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

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

interface FrontMatter {
  readonly values: readonly FrontMatterValue[];
  readonly partners: readonly ReadonlyMap<string, Span>[];
  /** Quoted values with their quotes and escapes resolved, by `keySpan`. */
  readonly cells: ReadonlyMap<string, string>;
  readonly fault: Span | undefined;
}

/** Keys of the front matter with the spans of their scalar values; aliases and deeper structures are no values. */
export function listFrontMatter(text: string): FrontMatter {
  const cells = new Map<string, string>();
  const yaml = findFrontMatter(text);
  const values: FrontMatterValue[] = [];
  const partners: Map<string, Span>[] = [];
  if (yaml === undefined) return { values, partners, cells, fault: undefined };
  const parsed = parseDocument(text.slice(yaml.start, yaml.end), {
    schema: 'failsafe',
    merge: false,
    logLevel: 'silent',
  });
  const [error] = parsed.errors;
  const fault = error === undefined ? undefined : { start: yaml.start + error.pos[0], end: yaml.start + error.pos[1] };
  if (!isMap(parsed.contents)) return { values, partners, cells, fault };
  const spanOf = (node: unknown): Span | undefined => {
    if (!isScalar(node) || node.range === undefined || node.range === null) return undefined;
    const span = { start: yaml.start + node.range[0], end: yaml.start + node.range[1] };
    const quoted = /^["']/.test(text.slice(span.start, span.end));
    const inner = trimSpan(text, quoted ? { start: span.start + 1, end: span.end - 1 } : span);
    if (quoted) cells.set(keySpan(inner), String(node.value));
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

/**
 * Quotations and lists within one another, brackets and stars without end: nobody writes them, and remark-parse, which calls itself
 * for each or goes back to the first of them, would not come back.
 */
const TOO_DEEP = /^(?:[^\S\r\n]*(?:>|[-+*]|\d{1,9}[.)])){100}|(?:[[\]*_][^[\]*_\r\n]{0,20}){1000}/mu;

/** Where a document nests too deep to be read. */
export function findTooDeep(text: string): Span | undefined {
  const match = TOO_DEEP.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** A hand-written document as a tree that covers it: front matter, headings, and the blocks between them. */
export function scanMarkdown(text: string): DocumentTree {
  if (findTooDeep(text) !== undefined) {
    const whole = { start: 0, end: text.length };
    const leaf: Leaf = { type: 'unknown', part: '', ...whole };
    return { type: 'document', family: 'markdown', children: [{ type: 'entry', ...whole, children: [leaf] }] };
  }
  const root: Root = remark.parse(text);
  // remark-parse drops a byte-order mark and counts from behind it.
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const children: Leaf[] = [];
  let part = '';
  let at = 0;
  const push = (leaf: Leaf): void => {
    children.push(leaf);
    at = leaf.end;
  };
  for (const node of root.children) {
    const start = (node.position?.start.offset ?? at) + shift;
    const end = (node.position?.end.offset ?? at) + shift;
    if (start > at) push({ type: 'blank', part, start: at, end: start });
    const content = { start, end };
    if (node.type === 'yaml') push({ type: 'field', part: 'front-matter', content, start, end });
    else if (node.type === 'heading') {
      const inner = {
        start: (node.children[0]?.position?.start.offset ?? start - shift) + shift,
        end: (node.children.at(-1)?.position?.end.offset ?? end - shift) + shift,
      };
      part = text.slice(inner.start, inner.end);
      push({ type: 'heading', part, content: inner, start, end });
    } else push({ type: 'text', part, content, start, end });
  }
  if (at < text.length) push({ type: 'blank', part, start: at, end: text.length });
  return { type: 'document', family: 'markdown', children: [{ type: 'entry', start: 0, end: text.length, children }] };
}

/** Plain text of the Markdown in a span: without marks, a list's items each on a line of their own. */
export function toPlainText(text: string, span: Span): string {
  return remark
    .parse(text.slice(span.start, span.end))
    .children.map((node) => plainBlock(node as AnyNode))
    .join('\n\n');
}

interface AnyNode {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string | null;
  readonly ordered?: boolean | null;
  readonly start?: number | null;
  readonly children?: readonly AnyNode[];
}

function plainBlock(node: AnyNode): string {
  if (node.type === 'list') {
    const items = node.children ?? [];
    return items
      .map(
        (item, index) =>
          `${node.ordered === true ? `${String((node.start ?? 1) + index)}.` : '-'} ${plainInline(item)}`,
      )
      .join('\n');
  }
  return plainInline(node);
}

function plainInline(node: AnyNode): string {
  if (node.type === 'break') return '\n';
  if (node.children === undefined) return node.value ?? node.alt ?? '';
  const blocks = node.type === 'listItem' || node.type === 'blockquote';
  return node.children
    .map((child) => (child.type === 'list' ? plainBlock(child) : plainInline(child)))
    .join(blocks ? '\n' : '');
}
