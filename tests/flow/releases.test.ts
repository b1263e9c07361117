/** Releases as they follow one another: what a build adds, what it refuses, and that nothing published ever changes. */
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Changes, Manifest, Releases } from '../../pipeline/model/schema-types.ts';
import { createWorkspace, readDocuments, writePage, type Outcome, type Workspace } from './workspace.ts';

const PAGE = 'documents/eura2014/S20154.txt';
const CARD = { file: 'documents/project-card/osallisuuden-askeleet.txt', id: '2014-4543-09-02-01-01-2016-KESELY' };
const CARD_NAME = 'Osallisuuden askeleet työllistymispoluille';
const NOTE = { file: 'documents/oma/S99999.md', id: 'S99999', name: 'Käsin kirjoitettu' };
const NOTE_TEXT = `---
project_code: S99999
name: ${NOTE.name}
municipalities: [Kemi]
---
## Kohderyhmät

Nuoret.
`;
const [FIRST, SECOND, THIRD] = ['2026-01-10', '2026-02-10', '2026-03-10'];
const DATA = 'dist/data';

const readChanges = (project: Workspace, release: string): Changes[] =>
  project.readJsonFile(DATA, release, 'changes.json') as Changes[];
const readManifest = (project: Workspace, release: string): Manifest =>
  project.readJsonFile(DATA, release, 'manifest.json') as Manifest;
const listReleases = (project: Workspace): Releases['releases'] =>
  (project.readJsonFile(DATA, 'releases.json') as Releases).releases;
const nameReleases = (project: Workspace): string[] => listReleases(project).map(({ release }) => release);

/** All that is published. */
const hashPublished = (project: Workspace): Record<string, string> => project.hash('dist');

/** Three releases: a first one; an amount changed and a project added; that project's places changed and another one removed. */
let history: Workspace;
let refused: Outcome;
let beforeRefusal: Record<string, string>;
let afterRefusal: Record<string, string>;
let firstHashes: Record<string, string>;
beforeAll(async () => {
  history = createWorkspace(readDocuments());
  expect((await history.run('build', '--release', FIRST)).status).toBe(0);
  firstHashes = { ...history.hash(DATA, FIRST), zip: history.hash(DATA)[`${FIRST}.zip`]! };

  history.edit(
    PAGE,
    'Toteutunut julkinen rahoitus yhteensä: 330 271',
    'Toteutunut julkinen rahoitus yhteensä: 331 271,5',
  );
  history.write({ [NOTE.file]: NOTE_TEXT });
  expect((await history.run('build', '--release', SECOND)).status).toBe(0);

  history.edit(NOTE.file, '[Kemi]', '[Kemi, Tornio]');
  rmSync(history.place(CARD.file));
  beforeRefusal = history.hash('dist');
  refused = await history.run('build', '--release', THIRD);
  afterRefusal = history.hash('dist');
  expect((await history.run('build', '--release', THIRD, '--allow-removals')).status).toBe(0);
}, 120_000);

