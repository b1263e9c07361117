import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../pipeline/publish/formats/csv.ts';
import { HOSTILE_TEXTS, LONG_TEXT, makeRelease, withProjects, writeTable, type MadeRelease } from './make-release.ts';

const release = makeRelease();

async function write(name: (typeof csv.tables)[number], from: MadeRelease = release): Promise<string> {
  return Buffer.from(await writeTable(csv, from, name)).toString('utf8');
}

/** Cells by column, as any reader of RFC 4180 takes them. */
const read = (text: string): Record<string, string>[] => parse(text, { columns: true, record_delimiter: '\n' });

describe('CSV', () => {
  it.each(csv.tables)('of %s has the columns of its schema, a row a line, and nothing around them', async (name) => {
    const text = await write(name);
    const { table, rows } = release.tables.get(name)!;
    const [header, ...records]: string[][] = parse(text, { record_delimiter: '\n' });
    expect(header).toEqual(table.columns.map((column) => column.name));
    expect(records).toHaveLength([...rows].length);
    expect(text.startsWith(`${table.columns[0]!.name},`)).toBe(true);
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    expect(text).not.toContain('\r\n');
  });

  it('has the exact text, what a spreadsheet would run too', async () => {
    const records = read(await write('projects'));
    expect(records.slice(1, 1 + HOSTILE_TEXTS.length).map(({ tagline }) => tagline)).toEqual([...HOSTILE_TEXTS]);
    expect(records[0]).toMatchObject({
      name: '=HYPERLINK("https://example.com")',
      summary: 'Ensimmäinen; "lainaus"\n\nToinen <b>kappale</b> 😀',
      final_report: LONG_TEXT,
    });
  });

  it('has numbers with a point, ISO dates, words for booleans, codes with their zeros, and empty cells', async () => {
    expect(read(await write('projects'))[0]).toMatchObject({
      funding_granted_eu_state: '-1234.5',
      funding_realised_eu_state: '0.07',
      participants_planned: '0',
      participants_realised: '',
      start_date: '2015-02-28',
      beneficiary_postal_code: '00100',
      specific_objective_code: '10.1',
      gender_analysis: 'true',
      gender_mainstreaming: 'false',
    });
    const [share] = read(await write('project_areas')).map((row) => row['share_equal']);
    expect(Number(share)).toBe(1 / 3);
  });

  it('gives every text back, whatever is in it', async () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.string({ minLength: 1, unit: fc.constantFrom('"', ',', ';', '\n', '\r', "'", ' ', 'a', '\uFEFF') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const records = read(await write('projects', withProjects(release, texts)));
        expect(records.map(({ summary }) => summary)).toEqual(texts);
      }),
    );
  });
});
