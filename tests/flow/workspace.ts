/** The command line in a folder of its own: what it is given, what it prints, what it publishes. */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import { main } from '../../pipeline/cli.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Contents = Readonly<Record<string, string | Uint8Array>>;

/** A folder with a configuration that keeps the repository's releases out of it; it is removed after the test, or the tests of the file, that it was made for. */
export interface Workspace {
  readonly folder: string;
  /** Absolute path of what lies below the folder. */
  place(...names: readonly string[]): string;
  /** Writes files below the folder. */
  write(files: Contents): void;
  /** Replaces a piece of text that stands once in a file below the folder. */
  edit(name: string, before: string, after: string): void;
  /** Runs the command line there, in this process. */
  run(...argv: readonly string[]): Promise<Outcome>;
  /** Runs the bin as a user does, in a process of its own. */
  spawn(argv: readonly string[], env?: Readonly<Record<string, string>>, cwd?: string, bin?: string): Outcome;
  /** A file below the folder. */
  readFile(...names: readonly string[]): string;
  readJsonFile(...names: readonly string[]): unknown;
  /** SHA-256 of every file below a folder, by its path. */
  hash(...names: readonly string[]): Record<string, string>;
  /** A file of the newest release in `dist`. */
  read(name: string): string;
  readJson(name: string): unknown;
  readLines(name: string): Record<string, unknown>[];
  readCsv(name: string): Record<string, string>[];
  exists(name: string): boolean;
  /** Another workspace with the same files. */
  copy(): Workspace;
}

const CONFIG = JSON.stringify({ documents: ['documents'], out: 'dist', releases: 'releases', geo: 'geo', site: false });
/** Folders that were made for the whole file, and for the test that runs. */
const folders = { file: [] as string[], test: [] as string[] };
let lifetime: keyof typeof folders = 'file';

function removeFolders(of: keyof typeof folders): void {
  for (const folder of folders[of].splice(0)) rmSync(folder, { recursive: true, force: true });
}

beforeEach(() => {
  lifetime = 'test';
});
afterEach(() => {
  lifetime = 'file';
  removeFolders('test');
}, 60_000);
afterAll(() => removeFolders('file'), 60_000);

export function createWorkspace(files: Contents = {}): Workspace {
  const workspace = openWorkspace();
  workspace.write({ 'hankekartta.config.json': CONFIG, ...files });
  return workspace;
}

function openWorkspace(): Workspace {
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-flow-'));
  folders[lifetime].push(folder);
  const place: Workspace['place'] = (...names) => path.join(folder, ...names);
  const write: Workspace['write'] = (written) => {
    for (const [name, content] of Object.entries(written)) {
      mkdirSync(path.dirname(place(name)), { recursive: true });
      writeFileSync(place(name), content);
    }
  };
  const readFile: Workspace['readFile'] = (...names) => readFileSync(place(...names), 'utf8');
  const read: Workspace['read'] = (name) => readFile('dist/data/latest', name);
  return {
    folder,
    place,
    write,
    edit: (name, before, after) => {
      const text = readFile(name);
      if (text.split(before).length !== 2) throw new Error(`expected "${before}" once in ${name}`);
      write({ [name]: text.replace(before, after) });
    },
    run: (...argv) => runHere(folder, argv),
    spawn: (argv, env = {}, cwd = folder, bin = path.join(ROOT, 'pipeline/hankekartta.js')) => {
      const options = { cwd, encoding: 'utf8', env: { ...process.env, ...env } } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], options);
      return { status, stdout, stderr };
    },
    readFile,
    readJsonFile: (...names) => JSON.parse(readFile(...names)) as unknown,
    hash: (...names) => hashFiles(place(...names)),
    read,
    readJson: (name) => JSON.parse(read(name)) as unknown,
    readLines: (name) =>
      read(name)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    readCsv: (name) => parse(read(name), { columns: true }),
    exists: (name) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).includes(name),
    copy: () => {
      const other = openWorkspace();
      cpSync(folder, other.folder, { recursive: true });
      return other;
    },
  };
}

async function runHere(folder: string, argv: readonly string[]): Promise<Outcome> {
  const before = process.cwd();
  process.chdir(folder);
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      written[name] += String(chunk);
      return true;
    }),
  );
  try {
    return { status: await main(argv, ROOT), ...written };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}

/** SHA-256 of every file below a folder, by its path there. */
export function hashFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

/** The repository's own documents, for `createWorkspace`. */
export function readDocuments(): Contents {
  const folder = path.join(ROOT, 'data');
  return Object.fromEntries(
    Object.keys(hashFiles(path.join(folder, 'documents')))
      .map((name) => path.join('documents', name))
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  );
}

/** A file of the repository's own documents. */
export function readDocument(name: string): string {
  return readFileSync(path.join(ROOT, 'data/documents', name), 'utf8');
}

/** The beginning of a page: enough to be a project. */
export function writePage(code: string, name: string, more = ''): string {
  return `Euroopan sosiaalirahaston (ESR) rahoittaman hankkeen kuvaus\n\n1 Hanke\n\nHankekoodi: ${code}\n\nHankkeen nimi: ${name}\n${more}`;
}
