/**
 * Faults sown into a stage, one at a time, and whether its tests see them: `npm run test:mutation -- merge`. What no test saw is printed.
 * A large stage takes hours: `--every 5` sows into every fifth run of lines alone, `--only TEXT` into files whose path has the text.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const STAGES: readonly string[] = ['parse', 'validate', 'merge', 'locate', 'redact'];
const USAGE = `${STAGES.join('|')} [--every N] [--only TEXT]`;
/** Lines that are taken together of a file that is sampled: a fault may span several. */
const RUN = 12;

/** @returns the exit status: 2 for wrong usage, else that of Stryker */
export function main(argv: readonly string[], root: string): number {
  const asked = readArguments(argv);
  if (typeof asked === 'string') return refuse(`${asked}; usage: npm run test:mutation -- ${USAGE}`);
  const { stage, every, only } = asked;
  const files = readdirSync(path.join(root, 'pipeline', stage), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join('pipeline', stage, ...name.split(path.sep)))
    .filter((name) => name.endsWith('.ts') && name.includes(only))
    .sort();
  if (files.length === 0) return refuse(`no file of pipeline/${stage} has ${only} in its path`);
  const home = path.join(root, 'tests', 'mutation');
  install(home);
  const places = every === 1 ? files : sample(files, every, root);
  const stryker = path.join(home, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const config = path.join(home, 'stryker.config.json');
  const { status } = spawnSync(process.execPath, [stryker, 'run', config, '--mutate', places.join(',')], {
    cwd: root,
    env: { ...process.env, STAGE: stage },
    stdio: 'inherit',
  });
  return status ?? 1;
}

interface Asked {
  readonly stage: string;
  readonly every: number;
  readonly only: string;
}

/** What was asked for, or what is wrong with it. */
function readArguments(argv: readonly string[]): Asked | string {
  const options = { every: { type: 'string', default: '1' }, only: { type: 'string', default: '' } } as const;
  let asked;
  try {
    asked = parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return error.message.replace(/\. .*/s, '');
  }
  const [stage = '', ...more] = asked.positionals;
  if (!STAGES.includes(stage) || more.length > 0)
    return `unexpected ${asked.positionals.join(' ') || 'absence of a stage'}`;
  const { every, only } = asked.values;
  if (!/^[1-9]\d{0,5}$/.test(every)) return `unexpected --every ${every}`;
  return { stage, every: Number(every), only };
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

/** `file:first-last` of every so-manyth run of lines, counted through all files. */
function sample(files: readonly string[], every: number, root: string): string[] {
  const runs = files.flatMap((file) => {
    const lines = readFileSync(path.join(root, file), 'utf8').split('\n').length;
    return Array.from(
      { length: Math.ceil(lines / RUN) },
      (_, index) => `${file}:${index * RUN + 1}-${(index + 1) * RUN}`,
    );
  });
  return runs.filter((_, index) => index % every === 0);
}

/** Once for each state of the lockfile; Vitest is the one that the tests run with. */
function install(folder: string): void {
  const lockfile = path.join(folder, 'package-lock.json');
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: [0, 2, 2],
  });
}
