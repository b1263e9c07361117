import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { Issue } from '../model/issue.ts';
import type { Entry } from '../model/project.ts';
import { openDocument } from './draft.ts';
import type { ParseContext } from './family.ts';
import { FAMILIES } from './index.ts';
import type { DocumentTree } from './tree.ts';

declare module 'vfile' {
  interface DataMap {
    /** What `readEntries` read in the file. */
    entries: readonly Entry[];
  }
}

/**
 * Reads the entries of a parsed document: they come with the file (`file.data.entries`), and every issue is a message of it.
 * `unified().use(eura2014).use(readEntries, context)`, then `run(parse(file), file)`.
 */
export const readEntries: Plugin<[context: ParseContext], DocumentTree> = (context) => {
  return (tree, file) => {
    const family = FAMILIES.find(({ name }) => name === tree.family);
    if (family === undefined) return;
    const source = { path: file.path, bytes: new Uint8Array(), sha256: '' };
    const drafts = family.read(openDocument(source, String(file)), tree, context);
    file.data.entries = drafts.flatMap(({ entry }) => entry ?? []);
    for (const issue of drafts.flatMap(({ issues }) => issues)) addMessage(file, issue);
  };
};

/** An issue as a message of its file: the stage is its source, the problem its rule. */
function addMessage(file: VFile, { code, severity, line, column, message, found }: Issue): void {
  const [source = '', ruleId = ''] = code.split('/');
  const options = { place: { line, column }, source, ruleId };
  const added = severity === 'info' ? file.info(message, options) : file.message(message, options);
  // `true` would say that the file is of no use; another entry of it can be.
  added.fatal = severity === 'info' ? undefined : false;
  if (found !== undefined) added.actual = found;
}
