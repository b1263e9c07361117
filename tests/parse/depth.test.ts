/** What nests deeper than a person writes is refused with the place; what only looks like it is read. */
import { expect, it } from 'vitest';
import { LIMITS } from '../../pipeline/parse/limits.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { readParseContext } from './read-context.ts';

const context = readParseContext();
const read = (matter: string, text: string) =>
  parse(
    { path: 'a.md', bytes: Buffer.from(`---\nproject_code: S12345\n${matter}---\n\n${text}\n`), sha256: '' },
    context,
  );
const lists = (depth: number, step: string): string =>
  Array.from({ length: depth }, (_, index) => `${step.repeat(index)}- a\n`).join('');

it.each([
  ['lists by spaces', '', lists(LIMITS.depth + 1, '  ')],
  ['lists by tabs', '', lists(LIMITS.depth + 1, '\t')],
  ['lists in one line', '', '- '.repeat(LIMITS.depth)],
  ['quotations', '', '>'.repeat(LIMITS.depth)],
  ['lists in quotations', '', '> - '.repeat(LIMITS.depth)],
  ['keys of YAML', `regions: ${'? '.repeat(10)}\n  ${'? '.repeat(LIMITS.depth)}a\n`, 'Teksti'],
  ['maps of YAML', `regions: ${'{a: '.repeat(LIMITS.brackets)}\n`, 'Teksti'],
])('%s are refused', (_, matter, text) => {
  const { value, issues } = read(matter, text);
  expect(value).toEqual([]);
  expect(issues[0]).toMatchObject({ code: 'parse/too-deep', severity: 'error', document: 'a.md' });
  expect(issues[0]?.line).toBeGreaterThan(1);
});

it.each([
  ['a ruler of many dashes', `Teksti\n\n${'-'.repeat(300)}`],
  ['a heading underlined far', `Teksti\n\nOtsikko\n${'-'.repeat(300)}`],
  ['emphasis', `Teksti ${'**a** '.repeat(100)}`],
  ['a dash far to the right', `Teksti\n${' '.repeat(150)}- a`],
  ['lists', `Teksti\n\n${lists(20, '  ')}`],
])('%s is read', (_, text) => {
  const { value, issues } = read('', text);
  expect(issues).toEqual([]);
  expect(value[0]?.fields.summary).toMatch(/^Teksti/);
});

it.each([
  ['of the front matter', 'name: Yksi\nname: Kaksi\n', 4],
  ['of a partner', 'partners:\n  - name: Yksi\n    name: Kaksi\n', 5],
])('a key %s that stands twice is reported where it stands again', (_, matter, line) => {
  expect(read(matter, 'Teksti').issues).toContainEqual(
    expect.objectContaining({ code: 'parse/unreadable-front-matter', line }),
  );
});
