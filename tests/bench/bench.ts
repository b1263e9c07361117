/**
 * Speed as ratios in one run, so that the machine cancels out. `npm run bench`
 *   start-up ÷ bare Node     `--help`
 *   parse ÷ remark-parse     our parse stage, with all its diagnostics, against remark-parse's bare tree of the same documents
 *   nothing changed ÷ clean  a build that finds no change against one into an empty folder (CPU of the whole processes)
 * `npm run bench -- --linear` instead: worst cases at twice their length (linear.ts).
 * Arguments go to `build`: `npm run bench -- --documents DIR`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { loadReadContext } from '../../pipeline/context.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { compareDoublings } from './linear.ts';

/** Loaded before the program: at its end, writes what it used to file descriptor 3. */
const PROBE = `data:text/javascript,
  import { writeSync } from 'node:fs';
  process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

const ROUNDS = 7;
const REPEATS = 40;

export function main(argv: readonly string[], root: string): number {
  if (argv[0] === '--linear') return compareDoublings(root, argv[1] ?? '');
  compareStarts(root);
  compareParsers(root);
  return compareBuilds(argv, root);
}

function compareParsers(root: string): void {
  const folder = path.join(root, 'data', 'documents');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  const documents = files.map((name) => ({ path: name, bytes: readFileSync(path.join(folder, name)), sha256: '' }));
  const texts = documents.map(({ bytes }) => bytes.toString('utf8'));
  const context = loadReadContext({ root, privacy: {} }).parse;
  const remark = unified().use(remarkParse).freeze();
  const time = (work: () => void): number => {
    const started = performance.now();
    for (let count = 0; count < REPEATS; count += 1) work();
    return performance.now() - started;
  };
  const ours = (): void => documents.forEach((document) => void parse(document, context));
  const theirs = (): void => texts.forEach((text) => void remark.parse(text));
  const rounds = Array.from({ length: ROUNDS }, () => ({ ours: time(ours), theirs: time(theirs) }));
  // The first round warms both up.
  const ratio = median(rounds.slice(1).map((round) => round.ours / round.theirs));
  const bytes = documents.reduce((sum, document) => sum + document.bytes.length, 0);
  const speed = (bytes * REPEATS) / 1e3 / median(rounds.slice(1).map((round) => round.ours));
  console.log(`parse ÷ remark-parse     ${ratio.toFixed(3)} (${speed.toFixed(1)} MB/s)`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Start-up: the program's help against Node that does nothing. */
function compareStarts(root: string): void {
  const bin = path.join(root, 'pipeline/hankekartta.js');
  const time = (command: readonly string[]): number => {
    const started = performance.now();
    spawnSync(process.execPath, [...command], { stdio: 'ignore' });
    return performance.now() - started;
  };
  // The first one compiles.
  time([bin, '--help']);
  const rounds = Array.from({ length: ROUNDS }, () => ({ ours: time([bin, '--help']), node: time(['-e', '0']) }));
  const [ours, node] = [median(rounds.map((round) => round.ours)), median(rounds.map((round) => round.node))];
  console.log(`start-up ÷ bare Node     ${(ours / node).toFixed(2)} (${(ours / 1000).toFixed(2)} s)`);
}

function compareBuilds(argv: readonly string[], root: string): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-bench-'));
  try {
    const cpu: number[] = [];
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
      cpu.push((usage.userCPUTime + usage.systemCPUTime) / 1e6);
      const memory = (usage.maxRSS / 1024).toFixed(0);
      console.log(`${name.padEnd(24)} ${wall.toFixed(2)} s, CPU ${(cpu.at(-1) ?? 0).toFixed(2)} s, peak ${memory} MB`);
    }
    console.log(`nothing changed ÷ clean  ${((cpu[1] ?? 0) / (cpu[0] ?? 1)).toFixed(2)}`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
