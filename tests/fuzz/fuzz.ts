/**
 * Documents that nobody wrote, as many as there is time for. `npm run test:fuzz -- --count 100000 --seed 1 --from 0`
 * Prints how many were read, what was thrown, what hung, what was lost and the slowest time per kB, and writes each input that shows
 * a fault into a temporary folder. The same seed gives the same documents: a run that was stopped is gone on with by `--from`, a number
 * that it printed.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { SourceFile } from '../../pipeline/model/project.ts';
import { readPlaces } from '../demo/places.ts';
import { createDamaged, createOriginals } from './inputs.ts';
import { listDifferences, readFuzzContext, type FaultKind } from './inspect.ts';
import { createWatchedRuns, LONGEST } from './watch-runs.ts';

/** Documents that are made at a time, and those of them that are written anew: to write one takes longer than to damage it. */
const BATCH = 1000;
const WRITTEN = 100;
/** Of so many documents, one is read twice. */
const TWICE = 16;
/** Documents below this size, in bytes, are taken for so large: starting costs something too. */
const SMALLEST = 1024;
/** Inputs that are kept of one kind of fault. */
const KEPT = 20;

/** @returns the exit status: 1 when a fault was found, 2 for wrong usage */
export function main(argv: readonly string[], root: string): number {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
    },
  });
  const [count, seed, from] = [Number(values.count), Number(values.seed), Number(values.from)];
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed) || from < 0 || from % BATCH !== 0) {
    console.error(`usage: npm run test:fuzz -- [--count N] [--seed N] [--from N, of ${BATCH}s]`);
    return 2;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hankekartta-fuzz-'));
  // Short texts: most of what can go wrong goes wrong in the first lines, and a long document takes the time of many.
  fc.configureGlobal({ ...fc.readConfigureGlobal(), baseSize: 'xsmall' });
  const originals = createOriginals(readPlaces(root));
  const context = readFuzzContext(root);
  const runAll = createWatchedRuns(context);
  const faults: Record<FaultKind | 'hung', number> = { threw: 0, hung: 0, uncovered: 0, misplaced: 0, differed: 0 };
  const slowest = { rate: 0, name: '' };
  let [bytes, entries, milliseconds] = [0, 0, 0];
  const started = process.cpuUsage();
  const sayTotals = (done: number): void => {
    const { user, system } = process.cpuUsage(started);
    console.log(
      `${String(done)} documents${from === 0 ? '' : ` from ${String(from)}`}, ${(bytes / 1e6).toFixed(1)} MB, ${String(entries)} entries, ${(milliseconds / 1000).toFixed(1)} s: ` +
        `${String(faults.threw)} threw, ${String(faults.hung)} hung, ${String(faults.uncovered)} with bytes unaccounted for, ` +
        `${String(faults.misplaced)} with places outside, ${String(faults.differed)} read otherwise the second time; ` +
        `${((user + system) / 1000 / done).toFixed(1)} ms of processor each, ` +
        `mean ${((milliseconds / bytes) * 1024).toFixed(2)} ms/kB, slowest ${slowest.rate.toFixed(2)} ms/kB (${slowest.name})`,
    );
  };
  const keep = (kind: string, index: number, file: SourceFile): string => {
    const name = path.join(folder, `${kind}-${String(index)}-${path.basename(file.path)}`);
    writeFileSync(name, file.bytes);
    return name;
  };
  for (let done = 0; done < count; done += BATCH) {
    const first = from + done;
    const written = fc.sample(originals, { seed: seed * 1_000_003 + first, numRuns: WRITTEN });
    const inputs = createDamaged(fc.constantFrom(...written));
    const files = fc.sample(inputs, { seed: seed * 1_000_003 + first + 1, numRuns: Math.min(BATCH, count - done) });
    runAll(files).forEach(({ file, result, faults: found, took }, offset) => {
      const index = first + offset;
      const report = (kind: FaultKind | 'hung', what: string): void => {
        faults[kind] += 1;
        if (faults[kind] <= KEPT) console.log(`${kind}: ${what}\n  ${keep(kind, index, file)}`);
      };
      bytes += file.bytes.length;
      milliseconds += took;
      if (result === undefined) {
        report('hung', `longer than ${String(LONGEST)} ms`);
        return;
      }
      entries += result.entries.length;
      for (const { kind, what } of found) report(kind, what);
      if (index % TWICE === 0) for (const { kind, what } of listDifferences(file, result, context)) report(kind, what);
      const rate = rateOf(file, took);
      // Again, before it is believed: the machine may have been doing something else.
      if (rate <= slowest.rate) return;
      const sure = Math.min(rate, ...runAll([file, file, file]).map((again) => rateOf(file, again.took)));
      if (sure > slowest.rate) Object.assign(slowest, { rate: sure, name: keep('slow', index, file) });
    });
    if ((done / BATCH) % 5 === 4) sayTotals(done + BATCH);
  }
  sayTotals(count);
  return Object.values(faults).some((number) => number > 0) ? 1 : 0;
}
const rateOf = (file: SourceFile, took: number): number => took / (Math.max(SMALLEST, file.bytes.length) / 1024);
