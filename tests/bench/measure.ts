import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** What something cost: seconds of wall and of CPU (user and system, all threads), most bytes of memory where they are known. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly memory?: number;
}

/** Loaded before a program in Node: at its end, writes what it used to file descriptor 3. */
const PROBE = `data:text/javascript,
  import { writeSync } from 'node:fs';
  process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

const MOST_OUTPUT = 1 << 28;

/** Runs Node with arguments and measures the whole process. @throws when it fails */
export function measureNode(args: readonly string[], cwd: string): Cost & { readonly stderr: string } {
  const started = performance.now();
  const child = spawnSync(process.execPath, ['--import', PROBE, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  const wall = (performance.now() - started) / 1000;
  if (child.status !== 0) throw new Error(`${args.join(' ')} failed: ${child.stderr}`);
  const usage = JSON.parse(child.output[3] ?? '') as NodeJS.ResourceUsage;
  const cpu = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  return { wall, cpu, memory: usage.maxRSS * 1024, stderr: child.stderr };
}

/** Runs a shell's command; `times` tells the CPU of what it started (POSIX). `undefined` when the command fails. */
export function measureShell(command: string, cwd: string): Cost | undefined {
  const started = performance.now();
  const child = spawnSync('sh', ['-c', `{ ${command}\n} >&2 || exit 1\ntimes`], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    env: { ...process.env, LC_ALL: 'C' },
  });
  const wall = (performance.now() - started) / 1000;
  if (child.status !== 0) {
    console.error(`${command.slice(0, 60)} failed: ${child.stderr.slice(0, 300)}`);
    return undefined;
  }
  const times = [...child.stdout.matchAll(/(\d+)m([\d.]+)s/gu)].map(
    ([, minutes, seconds]) => 60 * Number(minutes) + Number(seconds),
  );
  return { wall, cpu: times.reduce((sum, time) => sum + time, 0) };
}

/** Measures work in this process. */
export function measureHere(work: () => void): Cost {
  const [started, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

/** The measurement whose CPU is the median. */
export function median<T extends Cost>(costs: readonly T[]): T {
  const middle = [...costs].sort((a, b) => a.cpu - b.cpu)[Math.floor(costs.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/** Whether a program is there. */
export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}
