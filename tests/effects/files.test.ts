/** Places that are no file: reading them would wait, or go on, without end. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashFile, readBytes, readCsvRows, readJson } from '../../pipeline/effects/files.ts';
import { openShardFile } from '../../pipeline/effects/shard-file.ts';
import { UsageError } from '../../pipeline/effects/usage-error.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'files-'));
const pipe = path.join(folder, 'pipe');
const device = path.join(folder, 'device');
beforeAll(() => {
  spawnSync('mkfifo', [pipe]);
  symlinkSync('/dev/zero', device);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each([
  ['a pipe', pipe],
  ['a device', device],
])('%s is not read', (_, file) => {
  for (const read of [readBytes, hashFile, readCsvRows, openShardFile]) {
    expect(() => read(file)).toThrow(UsageError);
    expect(() => read(file)).toThrow(`cannot read ${file}: it is a pipe or a device, expected a file`);
  }
  expect(readJson(file)).toBeUndefined();
});
