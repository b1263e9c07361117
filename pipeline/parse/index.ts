import type { Issue, Staged } from '../model/issue.ts';
import type { Entry, SourceFile } from '../model/project.ts';
import { openDocument, type FinishedDraft, type TextDocument } from './draft.ts';
import { findExcess, findExcessOfMarkdown, type Excess } from './find-excess.ts';
import { eura2014 } from './eura2014/index.ts';
import { euraList } from './eura-list/index.ts';
import { eura2021List } from './eura2021-list/index.ts';
import type { Family, ParseContext } from './family.ts';
import { LIST_FORMS } from './list/forms.ts';
import { findMissingColumns } from './list/header.ts';
import { markdown } from './markdown/index.ts';
import { openReadable } from './open-readable.ts';
import type { SheetFault } from './workbook/read-workbook.ts';
import { projectCard } from './project-card/index.ts';

export type { ParseContext } from './family.ts';
export { createParseContext } from './context.ts';

const TABLE = /\.(?:csv|tsv|xls[xm])$/i;

/** The families, in the order in which a document is looked at. */
export const FAMILIES: readonly Family[] = [markdown, eura2021List, euraList, eura2014, projectCard];

/** The family of a text, from what it looks like. */
export function findFamily(text: string, path: string): Family | undefined {
  return FAMILIES.find((family) => family.recognise(text, path));
}

/**
 * First stage: one document to its entries (a page is one, each row of a list is one). Total: whatever the bytes are, problems come
 * back as issues, and an entry with an error is left out.
 */
export function parse(file: SourceFile, context: ParseContext): Staged<Entry[]> {
  const readable = openReadable(file);
  if ('issue' in readable) return { value: [], issues: [readable.issue] };
  const drafts = readable.texts.flatMap(({ text, locate, faults = [], gap }): FinishedDraft[] => {
    const document = openDocument(file, text, context.redaction, locate);
    const excess = findExcess(text);
    if (excess !== undefined) return [{ issues: [reportExcess(file, excess, document)] }];
    const family = findFamily(text, file.path);
    const gaps = gap === undefined ? [] : [{ issues: [reportGap(file, gap)] }];
    // A workbook's empty sheets are nobody's.
    if (family === undefined)
      return text.trim() === '' && (readable.texts.length > 1 || gap !== undefined)
        ? gaps
        : [...gaps, { issues: [reportNoFamily(file, text)] }];
    const tooMuch = family === markdown ? findExcessOfMarkdown(text) : undefined;
    if (tooMuch !== undefined) return [{ issues: [reportExcess(file, tooMuch, document)] }];
    // The scanner itself: positions on every node are for others (plugins.ts), and cost as much as the scan.
    const read = family.read(document, family.scan(text), context);
    return [...gaps, { issues: faults.map((fault) => reportFault(file, fault)) }, ...read];
  });
  return {
    value: drafts.flatMap(({ entry }) => (entry === undefined ? [] : [entry])),
    issues: [...(readable.damage === undefined ? [] : [readable.damage]), ...drafts.flatMap(({ issues }) => issues)],
  };
}

const reportFault = ({ path }: SourceFile, fault: SheetFault): Issue => ({
  code: 'parse/unreadable-value',
  severity: 'warning',
  document: path,
  ...fault,
});

const reportGap = ({ path }: SourceFile, gap: SheetFault): Issue => ({
  code: 'parse/unreadable-bytes',
  severity: 'error',
  document: path,
  ...gap,
});

function reportExcess(file: SourceFile, { offset, message }: Excess, { locate }: TextDocument): Issue {
  const { line, column } = locate(offset);
  return { code: 'parse/unreadable-bytes', severity: 'error', document: file.path, line, column, message, count: 1 };
}

/** Notes and tables of other things lie in the same folders: a `.md` or `.csv` that no family recognises is only mentioned. */
function reportNoFamily(file: SourceFile, text: string): Issue {
  const list = TABLE.test(file.path) ? findMissingColumns(text, LIST_FORMS) : undefined;
  if (list !== undefined)
    return {
      code: 'parse/unreadable-list',
      severity: 'warning',
      document: file.path,
      line: list.line,
      column: 1,
      message: `unexpected list without its identity or most of its columns, expected ${list.missing}`,
      count: 1,
    };
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
