/**
 * Everything that touches the world: disk, clock, environment, standard output. The one place to look for what the program reads
 * and writes; all other files are functions of their arguments.
 */
import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { parse as parseCsv } from 'csv-parse';
import type { Sink, WrittenFile } from './publish/format.ts';

// Node 20's compiler makes code that crashes of JavaScript that calls WebAssembly often, as the GeoPackage's SQLite is called: with
// 2,900 projects every time. Later engines do not.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/** A folder that cannot be read, or a path where none can be written: the user's to mend, so it ends with status 2 and no stack. */
export class UsageError extends Error {}

export interface DocumentFile {
  /** Path relative to its documents folder, NFC, with `/`. */
  readonly path: string;
  readonly file: string;
}

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

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Files below a folder at any depth, in the order of their paths; symbolic links are not followed out of it. */
export function listFiles(folder: string): DocumentFile[] {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch (error) {
    throw new UsageError(`cannot read folder ${folder}: ${describe(error)}`);
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { file, path: path.relative(folder, file).split(path.sep).join('/').normalize('NFC') };
    })
    .sort((a, b) => byCodeUnits(a.path, b.path));
}

function describe(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

export function readBytes(file: string): Uint8Array {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${describe(error)}`);
  }
}

export function readText(file: string): string {
  return new TextDecoder().decode(readBytes(file));
}

/** Content of a JSON file; `undefined` where it is not there or is no JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** SHA-256 of the paths and sizes of a folder's files: whether anything came, went or grew. */
export function hashListing(folder: string): string {
  const files = isFolder(folder) ? listFiles(folder) : [];
  return hashBytes(files.map(({ path: name, file }) => `${name} ${String(fs.statSync(file).size)}`).join('\n'));
}

export function exists(file: string): boolean {
  return fs.existsSync(file);
}

export function isFolder(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function listFolder(folder: string): string[] {
  return isFolder(folder) ? fs.readdirSync(folder).sort(byCodeUnits) : [];
}

export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Texts of a folder's files by relative path. */
export function readTexts(folder: string): Map<string, string> {
  return new Map(listFiles(folder).map(({ path: name, file }) => [name, readText(file)]));
}

export function makeFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
}

export function remove(file: string): void {
  fs.rmSync(file, { recursive: true, force: true });
}

export function rename(from: string, to: string): void {
  fs.renameSync(from, to);
}

/** Copies a file, as a hard link where the file system has them: a published file is never written again, so two names are safe. */
export function linkOrCopy(from: string, to: string): void {
  makeFolder(path.dirname(to));
  try {
    fs.linkSync(from, to);
  } catch {
    fs.copyFileSync(from, to);
  }
}

export function copyFile(from: string, to: string): void {
  makeFolder(path.dirname(to));
  fs.copyFileSync(from, to);
}

export function writeFile(file: string, content: string | Uint8Array): void {
  makeFolder(path.dirname(file));
  fs.writeFileSync(file, content);
}

const BUFFER_BYTES = 1 << 16;
const READ_BYTES = 1 << 20;

/** A file that is written in pieces and hashed on the way. */
export function openSink(file: string): Sink & { close: () => WrittenFile } {
  makeFolder(path.dirname(file));
  const handle = fs.openSync(file, 'w');
  const hash: Hash = createHash('sha256');
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

/** A folder for what a run has to hold on disk; removed when the run ends. */
export function makeTemporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'hankekartta-'));
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

/** Today's date in Helsinki, or that of SOURCE_DATE_EPOCH (reproducible-builds.org): read once, for the release's name. */
export function readToday(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  const now = epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  // eslint-disable-next-line no-restricted-syntax -- only digits are read, and Helsinki's time zone is wanted
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Helsinki',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const find = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${find('year')}-${find('month')}-${find('day')}`;
}

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Progress and problems go to standard error: standard output is the answer. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Rows of a published CSV file, one at a time. */
export function readCsvRows(file: string): AsyncIterable<Record<string, string>> {
  return fs.createReadStream(file).pipe(parseCsv({ columns: true, bom: true }));
}

/** Takes a lock file for this process; `false` where a living process holds it. A lock that a killed process left is taken over. */
export function takeLock(file: string): boolean {
  makeFolder(path.dirname(file));
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(fs.readFileSync(file, 'utf8'));
    if (holder !== process.pid && isAlive(holder)) return false;
    fs.writeFileSync(file, String(process.pid));
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Calls back when the process is asked to end (Ctrl-C, or a service manager). */
export function onInterrupt(callback: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, callback);
}

/** The bytes of a file, in pieces of one size. */
export function* readChunks(file: string): Generator<Uint8Array> {
  const handle = fs.openSync(file, 'r');
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
