/**
 * Documents that nobody wrote, as many as there is time for. `npm run test:fuzz -- --count 100000 --seed 1`
 * Prints how many were read, what was thrown, what hung, what was lost and the slowest time per kB, and writes each input that shows
 * a fault into a temporary folder. The same seed and count give the same documents.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createContext, Script } from 'node:vm';
import fc from 'fast-check';
import type { DocumentEntries, SourceFile } from '../../pipeline/model/project.ts';
import { readPlaces } from '../demo/places.ts';
import { createInputs } from './inputs.ts';
import {
  listDifferences,
  listFaults,
  readFuzzContext,
  runStages,
  type FaultKind,
  type FuzzContext,
} from './inspect.ts';

/** Documents that are made at a time. */
const BATCH = 500;
/** Of so many documents, one is read twice. */
const TWICE = 8;
/** Milliseconds that a document may take before it counts as one that hangs. */
const LONGEST = 20_000;
/** Documents below this size, in bytes, are taken for so large: starting costs something too. */
const SMALLEST = 1024;
/** Inputs that are kept of one kind of fault. */
const KEPT = 20;

/** @returns the exit status: 1 when a fault was found, 2 for wrong usage */
export function main(argv: readonly string[], root: string): number {
  const { values } = parseArgs({
    args: [...argv],
    options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
    console.error('usage: npm run test:fuzz -- [--count N] [--seed N]');
    return 2;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hankekartta-fuzz-'));
  const inputs = createInputs(readPlaces(root));
  const context = readFuzzContext(root);
  const run = createWatchedRun(context);
  const faults: Record<FaultKind | 'hung', number> = { threw: 0, hung: 0, uncovered: 0, misplaced: 0, differed: 0 };
  const slowest = { rate: 0, name: '' };
  let [bytes, entries, milliseconds] = [0, 0, 0];
  const keep = (kind: string, index: number, file: SourceFile): string => {
    const name = path.join(folder, `${kind}-${String(index)}-${path.basename(file.path)}`);
    writeFileSync(name, file.bytes);
    return name;
  };
  for (let done = 0; done < count; done += BATCH) {
    const files = fc.sample(inputs, { seed: seed * 1_000_003 + done, numRuns: Math.min(BATCH, count - done) });
    files.forEach((file, offset) => {
      const index = done + offset;
      const report = (kind: FaultKind | 'hung', what: string): void => {
        faults[kind] += 1;
        if (faults[kind] <= KEPT) console.log(`${kind}: ${what}\n  ${keep(kind, index, file)}`);
      };
      const { result, took } = run(file);
      bytes += file.bytes.length;
      milliseconds += took;
      if (result === undefined) {
        report('hung', `longer than ${String(LONGEST)} ms`);
        return;
      }
      entries += result.entries.length;
      for (const { kind, what } of listFaults(file, result)) report(kind, what);
      if (index % TWICE === 0) for (const { kind, what } of listDifferences(file, result, context)) report(kind, what);
      const rate = rateOf(file, took);
      // Again, before it is believed: the machine may have been doing something else.
      if (rate <= slowest.rate) return;
      const sure = Math.min(rate, rateOf(file, run(file).took), rateOf(file, run(file).took));
      if (sure > slowest.rate) Object.assign(slowest, { rate: sure, name: keep('slow', index, file) });
    });
    if ((done / BATCH) % 100 === 99) console.log(`… ${String(done + BATCH)}`);
  }
  console.log(
    `${String(count)} documents, ${(bytes / 1e6).toFixed(1)} MB, ${String(entries)} entries, ${(milliseconds / 1000).toFixed(1)} s: ` +
      `${String(faults.threw)} threw, ${String(faults.hung)} hung, ${String(faults.uncovered)} with bytes unaccounted for, ` +
      `${String(faults.misplaced)} with places outside, ${String(faults.differed)} read otherwise the second time\n` +
      `mean ${((milliseconds / bytes) * 1024).toFixed(2)} ms/kB, slowest ${slowest.rate.toFixed(2)} ms/kB (${slowest.name})`,
  );
  return Object.values(faults).some((number) => number > 0) ? 1 : 0;
}

const rateOf = (file: SourceFile, took: number): number => took / (Math.max(SMALLEST, file.bytes.length) / 1024);

/** Runs the stages with somebody watching the clock: no result where they were stopped. */
function createWatchedRun(
  context: FuzzContext,
): (file: SourceFile) => { readonly result: DocumentEntries | undefined; readonly took: number } {
  const sandbox = { run: (): void => undefined };
  createContext(sandbox);
  const script = new Script('run()');
  return (file) => {
    let result: DocumentEntries | undefined;
    sandbox.run = () => {
      result = runStages(file, context);
    };
    const started = performance.now();
    try {
      script.runInContext(sandbox, { timeout: LONGEST });
    } catch (error) {
      // An error of the sandbox is none of this realm's `Error`.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    }
    return { result, took: performance.now() - started };
  };
}
