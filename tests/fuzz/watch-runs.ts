import { performance } from 'node:perf_hooks';
import { createContext, Script } from 'node:vm';
import type { DocumentEntries, SourceFile } from '../../pipeline/model/project.ts';
import { runStages, type FuzzContext } from './inspect.ts';

/** Milliseconds that a document may take before it counts as one that hangs. */
export const LONGEST = 20_000;
/** Documents that are watched together: to begin to watch takes longer than to read most of them. */
const TOGETHER = 25;

/** What came of a document, and how many milliseconds it took. */
export interface WatchedRun {
  readonly file: SourceFile;
  /** Absent where it was stopped. */
  readonly result?: DocumentEntries;
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
          runs.push({ file, result, took: performance.now() - started });
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
        if (together === 1 && file !== undefined) runs.push({ file, took: LONGEST });
        together = 1;
      }
    return runs;
  };
}
