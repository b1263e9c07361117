import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { writeLine, writeRows, type DumpedRow } from './rows.ts';

/** Tables that SQLite's R-tree keeps for itself; what it finds is tested elsewhere, its bytes are in the checksums. */
const INTERNAL = /^(rtree_|sqlite_)/;

interface OpenGeopackage {
  readonly select: (sql: string) => DumpedRow[];
  /** Names of the tables, SQLite's own left out. */
  readonly tables: readonly string[];
}

async function openGeopackage<T>(bytes: Uint8Array, use: (geopackage: OpenGeopackage) => T): Promise<T> {
  const sqlite3 = await sqlite3InitModule();
  const db = new sqlite3.oo1.DB(':memory:');
  const pointer = sqlite3.wasm.allocFromTypedArray(new Uint8Array(bytes));
  const flags = sqlite3.capi.SQLITE_DESERIALIZE_FREEONCLOSE;
  sqlite3.capi.sqlite3_deserialize(db, 'main', pointer, bytes.length, bytes.length, flags);
  const select = (sql: string): DumpedRow[] => db.exec({ sql, rowMode: 'object', returnValue: 'resultRows' });
  try {
    const names = select("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map(({ name }) =>
      String(name),
    );
    return use({ select, tables: names.filter((name) => !INTERNAL.test(name)) });
  } finally {
    db.close();
  }
}

/** Statements that make the tables, then their rows, as `.dump` of the sqlite3 program gives them, geometry as length and hash. */
export function dumpGeopackage(bytes: Uint8Array): Promise<string> {
  return openGeopackage(bytes, ({ select, tables }) =>
    [
      writeLine(select('PRAGMA user_version').concat(select('PRAGMA application_id'))),
      ...select('SELECT sql FROM sqlite_master ORDER BY type, name').map(({ sql }) =>
        typeof sql === 'string' ? `${sql};\n` : '',
      ),
      ...tables.map((name) => writeRows(name, select(`SELECT * FROM "${name}" ORDER BY rowid`))),
    ].join(''),
  );
}

/** Every text in its tables, whole. */
export function readGeopackageTexts(bytes: Uint8Array): Promise<string> {
  return openGeopackage(bytes, ({ select, tables }) =>
    tables
      .flatMap((name) => select(`SELECT * FROM "${name}"`).flatMap((row) => Object.values(row)))
      .filter((value) => typeof value === 'string')
      .join(' | '),
  );
}
