import type { Column } from '../../../model/table.ts';
import { looksLikeFormula } from '../formula-guard.ts';
import { encodeCellText } from './encode-text.ts';

/** Positions in `cellXfs` of the workbook's styles (`package-parts.ts`). */
export const STYLE = { header: 1, text: 2, guardedText: 3, date: 4, money: 5 } as const;

/** What a sheet knows of a column; a table's column has all of it. */
export type SheetColumn = Pick<Column, 'name' | 'kind' | 'type'>;

const WIDTHS: Readonly<Record<string, number>> = {
  text: 60,
  long_text: 60,
  name: 32,
  uri: 32,
  date: 11,
  flag: 8,
  eur: 15,
  project_id: 12,
  sha256: 16,
};

const MILLISECONDS_A_DAY = 86_400_000;
/** Serial number of 1970-01-01. */
const UNIX_EPOCH = 25_569;
/** The first day after 1900-02-29, which spreadsheets believe in; earlier serial numbers mean different days in Excel and LibreOffice. */
const FIRST_SAFE_SERIAL = 61;

/** `A`, `B` … `Z`, `AA` … */
function nameColumn(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : nameColumn(Math.floor(index / 26) - 1) + letter;
}

export function openSheet(columns: readonly SheetColumn[], isSelected: boolean): string {
  const widths = columns.map(({ name, kind }, index) => {
    const width = Math.max(WIDTHS[kind] ?? 10, Math.min(name.length + 2, 24));
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  const selected = isSelected ? ' tabSelected="1"' : '';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetViews><sheetView workbookViewId="0"${selected}>` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>` +
    encodeRow(
      1,
      columns.map((column, index) => encodeText(`${nameColumn(index)}1`, column.name, STYLE.header)),
    )
  );
}

/** Codes are text on purpose: no green triangle is to suggest that they be made numbers. */
export const CLOSE_SHEET =
  '</sheetData><ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>';

/** A row of a sheet; `number` counts from 1, the header's. */
export function encodeRow(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

function encodeText(reference: string, text: string, style: number): string {
  // Readers may drop white space at the ends otherwise.
  const space = text.trim() === text ? '' : ' xml:space="preserve"';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${encodeCellText(text)}</t></is></c>`;
}

/** One typed cell; an absent value has none. Texts have been cut to a cell's length. */
export function encodeCell(
  { kind, type }: SheetColumn,
  columnIndex: number,
  rowNumber: number,
  value: string | number | boolean | undefined,
): string {
  if (value === undefined) return '';
  const reference = `${nameColumn(columnIndex)}${rowNumber}`;
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') {
    const style = kind === 'eur' ? ` s="${STYLE.money}"` : '';
    return `<c r="${reference}"${style}><v>${value}</v></c>`;
  }
  if (type === 'date') {
    const serial = Date.parse(`${value}T00:00:00Z`) / MILLISECONDS_A_DAY + UNIX_EPOCH;
    if (serial >= FIRST_SAFE_SERIAL) return `<c r="${reference}" s="${STYLE.date}"><v>${serial}</v></c>`;
  }
  return encodeText(reference, value, looksLikeFormula(value) ? STYLE.guardedText : STYLE.text);
}
