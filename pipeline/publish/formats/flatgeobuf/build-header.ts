import { Builder } from 'flatbuffers';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Column } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import type { ColumnType as OurType, Table } from '../../../model/table.ts';
import type { ReleaseMetadata } from '../../format.ts';
import type { Bounds } from '../bounds.ts';
import { NODE_SIZE } from './packed-r-tree.ts';

/** Whole numbers are 64 bits wide; FlatGeobuf has a date only with a time of day, ISO 8601 text. */
export const COLUMN_TYPES: Readonly<Record<OurType, ColumnType>> = {
  string: ColumnType.String,
  integer: ColumnType.Long,
  number: ColumnType.Double,
  boolean: ColumnType.Bool,
  date: ColumnType.DateTime,
};

function buildColumn(builder: Builder, column: Table['columns'][number]): number {
  const name = builder.createString(column.name);
  const title = builder.createString(column.title.en);
  const description = builder.createString(column.description.en);
  Column.startColumn(builder);
  Column.addName(builder, name);
  Column.addType(builder, COLUMN_TYPES[column.type]);
  Column.addTitle(builder, title);
  Column.addDescription(builder, description);
  Column.addNullable(builder, !column.required);
  return Column.endColumn(builder);
}

function buildCrs(builder: Builder): number {
  const organisation = builder.createString('EPSG');
  const name = builder.createString('ETRS89 / TM35FIN(E,N)');
  Crs.startCrs(builder);
  Crs.addOrg(builder, organisation);
  Crs.addCode(builder, 3067);
  Crs.addName(builder, name);
  return Crs.endCrs(builder);
}

/**
 * The header, size first. The package's own writes no index, no envelope, no titles and calls every layer "L1".
 * Every column's type comes from the schema, never from a value.
 */
export function buildHeader(table: Table, count: number, bounds: Bounds, metadata: ReleaseMetadata): Uint8Array {
  const builder = new Builder();
  const columns = Header.createColumnsVector(
    builder,
    table.columns.map((column) => buildColumn(builder, column)),
  );
  const crs = buildCrs(builder);
  const { xmin, ymin, xmax, ymax } = bounds;
  const envelope = xmin <= xmax ? Header.createEnvelopeVector(builder, [xmin, ymin, xmax, ymax]) : undefined;
  const name = builder.createString(table.name);
  const title = builder.createString(table.title.en);
  const description = builder.createString([table.description.en, ...metadata.notes].join(' '));
  const json = builder.createString(JSON.stringify(metadata));
  Header.startHeader(builder);
  Header.addName(builder, name);
  if (envelope !== undefined) Header.addEnvelope(builder, envelope);
  Header.addGeometryType(builder, GeometryType.MultiPolygon);
  Header.addColumns(builder, columns);
  Header.addFeaturesCount(builder, BigInt(count));
  Header.addIndexNodeSize(builder, count === 0 ? 0 : NODE_SIZE);
  Header.addCrs(builder, crs);
  Header.addTitle(builder, title);
  Header.addDescription(builder, description);
  Header.addMetadata(builder, json);
  Header.finishSizePrefixedHeaderBuffer(builder, Header.endHeader(builder));
  return builder.asUint8Array();
}
