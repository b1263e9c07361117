/** What a release is dated by, which of two dated documents is in it, and what may not be missing from it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, writePage, type Workspace } from './workspace.ts';

const A = writePage('S10001', 'Yksi');
const B = writePage('S10002', 'Kaksi');

interface ReleaseList {
  readonly releases: readonly { readonly release: string; readonly project_count: number }[];
}

function listReleases({ folder }: Workspace): string[] {
  const text = readFileSync(path.join(folder, 'dist/data/releases.json'), 'utf8');
  return (JSON.parse(text) as ReleaseList).releases.map(({ release, project_count: count }) => `${release}: ${count}`);
}

function readAll(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    names.map((file) => [
      path.join(file.parentPath, file.name),
      readFileSync(path.join(file.parentPath, file.name), 'latin1'),
    ]),
  );
}

it('a project that would vanish stops the build with status 3, unless that is allowed', async () => {
  const workspace = createWorkspace({ 'documents/a.txt': A, 'documents/b.txt': B });
  await workspace.run('build', '--release', '2026-01-02');
  const before = readAll(path.join(workspace.folder, 'dist'));
  workspace.write({ 'documents/b.txt': '' });
  const refused = await workspace.run('build', '--release', '2026-01-03');
  expect(refused.status).toBe(3);
  expect(refused.stderr).toMatch(/would vanish: S10002\./);
  expect(readAll(path.join(workspace.folder, 'dist'))).toEqual(before);
  const allowed = await workspace.run('build', '--release', '2026-01-03', '--allow-removals');
  expect(allowed.status).toBe(0);
  expect(listReleases(workspace)).toEqual(['2026-01-03: 1', '2026-01-02: 2']);
  expect(workspace.readJson('changes.json')).toMatchObject([{ project_id: 'S10002', change: 'removed' }]);
});

it('the date of a release is SOURCE_DATE_EPOCH in Helsinki, where none is named', () => {
  const workspace = createWorkspace({ 'documents/a.txt': A });
  // 2026-01-01T22:30:00Z is already the second of January there.
  const { status } = workspace.spawn(['build'], { SOURCE_DATE_EPOCH: '1767306600', TZ: 'America/Los_Angeles' });
  expect(status).toBe(0);
  expect(listReleases(workspace)).toEqual(['2026-01-02: 1']);
});

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