describe('three releases in a row', () => {
  it('list exactly what changed since the one before', () => {
    expect(readChanges(history, FIRST)).toEqual([]);
    const [amount, source, ...rest] = readChanges(history, SECOND);
    expect(amount).toEqual({
      project_id: 'S20154',
      change: 'changed',
      table: 'projects',
      field: 'funding_realised_public',
      old: '330271',
      new: '331271.5',
    });
    expect(source).toMatchObject({
      project_id: 'S20154',
      change: 'changed',
      table: 'projects',
      field: 'source_sha256',
    });
    expect(rest).toEqual([{ project_id: NOTE.id, change: 'added', table: 'projects', field: 'name', new: NOTE.name }]);

    const third = readChanges(history, THIRD);
    expect(third[0]).toEqual({
      project_id: CARD.id,
      change: 'removed',
      table: 'projects',
      field: 'name',
      old: CARD_NAME,
    });
    expect(third[1]).toMatchObject({
      project_id: NOTE.id,
      change: 'changed',
      table: 'projects',
      field: 'source_sha256',
    });
    const area = (key: string, field: string, values: Partial<Changes>): Partial<Changes> => ({
      project_id: NOTE.id,
      change: 'changed',
      table: 'project_areas',
      key: `target/municipality/${key}`,
      field,
      ...values,
    });
    // At the end of 2022 Kemi had 19 499 inhabitants and Tornio 21 227.
    expect(third.slice(2)).toEqual([
      area('240', 'share_equal', { old: '1', new: '0.5' }),
      area('240', 'share_population', { old: '1', new: String(19_499 / 40_726) }),
      area('851', 'area_name', { new: 'Tornio' }),
      area('851', 'name_in_source', { new: 'Tornio' }),
      area('851', 'evidence', { new: 'stated' }),
      area('851', 'match', { new: 'name' }),
      area('851', 'boundary_vintage', { new: '2026' }),
      area('851', 'share_equal', { new: '0.5' }),
      area('851', 'share_population', { new: String(21_227 / 40_726) }),
    ]);
  });

  it('leave the first one as it was, byte for byte, its archive too', () => {
    expect({ ...history.hash(DATA, FIRST), zip: history.hash(DATA)[`${FIRST}.zip`] }).toEqual(firstHashes);
    expect(Object.keys(firstHashes).length).toBeGreaterThan(40);
  });

  it('stand in releases.json, the newest first, with what each added', () => {
    const count = (release: Releases['releases'][number]): unknown[] => [
      release.release,
      release.previous_release,
      release.project_count,
      release.added_count,
      release.changed_count,
      release.removed_count,
    ];
    expect(listReleases(history).map(count)).toEqual([
      [THIRD, SECOND, 5, 0, 1, 1],
      [SECOND, FIRST, 6, 1, 1, 0],
      [FIRST, undefined, 5, undefined, undefined, undefined],
    ]);
    for (const { release, archive, archive_sha256: sha256 } of listReleases(history)) {
      expect(history.hash(DATA)[archive!]).toBe(sha256);
      expect(readManifest(history, release).release).toBe(release);
    }
    expect(readManifest(history, THIRD).previous_release).toBe(SECOND);
  });

  it('are repeated by latest, the newest alone', () => {
    expect(history.hash(DATA, 'latest')).toEqual(history.hash(DATA, THIRD));
  });

  it('keep the address of a project that was removed', () => {
    const removed = { project_id: CARD.id, name: CARD_NAME, last_release: SECOND };
    expect(history.readJsonFile(DATA, 'removed.json')).toEqual([removed]);
    expect(history.readJsonFile('dist/api/projects', `${CARD.id}.json`)).toEqual({ ...removed, removed: true });
    const index = history.readJsonFile('dist/api/projects/index.json') as { projects: object[]; removed: object[] };
    expect(index).toMatchObject({
      projects: [
        { project_id: 'S20154' },
        { project_id: 'S21528' },
        { project_id: 'S22125' },
        { project_id: 'S22188' },
        { project_id: NOTE.id },
      ],
      removed: [removed],
    });
    expect(index.projects).toHaveLength(5);
    expect(history.readFile(DATA, THIRD, 'projects.csv')).not.toContain(CARD_NAME);
    expect(history.readFile(DATA, SECOND, 'projects.csv')).toContain(CARD_NAME);
  });

  it('are refused where a project would vanish, and the old output stays', () => {
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain(`1 published project(s) would vanish: ${CARD.id}`);
    expect(afterRefusal).toEqual(beforeRefusal);
  });

  it('pass their own verification', async () => {
    const verified = { status: 0, stdout: '4 release(s) verified, 0 fault(s)\n', stderr: '' };
    expect(await history.run('verify', 'dist')).toEqual(verified);
  });
});

