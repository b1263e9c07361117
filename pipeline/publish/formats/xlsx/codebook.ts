import { LANGUAGES, type Row, type Table } from '../../../model/table.ts';
import type { SheetColumn } from './sheet.ts';

/** The sheet that says what the others' columns mean, in every language. */
export const CODEBOOK_COLUMNS: readonly SheetColumn[] = [
  { name: 'table', kind: 'code', type: 'string' },
  { name: 'column', kind: 'code', type: 'string' },
  ...['title', 'description'].flatMap((part) =>
    LANGUAGES.map((language): SheetColumn => ({ name: `${part}_${language}`, kind: 'name', type: 'string' })),
  ),
  { name: 'type', kind: 'code', type: 'string' },
  { name: 'kind', kind: 'code', type: 'string' },
  { name: 'required', kind: 'flag', type: 'boolean' },
  { name: 'codes', kind: 'name', type: 'string' },
  { name: 'cells_cut', kind: 'count', type: 'integer' },
];

/**
 * Rows of the codebook: each table itself, then its columns. `cells_cut` counts the texts of a column that were too long for a cell
 * (`table.column` → how many).
 */
export function* listCodebookRows(tables: readonly Table[], cellsCut: ReadonlyMap<string, number>): Generator<Row> {
  const translate = ({ title, description }: Pick<Table, 'title' | 'description'>): Row =>
    Object.fromEntries(
      LANGUAGES.flatMap((language) => [
        [`title_${language}`, title[language]],
        [`description_${language}`, description[language]],
      ]),
    );
  for (const table of tables) {
    yield { table: table.name, ...translate(table) };
    for (const column of table.columns) {
      const { name, type, kind, required, codes } = column;
      yield {
        table: table.name,
        column: name,
        ...translate(column),
        type,
        kind,
        required,
        codes: codes?.join(' | '),
        cells_cut: cellsCut.get(`${table.name}.${name}`) ?? 0,
      };
    }
  }
}
