/** What the machine gets wrong ends with status 2 and one sentence; what was published stays. */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createWorkspace, ROOT, writePage } from './workspace.ts';

const DOCUMENTS = { 'documents/a.txt': writePage('S10001', 'Ensimmäinen') };

describe('the environment', () => {
  it.each(['abc', '99999999999999', '253402300800', '253402214399', '1e9', '-1', '0', '1.5', '315440000', '\u001b[2J'])(
    'SOURCE_DATE_EPOCH %s is refused',
    (epoch) => {
      const { status, stderr } = createWorkspace(DOCUMENTS).spawn(['build'], { SOURCE_DATE_EPOCH: epoch });
      expect(status).toBe(2);
      expect(stderr).toContain('SOURCE_DATE_EPOCH');
      expect(stderr).not.toMatch(/\n {4}at /);
    },
  );

  it.each(['1970-01-01', '1979-12-31', '2100-01-02', '9999-12-31'])('a clock that says %s is told', async (day) => {
    const workspace = createWorkspace(DOCUMENTS);
    vi.useFakeTimers({ now: new Date(`${day}T10:00:00Z`), toFake: ['Date'] });
    const built = await workspace.run('build').finally(() => vi.useRealTimers());
    vi.useFakeTimers({ now: new Date(`${day}T10:00:00Z`), toFake: ['Date'] });
    const checked = await workspace.run('check').finally(() => vi.useRealTimers());
    expect(built.status).toBe(2);
    expect(built.stderr).toMatch(
      new RegExp(
        `^hankekartta: release ${day}, expected a day from 1980-01-01 to 2099-12-31; set the clock .*\n$`,
        'm',
      ),
    );
    // Only a release is of a day.
    expect(checked.status).toBe(0);
  });

  it.each(['1970-01-01', '2099-13-01', '2100-01-01', '2026-02-30', '0001-01-01'])(
    'a release of %s is refused',
    async (day) => {
      const workspace = createWorkspace(DOCUMENTS);
      expect((await workspace.run('build', '--release', day)).status).toBe(2);
      const config = JSON.stringify({ ...(workspace.readJsonFile('hankekartta.config.json') as object), release: day });
      workspace.write({ 'hankekartta.config.json': config });
      const { status, stderr } = await workspace.run('build');
      expect(status).toBe(2);
      expect(stderr).toMatch(new RegExp(`^hankekartta: .*${day}.*\n$`, 'm'));
      expect(workspace.exists('dist')).toBe(false);
    },
  );

  it.each(['1980-01-01', '2099-12-31'])('a release of %s is published', async (day) => {
    const workspace = createWorkspace(DOCUMENTS);
    expect((await workspace.run('build', '--release', day)).status).toBe(0);
    expect((await workspace.run('verify', 'dist')).status).toBe(0);
  });

  it.skipIf(process.platform === 'win32').each([
    ['077', ['build', 'prepare']],
    ['000', ['build']],
  ])(
    'what is published under the mask %s is for everybody to read and for nobody else to write',
    { timeout: 120_000 },
    (mask, commands) => {
      const workspace = createWorkspace(DOCUMENTS);
      const bin = path.join(ROOT, 'pipeline/hankekartta.js');
      for (const command of commands) {
        const words = ['-c', `umask ${mask}; exec "$@"`, 'sh', process.execPath, bin, command];
        expect(spawnSync('sh', words, { cwd: workspace.folder }).status).toBe(0);
      }
      const modes = readdirSync(workspace.place('dist'), { recursive: true, encoding: 'utf8' }).map((name) => {
        const state = statSync(workspace.place('dist', name));
        return `${state.isDirectory() ? 'folder' : 'file'} ${(state.mode & 0o777).toString(8)}`;
      });
      expect(new Set(modes)).toEqual(new Set(['folder 755', 'file 644']));
    },
  );

  it.skipIf(process.platform === 'win32')(
    'what an older program published for its owner alone is for everybody in the next build',
    async () => {
      const workspace = createWorkspace(DOCUMENTS);
      await workspace.run('build', '--release', '2026-01-01');
      const list = () => readdirSync(workspace.place('dist'), { recursive: true, encoding: 'utf8' });
      const stateOf = (name: string) => statSync(workspace.place('dist', name));
      for (const name of list().filter((each) => stateOf(each).isFile()))
        chmodSync(workspace.place('dist', name), 0o600);
      workspace.write({ 'documents/b.txt': writePage('S10002', 'Toinen') });
      expect((await workspace.run('build', '--release', '2026-01-02')).status).toBe(0);
      expect(list().filter((name) => name.startsWith(path.join('data', '2026-01-01'))).length).toBeGreaterThan(20);
      expect(list().filter((name) => stateOf(name).isFile() && (stateOf(name).mode & 0o444) !== 0o444)).toEqual([]);
    },
  );

  it('a home that is not there is missed by nobody', () => {
    const workspace = createWorkspace(DOCUMENTS);
    const { status, stderr } = workspace.spawn(['build'], { HOME: '/ei/ole', XDG_CACHE_HOME: '/ei/ole' });
    expect([status, stderr.includes('/ei/ole')]).toEqual([0, false]);
  });

  it('a folder for temporary files that is not there', () => {
    const { status, stderr } = createWorkspace(DOCUMENTS).spawn(['build'], { TMPDIR: '/ei/ole' });
    expect([status, stderr.split('\n').at(-2)]).toEqual([2, expect.stringContaining('TMPDIR') as string]);
  });

  it('a place that cannot be written', () => {
    const { status, stderr } = createWorkspace(DOCUMENTS).spawn(['build', '--out', '/proc/hankekartta']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^hankekartta: cannot use .*untouched\.$/m);
  });

  it.each<[string, (root: string) => void, string]>([
    ['geo/, missing', (root) => rmSync(path.join(root, 'geo/source/keys/2019.csv')), '2019.csv is missing'],
    [
      'geo/, changed',
      (root) => writeFileSync(path.join(root, 'geo/source/municipalities-2021-epsg3067.geojson'), '{'),
      'municipalities-2021-epsg3067.geojson was changed',
    ],
    [
      'schemas/ that no column needs, missing',
      (root) => rmSync(path.join(root, 'schemas/1.0/map-classes.schema.json')),
      'map-classes.schema.json is missing',
    ],
    [
      'schemas/ that no column needs, another one',
      (root) => writeFileSync(path.join(root, 'schemas/1.0/releases.schema.json'), '{}\n'),
      'releases.schema.json is no schema of that name',
    ],
    [
      'the codelists, missing',
      (root) => rmSync(path.join(root, 'schemas/1.0/codelists/file-format.csv')),
      'codelists/file-format.csv is missing',
    ],
  ])('a file of %s', (_, damage, fault) => {
    // A copy of the package, so that the repository's own files stay.
    const workspace = createWorkspace(DOCUMENTS);
    const root = path.join(workspace.folder, 'package');
    mkdirSync(root);
    for (const name of ['pipeline', 'schemas', 'site', 'geo', 'package.json', 'package-lock.json', '.eleventy.js'])
      cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
    damage(root);
    for (const command of ['build', 'check']) {
      const { status, stderr } = workspace.spawn(
        [command],
        {},
        workspace.folder,
        path.join(root, 'pipeline/hankekartta.js'),
      );
      expect([command, status]).toEqual([command, 2]);
      expect(stderr).toContain(fault);
    }
  });

  it.each<[string, (text: string) => string]>([
    ['is empty', () => ''],
    ['is no JSON', () => '{'],
    ['is something else', () => '{"inputs":1,"listing":{},"summary":null}'],
    ['is cut short', (text) => text.slice(0, -1)],
    ['names another release', (text) => text.replace('"release":"2026-01-01"', '"release":"2036-01-01"')],
    ['names an error that is none', (text) => text.replace('"errors":[]', '"errors":[null]')],
  ])('a memory of the last build that %s is no memory', { timeout: 120_000 }, async (_, damage) => {
    const workspace = createWorkspace(DOCUMENTS);
    expect((await workspace.run('build', '--release', '2026-01-01')).status).toBe(0);
    const builds = path.join(workspace.folder, '.hankekartta', 'builds');
    expect(readdirSync(builds)).toHaveLength(1);
    for (const name of readdirSync(builds)) {
      const text = readFileSync(path.join(builds, name), 'utf8');
      expect(damage(text)).not.toBe(text);
      writeFileSync(path.join(builds, name), damage(text));
    }
    const { status, stdout } = await workspace.run('build', '--release', '2026-01-02');
    expect(status).toBe(0);
    expect(stdout).toContain('2026-01-01 (nothing changed)');
  });

  it('a memory that cannot be written at all is mentioned, and what was built is published', async () => {
    const workspace = createWorkspace({ ...DOCUMENTS, '.hankekartta': 'a file where a folder is expected' });
    expect((await workspace.run('build', '--release', '2026-01-01')).status).toBe(0);
    workspace.write({ 'documents/b.txt': writePage('S10002', 'Toinen') });
    const { status, stderr } = await workspace.run('build', '--release', '2026-01-02');
    expect([status, workspace.readLines('projects.jsonl').length]).toEqual([0, 2]);
    expect(stderr).toContain('cannot remember that release 2026-01-01 is whole');
  });

  it('a memory of the last build that cannot be written is mentioned: what was built is published', async () => {
    const workspace = createWorkspace({ ...DOCUMENTS, '.hankekartta/builds': 'a file where a folder is expected' });
    const { status, stderr } = await workspace.run('build', '--release', '2026-01-01');
    expect([status, workspace.readLines('projects.jsonl').length]).toEqual([0, 1]);
    expect(stderr).toMatch(
      /^hankekartta: cannot remember this build, cannot use .*builds: a file stands where a folder is expected; move it away; the next one does not know that nothing changed$/m,
    );
  });
});

describe('a build that is asked to end', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s leaves nothing of its own behind', async (signal) => {
    const many = Object.fromEntries(
      Array.from({ length: 1500 }, (_, index) => [
        `documents/${String(index)}.txt`,
        writePage(`S${String(20_000 + index)}`, `Hanke ${String(index)}`),
      ]),
    );
    const workspace = createWorkspace(many);
    const temporary = path.join(workspace.folder, 'tmp');
    mkdirSync(temporary);
    const child = spawn(process.execPath, [path.join(ROOT, 'pipeline/hankekartta.js'), 'build'], {
      cwd: workspace.folder,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('reading')) resolve();
      });
    });
    child.kill(signal);
    expect(await ended).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(workspace.folder).filter((name) => name.startsWith('dist'))).toEqual([]);
  });
});