describe('a build after them', () => {
  const UNCHANGED = {
    status: 0,
    stdout: expect.stringContaining(`Release      ${THIRD} (nothing changed)`) as string,
  };
  it('makes no new release when nothing changed', async () => {
    const project = history.copy();
    const before = hashPublished(project);
    expect(await project.run('build', '--release', '2026-04-10')).toMatchObject(UNCHANGED);
    expect(hashPublished(project)).toEqual(before);
    // A file that is no document: all is read again, and comes to the same.
    project.write({ ['documents/muistio.docx']: 'x' });
    expect(await project.run('build', '--release', '2026-04-10')).toMatchObject(UNCHANGED);
    expect(hashPublished(project)).toEqual(before);
  });

  it('on the same date is numbered, and one older than the newest is refused', async () => {
    const project = history.copy();
    project.edit(NOTE.file, 'Nuoret.', 'Nuoret ja aikuiset.');
    expect((await project.run('build', '--release', THIRD)).status).toBe(0);
    expect(nameReleases(project)).toEqual([`${THIRD}.2`, THIRD, SECOND, FIRST]);
    expect(readManifest(project, 'latest').release).toBe(`${THIRD}.2`);
    expect(readChanges(project, `${THIRD}.2`).map(({ field }) => field)).toEqual(['target_groups', 'source_sha256']);

    project.edit(NOTE.file, 'Nuoret ja aikuiset.', 'Kaikki.');
    const before = project.hash('dist');
    const older = await project.run('build', '--release', '2026-03-09');
    expect(older.status).toBe(2);
    expect(older.stderr).toContain(`2026-03-09 would be older than ${THIRD}.2`);
    expect(project.hash('dist')).toEqual(before);
  });

  it('publishes the releases that are kept with the sources, as they were', async () => {
    const project = history.copy();
    for (const release of [FIRST, SECOND])
      cpSync(project.place(DATA, release), project.place('releases', release), { recursive: true });
    rmSync(project.place('dist'), { recursive: true });
    const kept = project.hash('releases');
    expect((await project.run('build', '--release', THIRD, '--allow-removals')).status).toBe(0);
    expect(nameReleases(project)).toEqual([THIRD, SECOND, FIRST]);
    // The archives are made anew and are the same bytes.
    expect(hashPublished(project)).toEqual(hashPublished(history));
    // A change of what is published does not reach what is kept.
    appendFileSync(project.place(DATA, FIRST, 'projects.csv'), 'x');
    expect(project.hash('releases')).toEqual(kept);
  });

  it('refuses another release of the same name among those that are kept', async () => {
    const project = history.copy();
    cpSync(project.place(DATA, FIRST), project.place('releases', FIRST), { recursive: true });
    project.edit(`releases/${FIRST}/manifest.json`, '"code_version": "', '"code_version": "9');
    const { status, stderr } = await project.run('build', '--release', '2026-04-10');
    expect([status, stderr]).toEqual([2, expect.stringContaining('a release never changes')]);
  });

  it('publishes what an older version of the schema wrote as it was', async () => {
    const project = createWorkspace(readDocuments());
    cpSync(history.place(DATA, FIRST), project.place('releases', FIRST), { recursive: true });
    const { digests: _, ...manifest } = readManifest(history, FIRST);
    project.write({ [`releases/${FIRST}/manifest.json`]: JSON.stringify({ ...manifest, schema_version: '0.9' }) });
    const kept = project.hash('releases', FIRST);
    expect((await project.run('build', '--release', SECOND)).status).toBe(0);
    expect(project.hash(DATA, FIRST)).toEqual(kept);
    expect(listReleases(project).map((release) => [release.release, release.schema_version])).toEqual([
      [SECOND, '1.0'],
      [FIRST, '0.9'],
    ]);
    expect(readChanges(project, SECOND)).toEqual([]);
  });
});

describe('diff', () => {
  it('gives what the newer one lists, as JSON', async () => {
    const { status, stdout } = await history.run('diff', FIRST, SECOND, '--format', 'json');
    expect([status, JSON.parse(stdout)]).toEqual([1, readChanges(history, SECOND)]);
  });

  it('prints a line for each change, and their count', async () => {
    const source = (name: string, id: string): string => {
      const { old, new: now } = readChanges(history, name).find(
        (change) => change.project_id === id && change.field === 'source_sha256',
      )!;
      return `~ ${id} source_sha256: "${old!}" → "${now!}"`;
    };
    const { status, stdout } = await history.run('diff', FIRST, SECOND);
    expect([status, stdout.trimEnd().split('\n')]).toEqual([
      1,
      [
        '~ S20154 funding_realised_public: "330271" → "331271.5"',
        source(SECOND, 'S20154'),
        `+ ${NOTE.id} ${NOTE.name}`,
        '1 added, 1 changed, 0 removed',
      ],
    ]);
    const lines = (await history.run('diff', SECOND, THIRD)).stdout.trimEnd().split('\n');
    expect(lines.slice(0, 4)).toEqual([
      `- ${CARD.id} ${CARD_NAME}`,
      source(THIRD, NOTE.id),
      `~ ${NOTE.id} project_areas/target/municipality/240/share_equal: "1" → "0.5"`,
      expect.stringContaining(`~ ${NOTE.id} project_areas/target/municipality/240/share_population: "1" → "0.4`),
    ]);
    expect(lines[4]).toBe(`~ ${NOTE.id} project_areas/target/municipality/851/area_name: (absent) → "Tornio"`);
    expect(lines.at(-1)).toBe('0 added, 1 changed, 1 removed');
  });

  it('is 0 for the same release, by name or by folder, and 2 where there is none', async () => {
    const same = await history.run('diff', THIRD, `dist/data/${THIRD}`);
    expect(same).toEqual({ status: 0, stdout: '0 added, 0 changed, 0 removed\n', stderr: '' });
    expect((await history.run('diff', THIRD, '2030-01-01')).status).toBe(2);
  });
});

it('the date of a release is SOURCE_DATE_EPOCH in Helsinki, where none is named', () => {
  const workspace = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Yksi') });
  // 2026-01-01T22:30:00Z is already the second of January there.
  const { status } = workspace.spawn(['build'], { SOURCE_DATE_EPOCH: '1767306600', TZ: 'America/Los_Angeles' });
  expect(status).toBe(0);
  expect(nameReleases(workspace)).toEqual(['2026-01-02']);
});
