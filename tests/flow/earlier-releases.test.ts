/** Nothing that was published may vanish or change without a word. */
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace, writePage, type Workspace } from './workspace.ts';

const FIRST = '2026-01-01';

/** A workspace whose first release is published, and a document that asks for a second one. */
async function publishOnce(): Promise<Workspace> {
  const workspace = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Ensimmäinen') });
  expect((await workspace.run('build', '--release', FIRST)).status).toBe(0);
  workspace.write({ 'documents/b.txt': writePage('S10002', 'Toinen') });
  return workspace;
}

describe('a release that was published', () => {
  it.each<[string, string, (data: string) => void]>([
    ['lost its manifest', 'manifest.json is missing', (data) => rmSync(path.join(data, FIRST, 'manifest.json'))],
    ['lost a file', 'projects.csv is missing', (data) => rmSync(path.join(data, FIRST, 'projects.csv'))],
    ['grew', 'issues.json has', (data) => appendFileSync(path.join(data, FIRST, 'issues.json'), ' ')],
    [
      'was changed without growing',
      'projects.csv was changed',
      (data) => {
        const file = path.join(data, FIRST, 'projects.csv');
        writeFileSync(file, readFileSync(file, 'utf8').replace('Ensimmäinen', 'Ensimmainen'.padEnd(12)));
      },
    ],
    [
      'got a stranger',
      'vieras.txt does not belong',
      (data) => writeFileSync(path.join(data, FIRST, 'vieras.txt'), 'x'),
    ],
    [
      'got another manifest',
      'manifest.json is not the one',
      (data) => {
        const file = path.join(data, FIRST, 'manifest.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('"documents": 1', '"documents": 2'));
      },
    ],
    [
      'is gone whole',
      `release ${FIRST} was published and is not in`,
      (data) => rmSync(path.join(data, FIRST), { recursive: true }),
    ],
    [
      'has a list that is damaged',
      'releases.json is damaged',
      (data) => writeFileSync(path.join(data, 'releases.json'), '{'),
    ],
  ])('and %s stops the next build, which says what to do', async (_, fault, damage) => {
    const workspace = await publishOnce();
    damage(path.join(workspace.folder, 'dist', 'data'));
    const { status, stderr } = await workspace.run('build', '--release', '2026-01-02');
    expect(status).toBe(2);
    expect(stderr).toContain(fault);
    expect(stderr).toMatch(/put (?:it|the release) back|Put the release back/);
    expect(workspace.exists('dist/data/2026-01-02')).toBe(false);
    expect(workspace.exists('dist.lock')).toBe(false);
    expect(workspace.exists('dist.building')).toBe(false);
  });

  it('goes on unchanged, and `latest` is a copy of the newest', async () => {
    const workspace = await publishOnce();
    const data = path.join(workspace.folder, 'dist', 'data');
    const before = readFileSync(path.join(data, FIRST, 'projects.csv'));
    expect((await workspace.run('build', '--release', '2026-01-02')).status).toBe(0);
    expect(readFileSync(path.join(data, FIRST, 'projects.csv'))).toEqual(before);
    const inode = (name: string): number => statSync(path.join(data, name, 'projects.csv')).ino;
    expect(inode('latest')).not.toBe(inode('2026-01-02'));
  });
});
