import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Sink, WrittenFile } from '../model/sink.ts';
import { makeFolder } from './files.ts';

const BUFFER_BYTES = 1 << 18;

/** A file that is written in pieces and hashed on the way. */
export function openSink(file: string): Sink & { close: () => WrittenFile } {
  makeFolder(path.dirname(file));
  const handle = fs.openSync(file, 'w');
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let bytes = 0;
  let waiting = 0;
  const put = (chunk: Uint8Array): void => {
    let at = 0;
    while (at < chunk.length) at += fs.writeSync(handle, chunk, at);
    hash.update(chunk);
    bytes += chunk.length;
  };
  const flush = (): void => {
    if (waiting > 0) put(buffer.subarray(0, waiting));
    waiting = 0;
  };
  return {
    write(chunk) {
      if (typeof chunk !== 'string') {
        flush();
        put(chunk);
        return;
      }
      // A UTF-16 unit takes three bytes of UTF-8 at most.
      if (chunk.length * 3 > buffer.length - waiting) {
        flush();
        if (chunk.length * 3 > buffer.length) {
          put(Buffer.from(chunk));
          return;
        }
      }
      waiting += buffer.write(chunk, waiting);
    },
    close() {
      flush();
      fs.closeSync(handle);
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}
