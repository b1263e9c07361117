import path from 'node:path';
import { unzipSync } from 'fflate';
import { dumpFlatgeobuf, dumpGeojson, dumpTopojson } from './features.ts';
import { dumpGeopackage } from './geopackage.ts';
import { dumpParquet } from './parquet.ts';
import { hash, writeLine } from './rows.ts';
import { dumpXlsx } from './xlsx.ts';

function dumpZip(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => writeLine([name, content.length, hash(content)]))
    .join('');
}

/** By extension: what a binary file, or a text file full of coordinates, holds, in lines that a person can review. */
const DUMPS: Readonly<Record<string, (name: string, bytes: Uint8Array) => string | Promise<string>>> = {
  '.fgb': dumpFlatgeobuf,
  '.geojson': dumpGeojson,
  '.gpkg': (_, bytes) => dumpGeopackage(bytes),
  '.parquet': dumpParquet,
  '.topojson': (_, bytes) => dumpTopojson(bytes),
  '.xlsx': (_, bytes) => dumpXlsx(bytes),
  '.zip': (_, bytes) => dumpZip(bytes),
};

/** Formats whose bytes are their own review. */
const TEXT = /\.(csv|csvt|json|jsonld|jsonl|rdf|ttl|txt|xml)$|(^|\/)SHA256SUMS$/;

/**
 * The file that stands for a published one among the expected files: itself for text, a dump for the rest. Throws for a format that
 * is neither, so that no format is published unseen.
 */
export async function dumpFile(file: string, bytes: Uint8Array): Promise<readonly [file: string, content: Uint8Array]> {
  const { ext, name } = path.posix.parse(file);
  const dump = DUMPS[ext];
  if (dump !== undefined) return [`${file}.dump.txt`, Buffer.from(await dump(name, bytes))];
  if (!TEXT.test(file)) throw new Error(`unexpected ${file}, expected a text format or one that has a dump`);
  return [file, bytes];
}
