import { utils, write } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';

const DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: 0:00)?$/;
const AMOUNT = /^-?\d+(?:\.\d+)?$/;

function readRows(csv: string, separator: string): string[][] {
  return parse(csv, { delimiter: separator, relax_column_count: true });
}

const writeRow = (cells: readonly string[], separator: string): string =>
  cells
    .map((cell) => (/["\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(separator);

/** A list as people save it in a spreadsheet: a title, `sep=;`, the columns the other way round in capitals, euros, days with a time, totals. */
export function resaveInSpreadsheet(csv: string): string {
  const [header = [], ...rows] = readRows(csv, ',');
  const euros = (cell: string): string => `${cell.replace('.', ',').replace(/\B(?=(?:\d{3})+(?:,|$))/g, '\u00a0')} €`;
  const table = rows.map((row) =>
    row.map((cell, index) =>
      DAY.test(cell)
        ? cell.replace(
            DAY,
            (_, d: string, m: string, y: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')} 00:00:00`,
          )
        : index >= row.length - 4 && AMOUNT.test(cell)
          ? euros(cell)
          : cell,
    ),
  );
  const totals = header.map((_, index) => (index === 0 ? 'Yhteensä' : index >= header.length - 4 ? '1 000,00' : ''));
  const title = header.map((_, index) => (index === header.length - 1 ? 'Satukylän hankelista 10.5.2024' : ''));
  const lines = [title, header.map((cell) => cell.toUpperCase()), ...table, totals];
  return `sep=;\n${lines.map((cells) => writeRow(cells.toReversed(), ';')).join('\n')}\n`;
}

/** A list as text of a spreadsheet in Unicode: UTF-16 with a byte-order mark, cells between tabs. */
export function resaveInUtf16(csv: string): Uint8Array {
  const text = readRows(csv, ',').map((cells) => `${writeRow(cells, '\t')}\r\n`);
  return Buffer.from(`\ufeff${text.join('')}`, 'utf16le');
}

/** A list as a workbook of two sheets: days are days, amounts of whole euros are numbers. */
export function resaveAsWorkbook(csv: string, separator: string): Uint8Array {
  const table = readRows(csv, separator).map((row) =>
    row.map((cell) => {
      const [, day, month, year] = DAY.exec(cell) ?? [];
      if (day !== undefined) return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      return /^[1-9]\d{3,}$/.test(cell) ? Number(cell) : cell;
    }),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Ohje'], ['Satukylän hankkeet ovat toisella sivulla.']]), 'Ohje');
  utils.book_append_sheet(book, utils.aoa_to_sheet(table, { UTC: true }), 'Hankkeet');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}
