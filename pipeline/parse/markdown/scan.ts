import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { LIMITS } from '../limits.ts';
import { tidy, type Span } from '../lines.ts';
import type { DocumentTree, Leaf } from '../tree.ts';
import { findFrontMatter, readFrontMatter } from './front-matter.ts';
import { toPlainText } from './to-plain-text.ts';

const remark = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

/**
 * Quotations and lists within one another, brackets and stars without end: nobody writes them, and remark-parse, which calls itself
 * for each or goes back to the first of them, would not come back.
 */
const BRACKETS = new RegExp(`(?:[[\\]{}*_][^[\\]{}*_\\r\\n]{0,20}){${LIMITS.brackets}}`, 'u');
/** A quotation's sign, or one of a list or of YAML, which white space follows: a ruler of dashes nests nothing. */
const SIGNS = /[^\S\r\n]*(?:>|(?:[?+*-]|\d{1,9}[.)])(?!\S))/uy;

/** Where a document nests too deep to be read. */
export function findTooDeep(text: string): Span | undefined {
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const signs = findSigns(text, line.index, line.index + line[0].length);
    if (signs !== undefined) return signs;
  }
  const match = BRACKETS.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** The signs of quotations and lists that a line begins with, when they are too many or stand too far in: each level takes two columns. */
function findSigns(text: string, start: number, end: number): Span | undefined {
  let [count, columns, at] = [0, 0, start];
  for (SIGNS.lastIndex = start; SIGNS.test(text) && SIGNS.lastIndex <= end; at = SIGNS.lastIndex) {
    for (; at < SIGNS.lastIndex; at += 1) columns += text.charAt(at) === '\t' ? 4 : 1;
    count += 1;
    if (count >= LIMITS.depth || columns > 2 * LIMITS.depth) return { start, end: SIGNS.lastIndex };
  }
  return undefined;
}

const FENCE = /^((?:\uFEFF|\r\n|\n|\r)?---)([^\S\r\n]*)/;

/** Behind a fence people leave spaces of every kind, remark knows two: plain ones instead, as many, so that offsets stay. */
function straightenFences(text: string, { end }: Span): string {
  const straighten = (from: string): string =>
    from.replace(FENCE, (_, fence: string, spaces: string) => fence + ' '.repeat(spaces.length));
  return straighten(text.slice(0, end)) + straighten(text.slice(end));
}

/**
 * A hand-written document as a tree that covers it: front matter, headings, and the blocks between them. It is parsed as one, so that
 * a reference finds its definition wherever that stands.
 */
export function scanMarkdown(text: string): DocumentTree {
  if (findTooDeep(text) !== undefined) {
    const whole = { start: 0, end: text.length };
    const leaf: Leaf = { type: 'unknown', part: '', ...whole };
    return { type: 'document', family: 'markdown', children: [{ type: 'entry', ...whole, children: [leaf] }] };
  }
  const yaml = findFrontMatter(text);
  const root: Root = remark.parse(yaml === undefined ? text : straightenFences(text, yaml));
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
    // An underlined heading right below a definition is said to begin with that (micromark): it begins behind it.
    const start = Math.max(at, (node.position?.start.offset ?? at) + shift);
    const end = (node.position?.end.offset ?? at) + shift;
    if (start > at) push({ type: 'blank', part, start: at, end: start });
    const content = { start, end };
    if (node.type === 'yaml') push({ type: 'field', part: 'front-matter', content, start, end });
    else if (node.type === 'heading') {
      const inner = {
        start: (node.children[0]?.position?.start.offset ?? start - shift) + shift,
        end: (node.children.at(-1)?.position?.end.offset ?? end - shift) + shift,
      };
      const heading = tidy(toPlainText([node]).replace(/[\r\n]+/g, ' '));
      // A heading that says nothing opens nothing.
      if (heading === '') push({ type: 'furniture', part, start, end });
      else {
        part = heading;
        push({ type: 'heading', part, content: inner, start, end });
      }
    } else push({ type: 'text', part, content, data: { block: node }, start, end });
  }
  if (at < text.length) push({ type: 'blank', part, start: at, end: text.length });
  const frontMatter = readFrontMatter(text, yaml);
  const data = { frontMatter, cells: frontMatter.cells };
  return {
    type: 'document',
    family: 'markdown',
    children: [{ type: 'entry', start: 0, end: text.length, data, children }],
  };
}
