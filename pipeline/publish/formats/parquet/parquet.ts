import type { Format, TableRow } from '../../format.ts';
import { describeColumn, describeFile, encodeValue, writeParquet } from './write-parquet.ts';

/** Parquet without geometry: texts as UTF-8, dates as DATE, absent values as nulls; Snappy. */
export const parquet: Format = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  title: { en: 'Parquet', fi: 'Parquet', sv: 'Parquet' },
  tables: ['projects', 'project_areas'],
  write: ([{ table, rows }], sink, { metadata }) => {
    const columns = table.columns.map(({ name, type }) => ({
      name,
      encode: ({ values }: TableRow) => encodeValue(type, values[name]),
    }));
    writeParquet(rows, table.columns.map(describeColumn), columns, () => describeFile(table, metadata), sink);
  },
};
