import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import type { Format } from '../../../pipeline/publish/format.ts';
import { makeRelease, type MadeRelease, writeTable } from '../../publish/formats/make-release.ts';

export interface WrittenFolder {
  readonly folder: string;
  readonly release: MadeRelease;
}

/** Writes the made-up release into a temporary folder, every table of the formats. */
export async function writeFiles(formats: readonly Format[]): Promise<WrittenFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'formats-'));
  const release = makeRelease();
  for (const format of formats) {
    const [first] = format.tables;
    const names = format.bundle === undefined ? format.tables : [first!];
    for (const name of names) {
      writeFileSync(
        join(folder, `${format.bundle ?? name}.${format.extension}`),
        await writeTable(format, release, name),
      );
    }
  }
  return { folder, release };
}

/** Runs another program and gives what it prints; throws with what it complains of. */
export function run(program: string, ...parameters: readonly string[]): string {
  const environment = { ...process.env, QT_QPA_PLATFORM: 'offscreen', XDG_RUNTIME_DIR: tmpdir() };
  const { status, stdout, stderr, error } = spawnSync(program, parameters, {
    encoding: 'utf8',
    env: environment,
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

/** Debian's Python, the one that has the programs' modules. */
export function runPython(...parameters: readonly string[]): string {
  return run('/usr/bin/python3', ...parameters);
}
