import type { MultiPolygon } from '../../../model/area.ts';
import type { Column, ColumnType, Row } from '../../../model/table.ts';
import { type Bounds, measureBounds, NO_BOUNDS, uniteBounds } from '../bounds.ts';
import { encodeGeometry } from './encode-geometry.ts';
import { quote } from './quote.ts';
import { createSpatialIndex, finishSpatialIndex, nameIndex } from './spatial-index.ts';
import type { Cell, Store } from './sqlite.ts';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'TEXT',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
};

export type LoadedColumn = Pick<Column, 'name' | 'type' | 'required'>;

/** A column that is not in the schema; it comes last. */
interface LastColumn<T> {
  readonly declaration: string;
  readonly encode: (row: T, fid: number) => Cell;
}

/** A new table with the schema's columns that takes rows one by one; `fid` counts them from 1. */
export function createTable<T extends { readonly values: Row }>(
  { db, prepareInsert }: Store,
  name: string,
  columns: readonly LoadedColumn[],
  last?: LastColumn<T>,
): { readonly add: (row: T) => void; readonly close: () => void } {
  const declared = columns.map(
    (column) => `${quote(column.name)} ${SQL_TYPES[column.type]}${column.required ? ' NOT NULL' : ''}`,
  );
  const all = ['fid INTEGER PRIMARY KEY', ...declared, ...(last === undefined ? [] : [last.declaration])];
  db.exec(`CREATE TABLE ${quote(name)} (${all.join(', ')})`);
  const { insert, close } = prepareInsert(`INSERT INTO ${quote(name)} VALUES (${all.map(() => '?').join(', ')})`);
  let fid = 0;
  return {
    add(row) {
      fid += 1;
      const cells: Cell[] = [fid, ...columns.map((column) => row.values[column.name])];
      if (last !== undefined) cells.push(last.encode(row, fid));
      insert(cells);
    },
    close,
  };
}

/** Creates a table and fills it. */
export function loadTable<T extends { readonly values: Row }>(
  store: Store,
  name: string,
  columns: readonly LoadedColumn[],
  rows: Iterable<T>,
  last?: LastColumn<T>,
): void {
  const { add, close } = createTable(store, name, columns, last);
  for (const row of rows) add(row);
  close();
}

/** A table with a geometry and its spatial index; gives the bounds of all geometries. An empty geometry is none. */
export function loadLayer<T extends { readonly values: Row }>(
  store: Store,
  name: string,
  columns: readonly LoadedColumn[],
  rows: Iterable<T>,
  findGeometry: (row: T) => MultiPolygon | undefined,
): Bounds {
  createSpatialIndex(store.db, name);
  const { insert, close } = store.prepareInsert(`INSERT INTO ${quote(nameIndex(name))} VALUES (?, ?, ?, ?, ?)`);
  let all = NO_BOUNDS;
  const encode = (row: T, fid: number): Cell => {
    const polygons = findGeometry(row) ?? [];
    if (polygons.length === 0) return null;
    const bounds = measureBounds(polygons);
    all = uniteBounds([all, bounds]);
    insert([fid, bounds.xmin, bounds.xmax, bounds.ymin, bounds.ymax]);
    return encodeGeometry(polygons, bounds);
  };
  loadTable(store, name, columns, rows, { declaration: 'geom MULTIPOLYGON', encode });
  close();
  finishSpatialIndex(store.db, name);
  return all;
}
