/** What the machine gets wrong ends with status 2 and one sentence; what was published stays. */
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace, ROOT, writePage } from './workspace.ts';

const DOCUMENTS = { 'documents/a.txt': writePage('S10001', 'Ensimmäinen') };

describe('the environment', () => {
  it.each(['abc', '99999999999999', '253402300800', '1e9', '-1'])('SOURCE_DATE_EPOCH %s is refused', (epoch) => {
    const { status, stderr } = createWorkspace(DOCUMENTS).spawn(['build'], { SOURCE_DATE_EPOCH: epoch });
    expect(status).toBe(2);
    expect(stderr).toContain('SOURCE_DATE_EPOCH');
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it('a folder for temporary files that is not there', () => {
    const { status, stderr } = createWorkspace(DOCUMENTS).spawn(['build'], { TMPDIR: '/ei/ole' });
    expect([status, stderr.split('\n').at(-2)]).toEqual([2, expect.stringContaining('TMPDIR') as string]);
  });

  it('a place that cannot be written', () => {
    const { status, stderr } = createWorkspace(DOCUMENTS).spawn(['build', '--out', '/proc/hankekartta']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^hankekartta: cannot use .*untouched\.$/m);
  });

  it.each([
    ['missing', (geo: string) => rmSync(path.join(geo, 'source/keys/2019.csv')), '2019.csv is missing'],
    [
      'changed',
      (geo: string) => writeFileSync(path.join(geo, 'source/municipalities-2021-epsg3067.geojson'), '{'),
      'municipalities-2021-epsg3067.geojson was changed',
    ],
  ])('a file of geo/ that is %s', (_, damage, fault) => {
    // A copy of the package, so that the repository's own files stay.
    const workspace = createWorkspace(DOCUMENTS);
    const root = path.join(workspace.folder, 'package');
    mkdirSync(root);
    for (const name of ['pipeline', 'schemas', 'site', 'geo', 'package.json', 'package-lock.json', '.eleventy.js'])
      cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
    damage(path.join(root, 'geo'));
    for (const command of ['build', 'check']) {
      const { status, stderr } = workspace.spawn(
        [command],
        {},
        workspace.folder,
        path.join(root, 'pipeline/hankekartta.js'),
      );
      expect([command, status]).toEqual([command, 2]);
      expect(stderr).toContain(fault);
    }
  });

  it.each(['', '{', '[]', '{"inputs":"x"}', '{"inputs":1,"listing":{},"summary":null}'])(
    'a memory of the last build that says %j is no memory',
    async (text) => {
      const workspace = createWorkspace(DOCUMENTS);
      expect((await workspace.run('build', '--release', '2026-01-01')).status).toBe(0);
      const builds = path.join(workspace.folder, '.hankekartta', 'builds');
      expect(readdirSync(builds)).toHaveLength(1);
      for (const name of readdirSync(builds)) writeFileSync(path.join(builds, name), text);
      const { status, stdout } = await workspace.run('build', '--release', '2026-01-02');
      expect(status).toBe(0);
      expect(stdout).toContain('2026-01-01 (nothing changed)');
    },
  );

  it('a memory of the last build that cannot be written is mentioned: what was built is published', async () => {
    const workspace = createWorkspace({ ...DOCUMENTS, '.hankekartta/builds': 'a file where a folder is expected' });
    const { status, stderr } = await workspace.run('build', '--release', '2026-01-01');
    expect([status, workspace.readLines('projects.jsonl').length]).toEqual([0, 1]);
    expect(stderr).toMatch(
      /^hankekartta: cannot remember this build, cannot use .*builds: a file stands where a folder is expected; move it away; the next one does not know that nothing changed$/m,
    );
  });
});

describe('a build that is asked to end', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s leaves nothing of its own behind', async (signal) => {
    const many = Object.fromEntries(
      Array.from({ length: 1500 }, (_, index) => [
        `documents/${String(index)}.txt`,
        writePage(`S${String(20_000 + index)}`, `Hanke ${String(index)}`),
      ]),
    );
    const workspace = createWorkspace(many);
    const temporary = path.join(workspace.folder, 'tmp');
    mkdirSync(temporary);
    const child = spawn(process.execPath, [path.join(ROOT, 'pipeline/hankekartta.js'), 'build'], {
      cwd: workspace.folder,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('reading')) resolve();
      });
    });
    child.kill(signal);
    expect(await ended).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(workspace.folder).filter((name) => name.startsWith('dist'))).toEqual([]);
  });
});
