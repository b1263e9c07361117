/** The same input and release name give the same bytes, whatever the machine, time zone, locale, folder or order of files. */
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, hashFiles, readDocument, ROOT, writePage } from './workspace.ts';

const FILES = {
  'a/ä-sivu.txt': readDocument('eura2014/S22188.txt'),
  'a/Z.txt': readDocument('eura2014/S20154.txt'),
  'a/z.txt': writePage('S10001', 'Pieni', '\nTuntematon: x\n'),
  'b/kortti.txt': readDocument('project-card/osallisuuden-askeleet.txt'),
  'b/lista.csv':
    'Koodi,Rahasto,Hankkeen nimi,Tl,Tila\nS20154,ESR,Toinen nimi,5,Toiminnassa\nS10002,ESR,Listalla,5,Toiminnassa\n',
  'b/rikki.txt': '',
} as const;

it('in another time zone, locale, folder and order', { timeout: 120_000 }, () => {
  const under = (folder: string, names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [`${folder}/${name}`, FILES[name as keyof typeof FILES]]));
  const names = Object.keys(FILES);
  // The other build is called from the repository, whose configuration names a publisher: the catalogue is compared too.
  const config = JSON.parse(readFileSync(path.join(ROOT, 'hankekartta.config.json'), 'utf8')) as object;
  const one = createWorkspace({
    ...under('documents', names),
    'hankekartta.config.json': JSON.stringify({
      ...config,
      documents: ['documents'],
      releases: 'releases',
      site: false,
    }),
  });
  const first = one.spawn(['build', '--release', '2026-01-02'], {
    TZ: 'Pacific/Kiritimati',
    LANG: 'fi_FI.UTF-8',
    LC_ALL: 'fi_FI.UTF-8',
  });
  expect(first).toMatchObject({ status: 0 });

  // Two folders for one, files made in the other order, called from elsewhere.
  const [a, b] = [names.filter((name) => name.startsWith('a/')), names.filter((name) => name.startsWith('b/'))];
  const other = createWorkspace({ ...under('toinen kansio', b.toReversed()), ...under('yksi', a.toReversed()) });
  const place = (name: string): string => path.join(other.folder, name);
  const second = other.spawn(
    [
      'build',
      '--release',
      '2026-01-02',
      '--no-site',
      '--out',
      place('dist'),
      '--documents',
      place('toinen kansio'),
      '--documents',
      place('yksi'),
    ],
    { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    ROOT,
  );
  expect(second).toMatchObject({ status: 0 });
  expect(hashFiles(place('dist'))).toEqual(one.hash('dist'));
});

it('read by several workers', { timeout: 120_000 }, () => {
  const files = Object.entries(FILES).map(([name, text]) => [`documents/${name}`, text] as const);
  const one = createWorkspace(Object.fromEntries(files));
  const build = (out: string, jobs: string) =>
    one.spawn(['build', '--release', '2026-01-02', '--out', out, '--jobs', jobs, '--no-cache']);
  expect(build('dist', '1')).toMatchObject({ status: 0 });
  expect(build('by-two', '2')).toMatchObject({ status: 0 });
  expect(one.hash('by-two')).toEqual(one.hash('dist'));
});

it('built again from a copy of the folder', { timeout: 120_000 }, async () => {
  const one = createWorkspace({ 'documents/a.txt': FILES['a/Z.txt'], 'documents/b.txt': FILES['b/kortti.txt'] });
  await one.run('build', '--release', '2026-01-02');
  const other = createWorkspace();
  cpSync(path.join(one.folder, 'documents'), path.join(other.folder, 'documents'), { recursive: true });
  await other.run('build', '--release', '2026-01-02');
  expect(other.hash('dist')).toEqual(one.hash('dist'));
});
