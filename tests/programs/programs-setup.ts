/** Other people's software is there, or the tests that read our files with it fail at once and say what to install. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export default function setup(): void {
  const lines = readFileSync(new URL('debian-packages.txt', import.meta.url), 'utf8').split('\n');
  const missing = lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split(/ +(.*)/s))
    .filter(([, command = 'false']) => spawnSync('sh', ['-c', command], { stdio: 'ignore' }).status !== 0)
    .map(([name]) => name);
  if (missing.length > 0) {
    throw new Error(
      `Programs are missing for these tests. As root: apt-get install ${missing.join(' ')} (.ci/run does)`,
    );
  }
  installJudges(path.join(import.meta.dirname, 'judges'));
}

/** Those that npm has, in a folder of their own: nobody else needs them. Once for each state of its lockfile. */
function installJudges(folder: string): void {
  const lockfile = path.join(folder, 'package-lock.json');
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: [0, 2, 2],
  });
}
