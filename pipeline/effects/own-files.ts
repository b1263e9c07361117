import path from 'node:path';
import { hashBytes, readText } from './files.ts';
import { UsageError } from './usage-error.ts';

/** What to do where a file of the program is not as it was. */
export const RESTORE = 'Restore it (git checkout), or install the package anew.';

/** The text of a file of the program itself. Throws `UsageError` where it is missing or ends in the middle of a line, as one that was cut short does. */
export function readOwnText(file: string): string {
  const text = readText(file);
  if (!text.endsWith('\n')) throw new UsageError(`${file} is damaged: it does not end with a whole line. ${RESTORE}`);
  return text;
}

/**
 * Makes something of the program's own files alone: what fails at it is no document's fault, and is taken for a file that is not as it was.
 * @param place which files, for the message
 */
export function readOwn<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${place} is damaged: ${why}. ${RESTORE}`, { cause: error });
  }
}

const [DIGITS, GAP] = [64, 2];

/**
 * Holds files that decide what is published against the `SHA256SUMS` beside them: one that is missing or was changed would be seen in no output.
 * @param texts of the folder's files by relative path
 * @param advice what to do
 * @throws UsageError that names each
 */
export function checkOwn(texts: ReadonlyMap<string, string>, folder: string, advice: string): void {
  const sums = texts.get('SHA256SUMS') ?? '';
  const listed = new Map(sums.split('\n').map((line) => [line.slice(DIGITS + GAP), line.slice(0, DIGITS)]));
  listed.delete('');
  const faults = [...listed].flatMap(([name, sha256]) => {
    const text = texts.get(name);
    if (text === undefined) return [`${name} is missing`];
    return hashBytes(text) === sha256 ? [] : [`${name} was changed`];
  });
  if (listed.size === 0) faults.push('SHA256SUMS is missing');
  else if (!sums.endsWith('\n')) faults.push('SHA256SUMS was cut short');
  if (faults.length > 0) throw new UsageError(`${path.resolve(folder)} is damaged: ${faults.join(', ')}. ${advice}`);
}
