import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonl } from '../../../pipeline/publish/formats/jsonl.ts';
import { makeRelease, withProjects, writeTable, type MadeRelease } from './make-release.ts';

const release = makeRelease();

async function write(from: MadeRelease = release): Promise<string> {
  return Buffer.from(await writeTable(jsonl, from, 'projects')).toString('utf8');
}

const read = (text: string): unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);

describe('JSON Lines', () => {
  it('has a record a line, with every value as it is and without absent ones', async () => {
    const text = await write();
    expect(text.endsWith('}\n')).toBe(true);
    const expected = [...release.tables.get('projects')!.rows].map(({ values }) =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    );
    expect(read(text)).toEqual(expected);
    expect(text).not.toContain('null');
  });

  it('has its members in the order of the columns', async () => {
    const columns = release.tables.get('projects')!.table.columns.map(({ name }) => name);
    for (const record of read(await write())) {
      const members = Object.keys(record as object);
      expect(members).toEqual(columns.filter((name) => members.includes(name)));
    }
  });

  it('gives every text back on one line, whatever is in it', async () => {
    const text = fc.string({ minLength: 1, unit: fc.constantFrom('"', '\\', '\n', '\r', '\u2028', '\0', '😀', 'a') });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const records = read(await write(withProjects(release, texts)));
        expect(records.map((record) => (record as { summary: string }).summary)).toEqual(texts);
      }),
    );
  });
});
