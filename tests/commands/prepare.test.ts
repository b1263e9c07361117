/** Compressed twins: right, smaller, the same each time, gone with what they were made of, and no part of a release. */
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createWorkspace, writePage, type Workspace } from '../flow/workspace.ts';

const listTwins = (here: Workspace): string[] =>
  Object.keys(here.hash('dist')).filter((name) => /\.(gz|br)$/.test(name) && !name.startsWith('oma'));

it('makes, keeps, renews and removes twins, and leaves what is published as it is', { timeout: 120_000 }, async () => {
  const here = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Ensimmäinen') });
  await here.run('build', '--release', '2026-01-02');
  const published = here.hash('dist');
  const other = here.copy();
  expect(await here.run('prepare')).toMatchObject({ status: 0 });
  const twins = listTwins(here);
  expect(twins).toEqual(
    expect.arrayContaining(['projects.csv.gz', 'municipalities.geojson.br'].map((name) => `data/2026-01-02/${name}`)),
  );
  // Read in parts, or compressed in themselves.
  expect(twins.filter((name) => /\.(gpkg|fgb|parquet|xlsx|zip)\.\w+$/.test(name))).toEqual([]);
  for (const name of twins) {
    const own = readFileSync(here.place('dist', name.replace(/\.\w+$/, '')));
    const twin = readFileSync(here.place('dist', name));
    expect(twin.length).toBeLessThan(own.length);
    const text = name.endsWith('.br') ? brotliDecompressSync(twin) : gunzipSync(twin);
    expect({ name, same: text.equals(own) }).toEqual({ name, same: true });
  }
  // What `latest` repeats is compressed once.
  const hashes = here.hash('dist');
  const released = twins.filter((name) => name.startsWith('data/2026-01-02/'));
  expect(released.length).toBeGreaterThan(50);
  for (const name of released)
    expect([name, hashes[name.replace('2026-01-02', 'latest')]]).toEqual([name, hashes[name]]);
  expect(hashes).toMatchObject(published);
  expect(await here.run('verify', 'dist')).toMatchObject({ status: 0 });
  await other.run('prepare', 'dist');
  expect(other.hash('dist')).toEqual(here.hash('dist'));

  // Kept where it is right; renewed where its file changed, though it is not older.
  const kept = here.place('dist/data/2026-01-02/projects.csv.gz');
  utimesSync(kept, 1, 1);
  here.write({ 'dist/api/projects/S10001.json': `{"a":"${'x'.repeat(100)}"}`, 'dist/oma.gz': 'x' });
  here.write({ 'dist/data/2026-01-02/projects.csv.br': 'not brotli', 'dist/data/gone.csv.gz': 'x' });
  // As a kill leaves one that was being written.
  here.write({ 'dist/data/2026-01-02/projects.csv.half.txt.br': 'x' });
  expect(await here.run('verify', 'dist')).toMatchObject({ status: 0 });
  expect((await here.run('prepare')).stdout).toContain('2 stale ones removed');
  expect(statSync(kept).mtimeMs).toBe(1000);
  expect(gunzipSync(readFileSync(here.place('dist/api/projects/S10001.json.gz'))).toString()).toContain('xxx');
  expect(brotliDecompressSync(readFileSync(here.place('dist/data/2026-01-02/projects.csv.br'))).toString()).toContain(
    'S10001',
  );
  expect(here.exists('dist/data/gone.csv.gz')).toBe(false);
  expect(here.readFile('dist/oma.gz')).toBe('x');
});

it('stays beside earlier releases at the next build, and gets into no archive', { timeout: 120_000 }, async () => {
  const here = createWorkspace({ 'documents/a.txt': writePage('S10001', 'Ensimmäinen') });
  await here.run('build', '--release', '2026-01-02');
  const untouched = here.copy();
  await here.run('prepare');
  // Twins alone are no reason to build again.
  expect((await here.run('build', '--release', '2026-01-02')).stdout).toContain('nothing changed');
  expect(listTwins(here)).not.toEqual([]);
  for (const each of [here, untouched]) {
    each.write({ 'documents/b.txt': writePage('S10002', 'Toinen') });
    expect(await each.run('build', '--release', '2026-01-09')).toMatchObject({ status: 0 });
  }
  const twins = listTwins(here);
  expect(twins).toContain('data/2026-01-02/projects.csv.gz');
  expect(twins.filter((name) => !name.startsWith('data/2026-01-02/'))).toEqual([]);
  const own = Object.entries(here.hash('dist')).filter(([name]) => !twins.includes(name));
  expect(Object.fromEntries(own)).toEqual(untouched.hash('dist'));
});

it('refuses a folder that is no published one', async () => {
  const here = createWorkspace({ 'dist/a.csv': 'a' });
  expect(await here.run('prepare', 'dist')).toMatchObject({ status: 2 });
});

it.each(['', '{}', 'null', '{"releases":[null]}', '{"rel'])(
  'goes on where the list of releases is damaged: %j',
  { timeout: 60_000 },
  async (text) => {
    const here = createWorkspace({ 'dist/data/releases.json': text, 'dist/a.html': `<p>${'teksti '.repeat(200)}</p>` });
    expect(await here.run('prepare')).toMatchObject({ status: 0 });
    expect(here.exists('dist/a.html.gz')).toBe(true);
  },
);

it('waits for nobody: a folder that another run is writing is left alone', async () => {
  const here = createWorkspace({ 'dist/data/releases.json': '{"releases":[]}', 'dist/a.html': 'x'.repeat(500) });
  here.write({ 'dist.lock': JSON.stringify({ pid: process.ppid, host: hostname() }) });
  const { status, stderr } = await here.run('prepare');
  expect([status, stderr]).toEqual([2, expect.stringContaining('another run is writing') as string]);
  expect(here.exists('dist/a.html.gz')).toBe(false);
});
