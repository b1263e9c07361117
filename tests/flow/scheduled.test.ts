/** A publisher's scheduled build, as the workflows of `init` run it: on a fresh clone each time, against a branch of the repository. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { createWorkspace, ROOT, writePage, type Workspace } from './workspace.ts';

interface Workflow {
  readonly jobs: { readonly publish: { readonly steps: readonly { readonly run?: string }[] } };
}

function shell(here: Workspace, folder: string, script: string, date: string, more: NodeJS.ProcessEnv = {}) {
  const env = {
    ...process.env,
    PATH: `${here.place('bin')}:${process.env.PATH ?? ''}`,
    SOURCE_DATE_EPOCH: String(Date.parse(`${date}T12:00:00Z`) / 1000),
    GIT_AUTHOR_NAME: 'x',
    GIT_AUTHOR_EMAIL: 'x@julkaisija.example',
    GIT_COMMITTER_NAME: 'x',
    GIT_COMMITTER_EMAIL: 'x@julkaisija.example',
    ...more,
  };
  return spawnSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: here.place(folder), encoding: 'utf8', env });
}

/** A repository with a publisher's folder in it, and npm and npx that find the program here instead of in a registry. */
async function createPublisher(): Promise<Workspace> {
  const here = createWorkspace({
    'bin/npm': '#!/bin/sh\n',
    'bin/npx': `#!/bin/sh\nshift\nexec '${process.execPath}' '${path.join(ROOT, 'pipeline/hankekartta.js')}' "$@"\n`,
    'work/.keep': '',
  });
  for (const name of ['npm', 'npx']) chmodSync(here.place('bin', name), 0o755);
  await here.run('init', 'own');
  here.edit('own/hankekartta.config.json', '"out": "dist",', '"out": "dist",\n  "site": false,');
  const made = shell(here, '.', 'git init -q --bare -b main remote.git && git -C own init -q -b main', '2026-01-01');
  expect(made).toMatchObject({ status: 0 });
  shell(here, 'own', 'git remote add origin ../remote.git', '2026-01-01');
  return here;
}

/** Commits the documents; a host of repositories then has a fresh clone, `work`. */
function push(here: Workspace, documents: Readonly<Record<string, string>>, date: string): void {
  here.write(Object.fromEntries(Object.entries(documents).map(([name, text]) => [`own/documents/${name}`, text])));
  shell(here, 'own', 'git add -A && git commit -q --allow-empty -m x && git push -q origin main', date);
  shell(here, '.', 'rm -rf work && git clone -q remote.git work', date);
}

/** Commits the documents and runs the workflow's own steps on a fresh clone. */
function schedule(here: Workspace, documents: Readonly<Record<string, string>>, date: string) {
  push(here, documents, date);
  const { jobs } = parse(here.readFile('own/.github/workflows/publish.yml')) as Workflow;
  const steps = jobs.publish.steps.flatMap(({ run }) => run ?? []);
  expect(steps.at(-1)).toBe('sh publish.sh published');
  return shell(here, 'work', steps.join('\n'), date);
}

/** What the branch holds, as somebody who clones it gets it. */
function readBranch(here: Workspace): Record<string, string> {
  const clone = 'rm -rf pages && git clone -q --branch published remote.git pages && rm -rf pages/.git';
  expect(shell(here, '.', clone, '2026-01-01')).toMatchObject({ status: 0 });
  return here.hash('pages');
}

const releaseFiles = (branch: Record<string, string>, release: string) =>
  Object.fromEntries(Object.entries(branch).filter(([name]) => name.startsWith(`data/${release}`)));

