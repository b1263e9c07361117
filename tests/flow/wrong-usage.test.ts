/** Wrong usage ends with status 2 and one sentence, and leaves what was published alone. */
import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, readDocument, writePage } from './workspace.ts';

/** A user id that owns nothing. */
const NOBODY = 65_534;
const CARD = readDocument('project-card/osallisuuden-askeleet.txt');

function expectRefusal({ status, stderr }: { status: number | null; stderr: string }, reason: RegExp): void {
  expect(stderr).toMatch(reason);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(2);
}

it.each([
  [['build', '--documents', 'nowhere'], /cannot read folder .*nowhere/],
  [['build', '--documents', 'documents/a.txt'], /cannot read folder .*a\.txt/],
  [['check', 'nowhere'], /cannot read folder .*nowhere/],
  [['build', '--documents', 'documents', '--documents', 'other'], /a\.txt is in .*documents and in .*other/],
  [['build', '--documents', 'documents', '--documents', 'documents'], /a\.txt is in /],
  [['build', '--documents', 'empty'], /nothing that can be published/],
  [['build', '--documents', 'unreadable'], /nothing that can be published/],
  [['build', '--out', 'foreign'], /foreign holds other files/],
  [['build', '--out', 'documents/a.txt'], /a\.txt is a file/],
  [['build', '--release', 'yesterday'], /expected a date/],
  [['build', '--release', '2026-13-45'], /expected a date/],
  [['build', '--boundaries', '1899'], /expected a whole number/],
  [['build', '--boundaries', '2199'], /2199/],
  [['build', '--colour'], /unknown option/],
  [['publish'], /unknown command/],
  [['check', 'a\nerror b.txt:1:1'], /^hankekartta: .*a\\u000aerror b\.txt:1:1.*\n$/],
  [['explain'], /missing required argument/],
  [['check', '--format', 'xml'], /Allowed choices/],
])('%j', async (argv, reason) => {
  const workspace = createWorkspace({
    'documents/a.txt': CARD,
    'other/a.txt': CARD,
    'unreadable/empty.txt': '',
    'foreign/diary.txt': 'dear diary',
  });
  mkdirSync(path.join(workspace.folder, 'empty'));
  expectRefusal(await workspace.run(...argv), reason);
  expect(workspace.exists('dist')).toBe(false);
  expect(workspace.exists('foreign/diary.txt')).toBe(true);
});

it('a refused build leaves no half-made output behind, and the next one works', async () => {
  const workspace = createWorkspace({ 'documents/a.txt': '' });
  expect((await workspace.run('build')).status).toBe(2);
  for (const name of ['dist', 'dist.building', 'dist.next', 'dist.old', 'dist.lock'])
    expect(workspace.exists(name)).toBe(false);
  workspace.write({ 'documents/a.txt': CARD });
  expect((await workspace.run('build', '--release', '2026-01-02')).status).toBe(0);
});

it('a build leaves nothing in the folder for temporary files, refused or not', () => {
  const workspace = createWorkspace({ 'documents/a.txt': CARD, 'foreign/diary.txt': 'dear diary' });
  const temporary = path.join(workspace.folder, 'temporary');
  mkdirSync(temporary);
  expect(workspace.spawn(['build', '--out', 'foreign'], { TMPDIR: temporary }).status).toBe(2);
  expect(workspace.spawn(['build'], { TMPDIR: temporary }).status).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
});

it('a configuration that is none', async () => {
  const workspace = createWorkspace({ 'documents/a.txt': CARD });
  workspace.write({ 'hankekartta.config.json': '{"documents": "documents"}' });
  expectRefusal(await workspace.run('check'), /hankekartta\.config\.json: .*documents/);
  workspace.write({ 'hankekartta.config.json': '{"jobs": 1000000000}' });
  expectRefusal(
    await workspace.run('check'),
    /hankekartta\.config\.json: unexpected jobs \(it must be <= 256\), expected: Number of workers .* \(found: 1000000000\)/,
  );
  workspace.write({ 'hankekartta.config.json': '{' });
  expectRefusal(await workspace.run('check'), /hankekartta\.config\.json is no JSON/);
});

