/**
 * How long a build takes and how much memory it needs: once into an empty folder, once more with nothing changed.
 * `npm run bench -- --documents DIR …`: the arguments go to `build`. Figures are of the whole process, start-up included.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

/** Loaded before the program: at its end, writes what it used to file descriptor 3. */
const PROBE = `data:text/javascript,
  import { writeSync } from 'node:fs';
  process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

export function main(argv: readonly string[], root: string): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-bench-'));
  try {
    for (const name of ['clean build', 'nothing changed']) {
      const started = performance.now();
      const command = [
        path.join(root, 'pipeline/hankekartta.js'),
        'build',
        '--out',
        path.join(folder, 'dist'),
        ...argv,
      ];
      const child = spawnSync(process.execPath, ['--import', PROBE, ...command], {
        stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
        encoding: 'utf8',
      });
      const wall = (performance.now() - started) / 1000;
      if (child.status !== 0) return child.status ?? 1;
      const usage = JSON.parse(child.output[3] ?? '') as NodeJS.ResourceUsage;
      const [cpu, memory] = [(usage.userCPUTime + usage.systemCPUTime) / 1e6, usage.maxRSS / 1024];
      console.log(`${name.padEnd(16)} ${wall.toFixed(2)} s, CPU ${cpu.toFixed(2)} s, peak ${memory.toFixed(0)} MB`);
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
