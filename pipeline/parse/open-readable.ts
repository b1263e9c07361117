import { location } from 'vfile-location';
import type { Issue } from '../model/issue.ts';
import type { SourceFile } from '../model/project.ts';
import { decodeDocument } from './decode.ts';
import type { TextDocument } from './draft.ts';
import { findExcessOfElements } from './find-excess.ts';
import { findTooDeepElement, readHtml } from './html/read-html.ts';
import { LIMITS } from './limits.ts';
import { readWorkbook, type SheetFault } from './workbook/read-workbook.ts';

/** What families read of a document, and where its characters stand in the file; of plain text, where they are. */
export interface Readable {
  readonly text: string;
  readonly locate?: TextDocument['locate'];
  /** Of a workbook's sheet alone: its name, and what its cells hold. */
  readonly name?: string;
  readonly rows?: readonly (readonly string[])[];
  readonly faults?: readonly SheetFault[];
  readonly gap?: SheetFault;
}

const PAGE = /\.(?:html?|xhtml)$/i;
export const WORKBOOK = /\.xls[xm]$/i;

/** A document as texts: its own, that of the page that it shows, or those of its sheets; with what is wrong with it and leaves it readable. */
export function openReadable(
  file: SourceFile,
): { readonly texts: readonly Readable[]; readonly damage?: Issue } | { readonly issue: Issue } {
  if (WORKBOOK.test(file.path)) {
    const size = file.bytes.length;
    if (size > LIMITS.documentBytes) {
      const message = `unexpected size of ${String(size)} bytes, expected at most ${String(LIMITS.documentBytes)}`;
      return refuse(file, 'parse/unreadable-bytes', message);
    }
    const workbook = readWorkbook(file.bytes);
    if ('sheets' in workbook) return { texts: workbook.sheets };
    return refuse(file, 'parse/unreadable-bytes', `unexpected ${workbook.problem}, expected a workbook`);
  }
  const decoded = decodeDocument(file);
  if ('issue' in decoded) return decoded;
  const source = decoded.text;
  const damage = decoded.damage === undefined ? {} : { damage: decoded.damage };
  if (!PAGE.test(file.path)) return { texts: [{ text: source }], ...damage };
  const points = location(source);
  // Between the two characters of a line break no line has a column.
  const locate = (offset: number): ReturnType<TextDocument['locate']> =>
    points.toPoint(source.startsWith('\r\n', offset - 1) ? offset - 1 : offset) ?? { line: 1, column: 1 };
  const tooMany = findExcessOfElements(source);
  if (tooMany !== undefined) return refuse(file, 'parse/unreadable-bytes', tooMany.message, locate(tooMany.offset));
  const tooDeep = findTooDeepElement(source);
  if (tooDeep !== undefined) {
    const message = 'unexpected nesting of elements, expected less than a person can read';
    return refuse(file, 'parse/too-deep', message, locate(tooDeep));
  }
  const { text, offsets } = readHtml(source);
  return { texts: [{ text, locate: (offset) => locate(offsets[offset] ?? source.length) }], ...damage };
}

function refuse(
  file: SourceFile,
  code: Issue['code'],
  message: string,
  { line, column }: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
): { readonly issue: Issue } {
  return { issue: { code, severity: 'error', document: file.path, line, column, message, count: 1 } };
}
