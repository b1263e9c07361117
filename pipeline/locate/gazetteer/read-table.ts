import { parse } from 'csv-parse/sync';

/** Rows of a CSV text whose first line names the columns. Our own tables only: a malformed one throws. */
export function readTable(text: string): readonly Readonly<Record<string, string>>[] {
  return parse(text, { columns: true, bom: true, skip_empty_lines: true });
}

/** A cell that must be there. */
export function cell(row: Readonly<Record<string, string>>, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`table without the column ${column}`);
  return value;
}
