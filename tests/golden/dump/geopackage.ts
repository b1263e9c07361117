import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { writeLine, writeRows, type DumpedRow } from './rows.ts';

/** Tables that SQLite's R-tree keeps for itself; what it finds is tested elsewhere, its bytes are in the checksums. */
const INTERNAL = /^(rtree_|sqlite_)/;

/** Statements that make the tables, then their rows, as `.dump` of the sqlite3 program gives them, geometry as length and hash. */
export async function dumpGeopackage(bytes: Uint8Array): Promise<string> {
  const sqlite3 = await sqlite3InitModule();
  const db = new sqlite3.oo1.DB(':memory:');
  const pointer = sqlite3.wasm.allocFromTypedArray(new Uint8Array(bytes));
  const flags = sqlite3.capi.SQLITE_DESERIALIZE_FREEONCLOSE;
  sqlite3.capi.sqlite3_deserialize(db, 'main', pointer, bytes.length, bytes.length, flags);
  const select = (sql: string): DumpedRow[] => db.exec({ sql, rowMode: 'object', returnValue: 'resultRows' });
  try {
    const master = select('SELECT type, name, sql FROM sqlite_master ORDER BY type, name');
    const tables = master
      .filter(({ type, name }) => type === 'table' && !INTERNAL.test(String(name)))
      .map(({ name }) => String(name));
    return [
      writeLine(select('PRAGMA user_version').concat(select('PRAGMA application_id'))),
      ...master.map(({ sql }) => (typeof sql === 'string' ? `${sql};\n` : '')),
      ...tables.map((name) => writeRows(name, select(`SELECT * FROM "${name}" ORDER BY rowid`))),
    ].join('');
  } finally {
    db.close();
  }
}
