/** Whoever reads our output may go, and a full disk may take it: the work is done all the same, and its status is told. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, ROOT, writePage } from './workspace.ts';

const BIN = path.join(ROOT, 'pipeline/hankekartta.js');

/** Enough of everything that more is printed than a pipe holds. */
const LABELS = Array.from({ length: 2000 }, (_, index) => `Outo otsake ${String(index)}: x`).join('\n');
const DOCUMENTS = {
  'documents/a.txt': writePage('S10001', 'Ensimmäinen', LABELS),
  'documents/b.txt': '',
};

/** Runs a shell's words, in which `"$@"` is the command; which may write its status into the file `status`. */
function pipe(words: string, ...argv: readonly string[]) {
  const workspace = createWorkspace(DOCUMENTS);
  const temporary = workspace.place('temporary');
  workspace.write({ 'temporary/.keep': '' });
  const { stdout, stderr } = spawnSync('sh', ['-c', words, 'sh', process.execPath, BIN, ...argv], {
    cwd: workspace.folder,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary },
  });
  const status = existsSync(workspace.place('status')) ? Number(workspace.readFile('status')) : undefined;
  return { stdout, stderr, status, left: readdirSync(temporary), workspace };
}
const RELEASE = ['--release', '2026-01-01'];

it.skipIf(process.platform === 'win32').each(['text', 'json', 'sarif'])(
  '`check --format %s | head -1` has its line and the status of the check',
  (format) => {
    const { stdout, stderr, status, left } = pipe(
      '{ "$@"; echo $? >status; } | head -1',
      ...['check', '--format', format],
    );
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m);
    expect([status, left]).toEqual([1, ['.keep']]);
  },
);

it.skipIf(process.platform === 'win32').each([
  ['closed early', '{ "$@"; echo $? >status; } 2>&1 | head -1'],
  ['closed at once', '{ "$@"; echo $? >status; } 2>&1 | true'],
  ['not open', '"$@" >&- 2>&-; echo $? >status'],
  ['full', '"$@" 2>/dev/full; echo $? >status'],
])('a build whose standard error is %s publishes and leaves nothing behind', (_, words) => {
  const { status, left, workspace } = pipe(words, 'build', '--verbose', ...RELEASE);
  expect([status, left]).toEqual([0, ['.keep']]);
  expect(workspace.readLines('projects.jsonl')).toHaveLength(1);
  expect(readdirSync(workspace.folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});

it
  .skipIf(!existsSync('/dev/full'))
  .each([
    [['build', ...RELEASE]],
    [['check']],
    [['check', '--format', 'json']],
    [['explain', 'S10001']],
    [['boundaries', 'list']],
  ])('%j whose answer finds no space ends with status 2 and one sentence', (argv) => {
  const { stderr, status, left } = pipe('"$@" >/dev/full; echo $? >status', ...argv);
  expect(stderr).toMatch(
    /^hankekartta: cannot use standard output: no space left on the disk; free some and run again; the answer is not whole$/m,
  );
  expect(stderr.match(/^hankekartta: cannot use/gm)).toHaveLength(1);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect([status, left]).toEqual([2, ['.keep']]);
});
