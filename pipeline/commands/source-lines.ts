import type { SourceFile } from '../model/project.ts';
import { decodeDocument } from '../parse/decode.ts';
import { openReadable, WORKBOOK, type Readable } from '../parse/open-readable.ts';

/** Where a value stands in a document, as the provenance says it: line and column from 1, end exclusive. Of a workbook, row and column. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A line in three parts, of which the second holds the value; of a workbook, the cell's address too. */
export interface SourceLine {
  readonly parts: readonly [before: string, own: string, after: string];
  readonly cell?: string;
}

/** A document as people see it who look up a value. */
export interface SourceLines {
  readonly text: string;
  readonly find: (place: Place, projectId: string) => SourceLine;
}

/** Between the cells of a row. */
const GAP = ' | ';

/** The lines of a document, or the rows of a workbook; none where it cannot be read. */
export function readSourceLines(file: SourceFile | undefined): SourceLines {
  if (file !== undefined && WORKBOOK.test(file.path)) {
    const readable = openReadable(file);
    const sheets = 'texts' in readable ? readable.texts : [];
    return { text: sheets.map(({ text }) => text).join('\n'), find: (place, id) => findCell(sheets, place, id) };
  }
  const decoded = file === undefined ? undefined : decodeDocument(file);
  const text = decoded !== undefined && 'text' in decoded ? decoded.text : '';
  const lines = text.split(/\r\n|\n|\r/);
  return {
    text,
    find: ({ line, column, endLine, endColumn }) => {
      const raw = lines[line - 1] ?? '';
      const end = endLine === line ? endColumn - 1 : raw.length;
      return { parts: [raw.slice(0, column - 1), raw.slice(column - 1, end), raw.slice(end)] };
    },
  };
}

/** The provenance tells row and column; where several sheets have that row, it is the one with the project in it. */
function findCell(sheets: readonly Readable[], { line, column }: Place, projectId: string): SourceLine {
  const rowOf = ({ rows }: Readable): readonly string[] => rows?.[line - 1] ?? [];
  const sheet = sheets.find((one) => rowOf(one).some((cell) => cell.toUpperCase() === projectId)) ?? sheets[0];
  const row = sheet === undefined ? [] : rowOf(sheet);
  const before = row.slice(0, column - 1);
  const after = row.slice(column);
  return {
    parts: [before.map((cell) => cell + GAP).join(''), row[column - 1] ?? '', after.map((cell) => GAP + cell).join('')],
    cell: `${sheet?.name ?? ''}!${nameColumn(column)}${String(line)}`,
  };
}

/** 1 → A, 27 → AA. */
function nameColumn(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? nameColumn(rest) : '') + String.fromCodePoint(65 + ((column - 1) % 26));
}
