import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { onEnd } from './clean-up.ts';
import { hashBytes, isFolder, listFolder, makeTemporaryFolder, readText, remove } from './files.ts';
import { openToRead } from './open-to-read.ts';
import { takeLock } from './lock.ts';
import { narrowJson } from './narrow-json.ts';
import { createPack, type PackWriter } from './pack.ts';
import { say } from './process.ts';
import { SEAL_BYTES, type Secret } from './seal.ts';

/**
 * Records on disk that are found again by name in a later run, each sealed with a secret of its own. A record is a head, which is read when
 * it is found, and parts, which are read when they are asked for. Sealed bytes lie one behind the other in pack files; `index.json` says
 * where. A run adds one pack at most, and the index takes its place whole or not at all.
 */
export interface SealedStore {
  /** `undefined` for a record that is not there or is damaged. */
  find(name: string, secret: Secret): SealedRecord | undefined;
  /** Tells that a record, where it is there, is still of use, without a look into it. */
  touch(name: string): void;
  /** Takes a record for the next run. */
  keep(name: string, secret: Secret, head: unknown, parts: readonly unknown[]): void;
  /** Makes what this run found and kept all that the next one finds. */
  save(): void;
  close(): void;
}

export interface SealedRecord {
  /** As it was given, through JSON. */
  readonly head: unknown;
  /** A part by its number from 0; `undefined` where it is damaged. */
  readonly read: (part: number) => unknown;
}

/** Where a record lies: its pack, the place of its first byte there, the bytes of its sealed head and of all of it. */
interface Extent {
  readonly pack: string;
  readonly at: number;
  readonly head: number;
  readonly all: number;
}

/** A change of how records are written needs another number. */
const FORMAT = 1;
const INDEX = 'index.json';
const [OWN_FOLDER, OWN_FILE] = [0o700, 0o600];
/** More packs than that, or more bytes that nobody needs than bytes that somebody does: all goes into a new pack. */
const MOST_PACKS = 24;
/** In milliseconds. A store beside this one that no run has used for so long is forgotten. */
const LONGEST_REST = 30 * 86_400_000;

/**
 * Opens a store; one that is damaged or of another kind is begun anew, and said so.
 * @param folder of the store; without one, or where it cannot be used now, records last for this run alone
 */
export function openSealedStore(folder: string | undefined): SealedStore {
  const lasting = folder === undefined ? undefined : openFolder(folder);
  if (lasting !== undefined) return openStore(lasting.folder, lasting.release);
  const temporary = makeTemporaryFolder();
  return openStore(temporary.folder, temporary.remove);
}

function openFolder(folder: string): { readonly folder: string; readonly release: () => void } | undefined {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: OWN_FOLDER });
    const lock = takeLock(`${folder}.lock`);
    if ('release' in lock) {
      const forget = onEnd(lock.release);
      forgetOthers(path.dirname(folder));
      const release = (): void => {
        lock.release();
        forget();
      };
      return { folder, release };
    }
    say(`hankekartta: another run is using the cache in ${folder}; this one does without`);
  } catch (error) {
    say(`hankekartta: cannot use the cache in ${folder} (${describeCode(error)}); this run does without`);
  }
  return undefined;
}

const describeCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';

function forgetOthers(folder: string): void {
  for (const name of listFolder(folder).filter((each) => isFolder(path.join(folder, each)))) {
    const used = fs.statSync(path.join(folder, name, INDEX), { throwIfNoEntry: false })?.mtimeMs;
    if (used !== undefined && used < Date.now() - LONGEST_REST) remove(path.join(folder, name));
  }
}

function openStore(folder: string, release: () => void): SealedStore {
  let [isDamaged, isSaved, isLost] = [false, false, false];
  const reportDamage = (): void => {
    if (!isDamaged) say(`hankekartta: the cache in ${folder} is damaged; what is missing is made anew`);
    isDamaged = true;
  };
  const known = readIndex(folder, reportDamage);
  const used = new Map<string, Extent>();
  const handles = new Map<string, number>();
  const open = (pack: string): number => {
    const handle = handles.get(pack) ?? openToRead(path.join(folder, pack));
    handles.set(pack, handle);
    return handle;
  };
  let writer: PackWriter | undefined;
  /** What cannot be written is only not there in the next run. */
  const write = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      isLost = true;
      say(`hankekartta: cannot write the cache in ${folder} (${describeCode(error)}); this run goes on without`);
    }
  };

  /** Fewer bytes where the pack ends before, none where it cannot be read. */
  const readBytes = (pack: string, at: number, length: number): Buffer => {
    const buffer = Buffer.allocUnsafe(length);
    try {
      if (pack === writer?.name) writer.flush();
      const handle = open(pack);
      let got = 0;
      for (let more = 1; more > 0 && got < length; got += more)
        more = fs.readSync(handle, buffer, got, length - got, at + got);
      return buffer.subarray(0, got);
    } catch {
      return buffer.subarray(0, 0);
    }
  };
  const openPart = (name: string, secret: Secret, extent: Extent, place: readonly [number, number], part: number) => {
    const [at, length] = place;
    const plain = secret.open(readBytes(extent.pack, extent.at + at, length), `${name} ${String(part)}`);
    if (plain === undefined) {
      reportDamage();
      known.delete(name);
      used.delete(name);
      return undefined;
    }
    return JSON.parse(plain.toString('latin1')) as unknown;
  };
  const toRecord = (name: string, secret: Secret, extent: Extent, head: unknown, sizes: readonly number[]) => {
    const starts: number[] = [];
    sizes.reduce((at, size) => {
      starts.push(at);
      return at + size;
    }, extent.head);
    return {
      head,
      read: (part: number) => openPart(name, secret, extent, [starts[part] ?? 0, sizes[part] ?? 0], part + 1),
    };
  };
  return {
    find(name, secret) {
      const extent = used.get(name) ?? known.get(name);
      if (extent === undefined) return undefined;
      const found = openPart(name, secret, extent, [0, extent.head], 0) as [unknown, number[]] | undefined;
      if (found === undefined) return undefined;
      used.set(name, extent);
      return toRecord(name, secret, extent, ...found);
    },
    touch(name) {
      const extent = known.get(name);
      if (extent !== undefined) used.set(name, extent);
    },
    keep(name, secret, head, parts) {
      if (isLost) return;
      const sealed = parts.map((part, index) => secret.seal(encode(part), `${name} ${String(index + 1)}`));
      const first = secret.seal(encode([head, sealed.map(({ length }) => length)]), `${name} 0`);
      const record = Buffer.concat([first, ...sealed]);
      write(() => {
        writer ??= createPack(folder);
        const at = writer.append(record);
        used.set(name, { pack: writer.name, at, head: first.length, all: record.length });
      });
    },
    save() {
      if (isLost) return;
      if (writer === undefined && used.size === known.size && !isDamaged) {
        touchIndex(folder);
        return;
      }
      write(() => {
        writer?.flush();
        saveRecords(folder, used, open, readBytes);
        isSaved = true;
      });
    },
    close() {
      writer?.close();
      if (writer !== undefined && !isSaved) remove(path.join(folder, writer.name));
      for (const handle of handles.values()) fs.closeSync(handle);
      release();
    },
  };
}

