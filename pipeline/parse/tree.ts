import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Node, Parent } from 'unist';
import type { FamilyName } from '../model/project.ts';
import type { Span } from './lines.ts';
import type { FrontMatter } from './markdown/front-matter.ts';

/**
 * A line (or a cell) of a document. The nodes of a tree lie side by side and cover every character of it, so nothing that
 * a document says can get lost unseen. `start` and `end` are offsets; line and column are computed when written.
 */
export interface Leaf extends Node, Span {
  readonly type:
    | 'blank'
    /** Known and without a value: page furniture, table headings. */
    | 'furniture'
    /** Opens the part that the following lines belong to. */
    | 'heading'
    /** `Label: value`. */
    | 'field'
    /** One member of a list: a partner's line, a cell. */
    | 'item'
    /** A line of free text. */
    | 'text'
    /** A line under which no text is expected. */
    | 'unknown';
  /** Identifier of the part it stands in. */
  readonly part: string;
  /** For `field`: which of the part's labels. */
  readonly key?: string;
  /** Trimmed span of the value of `field`, `item`, `heading`. */
  readonly content?: Span;
  /** Of Markdown: the block that the line is, references resolved. */
  readonly data?: { readonly block?: RootContent };
}

/** One page, or one row of a list. */
export interface EntryNode extends Parent, Span {
  readonly type: 'entry';
  readonly children: Leaf[];
  readonly data?: {
    /** Text of values whose quotes and escapes a scanner resolved, by `keySpan` of their content. */
    readonly cells?: ReadonlyMap<string, string>;
    /** Of Markdown: the values above the text. */
    readonly frontMatter?: FrontMatter;
  };
}

/** What a family's scanner makes of a whole document. */
export interface DocumentTree extends Parent {
  readonly type: 'document';
  readonly family: FamilyName;
  readonly children: (EntryNode | Leaf)[];
}

/** Leaves of a document in order. */
export function listLeaves(tree: DocumentTree): Leaf[] {
  const leaves: Leaf[] = [];
  visit(tree, (node) => {
    if (node.type !== 'document' && node.type !== 'entry') leaves.push(node);
  });
  return leaves;
}
