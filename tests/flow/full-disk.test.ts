/**
 * A disk that fills up while a build writes: the build ends with status 2 and one sentence, what was published stays, and the next build
 * works. Here a limit on the size of files stands in for it (every system has one).
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, ROOT, writePage } from './workspace.ts';

const BUILD = ['build', '--release', '2026-01-02'];

/** In units of 512 bytes: the release's first tables still fit. */
const MOST = 16;

it.skipIf(process.platform === 'win32')('no file may grow any further', { timeout: 120_000 }, async () => {
  const workspace = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Yksi') });
  // As a process of its own, so that the program is compiled by then.
  expect(workspace.spawn(['build', '--release', '2026-01-01']).status).toBe(0);
  const before = workspace.hash('dist');
  workspace.write({ 'documents/b.txt': writePage('S10002', 'Kaksi') });
  // Without the trap the signal that comes with the error would end the process.
  const script = `trap '' XFSZ; ulimit -f ${String(MOST)}; exec "$@"`;
  const bin = path.join(ROOT, 'pipeline/hankekartta.js');
  const full = spawnSync('sh', ['-c', script, 'sh', process.execPath, bin, ...BUILD], {
    cwd: workspace.folder,
    encoding: 'utf8',
  });
  expect(full.stderr.slice(-1000)).toMatch(/^hankekartta: cannot use .*: .*too large.*untouched\.$/m);
  expect(full.stderr).not.toMatch(/\n {4}at /);
  expect(full.status).toBe(2);
  expect(workspace.hash('dist')).toEqual(before);
  expect(readdirSync(workspace.folder).filter((name) => name.startsWith('dist.'))).toEqual([]);
  expect((await workspace.run(...BUILD)).status).toBe(0);
  expect(workspace.readLines('projects.jsonl')).toHaveLength(2);
});
