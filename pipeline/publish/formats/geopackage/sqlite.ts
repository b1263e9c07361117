import sqlite3InitModule, { type Database, type PreparedStatement } from '@sqlite.org/sqlite-wasm';
import type { Scratch } from '../../../model/scratch.ts';
import type { Sink } from '../../../model/sink.ts';
import { installScratchVfs, SCRATCH_VFS } from './scratch-vfs.ts';

export type Cell = string | number | boolean | Uint8Array | null | undefined;

/** SQLite's C functions that are called once per cell or page, as WebAssembly exports them: pointers and sizes are numbers. */
interface RawFunctions {
  sqlite3_bind_null: (statement: number, index: number) => number;
  sqlite3_bind_double: (statement: number, index: number, value: number) => number;
  sqlite3_bind_text: (statement: number, index: number, text: number, bytes: number, destructor: number) => number;
  sqlite3_bind_blob: (statement: number, index: number, blob: number, bytes: number, destructor: number) => number;
  sqlite3_step: (statement: number) => number;
  sqlite3_reset: (statement: number) => number;
  sqlite3_column_blob: (statement: number, column: number) => number;
  sqlite3_column_bytes: (statement: number, column: number) => number;
}

const ROW = 100;
const DONE = 101;
/** SQLite makes its own copy of what is bound. */
const TRANSIENT = -1;

export interface Inserter {
  readonly insert: (cells: readonly Cell[]) => void;
  readonly close: () => void;
}

/** A database, and the two things that its own JavaScript interface does slowly. */
export interface Store {
  readonly db: Database;
  /** Prepares an INSERT with as many parameters as the rows have cells. Whole numbers become integers where the column is one. */
  readonly prepareInsert: (sql: string) => Inserter;
  /** Writes the database file page by page; SQLite's export would make two more copies of it in memory. */
  readonly copyPages: (sink: Sink) => void;
}

/** Nothing is kept for a rollback or a crash, and only the pages that are at work (64 MB of them) lie in memory. */
const SETTINGS = `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -65536;`;

/** In the header: how often the file was changed, as whom that was last counted, and by which SQLite. They say nothing of what is in it. */
const COUNTERS = [
  [24, 28],
  [92, 100],
] as const;

/** Opens an empty database that lies in a scratch. Binding by its interface costs three microseconds a cell, by the exports a third of one. */
export async function openStore(scratch: Scratch): Promise<Store> {
  const sqlite3 = await sqlite3InitModule();
  const { wasm } = sqlite3;
  const raw = wasm.exports as RawFunctions;
  installScratchVfs(sqlite3, scratch);
  const db = new sqlite3.oo1.DB('database', 'c', SCRATCH_VFS);
  db.exec(SETTINGS);
  const encoder = new TextEncoder();
  let room = 1 << 16;
  let memory = wasm.alloc(room);

  const findPointer = ({ pointer }: PreparedStatement): number => {
    if (pointer === undefined) throw new Error('the statement is finalized');
    return pointer;
  };
  const makeRoom = (bytes: number): void => {
    if (bytes <= room) return;
    wasm.dealloc(memory);
    room = bytes * 2;
    memory = wasm.alloc(room);
  };
  const bind = (statement: number, index: number, cell: Cell): number => {
    if (cell === null || cell === undefined) return raw.sqlite3_bind_null(statement, index);
    if (typeof cell === 'string') {
      // A UTF-16 unit takes three bytes of UTF-8 at most.
      makeRoom(cell.length * 3);
      const { written } = encoder.encodeInto(cell, wasm.heap8u().subarray(memory, memory + room));
      return raw.sqlite3_bind_text(statement, index, memory, written, TRANSIENT);
    }
    if (typeof cell === 'object') {
      makeRoom(cell.length);
      wasm.heap8u().set(cell, memory);
      return raw.sqlite3_bind_blob(statement, index, memory, cell.length, TRANSIENT);
    }
    // The affinity of an INTEGER or BOOLEAN column makes it an integer again.
    return raw.sqlite3_bind_double(statement, index, Number(cell));
  };
  return {
    db,
    prepareInsert: (sql) => {
      const statement = db.prepare(sql);
      const pointer = findPointer(statement);
      return {
        insert: (cells) => {
          for (const [index, cell] of cells.entries()) {
            if (bind(pointer, index + 1, cell) !== 0) throw new Error(`cannot bind cell ${index + 1} of ${sql}`);
          }
          const result = raw.sqlite3_step(pointer);
          if (result !== DONE) throw new Error(`${sqlite3.capi.sqlite3_errmsg(db)}: ${sql}`);
          raw.sqlite3_reset(pointer);
        },
        close: () => statement.finalize(),
      };
    },
    copyPages: (sink) => {
      const statement = db.prepare('SELECT data FROM sqlite_dbpage');
      const pointer = findPointer(statement);
      let counters: typeof COUNTERS | undefined = COUNTERS;
      while (raw.sqlite3_step(pointer) === ROW) {
        const start = raw.sqlite3_column_blob(pointer, 0);
        const page = wasm.heap8u().slice(start, start + raw.sqlite3_column_bytes(pointer, 0));
        for (const [from, to] of counters ?? []) page.fill(0, from, to);
        counters = undefined;
        sink.write(page);
      }
      statement.finalize();
    },
  };
}
