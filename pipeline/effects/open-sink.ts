import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Sink, WrittenFile } from '../model/sink.ts';
import { makeFolder } from './files.ts';

const BUFFER_BYTES = 1 << 16;

/** A file that is written in pieces and hashed on the way. */
export function openSink(file: string): Sink & { close: () => WrittenFile } {
  makeFolder(path.dirname(file));
  const handle = fs.openSync(file, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  let waiting: string[] = [];
  let length = 0;
  const put = (chunk: Uint8Array): void => {
    let at = 0;
    while (at < chunk.length) at += fs.writeSync(handle, chunk, at);
    hash.update(chunk);
    bytes += chunk.length;
  };
  const flush = (): void => {
    if (length > 0) put(Buffer.from(waiting.join('')));
    waiting = [];
    length = 0;
  };
  return {
    write(chunk) {
      if (typeof chunk !== 'string') {
        flush();
        put(chunk);
        return;
      }
      waiting.push(chunk);
      length += chunk.length;
      if (length >= BUFFER_BYTES) flush();
    },
    close() {
      flush();
      fs.closeSync(handle);
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}
