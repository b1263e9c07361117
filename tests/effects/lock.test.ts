import { spawnSync } from 'node:child_process';
import {
  existsSync,
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
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeProcess, takeLock } from '../../pipeline/effects/lock.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hankekartta-lock-'));
  file = path.join(folder, 'out.lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('is taken once and given back, and leaves nothing else behind', () => {
  const lock = takeLock(file);
  expect(lock).toMatchObject({ tookOver: false });
  expect(takeLock(file)).toEqual({ holder: describeProcess(process.pid) });
  if ('release' in lock) lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

it('stands while its process lives', () => {
  const holder = describeProcess(process.ppid);
  writeFileSync(file, JSON.stringify(holder));
  expect(takeLock(file)).toEqual({ holder });
  expect(readFileSync(file, 'utf8')).toBe(JSON.stringify(holder));
});

it.each([
  ['of a process that is gone', JSON.stringify({ ...describeProcess(process.pid), pid: 4_000_000 })],
  ['whose number another process has by now', JSON.stringify({ ...describeProcess(process.ppid), started: 'x 1' })],
  ['of 0 bytes, as a full disk left it', ''],
  ['of an older version: a number alone', '12345'],
  ['that is no JSON', 'lorem {'],
  ['of something else', '{"pid":"1","host":3}'],
  ['with a number that is none', '{"pid":-1,"host":"x"}'],
])('one %s is taken over', (_, text) => {
  writeFileSync(file, text);
  const lock = takeLock(file);
  expect(lock).toMatchObject({ tookOver: true });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(describeProcess(process.pid));
  if ('release' in lock) lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

it.skipIf(process.platform === 'win32').each([
  ['a folder', () => mkdirSync(path.join(file, 'more'), { recursive: true })],
  ['a pipe, which nobody writes to', () => spawnSync('mkfifo', [file])],
  ['a link to a device', () => symlinkSync('/dev/zero', file)],
])('%s in its place stays, and is told', (_, make) => {
  make();
  expect(() => takeLock(file)).toThrow(/out\.lock is no file, expected .*; move it away/);
  expect(readdirSync(folder)).toEqual(['out.lock']);
});

it('a link that leads nowhere is taken over', () => {
  symlinkSync(path.join(folder, 'nowhere'), file);
  expect(takeLock(file)).toMatchObject({ tookOver: true });
});

it('of another machine stands, since nothing can be told of it', () => {
  writeFileSync(file, JSON.stringify({ pid: 4_000_000, host: 'toinen.example' }));
  expect(takeLock(file)).toEqual({ holder: { pid: 4_000_000, host: 'toinen.example' } });
  expect(existsSync(file)).toBe(true);
});
