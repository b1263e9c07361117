/** Which of two documents of a project is published, as `sources.json` dates them. */
import { expect, it } from 'vitest';
import { createWorkspace, writePage } from './workspace.ts';

it('sources.json dates two versions of a page: the newer is published, the older reported', async () => {
  const workspace = createWorkspace({
    'documents/a/S10001.txt': writePage('S10001', 'Uusi nimi'),
    'documents/b/S10001.txt': writePage('S10001', 'Vanha nimi'),
  });
  expect((await workspace.run('build', '--release', '2026-01-02')).status).toBe(2);
  const sources = (a: string, b: string): string =>
    JSON.stringify({
      sources: [
        { match: 'a/*', retrieved: a, source_url: 'https://esimerkki.example/a' },
        { match: 'b/**', retrieved: b },
      ],
    });
  workspace.write({ 'documents/sources.json': sources('2023-01-01', '2020-01-01') });
  expect((await workspace.run('build', '--release', '2026-01-02')).status).toBe(0);
  expect(workspace.readLines('projects.jsonl')).toMatchObject([
    {
      name: 'Uusi nimi',
      source_document: 'a/S10001.txt',
      source_retrieved: '2023-01-01',
      source_url: 'https://esimerkki.example/a',
    },
  ]);
  const issues = workspace.readJson('issues.json') as { code: string; document: string; found?: string }[];
  expect(issues.filter(({ code }) => code.startsWith('merge/'))).toMatchObject([
    { code: 'merge/value-differs', document: 'b/S10001.txt', found: 'Vanha nimi' },
  ]);

  workspace.write({ 'documents/sources.json': sources('2020-01-01', '2023-01-01') });
  expect((await workspace.run('build', '--release', '2026-01-03')).status).toBe(0);
  expect(workspace.readLines('projects.jsonl')).toMatchObject([
    { name: 'Vanha nimi', source_document: 'b/S10001.txt' },
  ]);
});

it('a pattern that would take hours, and one that cannot be read, are the end of nothing', async () => {
  const slow = `${'*a'.repeat(60)}*b`;
  const sources = [
    { match: slow, retrieved: '2020-01-01' },
    { match: '!(a).txt', retrieved: '2020-01-01' },
  ];
  const workspace = createWorkspace({
    [`documents/${'a'.repeat(200)}.txt`]: writePage('S10001', 'Nimi'),
    'documents/sources.json': JSON.stringify({ sources }),
  });
  expect((await workspace.run('build', '--release', '2026-01-02')).status).toBe(0);
  expect(workspace.readLines('projects.jsonl')).toHaveLength(1);
  const issues = workspace.readJson('issues.json') as { code: string; document: string; found?: string }[];
  expect(issues.filter(({ code }) => code.startsWith('read/'))).toMatchObject([
    { code: 'read/unreadable-sources', document: 'sources.json', found: '!(a).txt' },
  ]);
});
