import type { Plugin, Processor } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { FamilyName } from '../model/project.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Family, ParseContext } from './family.ts';
import type { DocumentTree, EntryNode } from './tree.ts';

/** What differs between families. */
interface FamilyParts extends Omit<Family, 'plugin' | 'read'> {
  readonly read: (name: FamilyName, rank: number) => Family['read'];
}

/** A family from its parts: a plugin for unified, and the reader of its trees. */
export function createFamily({ name, rank, recognise, scan, read }: FamilyParts): Family {
  const plugin: Plugin<[], string, DocumentTree> = function (this: Processor) {
    this.parser = (text, file) => addPositions(scan(text), file);
  };
  return { name, rank, recognise, scan, plugin, read: read(name, rank) };
}

/** Reads every entry of a tree by itself, into a draft of its own. */
export function readEach(
  readEntry: (draft: Draft, entry: EntryNode, context: ParseContext) => void,
): FamilyParts['read'] {
  return (name, rank) => (document, tree, context) =>
    tree.children.flatMap((entry) => {
      if (entry.type !== 'entry') return [];
      const cells = entry.data?.cells;
      const draft = createDraft(cells === undefined ? document : { ...document, cells }, name, rank);
      readEntry(draft, entry, context);
      return [draft.finish(entry)];
    });
}

/** Gives every node its place as unist wants it: line, column and offset, the end exclusive. */
function addPositions(tree: DocumentTree, file: VFile): DocumentTree {
  const points = location(file);
  const { length } = String(file);
  visit(tree, (node) => {
    const [start, end] = node.type === 'document' ? [0, length] : [node.start, node.end];
    const [from, to] = [points.toPoint(start), points.toPoint(end)];
    if (from !== undefined && to !== undefined) node.position = { start: from, end: to };
  });
  return tree;
}
