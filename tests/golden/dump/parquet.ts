import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { writeLine, writeRows, type DumpedRow } from './rows.ts';

/** Schema, key-value metadata and rows; geometry as length and hash. */
export async function dumpParquet(name: string, bytes: Uint8Array): Promise<string> {
  const file = Uint8Array.from(bytes).buffer;
  const { schema, key_value_metadata: pairs = [] } = parquetMetadata(file);
  const rows: DumpedRow[] = await parquetReadObjects({ file, geoparquet: false });
  return [
    ...schema.map((element) => writeLine(element)),
    ...pairs.map(({ key, value }) => writeLine([key, value])),
    writeRows(name, rows),
  ].join('');
}
