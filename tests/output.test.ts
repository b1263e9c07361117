import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeProcess } from '../pipeline/effects/lock.ts';
import { resolveLinks } from '../pipeline/effects/resolve-links.ts';
import { beginOutput, finishOutput, recoverOutput } from '../pipeline/release/output.ts';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hankekartta-output-'));
  out = path.join(folder, 'dist');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A published folder whose one page says which one it is. */
function publish(place: string, words: string): void {
  mkdirSync(path.join(place, 'data'), { recursive: true });
  writeFileSync(path.join(place, 'data', 'releases.json'), '{}');
  writeFileSync(path.join(place, 'index.html'), words);
}
const page = (): string => readFileSync(path.join(out, 'index.html'), 'utf8');

describe('a build', () => {
  it('replaces the old output with the new one and leaves nothing beside it', () => {
    publish(out, 'old');
    const output = beginOutput(out);
    publish(output.folder, 'new');
    expect(page()).toBe('old');
    finishOutput(output);
    output.discard();
    expect(page()).toBe('new');
    expect(['.building', '.next', '.old', '.lock'].filter((ending) => existsSync(out + ending))).toEqual([]);
  });

  it('leaves the old output when it is given up', () => {
    publish(out, 'old');
    const output = beginOutput(out);
    publish(output.folder, 'half');
    output.discard();
    expect(page()).toBe('old');
    expect(existsSync(`${out}.building`)).toBe(false);
  });

  it('refuses a folder that holds other things, and leaves it alone', () => {
    mkdirSync(out);
    writeFileSync(path.join(out, 'thesis.doc'), 'years of work');
    expect(() => beginOutput(out)).toThrow('holds other files');
    expect(existsSync(path.join(out, 'thesis.doc'))).toBe(true);
    expect(existsSync(`${out}.lock`)).toBe(false);
  });

  it('refuses while another process is at work on the same folder', () => {
    // The parent process is alive and is not this one.
    writeFileSync(`${out}.lock`, JSON.stringify(describeProcess(process.ppid)));
    expect(() => beginOutput(out)).toThrow(`another run is writing ${out} (process ${process.ppid} on`);
    expect(() => beginOutput(out)).toThrow(`${out}.lock`);
  });

  it('takes over the lock that a killed process left', () => {
    writeFileSync(`${out}.lock`, '99999999');
    const output = beginOutput(out);
    publish(output.folder, 'new');
    finishOutput(output);
    output.discard();
    expect(page()).toBe('new');
  });
});

describe('a published folder behind a symbolic link', () => {
  it('is replaced itself; the link stays', () => {
    const real = path.join(folder, 'oikea');
    publish(real, 'old');
    symlinkSync(real, out);
    const output = beginOutput(out);
    publish(output.folder, 'new');
    finishOutput(output);
    output.discard();
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(real, 'index.html'), 'utf8')).toBe('new');
  });

  it('that leads to what is not there yet: it is made there', () => {
    const [real, between] = ['oikea', 'väli'].map((name) => path.join(folder, name));
    symlinkSync('väli', out);
    symlinkSync(real!, between!);
    const output = beginOutput(out);
    publish(output.folder, 'new');
    finishOutput(output);
    output.discard();
    expect([out, between!].map((link) => lstatSync(link).isSymbolicLink())).toEqual([true, true]);
    expect(readFileSync(path.join(real!, 'index.html'), 'utf8')).toBe('new');
  });

  it('is followed as the system does, below it and from where it leads', () => {
    const [real, far] = ['oikea', 'kaukana/kansio'].map((name) => path.join(folder, name));
    for (const each of [real!, far!]) mkdirSync(each, { recursive: true });
    symlinkSync(far!, path.join(folder, 'linkki'));
    symlinkSync('../uusi', path.join(far!, 'ulos'));
    expect(resolveLinks(path.join(folder, 'linkki', 'uusi', 'x'))).toBe(path.join(far!, 'uusi', 'x'));
    expect(resolveLinks(path.join(folder, 'linkki', 'ulos', 'x'))).toBe(path.join(folder, 'kaukana', 'uusi', 'x'));
  });

  it('that leads round in a circle is refused, and nothing is made', () => {
    symlinkSync('väli', out);
    symlinkSync('dist', path.join(folder, 'väli'));
    expect(() => beginOutput(out)).toThrow('links that lead round in a circle');
    expect(readdirSync(folder).sort()).toEqual(['dist', 'väli']);
  });
});

describe('the next command after a kill', () => {
  it('while the new output was being made: the old one stands', () => {
    publish(out, 'old');
    publish(`${out}.building`, 'half');
    recoverOutput(out);
    expect(page()).toBe('old');
  });

  it('before the swap: finishes it', () => {
    publish(out, 'old');
    publish(`${out}.next`, 'new');
    recoverOutput(out);
    expect(page()).toBe('new');
  });

  it('between the two renames: finishes the swap', () => {
    publish(`${out}.old`, 'old');
    publish(`${out}.next`, 'new');
    recoverOutput(out);
    expect(page()).toBe('new');
    expect(existsSync(`${out}.old`)).toBe(false);
  });

  it('after the swap: removes what is left of the old output', () => {
    publish(out, 'new');
    publish(`${out}.old`, 'old');
    recoverOutput(out);
    expect(page()).toBe('new');
    expect(existsSync(`${out}.old`)).toBe(false);
  });
});
