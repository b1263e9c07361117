/** The store of what lasts: found again as it was, or not found; whatever happens to its files. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSealedStore, type SealedStore } from '../../pipeline/effects/sealed-store.ts';
import { toSecret } from '../../pipeline/effects/seal.ts';
import { RUNS } from '../properties/generated.ts';

let top: string;
let said: string;
beforeEach(() => {
  top = mkdtempSync(path.join(tmpdir(), 'hankekartta-store-'));
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(top, { recursive: true });
});

const folder = (): string => path.join(top, 'one');
const secretOf = (text: string) => toSecret(Buffer.from(text));
const valueOf = (text: string) => ({ head: { text, more: ['ä', '漢'] }, parts: [`${text} 1`, { deep: [text, null] }] });
const nameOf = (text: string): string => secretOf(text).nameOf('record');

function keep(store: SealedStore, text: string): void {
  const { head, parts } = valueOf(text);
  store.keep(nameOf(text), secretOf(text), head, parts);
}
/** What is found of a text: the record as it was kept, less of it where a part is damaged, or nothing. */
function find(store: SealedStore, text: string): unknown {
  const record = store.find(nameOf(text), secretOf(text));
  return record === undefined ? undefined : { head: record.head, parts: [record.read(0), record.read(1)] };
}
/** One run that needs some texts; tells which it had to make. */
function run(texts: readonly string[], where: string | undefined = folder()): string[] {
  const store = openSealedStore(where);
  try {
    const made = texts.filter((text) => !isDeepStrictEqual(find(store, text), valueOf(text)));
    for (const text of made) keep(store, text);
    expect(texts.map((text) => find(store, text))).toEqual(texts.map(valueOf));
    store.save();
    return made;
  } finally {
    store.close();
  }
}
const listPacks = (): string[] => readdirSync(folder()).filter((name) => name.endsWith('.pack'));

it('finds what the run before kept or found, and forgets the rest', () => {
  expect(run(['a', 'b'])).toEqual(['a', 'b']);
  expect(run(['a', 'b'])).toEqual([]);
  expect(run(['b', 'c'])).toEqual(['c']);
  expect(run(['a', 'b', 'c'])).toEqual(['a']);
  expect(said).toBe('');
});

it('stays bounded: as many packs and bytes as its records need', () => {
  run(Array.from({ length: 50 }, (_, index) => `${String(index)} ${'x'.repeat(1000)}`));
  for (let index = 0; index < 40; index += 1) run([`${String(index)} ${'x'.repeat(1000)}`, `new ${String(index)}`]);
  const bytes = listPacks().reduce((sum, name) => sum + statSync(path.join(folder(), name)).size, 0);
  expect(listPacks().length).toBeLessThan(5);
  expect(bytes).toBeLessThan(20_000);
});

it('is for the owner alone, and says nothing to who does not have the secret', () => {
  run(['Maija Malli']);
  expect(statSync(folder()).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder())) {
    expect(statSync(path.join(folder(), name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(folder(), name), 'latin1')).not.toContain('Malli');
  }
  const store = openSealedStore(folder());
  expect(store.find(nameOf('Maija Malli'), secretOf('Matti Malli'))).toBeUndefined();
  store.close();
});

it('lasts for one run where it has no folder, or another run has it', () => {
  run(['a']);
  const other = openSealedStore(folder());
  expect(run(['a'])).toEqual(['a']);
  expect(said).toContain('another run is using the cache');
  other.close();
  expect(run(['a'])).toEqual([]);
  const store = openSealedStore(undefined);
  keep(store, 'a');
  expect(find(store, 'a')).toEqual(valueOf('a'));
  store.close();
});

it('says where it cannot be, and goes on without', () => {
  writeFileSync(folder(), 'a file');
  expect(run(['a'])).toEqual(['a']);
  expect(said).toContain('cannot use the cache');
});

it('goes on where it can write no more', () => {
  const store = openSealedStore(folder());
  rmSync(folder(), { recursive: true });
  keep(store, 'a');
  keep(store, 'b');
  store.save();
  store.close();
  expect(said.match(/cannot write the cache/g)).toHaveLength(1);
  expect(run(['a'])).toEqual(['a']);
});

it('does not remember a run that did not come to its end, and leaves nothing of it', () => {
  run(['a']);
  const packs = listPacks();
  const store = openSealedStore(folder());
  keep(store, 'b');
  store.close();
  expect(listPacks()).toEqual(packs);
  expect(run(['a', 'b'])).toEqual(['b']);
});

it('forgets the store of another folder that no run has used for a month', () => {
  run(['a']);
  run(['b'], path.join(top, 'other'));
  const old = Date.now() / 1000 - 40 * 86_400;
  utimesSync(path.join(top, 'other', 'index.json'), old, old);
  expect(run(['a'])).toEqual([]);
  expect(readdirSync(top)).toEqual(['one']);
});

it.each([
  ['no JSON', '{\n'],
  ['another program’s', '{"version":3}\n'],
  ['empty', ''],
])('an index that is %s is none', (_, text) => {
  run(['a']);
  writeFileSync(path.join(folder(), 'index.json'), text);
  expect(run(['a'])).toEqual(['a']);
  expect(said).toContain('is damaged');
  expect(run(['a'])).toEqual([]);
});

it('a folder in the place of the index is moved out of the way', () => {
  run(['a']);
  rmSync(path.join(folder(), 'index.json'));
  mkdirSync(path.join(folder(), 'index.json', 'x'), { recursive: true });
  expect(run(['a'])).toEqual(['a']);
  expect(run(['a'])).toEqual([]);
});

it('whatever bytes are changed, cut or lost: what is found is as it was kept, the rest is made anew, and the next run finds all', () => {
  const texts = Array.from({ length: 8 }, (_, index) => `${String(index)} ${'å'.repeat(index * 40)}`);
  const damage = fc.record({
    file: fc.nat(),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    kind: fc.constantFrom('flip', 'cut', 'lose', 'insert'),
  });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      rmSync(folder(), { recursive: true, force: true });
      run(texts.slice(0, 4));
      run(texts);
      said = '';
      for (const { file, at, kind } of damages) {
        const names = readdirSync(folder()).sort();
        const name = names[file % names.length];
        if (name === undefined) continue;
        const place = path.join(folder(), name);
        const bytes = readFileSync(place);
        const offset = Math.floor(at * bytes.length);
        if (kind === 'lose') rmSync(place);
        else if (kind === 'cut') writeFileSync(place, bytes.subarray(0, offset));
        else if (kind === 'insert')
          writeFileSync(place, Buffer.concat([bytes.subarray(0, offset), Buffer.from('x'), bytes.subarray(offset)]));
        else {
          bytes[offset] = (bytes[offset] ?? 0) ^ 0x20;
          writeFileSync(place, bytes);
        }
      }
      const hasIndex = readdirSync(folder()).includes('index.json');
      const made = run(texts);
      // Without an index it is a new store: nothing is wrong with that.
      if (made.length > 0 && hasIndex) expect(said).toContain('is damaged');
      expect(run(texts)).toEqual([]);
    }),
    RUNS,
  );
});
