/** Files and folders: what is read and written in one piece. */
import { createHash, hash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse';
import { compareCodeUnits } from '../model/compare-code-units.ts';
import { isTwin } from '../model/twin.ts';
import { onEnd } from './clean-up.ts';
import { readChunks, refuseEndless } from './open-to-read.ts';
import { UsageError } from './usage-error.ts';

export interface DocumentFile {
  /** Path relative to its documents folder, NFC, with `/`. */
  readonly path: string;
  readonly file: string;
}

/** What lies below a folder at any depth, in the order of the paths; symbolic links are not followed. */
export interface Tree {
  readonly files: readonly DocumentFile[];
  /** What is neither file nor folder: links, pipes, sockets, devices. */
  readonly others: readonly DocumentFile[];
  /** Folders that cannot be read. */
  readonly unreadable: readonly (DocumentFile & { readonly reason: string })[];
}

/** Throws `UsageError` where the folder itself cannot be read. */
export function listTree(folder: string): Tree {
  const tree: { [K in keyof Tree]: Tree[K][number][] } = { files: [], others: [], unreadable: [] };
  const describePlace = (file: string): DocumentFile => ({
    file,
    path: path.relative(folder, file).split(path.sep).join('/').normalize('NFC'),
  });
  const waiting = [folder];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    let entries: fs.Dirent[];
    try {
      entries = fs.readdirSync(from, { withFileTypes: true });
    } catch (error) {
      const reason = describe(error);
      if (from === folder) throw new UsageError(`cannot read folder ${folder}: ${reason}`);
      tree.unreadable.push({ ...describePlace(from), reason });
      continue;
    }
    for (const entry of entries) {
      const file = path.join(from, entry.name);
      if (entry.isDirectory()) waiting.push(file);
      else (entry.isFile() ? tree.files : tree.others).push(describePlace(file));
    }
  }
  const inOrder = (a: DocumentFile, b: DocumentFile): number => compareCodeUnits(a.path, b.path);
  for (const list of [tree.files, tree.others, tree.unreadable]) list.sort(inOrder);
  return tree;
}

/** Files below a folder at any depth, in the order of their paths; throws `UsageError` where one of its folders cannot be read. */
export function listFiles(folder: string): readonly DocumentFile[] {
  const { files, unreadable } = listTree(folder);
  const [first] = unreadable;
  if (first !== undefined) throw new UsageError(`cannot read folder ${first.file}: ${first.reason}`);
  return files;
}

