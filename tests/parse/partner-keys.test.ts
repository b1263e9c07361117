/** Nothing that a hand-written document says of a partner is dropped without a word. */
import { expect, it } from 'vitest';
import { parse } from '../../pipeline/parse/index.ts';
import { readParseContext } from './read-context.ts';

const read = (partner: string) => {
  const text = `---\nproject_code: S10001\npartners:\n  - ${partner}\n---\n\nTeksti.\n`;
  const { value, issues } = parse({ path: 'a.md', bytes: Buffer.from(text), sha256: '' }, readParseContext());
  return {
    names: value[0]?.partners.map(({ name }) => name),
    withheld: value[0]?.withheld,
    issues: issues.map(({ code, line, found }) => `${code} ${String(line)} ${found ?? ''}`.trim()),
  };
};

it.each([
  ['name: Yhdistys\n    municipality: Kemi', ['Yhdistys'], ['parse/unknown-label 5 municipality']],
  ['business_id: 1234567-1', [], ['parse/unreadable-value 4 1234567-1']],
  ['name:\n    business_id: 1234567-1', [], ['parse/unreadable-value 4']],
  ['name: ""', [], ['parse/unreadable-value 4']],
  ['name: Yhdistys\n    business_id: 0737546-2', ['Yhdistys'], []],
])('%j', (partner, names, issues) => {
  expect(read(partner)).toEqual({ names, withheld: {}, issues });
});

it('whom one reaches there is withheld', () => {
  expect(read('name: Yhdistys\n    contact_name: Maija Esimerkki')).toEqual({
    names: ['Yhdistys'],
    withheld: { contact_name: 1 },
    issues: [],
  });
});
