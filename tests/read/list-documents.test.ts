/** What lies in a documents folder and is no document: nothing of it is left out without a word. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listDocuments } from '../../pipeline/read/list-documents.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-list-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const list = (): { documents: string[]; said: string[] } => {
  const { documents, issues } = listDocuments([folder], (_): _ is never => false);
  return {
    documents: documents.map((document) => document.path),
    said: issues.map(({ code, severity, document }) => `${severity} ${code} ${document}`),
  };
};

it.skipIf(process.platform === 'win32')('links, whatever they lead to, and pipes', () => {
  writeFileSync(path.join(folder, 'a.txt'), 'x');
  mkdirSync(path.join(folder, 'folder.txt'));
  writeFileSync(path.join(folder, 'folder.txt', 'b.txt'), 'x');
  for (const [name, to] of Object.entries({
    'link.txt': 'a.txt',
    'nowhere.csv': 'nothing',
    'itself.md': 'itself.md',
    circle: '.',
    'zero.txt': '/dev/zero',
  }))
    symlinkSync(to, path.join(folder, name));
  execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
  expect(list()).toEqual({
    documents: ['a.txt', 'folder.txt/b.txt'],
    said: [
      'info read/ignored-file circle',
      'info read/ignored-file itself.md',
      'info read/ignored-file link.txt',
      'info read/ignored-file nowhere.csv',
      'info read/ignored-file pipe.txt',
      'info read/ignored-file zero.txt',
    ],
  });
});

it.skipIf(process.platform === 'win32')('a folder that cannot be read costs itself alone', () => {
  writeFileSync(path.join(folder, 'a.txt'), 'x');
  const closed = path.join(folder, 'closed');
  mkdirSync(closed);
  writeFileSync(path.join(closed, 'b.txt'), 'x');
  chmodSync(folder, 0o755);
  chmodSync(closed, 0);
  // The rights of files are none for root.
  const isRoot = process.geteuid?.() === 0;
  try {
    if (isRoot) process.seteuid?.(65534);
    expect(list()).toEqual({ documents: ['a.txt'], said: ['error read/unreadable-file closed'] });
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(closed, 0o755);
  }
});

it.skipIf(process.platform === 'win32')('a name that steers is a name: it is written out where it is published', () => {
  const folderName = 'a\nb.txt:1:1 error forged';
  mkdirSync(path.join(folder, folderName));
  writeFileSync(path.join(folder, folderName, 'c\u001b[2J\u202e\u0007\uffff.txt'), 'x');
  writeFileSync(path.join(folder, 'e\u009b.txt'), 'x');
  writeFileSync(path.join(folder, 'e\\u009b.txt'), 'y');
  expect(list()).toEqual({
    documents: [`${folderName}/c\u001b[2J\u202e\u0007\uffff.txt`, 'e\\u009b.txt', 'e\u009b.txt'],
    said: [],
  });
});
