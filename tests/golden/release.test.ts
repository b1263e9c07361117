/**
 * One release of documents that are of our own wording, a kind of trouble each: every published byte is held. Text formats stand among
 * the expected files as they are, binary ones and those full of coordinates as dumps, and the checksums hold what a dump leaves out.
 *
 * `UPDATE=1 npx vitest run tests/golden` renews the expected files; what changed in them is what a change of the program published.
 */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../flow/workspace.ts';
import { dumpFile } from './dump/dump-file.ts';
import { hash } from './dump/rows.ts';
import { isUpdate, readFiles, writeFiles, type Files } from './expected-files.ts';

const FOLDER = path.join(import.meta.dirname, 'release');
const EXPECTED = path.join(FOLDER, 'expected');
const RELEASE = 'data/2026-02-03/';
/** Files of which there is one an area, copies of the schemas, earlier releases, the areas as linked data: held by their hashes alone. */
const IN_BULK =
  /^(?:(?:api\/(?:municipalities|sub-regions|regions)|schemas|data\/2026-01-01)\/|data\/2026-02-03\/areas\.\w+$)/;
/** Codes of what a folder in git cannot hold, of boundary files, and of bugs of ours: tried elsewhere. */
const NO_DOCUMENT = /^(internal\/|locate\/boundaries-|read\/(unreadable-file|same-name)$)/;

interface Issue {
  readonly code: string;
  readonly severity: string;
}

let published: Files;
let expected: Files;
let found: Files;

beforeAll(async () => {
  const workspace = createWorkspace();
  for (const name of ['earlier', 'documents'])
    cpSync(path.join(FOLDER, name), path.join(workspace.folder, name), { recursive: true });
  const build = (folder: string, release: string) =>
    workspace.run('build', '--documents', folder, '--release', release, '--allow-removals');
  expect(await build('earlier', '2026-01-01')).toMatchObject({ status: 0 });
  expect(await build('documents', '2026-02-03')).toMatchObject({ status: 0 });
  published = readFiles(path.join(workspace.folder, 'dist'));
  found = await dumpAll(published);
  if (isUpdate(process.env)) writeFiles(EXPECTED, found);
  expected = readFiles(EXPECTED);
}, 120_000);

/** What stands for the published files among the expected ones; `latest` repeats the release and is compared with it instead. */
async function dumpAll(files: Files): Promise<Files> {
  const dumps: (readonly [string, Uint8Array])[] = [];
  const bulk = new Map<string, string[]>();
  for (const [file, bytes] of files) {
    if (file.startsWith('data/latest/')) continue;
    const folder = path.posix.dirname(file);
    if (IN_BULK.test(file)) bulk.set(folder, [...(bulk.get(folder) ?? []), `${hash(bytes)}  ${file}\n`]);
    else dumps.push(await dumpFile(file, bytes));
    // An archive's dump says what is in it; its bytes are in no other checksums.
    if (file.endsWith('.zip')) bulk.set(file, [hash(bytes)]);
  }
  const lines = [...bulk].map(([name, sums]) => `${hash(sums.join(''))}  ${name} (${sums.length})\n`);
  return new Map([...dumps, ['other-files.txt', Buffer.from(lines.join(''))] as const]);
}

describe('the golden release', () => {
  it('has the files that are expected, no other', () => {
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  });

  it('is the same to the byte', () => {
    const texts = (files: Files, names: readonly string[]): Record<string, string> =>
      Object.fromEntries(names.map((name) => [name, Buffer.from(files.get(name) ?? []).toString('utf8')]));
    const differing = [...expected.keys()].filter(
      (name) => !Buffer.from(expected.get(name) ?? []).equals(Buffer.from(found.get(name) ?? [])),
    );
    expect(texts(found, differing)).toEqual(texts(expected, differing));
    expect(differing).toEqual([]);
  });

  it('is repeated by latest', () => {
    const under = (folder: string): Record<string, string> =>
      Object.fromEntries(
        [...published]
          .filter(([file]) => file.startsWith(folder))
          .map(([file, bytes]) => [file.slice(folder.length), hash(bytes)]),
      );
    expect(under('data/latest/')).toEqual(under(RELEASE));
  });

  it('shows every family, and every kind of issue', () => {
    const read = (name: string): string => Buffer.from(published.get(RELEASE + name) ?? []).toString('utf8');
    const projects = read('projects.jsonl').trimEnd().split('\n');
    const families = projects.map((line) => (JSON.parse(line) as { family: string }).family);
    expect([...new Set(families)].sort()).toEqual(listCodes('family'));
    const codes = (JSON.parse(read('issues.json')) as Issue[]).map(({ code }) => code);
    expect(listCodes('issue-code').filter((code) => !codes.includes(code) && !NO_DOCUMENT.test(code))).toEqual([]);
  });
});

describe('UPDATE=1', () => {
  it('rewrites only where it is asked for, and is refused in CI', () => {
    expect(isUpdate({})).toBe(false);
    expect(isUpdate({ UPDATE: '0' })).toBe(false);
    expect(isUpdate({ UPDATE: '1' })).toBe(true);
    expect(() => isUpdate({ UPDATE: '1', CI: 'true' })).toThrow('CI=true');
  });
});

/** Codes of a published codelist. */
function listCodes(name: string): string[] {
  const text = Buffer.from(published.get(`schemas/1.0/codelists/${name}.csv`) ?? []).toString('utf8');
  const rows: Readonly<Record<string, string>>[] = parse(text, { columns: true });
  return rows.map(({ code = '' }) => code).sort();
}