it.each([
  ['a link that leads nowhere', 'nowhere', /hankekartta\.config\.json: ENOENT/],
  ['a link to itself', 'hankekartta.config.json', /hankekartta\.config\.json: ELOOP/],
  ['a device without an end', '/dev/zero', /hankekartta\.config\.json: it is a pipe or a device/],
  ['a folder', 'documents', /hankekartta\.config\.json: EISDIR/],
])('a configuration that is %s is not taken for none', async (_, target, reason) => {
  const workspace = createWorkspace({ 'documents/a.txt': CARD });
  rmSync(workspace.place('hankekartta.config.json'), { force: true });
  symlinkSync(target, workspace.place('hankekartta.config.json'));
  expectRefusal(await workspace.run('check'), reason);
});

it('a document that may not be read costs itself alone, whoever runs the test', async () => {
  const workspace = createWorkspace({ 'documents/a.txt': CARD, 'documents/b.txt': writePage('S10001', 'Yksi') });
  chmodSync(workspace.folder, 0o755);
  chmodSync(workspace.place('documents/b.txt'), 0);
  const { status, stdout } = await asOrdinaryUser(() => workspace.run('check'));
  expect(stdout).toContain('b.txt:1:1 error read/unreadable-file');
  expect(stdout).toContain('1 projects, 1 quarantined');
  expect(status).toBe(1);
});

/** Runs something without the rights of root, to whom no file is closed. */
async function asOrdinaryUser<T>(action: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(NOBODY);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}

it('a link that leads nowhere, or round in a circle, is no document', async () => {
  const workspace = createWorkspace({ 'documents/a.txt': CARD });
  symlinkSync('nowhere.txt', path.join(workspace.folder, 'documents/b.txt'));
  symlinkSync('.', path.join(workspace.folder, 'documents/circle'));
  expect((await workspace.run('check')).status).toBe(0);
});

it('help and version are no mistakes', async () => {
  const workspace = createWorkspace();
  const help = await workspace.run('--help');
  expect(help.status).toBe(0);
  for (const command of ['build', 'check', 'explain', 'serve']) expect(help.stdout).toContain(command);
  const build = await workspace.run('build', '--help');
  expect(build.status).toBe(0);
  for (const option of ['--documents', '--out', '--release', '--strict', '--allow-removals', '--no-site'])
    expect(build.stdout).toContain(option);
});

it('explain: where a value came from, or status 1', async () => {
  const workspace = createWorkspace({
    'documents/a.txt': writePage(
      'S10001',
      'Koe',
      '\n5 Projektin julkinen rahoitus, euroa\n\nMyönnetty EU- ja valtion rahoitus: 391 780\n',
    ),
  });
  const one = await workspace.run('explain', 'S10001', 'funding_granted_eu_state');
  expect(one).toMatchObject({ status: 0, stderr: '' });
  expect(one.stdout).toBe(
    [
      'funding_granted_eu_state = 391780',
      '  a.txt:11:36',
      '   Myönnetty EU- ja valtion rahoitus: 391 780',
      `   ${' '.repeat(35)}^^^^^^^`,
      '',
    ].join('\n'),
  );
  const all = await workspace.run('explain', 'S10001', '--format', 'json');
  expect((JSON.parse(all.stdout) as { field: string }[]).map(({ field }) => field)).toEqual(
    expect.arrayContaining(['project_code', 'name', 'fund', 'funding_granted_eu_state']),
  );
  expect((await workspace.run('explain', 'S10001', 'colour')).status).toBe(1);
  const unknown = await workspace.run('explain', 'S99999');
  expect(unknown.status).toBe(1);
  expect(unknown.stderr).toContain('unknown project S99999');
});