function describe(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** The bytes of a file that has to be there; throws `UsageError` where it cannot be read. */
export function readBytes(file: string): Uint8Array {
  refuseEndless(file);
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${describe(error)}`, { cause: error });
  }
}

export function readText(file: string): string {
  return new TextDecoder().decode(readBytes(file));
}

/** Content of a JSON file; `undefined` where it is not there or is no JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(Buffer.from(readBytes(file)).toString());
  } catch {
    return undefined;
  }
}

/** A file as a listing shows it. */
export interface FileState {
  /** Relative to the listed folder, NFC, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Of its last change, in milliseconds since 1970. */
  readonly modified: number;
}

export function listFileStates(folder: string): FileState[] {
  return listFiles(folder).flatMap(({ path: name, file }) => {
    const state = readFileState(file);
    return state === undefined ? [] : { path: name, ...state };
  });
}

/** `undefined` where no file is, nor could be: below a file, behind links in a circle, by a name that no disk takes. */
export function readFileState(file: string): Omit<FileState, 'path'> | undefined {
  try {
    const state = fs.statSync(file);
    return state.isFile() ? { bytes: state.size, modified: state.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}

/** SHA-256 of the paths, sizes and times of a folder's files: whether anything but a compressed twin came, went or was written to. */
export function hashListing(folder: string): string {
  const files = isFolder(folder) ? listFileStates(folder).filter(({ path: name }) => !isTwin(name)) : [];
  return hashBytes(files.map(({ path: name, bytes, modified }) => `${name} ${bytes} ${modified}`).join('\n'));
}

export function exists(file: string): boolean {
  return fs.existsSync(file);
}

/** Whether anything has a name, were it a link that leads nowhere. */
export function isTaken(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** In bytes; `undefined` where no file is. */
export function sizeOf(file: string): number | undefined {
  return readFileState(file)?.bytes;
}

/** Whether a place is a file, not a pipe or device, and this process may read it. */
export function isReadable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.R_OK);
    return readFileState(file) !== undefined;
  } catch {
    return false;
  }
}

export function isFolder(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function listFolder(folder: string): string[] {
  return isFolder(folder) ? fs.readdirSync(folder).sort(compareCodeUnits) : [];
}

export function hashBytes(bytes: Uint8Array | string): string {
  return hash('sha256', bytes);
}

/** SHA-256 and size of a file, read in pieces: an archive can be larger than memory, or than one read gives. */
export function hashFile(file: string): { readonly bytes: number; readonly sha256: string } {
  const digest = createHash('sha256');
  let bytes = 0;
  for (const chunk of readChunks(file)) {
    digest.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: digest.digest('hex') };
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

/** In milliseconds, and how often. */
const [PAUSE, TRIES] = [25, 40];

/** Removes a folder that threads which were told to stop may still write into: again until it stays away, for a second at most. */
export function removeForGood(folder: string): void {
  const never = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (let tries = 0; tries < TRIES && fs.existsSync(folder); tries += 1) {
    try {
      remove(folder);
    } catch {
      // A file came while its folder went.
    }
    Atomics.wait(never, 0, 0, PAUSE);
  }
}

export function rename(from: string, to: string): void {
  fs.renameSync(from, to);
}

/** For everybody to read, whoever may read what it was copied from. */
const [PUBLISHED_FILE, READABLE] = [0o644, 0o444];

/** Copies a file, as a hard link where the file system has them: a published file is never written again, so two names are safe. */
export function linkOrCopy(from: string, to: string): void {
  makeFolder(path.dirname(to));
  // A link has the rights of what it links: where those are none that are published, it is copied.
  if ((fs.statSync(from).mode & READABLE) !== READABLE) {
    copyFile(from, to);
    return;
  }
  try {
    fs.linkSync(from, to);
  } catch {
    copyFile(from, to);
  }
}

/** Copies a file to be published; a file system that can share blocks until one is changed does so. */
export function copyFile(from: string, to: string): void {
  makeFolder(path.dirname(to));
  fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE);
  fs.chmodSync(to, PUBLISHED_FILE);
}

export function writeFile(file: string, content: string | Uint8Array): void {
  makeFolder(path.dirname(file));
  fs.writeFileSync(file, content);
}

/**
 * Writes a file beside its place and renames it: who reads meanwhile finds the old one or the new one, whole.
 * @param draft its name until then
 */
export function replaceFile(file: string, content: string | Uint8Array, draft: string): void {
  makeFolder(path.dirname(file));
  try {
    fs.writeFileSync(draft, content);
    fs.renameSync(draft, file);
  } catch (error) {
    remove(draft);
    throw error;
  }
}

/** A folder for what a run has to hold on disk. */
export interface TemporaryFolder {
  readonly folder: string;
  readonly remove: () => void;
}

/** Makes one; it goes when the process is asked to end, too. */
export function makeTemporaryFolder(): TemporaryFolder {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hankekartta-'));
  const forget = onEnd(() => {
    remove(folder);
  });
  return {
    folder,
    remove: () => {
      remove(folder);
      forget();
    },
  };
}

/** Rows of a published CSV file, one at a time. */
export function readCsvRows(file: string): AsyncIterable<Record<string, string>> {
  refuseEndless(file);
  return fs.createReadStream(file).pipe(parseCsv({ columns: true, bom: true }));
}
