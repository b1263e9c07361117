/** A document that goes or changes between the listing and the reading costs itself alone. */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeDocument } from '../../pipeline/read/read-document.ts';

let file: string;
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'hankekartta-read-')), 'a.txt');
  writeFileSync(file, 'first');
});
afterEach(() => {
  rmSync(path.dirname(file), { recursive: true, force: true });
});

/** What is taken of the document, and what is said of it. */
function take(): { readonly read: string[]; readonly said: string[] } {
  const read: string[] = [];
  const { issues } = takeDocument({ path: 'a.txt', file }, ({ bytes }) => {
    read.push(Buffer.from(bytes).toString());
    return { entries: [], issues: [] };
  });
  return { read, said: issues.map(({ code, severity, message }) => `${severity} ${code} ${message}`) };
}

it.each<[string, () => void, string]>([
  ['deleted', () => rmSync(file), 'ENOENT'],
  [
    'replaced by a folder',
    () => {
      rmSync(file);
      mkdirSync(file);
    },
    'EISDIR',
  ],
  [
    'whose folder became a file',
    () => {
      rmSync(path.dirname(file), { recursive: true });
      writeFileSync(path.dirname(file), '');
    },
    'ENOTDIR',
  ],
])('one that is %s', (_, change, reason) => {
  change();
  expect(take()).toEqual({
    read: [],
    said: [`error read/unreadable-file unexpected file that cannot be read (${reason}), expected a readable one`],
  });
});

it.each<[string, () => void, string]>([
  ['truncated', () => truncateSync(file, 2), 'fi'],
  ['written anew', () => writeFileSync(file, 'second'), 'second'],
])('one that is %s is read as it is then', (_, change, text) => {
  change();
  expect(take()).toEqual({ read: [text], said: [] });
});

it('one that is larger than any document is told of by its size, and not read', () => {
  truncateSync(file, 3_000_000_000);
  expect(take()).toEqual({
    read: [],
    said: ['error read/unreadable-file unexpected size of 3000000000 bytes, expected at most 67108864'],
  });
});
