import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { narrowJson } from './narrow-json.ts';

const BUFFER_BYTES = 1 << 18;
const READ_BYTES = 1 << 20;

/** Records on disk, so that what must be held longer than one item does not grow memory. */
export interface Spool<T> {
  append(value: T): number;
  /** Appends a record that is written already. */
  appendJson(json: string): number;
  read(index: number): T;
  readonly length: number;
  /** SHA-256 of all records, as lines of JSON in UTF-8. */
  digest(): string;
  close(): void;
  [Symbol.iterator](): Iterator<T>;
}

/** Opens a spool of JSON records in a file. */
export function openSpool<T>(file: string): Spool<T> {
  const handle = fs.openSync(file, 'w+');
  const hash = createHash('sha256');
  const starts: number[] = [];
  let size = 0;
  let waiting = Buffer.allocUnsafe(BUFFER_BYTES);
  let waitingBytes = 0;
  const flush = (): void => {
    let at = 0;
    while (at < waitingBytes) at += fs.writeSync(handle, waiting, at, waitingBytes - at);
    waitingBytes = 0;
  };
  /**
   * A reader of the bytes of the records from one up to another. It uses its memory again: thousands of buffers would make the collector look
   * through the whole heap, of which they are no part.
   */
  const createReader = (): ((from: number, to: number) => Buffer) => {
    let memory = Buffer.alloc(0);
    return (from, to) => {
      if (waitingBytes > 0) flush();
      const start = starts[from];
      if (start === undefined) throw new Error(`no record ${String(from)} in ${file}`);
      const length = (starts[to] ?? size) - start;
      if (length > memory.length) memory = Buffer.allocUnsafeSlow(length + (length >> 2));
      let at = 0;
      while (at < length) {
        const got = fs.readSync(handle, memory, at, length - at, start + at);
        if (got === 0) throw new Error(`${file} ends before record ${String(to)}`);
        at += got;
      }
      return memory.subarray(0, length);
    };
  };
  const readOne = createReader();
  const read = (index: number): T => JSON.parse(readOne(index, index + 1).toString('latin1')) as T;
  const appendJson = (json: string): number => {
    const line = `${json}\n`;
    hash.update(line);
    const record = narrowJson(line);
    if (waitingBytes + record.length > waiting.length) flush();
    if (record.length > waiting.length) waiting = Buffer.allocUnsafe(record.length);
    waitingBytes += waiting.write(record, waitingBytes, 'latin1');
    starts.push(size);
    size += record.length;
    return starts.length - 1;
  };
  return {
    append: (value) => appendJson(JSON.stringify(value)),
    appendJson,
    read,
    get length() {
      return starts.length;
    },
    digest: () => hash.copy().digest('hex'),
    close() {
      fs.closeSync(handle);
    },
    *[Symbol.iterator]() {
      const readMany = createReader();
      // Many records a read: a call to the system costs more than a record.
      for (let from = 0; from < starts.length;) {
        let to = from + 1;
        while (to < starts.length && (starts[to] ?? 0) - (starts[from] ?? 0) < READ_BYTES) to += 1;
        const base = starts[from] ?? 0;
        const buffer = readMany(from, to);
        for (let index = from; index < to; index += 1)
          yield JSON.parse(
            buffer.toString('latin1', (starts[index] ?? 0) - base, (starts[index + 1] ?? size) - base),
          ) as T;
        from = to;
      }
    },
  };
}
