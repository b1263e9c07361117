import type { Issue, Staged } from '../model/issue.ts';
import type { Entry, SourceFile } from '../model/project.ts';
import { decodeDocument } from './decode.ts';
import { openDocument } from './draft.ts';
import { eura2014 } from './eura2014/index.ts';
import { euraList } from './eura-list/index.ts';
import type { Family, ParseContext } from './family.ts';
import { markdown } from './markdown/index.ts';
import { projectCard } from './project-card/index.ts';

export type { ParseContext } from './family.ts';
export { createParseContext } from './context.ts';

/** The families, in the order in which a document is looked at. */
export const FAMILIES: readonly Family[] = [markdown, euraList, eura2014, projectCard];

/** The family of a text, from what it looks like. */
export function findFamily(text: string, path: string): Family | undefined {
  return FAMILIES.find((family) => family.recognise(text, path));
}

/**
 * First stage: one document to its entries (a page is one, each row of a list is one). Total: whatever the bytes are, problems come
 * back as issues, and an entry with an error is left out.
 */
export function parse(file: SourceFile, context: ParseContext): Staged<Entry[]> {
  const decoded = decodeDocument(file);
  if ('issue' in decoded) return { value: [], issues: [decoded.issue] };
  const family = findFamily(decoded.text, file.path);
  if (family === undefined) return { value: [], issues: [reportNoFamily(file, decoded.text)] };
  // The scanner itself: positions on every node are for others (`family.plugin`), and cost as much as the scan.
  const drafts = family.read(openDocument(file, decoded.text, context.redaction), family.scan(decoded.text), context);
  return {
    value: drafts.flatMap(({ entry }) => (entry === undefined ? [] : [entry])),
    issues: drafts.flatMap(({ issues }) => issues),
  };
}

/** Notes and tables of other things lie in the same folders: a `.md` or `.csv` that no family recognises is only mentioned. */
function reportNoFamily(file: SourceFile, text: string): Issue {
  const what = text.trim() === '' ? 'empty document' : 'document of no known family';
  return {
    code: 'parse/unknown-family',
    severity: /\.txt$/i.test(file.path) ? 'error' : 'info',
    document: file.path,
    line: 1,
    column: 1,
    message: `unexpected ${what}, expected one of ${FAMILIES.map(({ name }) => name).join(', ')}`,
    count: 1,
  };
}
