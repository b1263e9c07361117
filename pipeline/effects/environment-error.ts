import os from 'node:os';

/** What a system call's error code means to the person in front of the machine, and what to do. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the disk; free some and run again',
  EDQUOT: 'the disk quota is used up; free some space and run again',
  EFBIG:
    'the file is too large for this file system or the limit of this process (ulimit -f); raise it or choose another folder',
  EROFS: 'the file system is read-only; choose another folder',
  EACCES: 'permission denied; give yourself the right or choose another folder',
  EPERM: 'not permitted; give yourself the right or choose another folder',
  ENOENT: 'no such file or folder; make it, or name another (temporary files go to TMPDIR)',
  ENOTDIR: 'a part of the path is no folder; choose another',
  EEXIST: 'a file stands where a folder is expected; move it away',
  EISDIR: 'a folder stands where a file is expected; move it away',
  EMFILE: 'too many open files; raise the limit (ulimit -n) and run again',
  ENFILE: 'too many open files on this machine; run again later',
  EIO: 'the disk cannot be read or written; look at its health',
  EBUSY: 'in use by another program; close it and run again',
  ENAMETOOLONG: 'the path is too long; choose a shorter folder',
  ELOOP: 'symbolic links lead in a circle; choose another folder',
  EXDEV: 'the folder lies on several file systems; choose one that does not',
};

/** A file that is open already has no path in what the system says: the two places that a build writes to, each perhaps on a disk of its own. */
const describeOpenFile = (): string => `a file of the output or of ${os.tmpdir()} (TMPDIR names another folder)`;

/**
 * Place and cause of an error of the environment (a full disk, a missing right), and what to do; `undefined` for any other error, which is
 * a bug of ours.
 */
export function describeEnvironmentFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string' || !('syscall' in error))
    return undefined;
  const words = Object.hasOwn(WORDS, error.code) ? WORDS[error.code] : undefined;
  if (words === undefined) return undefined;
  return `cannot use ${'path' in error && typeof error.path === 'string' ? error.path : describeOpenFile()}: ${words}`;
}

/** The same as the one sentence that a command ends with, status 2. */
export function describeEnvironmentError(error: unknown): string | undefined {
  const fault = describeEnvironmentFault(error);
  return fault === undefined ? undefined : `${fault}. What was published before is untouched.`;
}
