import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { generateIssueReference, ISSUE_REFERENCE } from '../../schemas/generate-issue-reference.ts';
import { FOLDER, ROOT } from './read-schemas.ts';

/** Codes whose severity stands apart from them in the source, or depends on what was found. */
const CHOSEN_ELSEWHERE = [
  'read/ignored-file',
  'read/same-name',
  'read/unreadable-sources',
  'parse/unknown-family',
  'parse/list-note',
  'parse/list-total',
  'locate/municipality-outside-region',
  'locate/municipality-outside-sub-region',
  'locate/region-without-municipality',
  'locate/region-without-sub-region',
  'locate/sub-region-outside-region',
  'locate/sub-region-without-municipality',
  'locate/place-outside-region',
  'internal/document-failed',
  'internal/project-failed',
];

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

it('an issue is made with the severity that its code usually has', () => {
  const usual = new Map(kinds.map(({ code = '', severity = '' }) => [code, severity]));
  const made = listMade(path.join(ROOT, 'pipeline'));
  expect(made.filter(({ code, severity }) => usual.get(code) !== severity)).toEqual([]);
  // So that the search above cannot come to find nothing.
  const seen = new Set(made.map(({ code }) => code));
  const unseen = [...usual.keys()].filter((code) => !seen.has(code) && !code.startsWith('locate/boundaries-'));
  expect(unseen).toEqual(CHOSEN_ELSEWHERE);
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

/** Code and severity wherever the source states both together: in one object, or as neighbours among the arguments of a call. */
function listMade(folder: string): { file: string; code: string; severity: string }[] {
  const made: { file: string; code: string; severity: string }[] = [];
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )) {
    const add = (code: ts.Node | undefined, severity: ts.Node | undefined): void => {
      if (code === undefined || severity === undefined) return;
      if (!ts.isStringLiteral(code) || !ts.isStringLiteral(severity)) return;
      if (/^[a-z]+\/[a-z-]+$/.test(code.text) && /^(error|warning|info)$/.test(severity.text))
        made.push({ file, code: code.text, severity: severity.text });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        const values = new Map(
          node.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }) => [name.getText(), initializer]),
        );
        add(values.get('code'), values.get('severity'));
      }
      if (ts.isCallExpression(node))
        node.arguments.forEach((argument, index) => {
          add(argument, node.arguments[index + 1]);
        });
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return made;
}
