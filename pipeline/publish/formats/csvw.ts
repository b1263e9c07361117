import { TABLE_NAMES, type Column, type ColumnType, type Table, type Translations } from '../../model/table.ts';
import type { Format } from '../format.ts';

/** CSV on the Web's datatypes of our columns. */
function describeType({ type, codes }: Column, hasSemicolons: boolean): string | object {
  const types: Readonly<Record<ColumnType, string | object>> = {
    string: codes === undefined ? 'string' : { base: 'string', format: codes.map(escapePattern).join('|') },
    integer: 'integer',
    number: hasSemicolons ? { base: 'decimal', format: { decimalChar: ',' } } : 'decimal',
    boolean: { base: 'boolean', format: 'true|false' },
    date: { base: 'date', format: 'yyyy-MM-dd' },
  };
  return types[type];
}

function escapePattern(code: string): string {
  return code.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** A text in three languages as a common property of a CSVW description. */
function tag(translations: Translations): { readonly '@value': string; readonly '@language': string }[] {
  return (['fi', 'sv', 'en'] as const).map((language) => ({ '@value': translations[language], '@language': language }));
}

/**
 * Metadata of one CSV file (W3C, Metadata Vocabulary for Tabular Data), to lie beside it. Names of columns are the header's cells;
 * their titles in three languages are common properties, since `titles` would have to be what the header says.
 */
function describeCsv(table: Table, hasSemicolons: boolean): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${table.name}.csv`,
    'dc:title': tag(table.title),
    'dc:description': tag(table.description),
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    dialect: {
      delimiter: hasSemicolons ? ';' : ',',
      lineTerminators: [hasSemicolons ? '\r\n' : '\n'],
      quoteChar: '"',
      doubleQuote: true,
      encoding: 'utf-8',
      header: true,
      headerRowCount: 1,
    },
    tableSchema: {
      columns: table.columns.map((column) => ({
        name: column.name,
        titles: column.name,
        'dc:title': tag(column.title),
        'dc:description': tag(column.description),
        datatype: describeType(column, hasSemicolons),
        required: column.required,
        null: '',
      })),
    },
  };
}

/** Beside each CSV file. */
export const csvw: Format = {
  extension: 'csvw.json',
  mediaType: 'application/json',
  title: {
    en: 'column types of the CSV file, CSVW',
    fi: 'CSV-tiedoston sarakkeiden tyypit, CSVW',
    sv: 'CSV-filens kolumntyper, CSVW',
  },
  tables: TABLE_NAMES,
  write: ([{ table }], sink) => sink.write(`${JSON.stringify(describeCsv(table, false), null, 2)}\n`),
};

/** Beside each CSV file for spreadsheets. */
export const semicolonCsvw: Format = {
  ...csvw,
  folder: 'semicolon',
  write: ([{ table }], sink) => sink.write(`${JSON.stringify(describeCsv(table, true), null, 2)}\n`),
};
