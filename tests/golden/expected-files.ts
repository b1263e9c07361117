import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Files by their path, with `/`. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Every file below a folder, sorted by path. */
export function readFiles(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file).replaceAll('\\', '/'), file] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, file]) => [name, readFileSync(file)] as const),
  );
}

/** Whether the expected files are to be rewritten. Throws where that is asked of a machine that checks the work of others. */
export function isUpdate(env: Readonly<Record<string, string | undefined>>): boolean {
  if (env['UPDATE'] !== '1') return false;
  if (env['CI'] === 'true') throw new Error('unexpected UPDATE=1 with CI=true: expected files are renewed by people');
  return true;
}

/** Makes a folder hold exactly these files. */
export function writeFiles(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}
