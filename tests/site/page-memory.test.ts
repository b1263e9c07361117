/** Pages that are taken over from the last build are the pages that a clean build makes. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPart, buildSite } from '../../site/build.ts';
import { createSharedValues } from '../../site/model/shared-values.ts';
import { watchList } from '../../site/model/watch-lists.ts';
import { rememberPages } from '../../site/page-memory.ts';
import { createCounters, openQueue } from '../../site/queue.ts';
import { makeFolder, ROOT } from './make-site.ts';

let home = '';
let data = '';
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'hankekartta-pages-'));
  data = makeFolder();
});
afterAll(() => {
  for (const folder of [home, data]) rmSync(folder, { recursive: true });
});

function readAll(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/** Builds with a memory beside what the last build published, and clean; says which files differ and how many were kept. */
async function compare(published: string, next: string): Promise<{ differing: string[]; kept: number }> {
  const [out, clean] = [path.join(home, next), path.join(home, `${next}-clean`)];
  const before = readdirSync(home).includes(published) ? readInodes(path.join(home, published)) : new Set<number>();
  const memory = { file: path.join(home, 'pages.json'), published: path.join(home, published), program: 'one' };
  await buildSite({ data, out, root: ROOT, memory });
  await buildSite({ data, out: clean, root: ROOT });
  const [ours, theirs] = [readAll(out), readAll(clean)];
  const names = [...new Set([...ours.keys(), ...theirs.keys()])];
  const kept = [...readInodes(out)].filter((inode) => before.has(inode)).length;
  return { differing: names.filter((name) => ours.get(name) !== theirs.get(name)), kept };
}

function readInodes(folder: string): Set<number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(files.map((entry) => statSync(path.join(entry.parentPath, entry.name)).ino));
}

const edit = (name: string, change: (text: string) => string): void => {
  const file = path.join(data, 'data', 'latest', name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};

describe('a memory of made pages', () => {
  it('gives the bytes of a clean build, whatever changed', { timeout: 600_000 }, async () => {
    expect(await compare('none', 'first')).toEqual({ differing: [], kept: 0 });
    // Another amount, another name, an area's figure, and a page and the memory that somebody damaged.
    edit('projects.jsonl', (text) =>
      text.replace(/"funding_realised_eu_state":\d+/, '"funding_realised_eu_state":1234'),
    );
    const second = await compare('first', 'second');
    expect(second.differing).toEqual([]);
    // Pages of other places, and parts of lists that the project is not in.
    expect(second.kept).toBeGreaterThan(400);
    edit('municipalities.csv', (text) => text.replace(/^(091,.*?,)(\d+)(?=,)/m, '$19'));
    edit('projects.jsonl', (text) => text.replace('"name":"', '"name":"Uusi '));
    cpSync(path.join(home, 'second'), path.join(home, 'damaged'), { recursive: true });
    writeFileSync(path.join(home, 'damaged', 'hankkeet', 'S90002.html'), 'x');
    expect((await compare('damaged', 'third')).differing).toEqual([]);
    const file = path.join(home, 'pages.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"sha256":"', '"sha256":"0'));
    expect(await compare('third', 'fourth')).toEqual({ differing: [], kept: 0 });
  });

  it('is made by several who share the work, as by one', { timeout: 600_000 }, async () => {
    const [out, alone, next] = ['shared', 'alone', 'shared-next'].map((name) => path.join(home, name)) as [
      string,
      string,
      string,
    ];
    const memory = { file: path.join(home, 'shared.json'), published: path.join(home, 'none'), program: 'one' };
    const queue = openQueue(createCounters());
    const part = () => buildPart({ data, out, root: ROOT, memory }, queue);
    const parts = await Promise.all([part(), part()]);
    await buildSite({ data, out: alone, root: ROOT });
    expect(parts.filter(({ pages }) => pages > 0)).toHaveLength(2);
    expect(readAll(out)).toEqual(readAll(alone));
    rememberPages(
      memory,
      parts.map(({ made }) => made ?? ''),
    );
    const before = readInodes(out);
    await buildSite({ data, out: next, root: ROOT, memory: { ...memory, published: out } });
    expect(readAll(next)).toEqual(readAll(alone));
    const all = [...readAll(next).keys()].filter((name) => name.endsWith('.html'));
    expect([...readInodes(next)].filter((inode) => before.has(inode)).length).toBeGreaterThan(all.length * 0.9);
  });
});

describe('what a page reads', () => {
  it('of a list is its length, the part that is shown, or all of it', () => {
    const reads: unknown[] = [];
    const list = watchList(['a', 'b', 'c'], (...read) => reads.push(read));
    expect([list.length, list[2], list.slice(1, 2), list.map((each) => each), [...list]]).toEqual([
      3,
      'c',
      ['b'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
    expect(reads).toEqual([['count'], ['part', 2, 3], ['part', 1, 2], [], []]);
  });

  it('of what is made once for many pages is what came out, whatever went in', () => {
    let [input, made] = ['one', 0];
    const open = () => {
      const values = createSharedValues(
        () => input,
        (value) => {
          if (typeof value === 'function') throw new Error('no digest');
          return JSON.stringify(value);
        },
        (name) => {
          made += 1;
          values.add(name, name === 'length' ? input.length : () => input, new Set(['input']));
        },
      );
      return values;
    };
    const first = open();
    first.add('length', 3, new Set(['input']));
    first.add('function', () => input, new Set(['input']));
    const digests = (values: typeof first) => ['length', 'function'].map((name) => values.digest(name));
    const recall = (): typeof first => {
      const next = open();
      for (const [name, known] of first.list()) next.recall(name, known);
      return next;
    };
    const known = first.list();
    expect(digests(recall())).toEqual(digests(first));
    expect(made).toBe(0);
    const before = digests(first);
    const next = open();
    for (const [name, each] of known) next.recall(name, each);
    input = 'two';
    // Made again: three letters as before, but of a function nothing is known than what it was made of.
    expect(next.digest('length')).toBe(before[0]);
    expect(next.digest('function')).not.toBe(before[1]);
    expect(made).toBe(2);
    input = 'three';
    const third = open();
    for (const [name, each] of known) third.recall(name, each);
    expect(third.digest('length')).not.toBe(before[0]);
    expect(third.digest('never')).toBeUndefined();
  });
});
