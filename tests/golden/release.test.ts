/**
 * One whole release, held to the byte. `documents` has an entry for every kind of issue that documents can give, `earlier` is what the
 * release before was made from. Tables and records stand whole beside it, to be read in a review; of every file the checksum does.
 * `UPDATE=1 npx vitest run tests/golden` renews them, never in CI: read the difference before you commit it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace, type Workspace } from '../flow/workspace.ts';
import { dump, hash } from './dump.ts';

const HERE = path.join(import.meta.dirname, 'release');
const EXPECTED = path.join(HERE, 'expected');
const isUpdate = process.env['UPDATE'] === '1';
/** What a reviewer reads. */
const WHOLE =
  /^(?:(?:projects|project_areas|partners|sections|sustainability|issues|changes|coverage_summary)\.csv|projects\.jsonl|provenance\.jsonl|redactions\.json)$/;

let files: ReadonlyMap<string, Uint8Array>;
let checksums: string;

beforeAll(async () => {
  if (isUpdate && process.env['CI'] === 'true') throw new Error('expected files are not renewed in CI');
  const workspace = createWorkspace();
  const build = (documents: string, release: string): ReturnType<Workspace['run']> =>
    workspace.run('build', '--documents', path.join(HERE, documents), '--release', release, '--allow-removals');
  expect((await build('earlier', '2026-01-01')).status).toBe(0);
  const { status, stderr } = await build('documents', '2026-02-03');
  expect(stderr).not.toContain('internal/');
  expect(status).toBe(0);
  files = readFolder(path.join(workspace.folder, 'dist', 'data', '2026-02-03'));
  const lines: string[] = [];
  for (const [name, bytes] of files) lines.push(`${hash(await dump(name, bytes))}  ${name}\n`);
  for (const folder of ['api', 'schemas']) {
    const all = [...readFolder(path.join(workspace.folder, 'dist', folder))].map(
      ([name, bytes]) => `${name} ${hash(bytes)}`,
    );
    lines.push(`${hash(all.join('\n'))}  ${folder}/ (${String(all.length)} files)\n`);
  }
  const zip = readFileSync(path.join(workspace.folder, 'dist', 'data', '2026-02-03.zip'));
  lines.push(`${hash(await dump('2026-02-03.zip', zip))}  2026-02-03.zip\n`);
  checksums = lines.join('');
  if (isUpdate) update();
}, 120_000);

function update(): void {
  rmSync(EXPECTED, { recursive: true, force: true });
  mkdirSync(EXPECTED, { recursive: true });
  for (const [name, bytes] of files) if (WHOLE.test(name)) writeFileSync(path.join(EXPECTED, name), bytes);
  writeFileSync(path.join(EXPECTED, 'checksums.txt'), checksums);
}

function readFolder(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort((a, b) => (a < b ? -1 : 1));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name))]));
}

describe('the golden release', () => {
  it('has the tables and records that were read and found right', () => {
    const names = readdirSync(EXPECTED).filter((name) => name !== 'checksums.txt');
    expect(names).toEqual([...files.keys()].filter((name) => WHOLE.test(name)));
    for (const name of names)
      expect(Buffer.from(files.get(name) ?? []).toString(), name).toBe(readFileSync(path.join(EXPECTED, name), 'utf8'));
  });

  it('has the same bytes in every file, and says the same in every binary one', () => {
    expect(existsSync(path.join(EXPECTED, 'checksums.txt'))).toBe(true);
    expect(checksums).toBe(readFileSync(path.join(EXPECTED, 'checksums.txt'), 'utf8'));
  });

  it('has every kind of issue that a document can give', () => {
    const issues = Buffer.from(files.get('issues.csv') ?? []).toString();
    const codes = new Set(issues.split('\n').map((line) => line.split(',')[0]));
    const folder = path.join(import.meta.dirname, '../../pipeline');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('schema-types.ts'),
    );
    const known = new Set(
      sources.flatMap((name) =>
        [
          ...readFileSync(path.join(folder, name), 'utf8').matchAll(
            /'((?:read|parse|validate|merge|locate)\/[a-z-]+)'/g,
          ),
        ].map(([, code]) => code),
      ),
    );
    expect([...known].filter((code) => code !== undefined && !codes.has(code) && !ELSEWHERE.has(code))).toEqual([]);
  });
});

/** Codes of what a folder in git cannot hold, tried in tests/flow and tests/locate. */
const ELSEWHERE: ReadonlySet<string> = new Set(['read/unreadable-file', 'read/same-name']);
