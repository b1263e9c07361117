import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { Scratch } from '../../../model/scratch.ts';

export const SCRATCH_VFS = 'scratch';

const SECTOR = 4096;
const LONGEST_NAME = 64;
const OK = 0;

/** Offsets are 64 bits wide: they come as bigint, whatever the types of the interface say. */
const toNumber = (value: number | bigint): number => Number(value);

/**
 * Gives SQLite one file that lies outside its memory, of which WebAssembly has 2 GB at most (SQLite's file system interface, sqlite.org/vfs.html).
 * It knows no journal, clock or chance: the database is written once, by one, and is worthless until it is whole.
 */
export function installScratchVfs({ capi, wasm, vfs: { installVfs } }: Sqlite3Static, scratch: Scratch): void {
  const io = new capi.sqlite3_io_methods();
  const vfs = new capi.sqlite3_vfs();
  vfs.$iVersion = 1;
  vfs.$szOsFile = new capi.sqlite3_file().structInfo.sizeof;
  vfs.$mxPathname = LONGEST_NAME;
  let isOpen = false;
  const bytes = (start: number, length: number): Uint8Array => wasm.heap8u().subarray(start, start + length);
  installVfs({
    io: {
      struct: io,
      methods: {
        xClose: () => OK,
        xRead: (_, into, length, at) => {
          const target = bytes(into, length);
          const got = scratch.read(target, toNumber(at));
          // SQLite relies on zeros behind the end.
          target.fill(0, got);
          return got < length ? capi.SQLITE_IOERR_SHORT_READ : OK;
        },
        xWrite: (_, from, length, at) => {
          scratch.write(bytes(from, length), toNumber(at));
          return OK;
        },
        xTruncate: (_, size) => {
          scratch.truncate(toNumber(size));
          return OK;
        },
        xSync: () => OK,
        xFileSize: (_, size) => {
          new DataView(wasm.heap8u().buffer).setBigInt64(size, BigInt(scratch.size()), true);
          return OK;
        },
        xLock: () => OK,
        xUnlock: () => OK,
        xCheckReservedLock: (_, isReserved) => {
          wasm.poke(isReserved, 0, 'i32');
          return OK;
        },
        xFileControl: () => capi.SQLITE_NOTFOUND,
        xSectorSize: () => SECTOR,
        xDeviceCharacteristics: () => 0,
      },
    },
    vfs: {
      struct: vfs,
      name: SCRATCH_VFS,
      methods: {
        xOpen: (_vfs, _name, file, flags, flagsOut) => {
          if (isOpen) return capi.SQLITE_CANTOPEN;
          isOpen = true;
          const struct = new capi.sqlite3_file(file);
          struct.$pMethods = io.pointer;
          struct.dispose();
          if (flagsOut !== 0) wasm.poke(flagsOut, flags, 'i32');
          return OK;
        },
        xDelete: () => OK,
        xAccess: (_vfs, _name, _flags, isThere) => {
          wasm.poke(isThere, 0, 'i32');
          return OK;
        },
        xFullPathname: (_, name, length, out) => {
          wasm.cstrncpy(out, name, length);
          return OK;
        },
        xRandomness: (_, length, out) => {
          bytes(out, length).fill(0);
          return length;
        },
        xSleep: () => OK,
        xCurrentTime: () => OK,
        xGetLastError: () => undefined,
      },
    },
  });
}
