import { divideColumns, type Column, type Table, type Translations } from '../../../model/table.ts';
import type { TableData, TableRow } from '../../format.ts';
import { createTable } from './load-table.ts';
import type { Store } from './sqlite.ts';

/** The table of the long texts that a layer does not carry, keyed as the layer. */
export interface TextTable {
  readonly name: 'project_texts';
  readonly title: Translations;
  readonly description: Translations;
  readonly columns: readonly Column[];
}

/** Key and long texts of the projects. */
export function describeTexts(table: Table): TextTable {
  const key = table.columns.slice(0, 1);
  return {
    name: 'project_texts',
    title: { fi: 'Hankkeiden pitkät tekstit', sv: 'Projektens långa texter', en: 'Long texts of the projects' },
    description: {
      fi: 'Tason projects pitkät tekstit: rivi jokaisesta hankkeesta, jolla niitä on; liitä sarakkeella project_id.',
      sv: 'De långa texterna till lagret projects: en rad för varje projekt som har sådana; koppla med project_id.',
      en: 'The long texts of the layer projects: a row for each project that has any; join by project_id.',
    },
    columns: [...key, ...divideColumns(table).texts],
  };
}

/**
 * Fills the table while its rows go by on their way to the layer: they are read once. A project without long texts has no row.
 * @yields every row as it came
 */
export function* passTexts(store: Store, { columns, name }: TextTable, { rows }: TableData): Generator<TableRow> {
  const texts = createTable<TableRow>(store, name, columns);
  const [, ...prose] = columns;
  for (const row of rows) {
    if (prose.some((column) => row.values[column.name] !== undefined)) texts.add(row);
    yield row;
  }
  texts.close();
}
