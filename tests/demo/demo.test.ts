/** The demo's documents: the same every time, every shape among them, all published. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace, ROOT } from '../flow/workspace.ts';
import { readPlaces } from './places.ts';
import { writeDocuments } from './write-documents.ts';

const places = readPlaces(ROOT);

function readAll(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const names = files.map((file) => path.join(file.parentPath, file.name)).sort();
  return new Map(names.map((name) => [path.relative(folder, name), readFileSync(name, 'latin1')]));
}

it('the same seed gives the same documents, another one others', () => {
  const { folder } = createWorkspace();
  const [one, same, other] = ['one', 'same', 'other'].map((name) => path.join(folder, name));
  writeDocuments(one!, places, 40, 1);
  writeDocuments(same!, places, 40, 1);
  writeDocuments(other!, places, 40, 2);
  expect(readAll(same!)).toEqual(readAll(one!));
  expect(readAll(other!)).not.toEqual(readAll(one!));
});

it('as many projects as asked for are published, each with the mark of fiction', async () => {
  const workspace = createWorkspace();
  writeDocuments(path.join(workspace.folder, 'documents'), places, 120, 3);
  const { status, stdout } = await workspace.run('build', '--release', '2026-01-02');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Projects +120 published$/m);
  const projects = workspace.readLines('projects.jsonl');
  expect(projects.filter(({ name }) => !String(name).endsWith('(keksitty)'))).toEqual([]);
  const shapes = {
    family: ['eura2014', 'project-card', 'eura-list', 'eura2021-list', 'markdown'],
    fund: ['ESF', 'ERDF', 'ESF+', 'JTF'],
    status: ['ongoing', 'ended', 'interrupted', 'cancelled'],
    programming_period: ['2014-2020', '2007-2013', '2021-2027'],
  };
  for (const [field, values] of Object.entries(shapes))
    expect(projects.map((project) => project[field])).toEqual(expect.arrayContaining(values));
  const documents = new Set(projects.map(({ source_document: document }) => path.extname(String(document))));
  expect(documents).toEqual(new Set(['.txt', '.html', '.md', '.csv', '.tsv', '.xlsx']));
  const roles = workspace.readCsv('project_areas.csv').map(({ role }) => role);
  expect(new Set(roles)).toEqual(new Set(['target', 'beneficiary', 'place']));
  const issues = workspace.readJson('issues.json') as { severity: string }[];
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
});
