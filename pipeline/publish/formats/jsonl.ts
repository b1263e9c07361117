import type { Format } from '../format.ts';
import { toJsonLine } from './json-line.ts';

/** One JSON object a line, members in the order of the columns, absent values missing. */
export const jsonl: Format = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  title: { en: 'JSON Lines', fi: 'JSON Lines', sv: 'JSON Lines' },
  tables: ['projects'],
  write: ([{ table, rows }], sink) => {
    for (const { values } of rows) {
      const members = table.columns.flatMap(({ name }) =>
        values[name] === undefined ? [] : [[name, values[name]] as const],
      );
      sink.write(`${toJsonLine(Object.fromEntries(members))}\n`);
    }
  },
};
