import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, vi } from 'vitest';
import { main } from '../../pipeline/cli.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
/** Materials that are not in the repository; what needs them is skipped where they are absent. */
export const SHARED = path.resolve(ROOT, '../shared');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for one test, with a configuration that keeps the repository's releases out of it. */
export interface Workspace {
  readonly folder: string;
  /** Writes files below the folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Runs the command line there, in this process. */
  run(...argv: string[]): Promise<Outcome>;
  /** Runs the bin as a user does, in a process of its own. */
  spawn(argv: readonly string[], env?: Readonly<Record<string, string>>, cwd?: string, bin?: string): Outcome;
  /** A file of the newest release in `dist`. */
  read(name: string): string;
  readJson(name: string): unknown;
  readLines(name: string): Record<string, unknown>[];
  readCsv(name: string): Record<string, string>[];
  exists(name: string): boolean;
}

const CONFIG = JSON.stringify({ documents: ['documents'], out: 'dist', releases: 'releases', geo: 'geo', site: false });
const folders: string[] = [];

afterEach(() => {
  process.chdir(ROOT);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

export function createWorkspace(files: Readonly<Record<string, string | Uint8Array>> = {}): Workspace {
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-flow-'));
  folders.push(folder);
  const write: Workspace['write'] = (written) => {
    for (const [name, content] of Object.entries(written)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
  };
  write({ 'hankekartta.config.json': CONFIG, ...files });
  const read = (name: string): string => readFileSync(path.join(folder, 'dist/data/latest', name), 'utf8');
  return {
    folder,
    write,
    run: (...argv) => runHere(folder, argv),
    spawn: (argv, env = {}, cwd = folder, bin = path.join(ROOT, 'pipeline/hankekartta.js')) => {
      const options = { cwd, encoding: 'utf8', env: { ...process.env, ...env } } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], options);
      return { status, stdout, stderr };
    },
    read,
    readJson: (name) => JSON.parse(read(name)) as unknown,
    readLines: (name) =>
      read(name)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    readCsv: (name) => parse(read(name), { columns: true }),
    exists: (name) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).includes(name),
  };
}

async function runHere(folder: string, argv: readonly string[]): Promise<Outcome> {
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
    for (const spy of spies) spy.mockRestore();
  }
}

/** A file of the repository's own documents. */
export function readDocument(name: string): string {
  return readFileSync(path.join(ROOT, 'data/documents', name), 'utf8');
}

/** The beginning of a page: enough to be a project. */
export function writePage(code: string, name: string, more = ''): string {
  return `Euroopan sosiaalirahaston (ESR) rahoittaman hankkeen kuvaus\n\n1 Hanke\n\nHankekoodi: ${code}\n\nHankkeen nimi: ${name}\n${more}`;
}
