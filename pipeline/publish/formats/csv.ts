import { stringify } from 'csv-stringify/sync';
import type { Format } from '../format.ts';
import { TABLE_NAMES } from '../../model/table.ts';

/** RFC 4180 with LF, UTF-8 without a byte-order mark; the exact text, an absent value is an empty cell. */
export const csv: Format = {
  extension: 'csv',
  mediaType: 'text/csv',
  title: {
    en: 'CSV, comma-separated, UTF-8',
    fi: 'CSV, pilkuin erotettu, UTF-8',
    sv: 'CSV, kommaseparerad, UTF-8',
  },
  tables: TABLE_NAMES,
  write: ([{ table, rows }], sink) => {
    const names = table.columns.map(({ name }) => name);
    const cast = { boolean: String, number: String };
    // A lone CR would end a row for some readers.
    const quoted_match = /\r/;
    sink.write(stringify([names]));
    for (const { values } of rows) sink.write(stringify([names.map((name) => values[name])], { cast, quoted_match }));
  },
};
