import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { onEnd } from './clean-up.ts';
import { remove } from './files.ts';

const ENDING = '.pack';
const OWN_FILE = 0o600;
const BUFFER_BYTES = 1 << 20;

/** A file that grows by whole records, and goes when the process is asked to end before it is closed. */
export interface PackWriter {
  readonly name: string;
  /** @returns where the bytes begin */
  append(bytes: Uint8Array): number;
  flush(): void;
  close(): void;
}

/** Begins one in a folder, under a name that no other has. */
export function createPack(folder: string): PackWriter {
  const name = `${randomUUID()}${ENDING}`;
  const handle = fs.openSync(path.join(folder, name), 'wx', OWN_FILE);
  const forget = onEnd(() => {
    remove(path.join(folder, name));
  });
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let [size, waiting] = [0, 0];
  const write = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length;) at += fs.writeSync(handle, bytes, at);
  };
  const flush = (): void => {
    write(buffer.subarray(0, waiting));
    waiting = 0;
  };
  return {
    name,
    append(bytes) {
      if (waiting + bytes.length > buffer.length) flush();
      if (bytes.length > buffer.length) write(bytes);
      else {
        buffer.set(bytes, waiting);
        waiting += bytes.length;
      }
      size += bytes.length;
      return size - bytes.length;
    },
    flush,
    close() {
      fs.closeSync(handle);
      forget();
    },
  };
}
