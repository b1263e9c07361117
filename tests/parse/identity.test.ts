/** What a project is known by is a name of files too. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../pipeline/parse/limits.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { deriveProjectId, readJournalNumber } from '../../pipeline/parse/values.ts';
import { readParseContext } from './read-context.ts';

const context = readParseContext();
const FORMS: [path: string, write: (number: string) => string][] = [
  ['a.md', (number) => `---\njournal_number: ${number}\nname: Nimi\n---\n`],
  ['a.txt', (number) => `Nimi\n\nTietoja hankkeesta:\nEURA-tunnus: ${number}\n`],
];

describe.each(FORMS)('a journal number in %s', (path, write) => {
  const read = (number: string) => parse({ path, bytes: Buffer.from(write(number)), sha256: '' }, context);

  it('that differs in case alone names the same project, and is published as written', () => {
    const [upper, lower] = [read('2016/1/A').value[0], read('2016/1/a').value[0]];
    expect([upper?.projectId, lower?.projectId]).toEqual(['2016-1-A', '2016-1-A']);
    expect(lower?.fields.journal_number).toBe('2016/1/a');
  });

  it('of the greatest length names a project', () => {
    const number = `2016/${'Ä'.repeat(LIMITS.journalNumber - 5)}`;
    const { value, issues } = read(number);
    expect(value[0]?.fields.journal_number).toBe(number);
    expect(Buffer.byteLength(`${value[0]?.projectId ?? ''}.json.gz`)).toBeLessThan(255);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([LIMITS.journalNumber - 4, 300, 100_000])(
    'that is too long, by %i letters, is an error that says so',
    (length) => {
      const { value, issues } = read(`2016/${'A'.repeat(length)}`);
      expect(value).toEqual([]);
      expect(issues).toContainEqual(expect.objectContaining({ code: 'parse/no-identity', severity: 'error' }));
      const [unreadable] = issues.filter(({ code }) => code === 'parse/unreadable-value');
      expect(unreadable?.message).toContain(`at most ${LIMITS.journalNumber} characters`);
    },
  );
});

it.each(['ä/ß', 'ſ/1', 'å/K'])('no id of %s has another in other case', (number) => {
  const id = deriveProjectId(undefined, readJournalNumber(`${number}/1`) ?? '1/a');
  expect(id).toBe(id?.toUpperCase());
});
