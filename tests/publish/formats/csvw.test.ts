import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../pipeline/publish/formats/csv.ts';
import { csvTypes } from '../../../pipeline/publish/formats/csv-types.ts';
import { csvw, semicolonCsvw } from '../../../pipeline/publish/formats/csvw.ts';
import { semicolonCsv } from '../../../pipeline/publish/formats/semicolon-csv.ts';
import { makeRelease, writeTable } from './make-release.ts';

interface Metadata {
  readonly url: string;
  readonly dialect: { readonly delimiter: string; readonly lineTerminators: readonly string[] };
  readonly tableSchema: {
    readonly columns: readonly { name: string; titles: string; required: boolean; datatype: unknown }[];
  };
}

const release = makeRelease();
const text = async (...given: Parameters<typeof writeTable>): Promise<string> =>
  Buffer.from(await writeTable(...given)).toString('utf8');

describe.each([...release.tables.keys()])('beside %s.csv', (name) => {
  it.each([
    ['commas', csv, csvw],
    ['semicolons', semicolonCsv, semicolonCsvw],
  ] as const)('is what reads it, with %s', async (_, table, description) => {
    const metadata = JSON.parse(await text(description, release, name)) as Metadata;
    expect(metadata.url).toBe(`${name}.csv`);
    const { delimiter, lineTerminators } = metadata.dialect;
    const rows: string[][] = parse(await text(table, release, name), {
      delimiter,
      record_delimiter: [...lineTerminators],
      bom: true,
    });
    const { columns } = metadata.tableSchema;
    expect(rows[0]).toEqual(columns.map(({ titles }) => titles));
    for (const row of rows.slice(1))
      for (const [index, { required }] of columns.entries()) if (required) expect(row[index]).not.toBe('');
  });

  it('has a type for each column, on one line', async () => {
    const line = await text(csvTypes, release, name);
    expect(line).toMatch(/^"(String|Integer|Real|Date)"(,"(String|Integer|Real|Date)")*\n$/);
    expect(line.split(',')).toHaveLength(release.tables.get(name)!.table.columns.length);
  });
});
