/** Two copies of one thing are one; two that contradict each other need a date. */
import { expect, it } from 'vitest';
import { createWorkspace } from './workspace.ts';

const FULL = 'Koodi;Hankkeen nimi;Tl;Tila;Toteuttajan nimi;Maakunta\nS29001;Tori;5;Toiminnassa;Kemin kaupunki;Lappi\n';
const LESS = 'Koodi;Hankkeen nimi;Tila;Toteuttajan nimi;Aloituspvm\nS29001;Tori;Toiminnassa;Kemin kaupunki;1.3.2015\n';

it('two undated exports, each with a column that the other has not, are one project', async () => {
  const workspace = createWorkspace();
  workspace.write({ 'documents/a.csv': FULL });
  workspace.write({ 'documents/b.csv': LESS });
  const { status } = await workspace.run('build', '--release', '2026-01-02');
  expect(status).toBe(0);
  expect(workspace.readLines('projects.jsonl')).toMatchObject([
    { project_id: 'S29001', priority_axis_code: '5', start_date: '2015-03-01' },
  ]);
  expect(
    (workspace.readJson('issues.json') as { severity: string }[]).filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
});

it('two that say different things are set aside, both', async () => {
  const workspace = createWorkspace();
  workspace.write({ 'documents/a.csv': FULL });
  workspace.write({ 'documents/b.csv': LESS.replace('Toiminnassa', 'Keskeytynyt') });
  workspace.write({ 'documents/c.csv': FULL.replaceAll('S29001', 'S29002') });
  await workspace.run('build', '--release', '2026-01-02');
  expect(workspace.readLines('projects.jsonl').map(({ project_id: id }) => id)).toEqual(['S29002']);
  const issues = workspace.readJson('issues.json') as { code: string; project_id?: string }[];
  const conflicts = issues.filter(({ code }) => code === 'merge/conflicting-documents');
  // Whoever misses the project finds by its name why it is missing.
  expect(conflicts.map(({ project_id: id }) => id)).toEqual(['S29001', 'S29001']);
});

it('separators of lines and paragraphs become the breaks that they mean, and no record breaks', async () => {
  const workspace = createWorkspace();
  const text =
    '---\nproject_code: S29003\nname: "Yksi\u2028kaksi"\n---\n\nRivi\u2028toinen\u0085kolmas.\u2029Uusi kappale.\n';
  workspace.write({ 'documents/a.md': text });
  await workspace.run('build', '--release', '2026-01-02');
  expect(workspace.readLines('projects.jsonl')).toMatchObject([
    { name: 'Yksi kaksi', summary: 'Rivi\ntoinen\nkolmas.\n\nUusi kappale.' },
  ]);
});
