import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeFolder } from './files.ts';
import { UsageError } from './usage-error.ts';

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in the kernel's own terms: process numbers are given again, this is not. Absent where it cannot be told. */
  readonly started?: string;
}

/** A lock that was taken, or the one who holds it. */
export type LockResult = { readonly release: () => void; readonly tookOver: boolean } | { readonly holder: LockHolder };

/**
 * Takes a lock file for this process. The file appears with its content or not at all, so that a full disk leaves no empty lock. One
 * whose process is gone, whose number belongs to another process by now, or that no program of ours wrote, is taken over.
 * @throws UsageError where something stands in its place that is no file: it is somebody's, and reading a pipe would never end
 */
export function takeLock(file: string): LockResult {
  makeFolder(path.dirname(file));
  const own: LockHolder = describeProcess(process.pid);
  const draft = `${file}.${String(process.pid)}`;
  try {
    fs.writeFileSync(draft, JSON.stringify(own));
    if (link(draft, file)) return { release: () => fs.rmSync(file, { force: true }), tookOver: false };
    if (isForeign(file))
      throw new UsageError(`${file} is no file, expected the lock of a run or nothing; move it away`);
    const text = read(file);
    const holder = readHolder(text);
    if (holder !== undefined && isAtWork(holder)) return { holder };
    // Set aside under a name of our own: of two that want to take over, one renames the stale lock and the other finds a new one.
    const aside = `${draft}.stale`;
    fs.renameSync(file, aside);
    const moved = read(aside);
    if (moved === text && link(draft, file)) {
      fs.rmSync(aside, { force: true });
      return { release: () => fs.rmSync(file, { force: true }), tookOver: true };
    }
    if (moved !== text) link(aside, file);
    fs.rmSync(aside, { force: true });
    return { holder: readHolder(read(file)) ?? own };
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** `false` where the name is taken. */
function link(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    // A file system without links: `wx` is the next best, its content may come a moment later.
    if (hasCode(error, 'EPERM') || hasCode(error, 'ENOTSUP')) {
      try {
        fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
        return true;
      } catch (copyError) {
        if (hasCode(copyError, 'EEXIST')) return false;
        throw copyError;
      }
    }
    throw error;
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** A folder, a pipe or a device; a link counts as what it leads to. */
const isForeign = (file: string): boolean => fs.statSync(file, { throwIfNoEntry: false })?.isFile() === false;

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function readHolder(text: string): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('host' in value)) return undefined;
    const { pid, host } = value;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0 || typeof host !== 'string') return undefined;
    const started = 'started' in value && typeof value.started === 'string' ? { started: value.started } : {};
    return { pid, host, ...started };
  } catch {
    return undefined;
  }
}

/** What is known of a process of this machine. */
export function describeProcess(pid: number): LockHolder {
  const boot = read('/proc/sys/kernel/random/boot_id').trim();
  // Field 22 of proc(5)'s stat; the name in brackets before it may hold spaces.
  const ticks = read(`/proc/${String(pid)}/stat`)
    .split(') ')
    .at(-1)
    ?.split(' ')[19];
  const started = boot === '' || ticks === undefined ? {} : { started: `${boot} ${ticks}` };
  return { pid, host: os.hostname(), ...started };
}

/** Of another machine nothing can be told, so its lock stands. */
function isAtWork(holder: LockHolder): boolean {
  if (holder.host !== os.hostname()) return true;
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(holder.pid, 0);
  } catch (error) {
    if (!hasCode(error, 'EPERM')) return false;
  }
  const { started } = describeProcess(holder.pid);
  return holder.started === undefined || started === undefined || holder.started === started;
}
