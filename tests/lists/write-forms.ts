import { parse } from 'csv-parse/sync';
import { utils, write } from '@e965/xlsx';

/** A list as a table of its cells, the heading first. */
export type Cells = readonly (readonly string[])[];

/** Ways in which one list is saved, each as the bytes of a file with its ending. */
export const FORMS = {
  raw: ['csv', (rows: Cells) => toWindows(rows.map((row) => `${row.map(restoreComma).join(',')};`).join('\r\n'))],
  padded: ['csv', (rows: Cells) => Buffer.from(rows.map((row) => `${row.map(quote(',')).join(',')},,;\n`).join(''))],
  unquoted: ['csv', (rows: Cells) => Buffer.from(rows.map((row) => `${row.join(',')}\n`).join(''))],
  'Windows-1252': [
    'csv',
    (rows: Cells) => toWindows(rows.map((row) => `${row.map(quote(';')).join(';')}\r\n`).join('')),
  ],
  quoted: [
    'csv',
    (rows: Cells) =>
      Buffer.from(
        `\uFEFF${rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`).join('')}`,
      ),
  ],
  XLSX: ['xlsx', writeWorkbook],
  're-ordered': [
    'csv',
    (rows: Cells) =>
      Buffer.from(
        `Hankelista${';'.repeat(rows[0]!.length - 1)}\nsep=;\n${rows
          .map((row, index) =>
            row
              .toReversed()
              .map((cell) => quote(';')(index === 0 ? cell.toUpperCase() : cell))
              .join(';'),
          )
          .join('\n')}\n`,
      ),
  ],
  'UTF-16 with tabs': [
    'tsv',
    (rows: Cells) =>
      Buffer.from(`\uFEFF${rows.map((row) => `${row.map(quote('\t')).join('\t')}\r\n`).join('')}`, 'utf16le'),
  ],
} as const satisfies Record<string, readonly [ending: string, write: (rows: Cells) => Uint8Array]>;

/** The cells of the service's list, by another reader than ours. */
export function readCells(text: string): Cells {
  const rows: string[][] = parse(text, { relax_column_count: true, relax_quotes: true, bom: true });
  return rows.filter((row) => row.length > 1);
}

const quote =
  (separator: string) =>
  (cell: string): string =>
    cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The service's own export has the comma that copies of it lost. */
const restoreComma = (cell: string): string => cell.replace(/elinkeino- +liikenne-/, 'elinkeino-, liikenne-');

const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A letter that Windows-1252 has not becomes a question mark, as programs write it. */
function toWindows(text: string): Uint8Array {
  const codes = Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80 || (code > 0x9f && code < 0x100)) return code;
    const index = WINDOWS.indexOf(letter);
    return index < 0 ? 0x3f : 0x80 + index;
  });
  return Uint8Array.from(codes);
}

/** Amounts are numbers, days are days, as a spreadsheet has them. */
function writeWorkbook(rows: Cells): Uint8Array {
  const table = rows.map((row, index) =>
    row.map((cell) => {
      const day = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
      if (day !== null) return new Date(Date.UTC(Number(day[3]), Number(day[2]) - 1, Number(day[1])));
      return index > 0 && /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell;
    }),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Ohje'], ['Lista on toisella välilehdellä.']]), 'Ohje');
  utils.book_append_sheet(book, utils.aoa_to_sheet(table, { UTC: true }), 'Hankkeet');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
