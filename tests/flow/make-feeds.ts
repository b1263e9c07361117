/** Releases in a row, and the feeds of the site after each. */
import { rmSync } from 'node:fs';
import { listPages } from '../../site/list-pages.ts';
import { createWorkspace, readDocuments, ROOT } from './workspace.ts';

/** Text of each feed by its path in the site. */
export type Feeds = ReadonlyMap<string, string>;

const NAME = 'Hyvinvointia yhteistyöllä Meri-Lapissa';
const NOTE = `---
project_code: S99999
name: 'Käsin & <kirjoitettu>'
municipalities: [Kemi]
---
## Kohderyhmät

Nuoret.
`;

/**
 * A first release; one that adds a project and changes an amount; on the same day again one that changes places and removes a project; one that gives a project
 * another name; one that removes what the others changed.
 */
export async function makeFeeds(): Promise<readonly Feeds[]> {
  const here = createWorkspace(readDocuments());
  const feeds: Feeds[] = [];
  const build = async (day: string): Promise<void> => {
    const { status, stderr } = await here.run('build', '--release', day, '--allow-removals');
    if (status !== 0) throw new Error(stderr);
    const pages = listPages({ data: here.place('dist'), root: ROOT });
    const found = pages.filter(({ path }) => /(?:^|\/)syotteet\//.test(path));
    feeds.push(new Map(found.map(({ path, render }) => [path, render()])));
  };
  await build('2026-01-10');
  here.edit(
    'documents/eura2014/S20154.txt',
    'Toteutunut julkinen rahoitus yhteensä: 330 271',
    'Toteutunut julkinen rahoitus yhteensä: 331 271,5',
  );
  here.write({ 'documents/oma/S99999.md': NOTE });
  await build('2026-02-10');
  here.edit('documents/oma/S99999.md', '[Kemi]', '[Kemi, Tornio]');
  rmSync(here.place('documents/project-card/osallisuuden-askeleet.txt'));
  await build('2026-02-10.2');
  here.edit('documents/eura2014/S20154.txt', NAME, 'Uusi nimi');
  await build('2026-03-10');
  rmSync(here.place('documents/oma/S99999.md'));
  await build('2026-04-10');
  return feeds;
}
