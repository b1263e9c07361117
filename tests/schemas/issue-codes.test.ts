import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { generateIssueReference, ISSUE_REFERENCE } from '../../schemas/generate-issue-reference.ts';
import { FOLDER, ROOT } from './read-schemas.ts';

type Row = Readonly<Record<string, string>>;
const kinds: Row[] = parse(readFileSync(path.join(FOLDER, 'codelists/issue-code.csv'), 'utf8'), { columns: true });

it('every code of the codelist is made somewhere', () => {
  const folder = path.join(ROOT, 'pipeline');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('schema-types.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
  const isMade = (code: string): boolean =>
    source.includes(`'${code}'`) ||
    // The faults of a boundary file share one beginning.
    (code.startsWith('locate/boundaries-') &&
      new RegExp(`'${code.slice('locate/boundaries-'.length)}'|(gap|overlap|crossing):`).test(source));
  expect(kinds.map(({ code = '' }) => code).filter((code) => !isMade(code))).toEqual([]);
});

it('the severities are those that a release has', () => {
  const issues: Row[] = parse(
    readFileSync(path.join(ROOT, 'tests/golden/release/expected/data/2026-02-03/issues.csv'), 'utf8'),
    {
      columns: true,
    },
  );
  const usual = new Map(kinds.map(({ code, severity }) => [code, severity]));
  // A note in .md or .csv that no family knows is only mentioned, and quarantine is for .txt.
  const other = issues.filter(({ code, severity }) => usual.get(code) !== severity && code !== 'parse/unknown-family');
  expect(other).toEqual([]);
});

it('the page of all codes is up to date (npm run types)', async () => {
  expect(readFileSync(path.join(ROOT, ISSUE_REFERENCE), 'utf8')).toBe(await generateIssueReference(FOLDER));
});