const encode = (value: unknown): Buffer => Buffer.from(narrowJson(JSON.stringify(value)), 'latin1');

type Row = readonly [name: string, pack: number, at: number, head: number, all: number];

function writeIndex(folder: string, records: readonly (readonly [string, Extent])[]): void {
  const packs = [...new Set(records.map(([, { pack }]) => pack))];
  const numbers = new Map(packs.map((pack, number) => [pack, number]));
  const rows = records.map(([name, { pack, at, head, all }]): Row => [name, numbers.get(pack) ?? 0, at, head, all]);
  const text = JSON.stringify({ format: FORMAT, packs, rows });
  const draft = path.join(folder, `${INDEX}.${randomUUID()}`);
  fs.writeFileSync(draft, `${text}\n${hashBytes(text)}\n`, { mode: OWN_FILE });
  const file = path.join(folder, INDEX);
  if (isFolder(file)) remove(file);
  fs.renameSync(draft, file);
}

/** Makes records all that there is; packs of which much is of no use any more, or too many of them, become one. */
function saveRecords(
  folder: string,
  records: ReadonlyMap<string, Extent>,
  open: (pack: string) => number,
  readBytes: (pack: string, at: number, length: number) => Uint8Array,
): void {
  let rows = [...records];
  const packs = new Set(rows.map(([, { pack }]) => pack));
  const live = rows.reduce((sum, [, { all }]) => sum + all, 0);
  const bytes = [...packs].reduce((sum, pack) => sum + fs.fstatSync(open(pack)).size, 0);
  if (packs.size > MOST_PACKS || bytes > 2 * live) {
    const packed = createPack(folder);
    rows = rows.map(([name, extent]) => {
      const at = packed.append(readBytes(extent.pack, extent.at, extent.all));
      return [name, { ...extent, pack: packed.name, at }];
    });
    packed.flush();
    packed.close();
  }
  writeIndex(folder, rows);
  const listed = new Set(rows.map(([, { pack }]) => pack));
  for (const name of listFolder(folder)) if (name !== INDEX && !listed.has(name)) remove(path.join(folder, name));
}

/** Tells that the index is still of use. */
function touchIndex(folder: string): void {
  const file = path.join(folder, INDEX);
  const now = Date.now() / 1000;
  if (fs.existsSync(file)) fs.utimesSync(file, now, now);
}

interface Index {
  readonly format: number;
  readonly packs: readonly string[];
  readonly rows: readonly Row[];
}

/** Of a damaged index nothing is known, of a pack that is gone or shorter than the index says nothing of it. */
function readIndex(folder: string, reportDamage: () => void): Map<string, Extent> {
  const known = new Map<string, Extent>();
  const index = parseIndex(path.join(folder, INDEX));
  if (index === 'damaged') reportDamage();
  // Of another version of the program nothing is wrong, and nothing is of use.
  if (index === undefined || index === 'damaged' || index.format !== FORMAT) return known;
  const packs = index.packs.map((pack) => ({
    pack,
    bytes: fs.statSync(path.join(folder, pack), { throwIfNoEntry: false })?.size ?? 0,
  }));
  for (const [name, number, at, head, all] of index.rows) {
    const { pack = '', bytes = 0 } = packs[number] ?? {};
    if (at + all > bytes || head < SEAL_BYTES) reportDamage();
    else known.set(name, { pack, at, head, all });
  }
  return known;
}

function parseIndex(file: string): Index | 'damaged' | undefined {
  try {
    if (!fs.existsSync(file)) return undefined;
    const [text = '', hash] = readText(file).split('\n');
    if (hash !== hashBytes(text)) return 'damaged';
    return JSON.parse(text) as Index;
  } catch {
    return 'damaged';
  }
}
