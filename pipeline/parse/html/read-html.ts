import type { Element, Nodes, Parents, Root, Text } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { alignText } from './align-text.ts';

const rehype = unified().use(rehypeParse).freeze();

/** A page's text as people see it, and for each of its characters the offset of the source where it stands. */
export interface PlainPage {
  readonly text: string;
  /** One more than there are characters: the last is the end of the last one. */
  readonly offsets: readonly number[];
}

/** What is no text of the page. */
const SKIPPED: ReadonlySet<string> = new Set(
  'head script style template noscript iframe object svg math nav footer button select textarea dialog'.split(' '),
);
/** A line of its own, with an empty line around it. */
const PARAGRAPHS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote pre table ul ol dl figure fieldset hr'.split(' '),
);
const LINES: ReadonlySet<string> = new Set(
  'div section article main header aside address li dt tr caption legend form body html center details summary'.split(
    ' ',
  ),
);
/** Nobody writes a page of so many elements within one another; the parser, which calls itself for each, would not come back. */
const MAX_DEPTH = 500;
const TAG = /<(?<close>\/?)(?<name>[a-z][a-z0-9]*)/giu;
/** Elements that close themselves, or one another. */
const NEVER_DEEP = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody option'.split(' '),
);

/** The offset at which a page nests too deep to be read. */
export function findTooDeepElement(source: string): number | undefined {
  let depth = 0;
  for (const { index, groups } of source.matchAll(TAG)) {
    if (NEVER_DEEP.has((groups?.['name'] ?? '').toLowerCase())) continue;
    depth = groups?.['close'] === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return index;
  }
  return undefined;
}

/** What stands between two pieces of text, the stronger ones last. */
const BREAKS = ['', ' ', '\n', '\n\n'] as const;
type Break = 0 | 1 | 2 | 3;

/**
 * A page that was saved as HTML as the plain text that its form would be: a line for each heading, label and row, an empty line between
 * paragraphs, white space as browsers show it. Only for a page that is not too deep (`findTooDeepElement`).
 */
export function readHtml(source: string): PlainPage {
  const root: Root = rehype.parse(source);
  const parts: string[] = [];
  const offsets: number[] = [];
  let pending: Break = 0;
  /** Offset behind the last character that was taken. */
  let end = 0;
  const separate = (strength: Break): void => {
    if (strength > pending) pending = strength;
  };
  const push = (text: string, start: number, behind: number): void => {
    if (parts.length > 0)
      for (const character of BREAKS[pending]) {
        parts.push(character);
        offsets.push(end);
      }
    pending = 0;
    parts.push(text);
    offsets.push(...Array.from({ length: text.length }, () => start));
    end = behind;
  };
  const takeText = (node: Text, isPreserved: boolean): void => {
    for (const { text, start, end: behind } of alignText(node, source)) {
      if (!/^[ \t\n\r\f]+$/.test(text)) push(text, start, behind);
      else if (isPreserved && text.includes('\n')) separate(text.split('\n').length > 2 ? 3 : 2);
      else separate(1);
    }
  };
  const walk = (node: Nodes, isPreserved: boolean): void => {
    if (node.type === 'text') takeText(node, isPreserved);
    if (!('children' in node)) return;
    const strength = strengthOf(node);
    if (node.type === 'element' && SKIPPED.has(node.tagName)) return;
    if (node.type === 'element' && node.tagName === 'br') pending = pending < 2 ? 2 : 3;
    separate(strength);
    if (isCell(node)) separate(1);
    for (const child of node.children) {
      const isLabel = isLabelOf(node, child);
      if (isLabel) separate(2);
      else if (child.type === 'element' && isCell(child)) separate(breakBefore(node, child));
      walk(child, isPreserved || (node.type === 'element' && node.tagName === 'pre'));
      if (!isLabel) continue;
      // What it labels goes on in its line.
      pending = 0;
      if (!plainText(child).endsWith(':')) push(':', end, end);
    }
    separate(strength);
  };
  walk(root, false);
  return { text: parts.join(''), offsets: [...offsets, end] };
}

function strengthOf(node: Parents): Break {
  if (node.type !== 'element') return 0;
  return PARAGRAPHS.has(node.tagName) ? 3 : LINES.has(node.tagName) ? 2 : 0;
}

/**
 * Whether an element is the label of what stands beside it, which the form writes with a colon: a term of a list of descriptions, or the
 * head of a row whose every head has one cell. Heads of columns and of rows with more cells are no labels.
 */
function isLabelOf(parent: Parents, child: Nodes): boolean {
  if (child.type !== 'element' || plainText(child) === '') return false;
  if (child.tagName === 'dt') return true;
  if (child.tagName !== 'th') return false;
  const cells = parent.children.flatMap((each) => (isCell(each) ? [each] : []));
  return cells.every(({ tagName }, index) => tagName === (index % 2 === 0 ? 'th' : 'td')) && cells.length % 2 === 0;
}

const isCell = (node: Nodes): node is Element => node.type === 'element' && ['td', 'th', 'dd'].includes(node.tagName);

/** Cells of a row stand in one line; words behind two numbers are the reason for them, which has a line of its own. */
function breakBefore(row: Parents, cell: Element): Break {
  const before = row.children.slice(0, row.children.indexOf(cell)).filter(isCell).map(plainText);
  if (cell.tagName === 'dd') return 1;
  const [one, two] = before.slice(-2);
  return /^\d+$/.test(one ?? '') && /^\d+$/.test(two ?? '') && !/^\d*$/.test(plainText(cell)) ? 2 : 1;
}

function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value.trim();
  return 'children' in node ? node.children.map(plainText).join('').trim() : '';
}
