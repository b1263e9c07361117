import path from 'node:path';
import { onEnd } from '../effects/clean-up.ts';
import { describeEnvironmentFault } from '../effects/environment-error.ts';
import { exists, isFolder, listFolder, makeFolder, remove, removeForGood, rename } from '../effects/files.ts';
import { resolveLinks } from '../effects/resolve-links.ts';
import { say } from '../effects/process.ts';
import { takeLock } from '../effects/lock.ts';
import { UsageError } from '../effects/usage-error.ts';
import { RELEASE_NAME } from '../model/release-name.ts';

/**
 * Atomic publishing. A new output is made whole beside the old one and swapped in by renames, so that a crash or a kill at any
 * moment leaves the old output or the new one:
 *
 *   OUT.building   being made; worthless until it is renamed
 *   OUT.next       whole and verified, waiting for its place
 *   OUT.old        what OUT was, until it is removed
 *
 * A swap that was cut short is finished by the next command (`recoverOutput`).
 */
export interface Output {
  /** Where the new output is made. */
  readonly folder: string;
  /** Where it will be published. */
  readonly out: string;
  /** Removes what is left of an output that was not finished, and gives the lock back. */
  readonly discard: () => void;
}

/** Made by every build: how a published folder is told from somebody's other folder. */
const MARK = path.join('data', 'releases.json');

/** Starts a new output. Throws `UsageError` where the place holds other things or another build is at work on it. */
export function beginOutput(out: string): Output {
  const target = resolveLinks(out);
  if (exists(target) && !isFolder(target)) throw new UsageError(`${out} is a file, expected a folder`);
  const lock = lockOutput(target);
  const folder = `${target}.building`;
  const forget = onEnd(() => {
    removeForGood(folder);
    lock.release();
  });
  const discard = (): void => {
    try {
      remove(folder);
    } finally {
      lock.release();
      forget();
    }
  };
  try {
    recoverOutput(target);
    if (listFolder(target).length > 0 && !exists(path.join(target, MARK)))
      throw new UsageError(
        listFolder(path.join(target, 'data')).some((name) => RELEASE_NAME.test(name))
          ? `${path.join(target, MARK)} is missing, so that nobody can tell what was published; put it back from a copy`
          : `${out} holds other files, expected an empty folder or one that was published before`,
      );
    remove(folder);
    makeFolder(folder);
  } catch (error) {
    discard();
    throw error;
  }
  return { folder, out: target, discard };
}

/** What is not for publishing stays out of published folders, whatever lies between. */
export function refusePublished(folder: string): void {
  for (let above = resolveLinks(folder); ; above = path.dirname(above)) {
    if (exists(path.join(above, MARK)))
      throw new UsageError(
        `${folder} lies in ${above}, which is published: expected a folder for shards, which name persons`,
      );
    if (above === path.dirname(above)) return;
  }
}

/**
 * Holds a published folder for a command that writes into it alone: no build swaps it meanwhile. Where nothing can be written beside it, no
 * build can.
 * @returns gives it back
 */
export function holdOutput(out: string): () => void {
  settleOutput(out);
  const lock = tryLock(resolveLinks(out));
  if (lock === undefined) return () => undefined;
  const forget = onEnd(() => {
    lock.release();
  });
  return () => {
    lock.release();
    forget();
  };
}

function tryLock(target: string): ReturnType<typeof lockOutput> | undefined {
  try {
    return lockOutput(target);
  } catch (error) {
    if (describeEnvironmentFault(error) === undefined) throw error;
    return undefined;
  }
}

function lockOutput(target: string): { readonly release: () => void } {
  const file = `${target}.lock`;
  const lock = takeLock(file);
  if ('holder' in lock) {
    const { pid, host } = lock.holder;
    throw new UsageError(
      `another run is writing ${target} (process ${pid} on ${host}, says ${file}); wait for it, or remove that file if no such run is at work`,
    );
  }
  if (lock.tookOver) say(`hankekartta: took over ${file}, which a run left that is not at work any more`);
  return lock;
}

/** Puts a whole output in its place. */
export function finishOutput({ folder, out }: Output): void {
  rename(folder, `${out}.next`);
  recoverOutput(out);
}

/** What every command that reads a published folder does first; a build that is at work on it finishes its own swap. */
export function settleOutput(out: string): void {
  const target = resolveLinks(out);
  if (!exists(`${target}.next`) && !exists(`${target}.old`)) return;
  const lock = takeLock(`${target}.lock`);
  if ('holder' in lock) return;
  recoverOutput(target);
  lock.release();
}

/** Finishes a swap that was cut short; does nothing where there is none. */
export function recoverOutput(out: string): void {
  const [next, old] = [`${out}.next`, `${out}.old`];
  if (exists(next)) {
    if (exists(out)) {
      remove(old);
      rename(out, old);
    }
    rename(next, out);
  } else if (!exists(out) && exists(old)) rename(old, out);
  remove(old);
}
