import path from 'node:path';
/** `verify` says what is wrong with a published folder, and where. */
import { appendFileSync, cpSync, renameSync, rmSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../pipeline/model/schema-types.ts';
import { createWorkspace, readDocuments, type Workspace } from '../flow/workspace.ts';

const DATA = 'dist/data';
const [FIRST, SECOND] = ['2026-01-10', '2026-02-10'];
const RELEASE = `${DATA}/${FIRST}`;

let published: Workspace;
beforeAll(async () => {
  published = createWorkspace(readDocuments());
  expect((await published.run('build', '--release', FIRST)).status).toBe(0);
  published.edit('documents/eura2014/S20154.txt', '330 271', '331 271');
  expect((await published.run('build', '--release', SECOND)).status).toBe(0);
}, 120_000);

function editManifest(project: Workspace, change: (manifest: Manifest) => object): void {
  const file = `${RELEASE}/manifest.json`;
  project.write({ [file]: JSON.stringify(change(project.readJsonFile(file) as Manifest)) });
}

/** The manifest with one of its files told otherwise. */
function editFile(project: Workspace, name: string, change: (file: Manifest['files'][number]) => object): void {
  editManifest(project, (manifest) => ({
    ...manifest,
    files: manifest.files.map((file) => (file.path === name ? change(file) : file)),
  }));
}

describe('verify', () => {
  it('has nothing to say of what a build published, of its data folder or of one release', async () => {
    for (const [place, releases] of [
      ['dist', 3],
      [DATA, 3],
      [RELEASE, 1],
    ] as const) {
      const { status, stdout } = await published.run('verify', place);
      expect([status, stdout]).toEqual([0, `${releases} release(s) verified, 0 fault(s)\n`]);
    }
    expect((await published.run('verify', 'documents')).status).toBe(2);
  });

  it.each<readonly [string, string, (project: Workspace) => void]>([
    [
      'a changed byte',
      'projects.csv does not have its SHA-256',
      (project) => project.edit(`${RELEASE}/projects.csv`, 'MUKAAN Mukana', 'MUKAAN Mukava'),
    ],
    ['a missing file', 'regions.fgb is missing', (project) => rmSync(project.place(RELEASE, 'regions.fgb'))],
    [
      'a file too much',
      'semicolon/x.csv is not in the manifest',
      (project) => project.write({ [`${RELEASE}/semicolon/x.csv`]: '' }),
    ],
    [
      'a row of the manifest without a title',
      "must have required property 'title'",
      (project) => editFile(project, 'issues.json', ({ title: _, ...file }) => file),
    ],
    [
      'another size in the manifest',
      'issues.json has 3 bytes, expected 4',
      (project) => editFile(project, 'issues.json', (file) => ({ ...file, bytes: 4 })),
    ],
    [
      'another sum in the manifest',
      'issues.json has another sum in SHA256SUMS',
      (project) => editFile(project, 'issues.json', (file) => ({ ...file, sha256: '0'.repeat(64) })),
    ],
    [
      'a member of the manifest that is no part of it',
      'must NOT have additional properties',
      (project) => editManifest(project, (manifest) => ({ ...manifest, colour: 'blue' })),
    ],
    [
      'an unknown version of the schema',
      'schema version 9.9 is not at hand',
      (project) => editManifest(project, (manifest) => ({ ...manifest, schema_version: '9.9' })),
    ],
    ['a missing manifest', 'manifest.json is missing', (project) => rmSync(project.place(RELEASE, 'manifest.json'))],
    [
      'missing checksums',
      'issues.json is not in SHA256SUMS',
      (project) => rmSync(project.place(RELEASE, 'SHA256SUMS')),
    ],
    [
      'a line too much in SHA256SUMS',
      'x.csv is in SHA256SUMS and not in the manifest',
      (project) => appendFileSync(project.place(RELEASE, 'SHA256SUMS'), `${'0'.repeat(64)}  x.csv\n`),
    ],
    [
      'an older latest',
      'latest is not the newest release',
      (project) => {
        rmSync(project.place(DATA, 'latest'), { recursive: true });
        cpSync(project.place(RELEASE), project.place(DATA, 'latest'), { recursive: true });
      },
    ],
    [
      'a manifest that is no JSON',
      'manifest.json is missing or damaged',
      (project) => project.write({ [`${RELEASE}/manifest.json`]: '{' }),
    ],
    [
      'issues that are no JSON',
      'issues.json cannot be read as JSON',
      (project) => project.write({ [`${RELEASE}/issues.json`]: '[' }),
    ],
    [
      'a table with an open quote',
      'sections.csv: ',
      (project) => appendFileSync(project.place(RELEASE, 'sections.csv'), '"'),
    ],
    [
      'damaged releases.json',
      'releases.json is damaged',
      (project) => project.write({ [`${DATA}/releases.json`]: '{}' }),
    ],
    [
      'a release that is gone',
      `release ${path.basename(RELEASE)} is missing`,
      (project) => rmSync(project.place(RELEASE), { recursive: true }),
    ],
    ['an archive that is gone', '.zip is missing', (project) => rmSync(project.place(`${RELEASE}.zip`))],
    [
      'a changed archive',
      '.zip does not have its SHA-256',
      (project) => appendFileSync(project.place(`${RELEASE}.zip`), 'x'),
    ],
    [
      'a version that is a path',
      'is not at hand',
      (project) => editManifest(project, (manifest) => ({ ...manifest, schema_version: '../..' })),
    ],
  ])('finds %s', async (_, fault, spoil) => {
    const project = published.copy();
    spoil(project);
    const text = await project.run('verify', 'dist');
    expect([text.status, text.stdout]).toEqual([1, expect.stringContaining(fault)]);
    const { status, stdout } = await project.run('verify', 'dist', '--format', 'json');
    const { releases, faults } = JSON.parse(stdout) as { releases: string[]; faults: { fault: string }[] };
    expect(status).toBe(1);
    expect(releases.length).toBeGreaterThan(1);
    expect(faults.some((found) => found.fault.includes(fault))).toBe(true);
    expect(text.stdout.trimEnd().split('\n').at(-1)).toBe(
      `${releases.length} release(s) verified, ${faults.length} fault(s)`,
    );
  });

  it('first finishes a swap that was cut short', async () => {
    const project = published.copy();
    renameSync(project.place('dist'), project.place('dist.next'));
    expect((await project.run('verify', 'dist')).stdout).toBe('3 release(s) verified, 0 fault(s)\n');
    expect(project.readJsonFile(DATA, 'releases.json')).toMatchObject({
      releases: [{ release: SECOND }, { release: FIRST }],
    });
  });
});
