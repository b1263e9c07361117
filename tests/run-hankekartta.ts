/** The command line, run in this process: a project of its own in a temporary folder, and what each command prints. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { main } from '../pipeline/cli.ts';

const ROOT = path.dirname(import.meta.dirname);

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with a configuration, the documents of this repository and what is published from them in `dist`. */
export interface Project {
  readonly folder: string;
  readonly place: (...names: readonly string[]) => string;
  readonly read: (...names: readonly string[]) => string;
  /** A published JSON file. */
  readonly readJson: (...names: readonly string[]) => unknown;
  readonly write: (name: string, content: string) => void;
  /** Replaces a piece of a file that is there once. */
  readonly edit: (name: string, from: string, to: string) => void;
  readonly run: (...argv: readonly string[]) => Promise<Ran>;
  /** SHA-256 of every file below a folder, by its path. */
  readonly hash: (...names: readonly string[]) => Record<string, string>;
  readonly remove: () => void;
}

/** @param from a project to copy, instead of the documents alone */
export function makeProject(from?: Project): Project {
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-project-'));
  const place = (...names: readonly string[]): string => path.join(folder, ...names);
  const read = (...names: readonly string[]): string => readFileSync(place(...names), 'utf8');
  const write = (name: string, content: string): void => {
    mkdirSync(path.dirname(place(name)), { recursive: true });
    writeFileSync(place(name), content);
  };
  if (from === undefined) {
    cpSync(path.join(ROOT, 'data', 'documents'), place('documents'), { recursive: true });
    write('hankekartta.config.json', JSON.stringify({ documents: ['documents'], releases: 'releases', site: false }));
  } else cpSync(from.folder, folder, { recursive: true });
  return {
    folder,
    place,
    read,
    readJson: (...names) => JSON.parse(read(...names)) as unknown,
    write,
    edit: (name, before, after) => {
      const text = read(name);
      if (text.split(before).length !== 2) throw new Error(`expected "${before}" once in ${name}`);
      write(name, text.replace(before, after));
    },
    run: (...argv) => runMain(folder, argv),
    hash: (...names) => hashFiles(place(...names)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function runMain(folder: string, argv: readonly string[]): Promise<Ran> {
  const before = process.cwd();
  const texts = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      texts[stream] += String(chunk);
      return true;
    }),
  );
  process.chdir(folder);
  try {
    return { status: await main(argv, ROOT), ...texts };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}

function hashFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}
