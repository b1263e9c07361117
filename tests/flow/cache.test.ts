/** Of a folder of which some documents changed a build makes the bytes that it makes anew, and what is remembered may be damaged. */
import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, readDocument, writePage, type Workspace } from './workspace.ts';

const PAGE = readDocument('eura2014/S22188.txt');

const EDITS: readonly (readonly [what: string, edit: (one: Workspace) => void])[] = [
  [
    'the first documents',
    (one) => one.write({ 'documents/a.txt': PAGE, 'documents/b.txt': writePage('S10001', 'Pieni') }),
  ],
  ['nothing but the name of a release', () => undefined],
  ['a changed page', (one) => one.write({ 'documents/b.txt': writePage('S10001', 'Toinen nimi') })],
  [
    'a list that adds to a page and has a project of its own',
    (one) =>
      one.write({
        'documents/lista.csv':
          'Koodi,Rahasto,Hankkeen nimi,Tl,Tila\nS10001,ESR,Listan nimi,5,Toiminnassa\nS10002,ESR,Listalla,5,Toiminnassa\n',
      }),
  ],
  [
    'a page with another name, another that is gone',
    (one) => {
      rmSync(one.place('documents/b.txt'));
      rmSync(one.place('documents/a.txt'));
      one.write({ 'documents/c/uusi.txt': PAGE });
    },
  ],
];

it('after every change the bytes of a build that remembers nothing', { timeout: 600_000 }, async () => {
  const [one, other] = [createWorkspace(), createWorkspace()];
  for (const [index, [what, edit]] of EDITS.entries()) {
    const build = ['build', '--allow-removals', '--release', `2026-01-0${String(index + 1)}`];
    for (const place of [one, other]) edit(place);
    expect(await one.run(...build), what).toMatchObject({ status: 0 });
    expect(await other.run(...build, '--no-cache'), what).toMatchObject({ status: 0 });
    expect(one.hash('dist'), what).toEqual(other.hash('dist'));
    expect((await one.run('check')).stdout, what).toBe((await other.run('check', '--no-cache')).stdout);
  }
  expect(other.exists('.hankekartta/cache')).toBe(false);
});

it('a damaged memory is said, and made anew', { timeout: 300_000 }, async () => {
  const one = createWorkspace({ 'documents/a.txt': PAGE });
  const { stdout } = await one.run('check');
  const caches = one.place('.hankekartta/cache');
  const files = readdirSync(caches, { recursive: true, encoding: 'utf8' });
  const pack = path.join(caches, files.find((name) => name.endsWith('.pack')) ?? '');
  const index = path.join(caches, files.find((name) => name.endsWith('index.json')) ?? '');
  for (const damage of [() => truncateSync(pack, 100), () => writeFileSync(index, 'something else')]) {
    damage();
    const said = await one.run('check');
    expect(said.stdout).toBe(stdout);
    expect(said.stderr).toContain('is damaged; what is missing is made anew');
    const after = await one.run('check');
    expect(after.stdout).toBe(stdout);
    expect(after.stderr).not.toContain('damaged');
  }
});
