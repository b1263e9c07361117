import { TABLE_NAMES, type ColumnType, type Table } from '../../model/table.ts';
import type { Format } from '../format.ts';

/** QGIS knows no boolean in a `.csvt`, and one unknown word makes it ignore the file. */
const CSVT_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'String',
  integer: 'Integer',
  number: 'Real',
  boolean: 'String',
  date: 'Date',
};

/** The `.csvt` beside a CSV file, GDAL's and QGIS's: one line of types. With it `005` stays what it is. */
function listCsvTypes(table: Table): string {
  return `${table.columns.map(({ type }) => `"${CSVT_TYPES[type]}"`).join(',')}\n`;
}

/** Beside each CSV file. */
export const csvTypes: Format = {
  extension: 'csvt',
  mediaType: 'text/plain',
  title: {
    en: 'column types of the CSV file for GDAL and QGIS',
    fi: 'CSV-tiedoston sarakkeiden tyypit GDALille ja QGISille',
    sv: 'CSV-filens kolumntyper för GDAL och QGIS',
  },
  tables: TABLE_NAMES,
  write: ([{ table }], sink) => sink.write(listCsvTypes(table)),
};

/** Beside each CSV file for spreadsheets. */
export const semicolonCsvTypes: Format = { ...csvTypes, folder: 'semicolon' };
