/** What a document may have at most is read, one more is refused with the place and the number; the next document is read. */
import { expect, it } from 'vitest';
import { foldIssues } from '../../pipeline/parse/fold-issues.ts';
import { findExcess, findExcessOfElements, findExcessOfMarkdown } from '../../pipeline/parse/find-excess.ts';
import { LIMITS } from '../../pipeline/parse/limits.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { readParseContext } from './read-context.ts';

const context = readParseContext();
const PAGE = '1 Hanke\nHankekoodi: S12345\n';
const NOTE = '---\nproject_code: S12345\n';
const isNote = (text: string): boolean => text.startsWith(NOTE);
const read = (path: string, text: string) => parse({ path, bytes: Buffer.from(text), sha256: '' }, context);

const AT_MOST: readonly (readonly [what: string, most: number, path: string, make: (count: number) => string])[] = [
  ['lines', LIMITS.lines, 'a.txt', (count) => PAGE + '\n'.repeat(count - 3)],
  ['characters in a line', LIMITS.lineCharacters, 'a.txt', (count) => `${PAGE}${' '.repeat(count)}\n`],
  [
    'commas, semicolons and tabs',
    LIMITS.separators,
    'a.txt',
    (count) => PAGE + `${',\t;|'.repeat(250_000)}\n`.repeat(count / 1_000_000) + (count % 1_000_000 === 0 ? '' : ','),
  ],
  ['characters of Markdown', LIMITS.markdownCharacters, 'a.md', (count) => `${NOTE}---\n`.padEnd(count - 1) + '\n'],
  [
    'underlined headings and rulers',
    LIMITS.underlines,
    'a.txt',
    (count) => `${NOTE}---\n\n${'a\n-\n'.repeat(count - 2)}`,
  ],
  [
    'beginnings and ends of elements',
    LIMITS.elements,
    'a.html',
    (count) => `<p>1 Hanke</p><p>Hankekoodi: S12345</p>${'<wbr>'.repeat(count - 4)}`,
  ],
];

it.each(AT_MOST)('%s: %d', { timeout: 120_000 }, (what, most, path, make) => {
  // Not read whole here: of some that takes a minute.
  const text = make(most);
  const found = [
    path === 'a.txt' && findExcess(text),
    path === 'a.html' && findExcessOfElements(text),
    isNote(text) && findExcessOfMarkdown(text),
  ];
  expect(found.filter((excess) => typeof excess === 'object')).toEqual([]);
  const { value, issues } = read(path, make(most + 1));
  expect(value).toEqual([]);
  expect(issues).toMatchObject([
    {
      code: 'parse/unreadable-bytes',
      severity: 'error',
      message: `unexpected document of more than ${most} ${what}, expected at most as many`,
    },
  ]);
});

it('columns of a list', () => {
  const make = (count: number): string => {
    const more = Array.from({ length: count - 5 }, (_, index) => `c${index}`).join();
    return `Koodi,Rahasto,Hankkeen nimi,Tl,Tila,${more}\nS12345,ESR,Nimi,5,Toiminnassa${',x'.repeat(count - 5)}\n`;
  };
  expect(read('a.csv', make(LIMITS.columns)).value).toHaveLength(1);
  expect(read('a.csv', make(LIMITS.columns + 1))).toMatchObject({
    value: [],
    issues: [
      {
        code: 'parse/unreadable-bytes',
        severity: 'error',
        message: 'unexpected list of 16385 columns, expected at most 16384',
      },
    ],
  });
});

it('warnings of one kind: those beyond are one, which says how many', () => {
  const make = (count: number) => {
    const lines = Array.from({ length: count }, (_, index) => `Outo otsake ${index}: x\n`).join('');
    return foldIssues(read('a.txt', `${PAGE}${lines}`).issues).filter(({ code }) => code === 'parse/unknown-label');
  };
  expect(make(LIMITS.alike)).toHaveLength(LIMITS.alike);
  expect(make(LIMITS.alike).every(({ count }) => count === 1)).toBe(true);
  const issues = make(LIMITS.alike + 5);
  expect(issues).toHaveLength(LIMITS.alike + 1);
  expect(issues.at(-1)).toMatchObject({ count: 5, line: LIMITS.alike + 3 });
  expect(issues.at(-1)?.message).toContain(`expected at most ${LIMITS.alike}`);
  expect(issues.at(-1)).not.toHaveProperty('found');
});

it('what is repeated word for word is not counted, and keeps what was found', () => {
  const issue = {
    code: 'parse/unknown-status',
    severity: 'warning',
    document: 'a.csv',
    line: 1,
    column: 1,
    message: 'unexpected status',
    found: 'Outo',
    count: 1,
  } as const;
  const same = Array.from({ length: LIMITS.alike + 5 }, () => issue);
  const other = { ...issue, found: 'Toinen' };
  expect(foldIssues([...same, other])).toEqual([...same, other]);
});

it('errors, of which each keeps a row out, are all told', () => {
  const rows = 'S12345,ESR,Nimi\n'.repeat(LIMITS.alike + 5);
  const { issues } = read('a.csv', `Koodi,Rahasto,Hankkeen nimi,Tl,Tila,Aloituspvm,Päättymispvm\n${rows}`);
  expect(foldIssues(issues).filter(({ severity }) => severity === 'error')).toHaveLength(LIMITS.alike + 5);
});

it('keys of front matter', () => {
  const make = (count: number): string =>
    `${NOTE}${Array.from({ length: count - 1 }, (_, key) => `k${key}: v\n`).join('')}---\n`;
  expect(read('a.md', make(LIMITS.keys)).value).toHaveLength(1);
  const { value, issues } = read('a.md', make(LIMITS.keys + 1));
  expect(value).toEqual([]);
  expect(issues[0]).toMatchObject({ code: 'parse/too-deep', severity: 'error', line: LIMITS.keys + 2 });
});

it('bytes', () => {
  const { issues } = parse({ path: 'a.txt', bytes: new Uint8Array(LIMITS.documentBytes + 1), sha256: '' }, context);
  expect(issues).toMatchObject([
    { code: 'parse/unreadable-bytes', message: expect.stringContaining('67108865 bytes') as string },
  ]);
});
