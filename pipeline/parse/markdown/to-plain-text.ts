import type { Blockquote, ListItem, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Plain text of Markdown blocks: without marks, a list's items each on a line of their own. */
export function toPlainText(blocks: readonly RootContent[]): string {
  return blocks.map(plainBlock).join('\n\n');
}

function plainBlock(node: RootContent): string {
  if (node.type === 'list')
    return node.children
      .map((item, index) => {
        const mark = node.ordered === true ? `${String((node.start ?? 1) + index)}.` : '-';
        return `${mark} ${plainContainer(item)}`;
      })
      .join('\n');
  if (node.type === 'blockquote') return plainContainer(node);
  if (node.type === 'paragraph' || node.type === 'heading') return node.children.map(plainInline).join('');
  return node.type === 'definition' ? '' : toString(node, { includeHtml: true });
}

const plainContainer = (node: ListItem | Blockquote): string => node.children.map(plainBlock).join('\n');

/** A hard break is a break of the text, too; all else is what mdast says it is. */
function plainInline(node: PhrasingContent): string {
  if (node.type === 'break') return '\n';
  if ('children' in node) return node.children.map(plainInline).join('');
  return toString(node, { includeHtml: true });
}
