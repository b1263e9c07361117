import { ByteWriter, ParquetWriter, type ColumnSource, type KeyValue, type SchemaElement } from 'hyparquet-writer';
import type { Column, ColumnType, Table } from '../../../model/table.ts';
import type { ReleaseMetadata } from '../../format.ts';
import type { Sink } from '../../../model/sink.ts';

type Physical = Pick<SchemaElement, 'type' | 'converted_type' | 'logical_type'>;

/** Whole numbers are 32 bits wide: 64-bit ones come out as BigInt in JavaScript, and no count of ours needs them. */
const PHYSICAL: Readonly<Record<ColumnType, Physical>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
};

const MILLISECONDS_A_DAY = 86_400_000;

/** A column of a table as the schema has it: required columns cannot be null, whatever the values are. */
export function describeColumn({ name, type, required }: Column): SchemaElement {
  return { name, repetition_type: required ? 'REQUIRED' : 'OPTIONAL', ...PHYSICAL[type] };
}

/** A value as the file carries it: a date is the days since 1970-01-01. Throws for whole numbers beyond 32 bits. */
export function encodeValue(type: ColumnType, value: string | number | boolean | undefined): unknown {
  if (type === 'date' && typeof value === 'string') return Date.parse(`${value}T00:00:00Z`) / MILLISECONDS_A_DAY;
  if (type === 'integer' && typeof value === 'number' && value !== (value | 0)) {
    throw new RangeError(`${value} does not fit into 32 bits`);
  }
  return value;
}

/** Key and value pairs in the file's footer: what it is, and what its columns mean. */
export function describeFile(table: Table, metadata: ReleaseMetadata): KeyValue[] {
  const columns = table.columns.map(({ name, title, description }) => ({ name, title, description }));
  const { title, description } = table;
  return [
    { key: 'hankekartta', value: JSON.stringify({ table: table.name, title, description, ...metadata, columns }) },
  ];
}

/** Rows that are held at a time; one row group of the file. */
const GROUP_ROWS = 10_000;

/**
 * Writes rows, group by group, as columns. `schema` is Parquet's, depth first, without the root; `encode` makes the value of each
 * top-level column, absent ones `undefined`. `describe` is called after the last row.
 */
export function writeParquet<T>(
  rows: Iterable<T>,
  schema: readonly SchemaElement[],
  columns: readonly { readonly name: string; readonly encode: (row: T) => unknown; readonly statistics?: false }[],
  describe: () => KeyValue[],
  sink: Sink,
): void {
  const writer = new ByteWriter();
  const root = { name: 'root', num_children: columns.length };
  // Named without a version: the bytes are not to change with one that writes the same.
  const parquet = new ParquetWriter({ writer, schema: [root, ...schema], createdBy: 'hankekartta' });
  const flush = (): void => {
    sink.write(writer.getBytes().slice());
    writer.index = 0;
  };
  const writeGroup = (group: readonly T[]): void => {
    const columnData = columns.map(({ name, encode, statistics = true }): ColumnSource => ({
      name,
      data: group.map(encode),
      statistics,
    }));
    void parquet.write({ columnData, rowGroupSize: GROUP_ROWS });
    flush();
  };
  let group: T[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length === GROUP_ROWS) {
      writeGroup(group);
      group = [];
    }
  }
  if (group.length > 0) writeGroup(group);
  parquet.kvMetadata = describe();
  void parquet.finish();
  flush();
}
