/** A release that follows another draws its maps with the same classes. */
import { readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { MapClasses } from '../../pipeline/model/schema-types.ts';
import { readPlaces } from '../demo/places.ts';
import { writeDocuments } from '../demo/write-documents.ts';
import { createWorkspace, ROOT } from './workspace.ts';

const [FIRST, SECOND] = ['2026-01-10', '2026-02-10'];

it('a tenth more documents change numbers and no class of any measure, at any level', async () => {
  const project = createWorkspace({});
  const folder = project.place('documents');
  writeDocuments(folder, readPlaces(ROOT), 120, 11);
  // What comes later lies elsewhere first: every tenth document.
  const later = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sources.json')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .filter((_, index) => index % 10 === 4)
    .map((file, index) => ({ file, aside: project.place(`later-${index}`) }));
  for (const { file, aside } of later) renameSync(file, aside);
  expect((await project.run('build', '--release', FIRST)).status).toBe(0);
  const readClasses = (): MapClasses => project.readJson('map-classes.json') as MapClasses;
  const [first, before] = [readClasses(), project.readCsv('municipalities.csv')];

  for (const { file, aside } of later) renameSync(aside, file);
  expect((await project.run('build', '--release', SECOND)).status).toBe(0);
  const [second, after] = [readClasses(), project.readCsv('municipalities.csv')];

  expect(second.classes).toEqual(first.classes);
  expect(second.classes).toHaveLength(18);
  expect(second.classes.filter(({ breaks }) => breaks.length > 0).length).toBeGreaterThan(12);
  const counts = [before, after].map((rows) => rows.map((row) => row['project_count']));
  expect(counts[1]).not.toEqual(counts[0]);
}, 240_000);
