import { TABLE_NAMES, type Row } from '../../../model/table.ts';
import type { Format } from '../../format.ts';
import { openArchive } from '../../zip.ts';
import { CODEBOOK_COLUMNS, listCodebookRows } from './codebook.ts';
import { fitCell } from './encode-text.ts';
import { createFixedParts, createListingParts } from './package-parts.ts';
import { CLOSE_SHEET, encodeCell, encodeRow, openSheet, type SheetColumn } from './sheet.ts';

/** Rows that a sheet holds, the header's included; what is more goes on in a sheet of its own. */
const SHEET_ROWS = 1_048_576;

/** Characters that are encoded and compressed at a time. */
const CHUNK = 1 << 18;

/**
 * An Excel workbook: a sheet per table and a codebook. Dates are dates, codes are text and keep their zeros, texts that look like a
 * formula are marked as text and otherwise exact. Written as it is read: the libraries for workbooks hold every cell
 * in memory, and stamp the zip file with the time of day.
 */
export const xlsx: Format = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  title: {
    en: 'Excel workbook, a sheet per table and a codebook',
    fi: 'Excel-työkirja, taulukko jokaiselle taululle ja koodikirja',
    sv: 'Excel-arbetsbok, ett blad per tabell och en kodbok',
  },
  bundle: 'hankekartta',
  tables: TABLE_NAMES,
  write: (tables, sink, { metadata, deflate }) => {
    const encoder = new TextEncoder();
    const archive = openArchive(metadata.release, sink, deflate);
    const addPart = (name: string, content: Iterable<string>): void => {
      function* read(): Generator<Uint8Array> {
        let waiting = '';
        for (const piece of content) {
          waiting += piece;
          if (waiting.length < CHUNK) continue;
          yield encoder.encode(waiting);
          waiting = '';
        }
        yield encoder.encode(waiting);
      }
      archive.add({ name, read });
    };

    for (const [name, content] of createFixedParts(metadata)) addPart(name, [content]);
    const sheets: string[] = [];
    const addSheets = (
      name: string,
      columns: readonly SheetColumn[],
      rows: Iterator<Row>,
      onCut: (column: string) => void,
    ): void => {
      let next = rows.next();
      function* writeSheet(): Generator<string> {
        yield openSheet(columns, sheets.length === 1);
        for (let number = 2; number <= SHEET_ROWS && next.done !== true; number += 1) {
          const values = next.value;
          yield encodeRow(
            number,
            columns.map((column, index) => {
              const value = values[column.name];
              if (typeof value !== 'string') return encodeCell(column, index, number, value);
              const { text, isCut } = fitCell(value, `${name}.csv`);
              if (isCut) onCut(column.name);
              return encodeCell(column, index, number, text);
            }),
          );
          next = rows.next();
        }
        yield CLOSE_SHEET;
      }
      let part = 1;
      do {
        sheets.push(part === 1 ? name : `${name}_${part}`);
        addPart(`xl/worksheets/sheet${sheets.length}.xml`, writeSheet());
        part += 1;
      } while (next.done !== true);
    };

    const cellsCut = new Map<string, number>();
    for (const { table, rows } of tables) {
      function* readValues(): Generator<Row> {
        for (const { values } of rows) yield values;
      }
      addSheets(table.name, table.columns, readValues(), (column) => {
        const key = `${table.name}.${column}`;
        cellsCut.set(key, (cellsCut.get(key) ?? 0) + 1);
      });
    }
    const described = tables.map(({ table }) => table);
    addSheets('codebook', CODEBOOK_COLUMNS, listCodebookRows(described, cellsCut), () => undefined);
    for (const [name, content] of createListingParts(sheets)) addPart(name, [content]);
    archive.end();
  },
};