it('three times with other documents: every earlier release stays byte for byte', { timeout: 600_000 }, async () => {
  const here = await createPublisher();
  expect(schedule(here, { 'a.txt': writePage('S10001', 'Ensimmäinen') }, '2026-01-02')).toMatchObject({ status: 0 });
  const first = readBranch(here);
  expect(first).toHaveProperty(['.nojekyll']);
  expect(schedule(here, { 'b.txt': writePage('S10002', 'Toinen') }, '2026-01-09')).toMatchObject({ status: 0 });
  const second = readBranch(here);
  expect(schedule(here, { 'a.txt': writePage('S10001', 'Uusi nimi') }, '2026-01-16')).toMatchObject({ status: 0 });
  const third = readBranch(here);
  expect(Object.keys(releaseFiles(first, '2026-01-02')).length).toBeGreaterThan(50);
  expect(releaseFiles(second, '2026-01-02')).toEqual(releaseFiles(first, '2026-01-02'));
  expect(releaseFiles(third, '2026-01-02')).toEqual(releaseFiles(first, '2026-01-02'));
  expect(releaseFiles(third, '2026-01-09')).toEqual(releaseFiles(second, '2026-01-09'));
  expect(here.readJsonFile('pages/data/releases.json')).toMatchObject({
    releases: [
      { release: '2026-01-16', changed_count: 1 },
      { release: '2026-01-09', added_count: 1 },
      { release: '2026-01-02' },
    ],
  });
  expect((await here.run('verify', 'pages')).stdout).toContain('0 fault(s)');

  // Nothing new: nothing is pushed.
  const again = schedule(here, {}, '2026-01-23');
  expect(again.stdout).toContain('nothing changed');
  expect(readBranch(here)).toEqual(third);

  // A project that vanishes stops the build, and a branch that cannot be read is not taken for an empty one.
  shell(here, 'own', 'git rm -q documents/b.txt', '2026-01-24');
  expect(schedule(here, {}, '2026-01-24')).toMatchObject({ status: 3 });
  const lost = shell(here, 'work', 'git remote set-url origin ../nowhere.git; sh publish.sh published', '2026-01-24');
  expect(lost.status).not.toBe(0);
  expect(existsSync(here.place('work/dist'))).toBe(false);
  expect(readBranch(here)).toEqual(third);
  const allowed = shell(
    here,
    'work',
    'git remote set-url origin ../remote.git; sh publish.sh published --allow-removals',
    '2026-01-24',
  );
  expect(allowed).toMatchObject({ status: 0 });
  expect(releaseFiles(readBranch(here), '2026-01-16')).toEqual(releaseFiles(third, '2026-01-16'));
});

/** GitLab's job as its file says it, but for the address of the repository, which leads to the one here. */
function runGitLabJob(here: Workspace, documents: Readonly<Record<string, string>>, date: string) {
  push(here, documents, date);
  const { pages } = parse(here.readFile('own/.gitlab-ci.yml')) as { pages: { script: readonly string[] } };
  return shell(here, 'work', pages.script.join('\n'), date, {
    PUSH_TOKEN: 'salainen',
    CI_SERVER_HOST: 'gitlab.example',
    CI_PROJECT_PATH: 'liitto/oma',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.${here.place('remote.git')}.insteadOf`,
    GIT_CONFIG_VALUE_0: 'https://oauth2:salainen@gitlab.example/liitto/oma.git',
  });
}

it(
  'by the job of GitLab too: its pages have every release, and nobody sees the token',
  { timeout: 600_000 },
  async () => {
    const here = await createPublisher();
    const first = runGitLabJob(here, { 'a.txt': writePage('S10001', 'Ensimmäinen') }, '2026-01-02');
    expect(first).toMatchObject({ status: 0 });
    const before = here.hash('work/public');
    const second = runGitLabJob(here, { 'b.txt': writePage('S10002', 'Toinen') }, '2026-01-09');
    expect(second).toMatchObject({ status: 0 });
    const after = here.hash('work/public');
    expect(Object.keys(releaseFiles(before, '2026-01-02')).length).toBeGreaterThan(50);
    expect(releaseFiles(after, '2026-01-02')).toEqual(releaseFiles(before, '2026-01-02'));
    expect(releaseFiles(after, '2026-01-09')).toHaveProperty(['data/2026-01-09/projects.csv']);
    expect(shell(here, '.', 'git --git-dir remote.git branch --list', '2026-01-09').stdout).toMatch(/main\s+published/);
    expect(first.stdout + first.stderr + second.stdout + second.stderr).not.toContain('salainen');
    expect((await here.run('verify', 'work/public')).stdout).toContain('0 fault(s)');
  },
);
