/**
 * Kills builds at random moments (SIGKILL) and looks at what is published after each: the old output or the new one, whole.
 * `npm run test:kill -- --times 50 --seed 1 --no-site`. Not part of `npm test`: it takes minutes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../random.ts';

const PAGE = 'eura2014/S22188.txt';

/** @returns the exit status: 1 when an output was half published or a command after a kill failed */
export async function main(argv: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      times: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      'no-site': { type: 'boolean', default: false },
    },
  });
  const times = Number(values.times);
  const random = createRandom(Number(values.seed));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hankekartta-kill-'));
  const [documents, out] = [path.join(folder, 'documents'), path.join(folder, 'out')];
  const bin = path.join(root, 'pipeline', 'hankekartta.js');
  const [more, last] = values['no-site'] ? [['--no-site'], 'catalog.ttl'] : [[], 'index.html'];
  const build = ['build', '--documents', documents, '--out', out, '--release', '2026-01-01', ...more];
  const run = (args: readonly string[]): number | null =>
    spawnSync(process.execPath, [bin, ...args], { stdio: 'ignore' }).status;
  try {
    cpSync(path.join(root, 'data', 'documents'), documents, { recursive: true });
    if (run(build) !== 0) throw new Error('the first build failed');
    // Later builds find in the cache what has not changed: a moment within one of these.
    changeDocument(path.join(documents, PAGE), times);
    const start = process.hrtime.bigint();
    if (run(build) !== 0) throw new Error('the second build failed');
    const whole = Number(process.hrtime.bigint() - start) / 1e6;
    const counts = { killed: 0, finished: 0, faults: 0, failed: 0 };
    for (let time = 0; time < times; time += 1) {
      changeDocument(path.join(documents, PAGE), time);
      const killed = await killAfter(bin, build, random() * whole * 1.05);
      counts[killed ? 'killed' : 'finished'] += 1;
      // Between the renames of a swap the folder is not there; the next command puts it in its place.
      if (run(['verify', out]) !== 0 || !existsSync(path.join(out, last))) counts.faults += 1;
      if (time % 5 === 4 && run(build) !== 0) counts.failed += 1;
      if (time % 10 === 9 && time + 1 < times) console.log(describe(counts));
    }
    if (run(build) !== 0 || run(['verify', out]) !== 0) counts.failed += 1;
    console.log(describe(counts));
    return counts.faults + counts.failed > 0 || counts.killed === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const describe = ({ killed, finished, faults, failed }: Record<'killed' | 'finished' | 'faults' | 'failed', number>) =>
  `${killed + finished} builds: ${killed} killed, ${finished} finished before their kill; ` +
  `${faults} half-published outputs, ${failed} failed commands afterwards`;

/** Every build has something to publish: another amount each time. */
function changeDocument(file: string, time: number): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^(Suunniteltu julkinen rahoitus yhteensä: ).*$/m, `$1${String(100_000 + time)}`));
}

/** `true` when the build was killed, `false` when it had ended by then. */
function killAfter(bin: string, args: readonly string[], milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.once('exit', (_, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
}
