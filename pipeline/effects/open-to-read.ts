/** Files that are read from their begin to their end, and nothing that has none. */
import fs from 'node:fs';
import { UsageError } from './usage-error.ts';

/**
 * Throws `UsageError` for a pipe or a device: the one can be waited for, the other read, without end. What is not there, or is a folder, the
 * reading itself tells.
 */
export function refuseEndless(file: string): void {
  if (isEndless(file)) throw new UsageError(`cannot read ${file}: it is a pipe or a device, expected a file`);
}

function isEndless(file: string): boolean {
  try {
    const state = fs.statSync(file);
    return !state.isFile() && !state.isDirectory();
  } catch {
    return false;
  }
}

/** Opens a file to be read; the caller closes it. */
export function openToRead(file: string): number {
  refuseEndless(file);
  return fs.openSync(file, 'r');
}

const READ_BYTES = 1 << 20;

/** The bytes of a file, in pieces of one size. */
export function* readChunks(file: string): Generator<Uint8Array> {
  const handle = openToRead(file);
  try {
    for (;;) {
      const chunk = Buffer.alloc(READ_BYTES);
      let length = 0;
      // A read may give less than was asked for.
      for (let got = 1; got > 0 && length < READ_BYTES; length += got)
        got = fs.readSync(handle, chunk, length, READ_BYTES - length, null);
      if (length > 0) yield chunk.subarray(0, length);
      if (length < READ_BYTES) return;
    }
  } finally {
    fs.closeSync(handle);
  }
}
