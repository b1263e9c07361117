/** Other people's software is there, or the tests that read our files with it fail at once and say what to install. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

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
}
