/**
 * Faults sown into a stage, one at a time, and whether its tests see them: `npm run test:mutation -- merge`. What no test saw is printed.
 * A large stage takes hours: `--every 5` sows into every fifth run of lines alone, `--only TEXT` into files whose path has the text.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const STAGES = ['parse', 'validate', 'merge', 'locate', 'redact'];
/** Lines that are taken together of a file that is sampled: a fault may span several. */
const RUN = 12;

/** @returns the exit status: 2 for wrong usage, else that of Stryker */
export function main(argv: readonly string[], root: string): number {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { every: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
  });
  const [stage = '', ...more] = positionals;
  const every = Number(values.every);
  if (!STAGES.includes(stage) || more.length > 0 || !Number.isInteger(every) || every < 1) {
    console.error(`usage: npm run test:mutation -- ${STAGES.join('|')} [--every N] [--only TEXT]`);
    return 2;
  }
  const home = path.join(root, 'tests', 'mutation');
  install(home);
  const files = readdirSync(path.join(root, 'pipeline', stage), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join('pipeline', stage, ...name.split(path.sep)))
    .filter((name) => name.endsWith('.ts') && name.includes(values.only))
    .sort();
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
