import { createHash } from 'node:crypto';
import fs from 'node:fs';

const BUFFER_BYTES = 1 << 16;
const READ_BYTES = 1 << 20;

/** Records on disk, so that what must be held longer than one item does not grow memory. */
export interface Spool<T> {
  append(value: T): number;
  read(index: number): T;
  readonly length: number;
  /** SHA-256 of all records. */
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
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const flush = (): void => {
    if (waitingBytes > 0) fs.writeSync(handle, Buffer.concat(waiting));
    waiting = [];
    waitingBytes = 0;
  };
  /** The bytes of the records from one up to another. */
  const readBuffer = (from: number, to: number): Buffer => {
    flush();
    const start = starts[from];
    if (start === undefined) throw new Error(`no record ${String(from)} in ${file}`);
    const buffer = Buffer.alloc((starts[to] ?? size) - start);
    fs.readSync(handle, buffer, 0, buffer.length, start);
    return buffer;
  };
  const read = (index: number): T => JSON.parse(readBuffer(index, index + 1).toString('utf8')) as T;
  return {
    append(value) {
      const chunk = Buffer.from(`${JSON.stringify(value)}\n`);
      starts.push(size);
      size += chunk.length;
      hash.update(chunk);
      waiting.push(chunk);
      waitingBytes += chunk.length;
      if (waitingBytes >= BUFFER_BYTES) flush();
      return starts.length - 1;
    },
    read,
    get length() {
      return starts.length;
    },
    digest: () => hash.copy().digest('hex'),
    close() {
      fs.closeSync(handle);
    },
    *[Symbol.iterator]() {
      // Many records a read: a call to the system costs more than a record.
      for (let from = 0; from < starts.length;) {
        let to = from + 1;
        while (to < starts.length && (starts[to] ?? 0) - (starts[from] ?? 0) < READ_BYTES) to += 1;
        const base = starts[from] ?? 0;
        const buffer = readBuffer(from, to);
        for (let index = from; index < to; index += 1)
          yield JSON.parse(
            buffer.toString('utf8', (starts[index] ?? 0) - base, (starts[index + 1] ?? size) - base),
          ) as T;
        from = to;
      }
    },
  };
}
