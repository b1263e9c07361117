import type { SourceFile } from '../model/project.ts';
import { openReadable, WORKBOOK, type Readable } from '../parse/open-readable.ts';

/**
 * Tells the address of a cell, such as `Hankkeet!C5`, by its row and column, which are all that the provenance has; where several sheets
 * have that row, it is the one with the project in it.
 * @returns `undefined` for a document that is no workbook
 */
export function createCellFinder(
  file: SourceFile | undefined,
): ((row: number, column: number, projectId: string) => string) | undefined {
  if (file === undefined || !WORKBOOK.test(file.path)) return undefined;
  const readable = openReadable(file);
  const sheets: readonly Readable[] = 'texts' in readable ? readable.texts : [];
  return (row, column, projectId) => {
    const isIn = ({ rows }: Readable): boolean =>
      (rows?.[row - 1] ?? []).some((cell) => cell.toUpperCase() === projectId);
    const sheet = sheets.find(isIn) ?? sheets[0];
    return `${sheet?.name ?? ''}!${nameColumn(column)}${String(row)}`;
  };
}

/** 1 → A, 27 → AA. */
function nameColumn(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? nameColumn(rest) : '') + String.fromCodePoint(65 + ((column - 1) % 26));
}
