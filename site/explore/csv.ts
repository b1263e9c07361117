export type Cell = string | number | undefined;

/**
 * What a spreadsheet takes for the beginning of a formula: the signs themselves, a tab or a line break, also behind what is not
 * seen and behind apostrophes. The published tables for spreadsheets are guarded alike.
 */
const FORMULA = /^(?:'*[\t\r\n]|['\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

function writeCell(value: Cell): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** CSV (RFC 4180) for people, who open it in a spreadsheet: texts that one would run have an apostrophe in front. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}
