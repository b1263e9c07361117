/** Feeds as other people's programs judge them: jing by the schema of the standard, feedparser as a reader of feeds. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFeeds } from '../flow/make-feeds.ts';

const SCHEMA = path.join(import.meta.dirname, 'atom.rnc');
let folder: string;
let files: string[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-feeds-'));
  const feeds = (await makeFeeds()).at(-1)!;
  files = [...feeds].map(([name, text]) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const jing = (checked: readonly string[]) => spawnSync('jing', ['-c', SCHEMA, ...checked], { encoding: 'utf8' });

it('every feed is valid by the schema of RFC 4287', { timeout: 120_000 }, () => {
  const { status, stdout } = jing(files);
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

it.each([
  ['<updated>', '<updated>eilen'],
  ['<id>', '<id/><id>'],
  ['<entry>', '<entry><link/>'],
  ['<author><name>', '<author><x/><name>'],
])('the schema refuses a feed with %s as %s', (before, after) => {
  const broken = path.join(folder, 'broken.xml');
  const [whole = ''] = files.filter((file) => file.endsWith('syotteet/muutokset.xml'));
  const text = execFileSync('cat', [whole], { encoding: 'utf8' });
  expect(text).toContain(before);
  writeFileSync(broken, text.replace(before, after));
  expect(jing([broken]).status).not.toBe(0);
});

it('a reader of feeds takes every feed as it is, with what each entry says', { timeout: 120_000 }, () => {
  const script = path.join(import.meta.dirname, 'read-feeds.py');
  const output = execFileSync('/usr/bin/python3', [script, ...files], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const read = JSON.parse(output) as { bozo: boolean; version: string; ids: string[]; titles: string[] }[];
  expect(read).toHaveLength(files.length);
  expect(read.filter(({ bozo, version }) => bozo || version !== 'atom10')).toEqual([]);
  const whole = read[files.findIndex((file) => file.endsWith(path.join('en', 'syotteet', 'muutokset.xml')))]!;
  expect(new Set(whole.ids).size).toBe(6);
  expect(whole.titles).toContain('Added: Käsin & <kirjoitettu>');
});
