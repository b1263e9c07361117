/** A document's issues, of which no kind drowns the report. */
import { expect, it } from 'vitest';
import type { Issue } from '../../pipeline/model/issue.ts';
import { foldIssues } from '../../pipeline/parse/fold-issues.ts';
import { LIMITS } from '../../pipeline/parse/limits.ts';

const issue = (line: number, rest: Partial<Issue> = {}): Issue => ({
  code: 'parse/unknown-label',
  severity: 'warning',
  document: 'a.txt',
  line,
  column: 2,
  message: 'unexpected label',
  found: `nimi ${String(line)}`,
  count: 1,
  ...rest,
});
const many = (count: number, rest: Partial<Issue> = {}): Issue[] =>
  Array.from({ length: count }, (_, index) => issue(index + 1, rest));

it('are as they were up to the limit', () => {
  expect(foldIssues(many(LIMITS.alike))).toEqual(many(LIMITS.alike));
});

it('beyond it are one, at the first of their places, that says how many it stands for', () => {
  const { found: _, ...first } = issue(LIMITS.alike + 1);
  expect(foldIssues([...many(LIMITS.alike + 2), issue(LIMITS.alike + 3, { count: 5 })])).toEqual([
    ...many(LIMITS.alike),
    { ...first, message: 'unexpected number of issues of this kind, expected at most 10000', count: 7 },
  ]);
});

it('of each code have a limit of their own, and stay in their order', () => {
  const other = issue(1, { code: 'parse/unreadable-value' });
  const folded = foldIssues([...many(LIMITS.alike + 2), other, issue(LIMITS.alike + 3)]);
  expect(folded).toHaveLength(LIMITS.alike + 2);
  expect(folded.slice(-2)).toMatchObject([{ code: 'parse/unknown-label', count: 3 }, other]);
});

it('that repeat a wording stay, before the limit and beyond it', () => {
  const same = many(3, { found: 'sama' });
  const folded = foldIssues([...same, ...many(LIMITS.alike), ...same]);
  expect(folded.filter(({ found }) => found === 'sama')).toHaveLength(6);
  // The same sentence about two findings is two wordings.
  expect(folded.find(({ message }) => message.includes('number of issues'))).toMatchObject({ count: 1 });
});

it('that are errors stay, each of them, and take no place from others', () => {
  const errors = many(LIMITS.alike + 5, { severity: 'error' });
  expect(foldIssues([...errors, ...many(LIMITS.alike)])).toEqual([...errors, ...many(LIMITS.alike)]);
});
