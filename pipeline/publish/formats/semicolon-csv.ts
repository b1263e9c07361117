import { stringify } from 'csv-stringify/sync';
import { TABLE_NAMES } from '../../model/table.ts';
import type { Format } from '../format.ts';
import { guardFormula } from './formula-guard.ts';

/**
 * What a Finnish or Swedish Excel opens with a double click: byte-order mark, semicolons, CRLF, decimal commas. Texts that it
 * would run as a formula have an apostrophe in front; numbers and dates never have one.
 */
export const semicolonCsv: Format = {
  extension: 'csv',
  mediaType: 'text/csv',
  title: {
    en: 'CSV for spreadsheets, semicolons and decimal commas',
    fi: 'CSV taulukkolaskentaan, puolipisteet ja desimaalipilkut',
    sv: 'CSV för kalkylprogram, semikolon och decimalkomman',
  },
  folder: 'semicolon',
  tables: TABLE_NAMES,
  write: ([{ table, rows }], sink) => {
    const options = {
      delimiter: ';',
      record_delimiter: '\r\n',
      // Only whole record delimiters are quoted otherwise, not the line feed inside a text.
      quoted_match: /[\r\n]/u,
      cast: { boolean: String, number: (value: number) => String(value).replace('.', ',') },
    };
    sink.write(`\uFEFF${stringify([table.columns.map(({ name }) => name)], options)}`);
    for (const { values } of rows) {
      const cells = table.columns.map(({ name, type }) => {
        const value = values[name];
        return typeof value === 'string' && type === 'string' ? guardFormula(value) : value;
      });
      sink.write(stringify([cells], options));
    }
  },
};
