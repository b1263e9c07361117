import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { onEnd } from './clean-up.ts';
import { openToRead, readChunks } from './open-to-read.ts';
import { UsageError } from './usage-error.ts';

/**
 * A shard on disk: the mark, what was made of each document one after the other, a line of JSON that says what it is a shard of, and a line with
 * that line's length and the SHA-256 of everything before. What a machine that dies leaves has no last line, and no name of its own yet.
 */
const MARK = 'hankekartta shard 1\n';
const LAST_LINE = /^ *(\d+) ([\da-f]{64})\n$/;
const LAST_LINE_BYTES = 12 + 1 + 64 + 1;

/** It names persons, for the redactor that follows: nobody but its owner reads it. */
const [OWN_FILE, OWN_FOLDER] = [0o600, 0o700];

/** Where something stands in a shard, in bytes. */
export interface Extent {
  readonly start: number;
  readonly bytes: number;
}

export interface ShardWriter {
  /** @returns where it stands */
  append(record: Uint8Array): Extent;
  /** Completes the file, which takes its name only now. */
  finish(head: unknown): void;
  /** Removes what is not finished; after `finish` nothing. */
  discard(): void;
}

/** Begins a shard under a name that nobody looks for. Several that write one shard do not meet: the last one's stays, and all are the same. */
export function createShardFile(file: string): ShardWriter {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: OWN_FOLDER });
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
  const handle = fs.openSync(draft, 'wx', OWN_FILE);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) fs.closeSync(handle);
    isOpen = false;
  };
  const forget = onEnd(() => fs.rmSync(draft, { force: true }));
  const hash = createHash('sha256');
  let size = 0;
  const append = (record: Uint8Array): Extent => {
    for (let at = 0; at < record.length;) at += fs.writeSync(handle, record, at);
    hash.update(record);
    size += record.length;
    return { start: size - record.length, bytes: record.length };
  };
  append(Buffer.from(MARK));
  return {
    append,
    finish(head) {
      const { bytes } = append(Buffer.from(`${JSON.stringify(head)}\n`));
      append(Buffer.from(`${String(bytes).padStart(12)} ${hash.copy().digest('hex')}\n`));
      fs.fsyncSync(handle);
      close();
      fs.renameSync(draft, file);
    },
    discard() {
      close();
      fs.rmSync(draft, { force: true });
      forget();
    },
  };
}

export interface ShardReader {
  /** As it was given to `finish`. */
  readonly head: unknown;
  readonly read: (extent: Extent) => Uint8Array;
  readonly close: () => void;
}

/** Opens a shard whose every byte is as it was written. Throws `UsageError` that says what is wrong with another file. */
export function openShardFile(file: string): ShardReader {
  const fail = (why: string): never => {
    throw new UsageError(`${file} ${why}`);
  };
  const handle = openToRead(file);
  const read = ({ start, bytes }: Extent): Buffer => {
    const buffer = Buffer.allocUnsafe(bytes);
    for (let at = 0; at < bytes;) {
      const got = fs.readSync(handle, buffer, at, bytes - at, start + at);
      if (got === 0) return fail('is damaged: it ends too early');
      at += got;
    }
    return buffer;
  };
  try {
    const { size } = fs.fstatSync(handle);
    const mark = read({ start: 0, bytes: Math.min(size, MARK.length) }).toString('latin1');
    if (mark !== MARK)
      fail(/^hankekartta shard \d/.test(mark) ? 'is of another version of the program' : 'is no shard');
    const end = size - LAST_LINE_BYTES;
    const last = end < MARK.length ? '' : read({ start: end, bytes: LAST_LINE_BYTES }).toString('latin1');
    const [, bytes = '', sha256] = LAST_LINE.exec(last) ?? fail('is damaged: it ends too early');
    const hash = createHash('sha256');
    let hashed = 0;
    for (const chunk of readChunks(file)) {
      hash.update(chunk.subarray(0, end - hashed));
      hashed = Math.min(end, hashed + chunk.length);
    }
    if (hash.digest('hex') !== sha256) fail('is damaged: its bytes do not fit its checksum');
    const head: unknown = JSON.parse(read({ start: end - Number(bytes), bytes: Number(bytes) }).toString());
    return { head, read, close: () => fs.closeSync(handle) };
  } catch (error) {
    fs.closeSync(handle);
    throw error;
  }
}
