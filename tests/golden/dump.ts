/** Canonical texts of binary files: what they say, in one order, whatever the libraries that wrote them add. */
import sqlite3InitModule, { type SqlValue } from '@sqlite.org/sqlite-wasm';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { parquetReadObjects } from 'hyparquet';

export const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Every table's rows in their order; binary cells by their hash. */
async function dumpGeoPackage(bytes: Uint8Array): Promise<string> {
  const sqlite3 = await sqlite3InitModule();
  const db = new sqlite3.oo1.DB(':memory:');
  const pointer = sqlite3.wasm.allocFromTypedArray(new Uint8Array(bytes));
  const flags = sqlite3.capi.SQLITE_DESERIALIZE_FREEONCLOSE;
  sqlite3.capi.sqlite3_deserialize(db, 'main', pointer, bytes.length, bytes.length, flags);
  const select = (sql: string): Record<string, SqlValue>[] => {
    const rows: Record<string, SqlValue>[] = [];
    db.exec({ sql, rowMode: 'object', callback: (row) => void rows.push(row) });
    return rows;
  };
  const objects = select(
    `SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`,
  );
  const lines = objects.map((row) => JSON.stringify(row));
  const tables = objects.flatMap(({ type, name }) => (type === 'table' && typeof name === 'string' ? [name] : []));
  for (const table of tables.filter((name) => !name.startsWith('rtree_')))
    for (const row of select(`SELECT * FROM "${table}"`)) lines.push(`${table} ${JSON.stringify(row, show)}`);
  db.close();
  return `${lines.join('\n')}\n`;
}

function show(_: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return `${String(value.length)} bytes ${hash(value).slice(0, 16)}`;
  return typeof value === 'bigint' ? `${String(value)}n` : value;
}

const dumpParts = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `== ${name}\n${strFromU8(part)}\n`)
    .join('');

async function dumpParquet(bytes: Uint8Array): Promise<string> {
  const rows: unknown[] = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  return rows.map((row) => `${JSON.stringify(row, show)}\n`).join('');
}

async function dumpFlatGeobuf(bytes: Uint8Array): Promise<string> {
  const lines: string[] = [];
  for await (const feature of deserialize(new Uint8Array(bytes))) lines.push(JSON.stringify(feature));
  return `${lines.join('\n')}\n`;
}

const DUMPS: Readonly<Record<string, (bytes: Uint8Array) => string | Promise<string>>> = {
  gpkg: dumpGeoPackage,
  xlsx: dumpParts,
  parquet: dumpParquet,
  fgb: dumpFlatGeobuf,
  zip: (bytes) =>
    Object.entries(unzipSync(bytes))
      .map(([name, part]) => `${hash(part)}  ${name}\n`)
      .join(''),
};

/** The file's own bytes for a text, its canonical dump for a binary file. */
export async function dump(name: string, bytes: Uint8Array): Promise<Uint8Array | string> {
  const write = DUMPS[name.split('.').at(-1) ?? ''];
  return write === undefined ? bytes : await write(bytes);
}
