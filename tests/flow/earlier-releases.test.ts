/** Nothing that was published may vanish or change without a word. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace, writePage, type Workspace } from './workspace.ts';

const FIRST = '2026-01-01';

/** A workspace whose first release is published, and a document that asks for a second one. */
let published: Workspace;
beforeAll(async () => {
  published = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Ensimmäinen') });
  expect((await published.run('build', '--release', FIRST)).status).toBe(0);
}, 120_000);

function publishOnce(): Workspace {
  const workspace = published.copy();
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
    ...[
      '{"files":5}',
      '{"files":[null]}',
      '{"files":[{"path":7,"bytes":1,"sha256":"x","media_type":"y"}]}',
      'null',
      '',
    ].map((text): [string, string, (data: string) => void] => [
      `has a manifest that says ${JSON.stringify(text)}`,
      'manifest.json is damaged',
      (data) => writeFileSync(path.join(data, FIRST, 'manifest.json'), text),
    ]),
    [
      'has a folder for a manifest',
      'manifest.json is damaged',
      (data) => {
        rmSync(path.join(data, FIRST, 'manifest.json'));
        mkdirSync(path.join(data, FIRST, 'manifest.json'));
      },
    ],
    ['lost its checksums', 'SHA256SUMS is missing', (data) => rmSync(path.join(data, FIRST, 'SHA256SUMS'))],
    [
      'got other checksums',
      'SHA256SUMS says otherwise',
      (data) => appendFileSync(path.join(data, FIRST, 'SHA256SUMS'), 'x'),
    ],
    [
      'has an archive that is cut short',
      `${FIRST}.zip has 100 bytes`,
      (data) => truncateSync(path.join(data, `${FIRST}.zip`), 100),
    ],
    [
      'has an archive of which a byte was changed',
      `${FIRST}.zip was changed`,
      (data) => {
        const file = path.join(data, `${FIRST}.zip`);
        writeFileSync(file, readFileSync(file).fill('x', 200, 201));
      },
    ],
    ['has lost its list', 'releases.json is missing', (data) => rmSync(path.join(data, 'releases.json'))],
    ...['{"releases":[null]}', '{"releases":[{"release":5}]}', '[]', '{"releases":{}}'].map(
      (text): [string, string, (data: string) => void] => [
        `has a list that says ${text}`,
        'releases.json is damaged',
        (data) => writeFileSync(path.join(data, 'releases.json'), text),
      ],
    ),
    [
      'has a list that is damaged',
      'releases.json is damaged',
      (data) => writeFileSync(path.join(data, 'releases.json'), '{'),
    ],
  ])('and %s stops the next build, which says what to do', async (_, fault, damage) => {
    const workspace = publishOnce();
    damage(path.join(workspace.folder, 'dist', 'data'));
    const { status, stderr } = await workspace.run('build', '--release', '2026-01-02');
    expect(status).toBe(2);
    expect(stderr).toContain(fault);
    expect(stderr).toMatch(/put \S+(?: release)? back/i);
    expect(workspace.exists('dist/data/2026-01-02')).toBe(false);
    expect(workspace.exists('dist.lock')).toBe(false);
    expect(workspace.exists('dist.building')).toBe(false);
  });

  it('goes on unchanged, and `latest` is a copy of the newest', async () => {
    const workspace = publishOnce();
    const data = path.join(workspace.folder, 'dist', 'data');
    const before = readFileSync(path.join(data, FIRST, 'projects.csv'));
    expect((await workspace.run('build', '--release', '2026-01-02')).status).toBe(0);
    expect(readFileSync(path.join(data, FIRST, 'projects.csv'))).toEqual(before);
    const inode = (name: string): number => statSync(path.join(data, name, 'projects.csv')).ino;
    expect(inode('latest')).not.toBe(inode('2026-01-02'));
  });

  it('and lost its archive has the same one again', async () => {
    const workspace = publishOnce();
    const archive = path.join(workspace.folder, 'dist', 'data', `${FIRST}.zip`);
    const before = readFileSync(archive);
    rmSync(archive);
    expect((await workspace.run('build', '--release', '2026-01-02')).status).toBe(0);
    expect(readFileSync(archive).equals(before)).toBe(true);
  });

  it('and is kept with the sources without its archive keeps the one that was published, whoever wrote it', async () => {
    const workspace = publishOnce();
    // A folder whose name begins with that of the output is none of the output.
    workspace.write({
      'hankekartta.config.json': '{"documents":["documents"],"out":"dist","releases":"dist-kept","site":false}',
    });
    const data = path.join(workspace.folder, 'dist', 'data');
    const kept = path.join(workspace.folder, 'dist-kept');
    cpSync(path.join(data, FIRST), path.join(kept, FIRST), { recursive: true });
    // As another version of the program would have packed it.
    const archive = path.join(data, `${FIRST}.zip`);
    const before = Buffer.concat([readFileSync(archive), Buffer.from('!')]);
    const list = path.join(data, 'releases.json');
    const listed = JSON.parse(readFileSync(list, 'utf8')) as {
      readonly releases: readonly [{ archive_bytes: number; archive_sha256: string }];
    };
    listed.releases[0].archive_bytes = before.length;
    listed.releases[0].archive_sha256 = createHash('sha256').update(before).digest('hex');
    writeFileSync(archive, before);
    writeFileSync(list, JSON.stringify(listed));
    const { status, stderr } = await workspace.run('build', '--release', '2026-01-02');
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('made anew')]);
    expect(readFileSync(archive).equals(before)).toBe(true);
    const inode = (folder: string): number => statSync(path.join(folder, FIRST, 'projects.csv')).ino;
    expect(inode(data)).not.toBe(inode(kept));
  });

  it('and is damaged is put back from its archive, where that is whole', async () => {
    const workspace = publishOnce();
    const data = path.join(workspace.folder, 'dist', 'data');
    rmSync(path.join(data, FIRST, 'projects.csv'));
    const tell = async (): Promise<string> => (await workspace.run('build', '--release', '2026-01-02')).stderr;
    expect(await tell()).toContain(`back from its archive ${path.join(data, FIRST)}.zip, which is whole`);
    truncateSync(path.join(data, `${FIRST}.zip`), 100);
    expect(await tell()).toContain('Put the release back from a copy, or');
  });

  it.each<[string, string]>([
    ['a file of a release', `${FIRST}/projects.csv`],
    ['an archive', `${FIRST}.zip`],
  ])('is looked at where nothing else changed: a byte of %s', async (_, name) => {
    const workspace = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Ensimmäinen') });
    expect((await workspace.run('build', '--release', FIRST)).status).toBe(0);
    const file = path.join(workspace.folder, 'dist', 'data', name);
    writeFileSync(file, readFileSync(file).fill('x', 200, 201));
    const { status, stderr } = await workspace.run('build', '--release', FIRST);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`${path.basename(name)} was changed`)]);
  });

  it('and `latest`, which somebody edited, is the newest release again', async () => {
    const workspace = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Ensimmäinen') });
    expect((await workspace.run('build', '--release', FIRST)).status).toBe(0);
    workspace.edit('dist/data/latest/projects.csv', 'Ensimmäinen', 'Viimmäinenn');
    const { status, stdout } = await workspace.run('build', '--release', FIRST);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`${FIRST} (nothing changed)`)]);
    expect(workspace.hash('dist/data/latest')).toEqual(workspace.hash('dist/data', FIRST));
  });
});
