import { performance } from 'node:perf_hooks';
import { createContext, Script } from 'node:vm';
import type { DocumentEntries, SourceFile } from '../../pipeline/model/project.ts';
import { listFaults, runStages, type Fault, type FuzzContext } from './inspect.ts';

/** Milliseconds that a document may take before it counts as one that hangs. */
export const LONGEST = 20_000;
/** Documents that are watched together: to begin to watch takes longer than to read most of them. */
const TOGETHER = 100;

/** What came of a document, and how many milliseconds it took. */
export interface WatchedRun {
  readonly file: SourceFile;
  /** Absent where it was stopped. */
  readonly result?: DocumentEntries;
  readonly faults: readonly Fault[];
  readonly took: number;
}

/** Runs the stages over documents with somebody watching the clock. */
export function createWatchedRuns(context: FuzzContext): (files: readonly SourceFile[]) => WatchedRun[] {
  const sandbox = { run: (): void => undefined };
  createContext(sandbox);
  const script = new Script('run()');
  return (files) => {
    const runs: WatchedRun[] = [];
    const run = (most: number): void => {
      sandbox.run = () => {
        for (const file of files.slice(runs.length, runs.length + most)) {
          const started = performance.now();
          const result = runStages(file, context);
          const took = performance.now() - started;
          runs.push({ file, result, faults: listFaults(file, result), took });
        }
      };
      script.runInContext(sandbox, { timeout: LONGEST });
    };
    let together = TOGETHER;
    while (runs.length < files.length)
      try {
        run(together);
        together = TOGETHER;
      } catch (error) {
        // An error of the sandbox is none of this realm's `Error`.
        if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
        const [file] = files.slice(runs.length);
        // It may be the time of those before it that it had not.
        if (together === 1 && file !== undefined) runs.push({ file, faults: [], took: LONGEST });
        together = 1;
      }
    return runs;
  };
}
