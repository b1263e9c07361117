import type { Database } from '@sqlite.org/sqlite-wasm';
import type { Column, Table, Translations } from '../../../model/table.ts';
import { type Bounds, NO_BOUNDS } from '../bounds.ts';
import { SRS_ID } from './core-tables.ts';

/** Finnish first, as the site. */
function join({ fi, sv, en }: Translations, separator: string): string {
  return [fi, sv, en].join(separator);
}

/** What the list of contents says of a table; `name` is its name in the file. `bounds` makes it a layer. */
export interface Contents {
  readonly name: string;
  readonly title: Translations;
  readonly description: Translations;
  readonly bounds?: Bounds;
  /** Of a layer; `MULTIPOLYGON` when absent. */
  readonly geometryType?: 'MULTIPOLYGON' | 'POINT';
}

/** Registers a table or view. `lastChange` is ISO 8601 with milliseconds and `Z`, as the specification wants it. */
export function addContents(
  db: Database,
  { name, title, description, bounds, geometryType = 'MULTIPOLYGON' }: Contents,
  lastChange: string,
): void {
  const isLayer = bounds !== undefined;
  const { xmin, ymin, xmax, ymax } = bounds ?? NO_BOUNDS;
  // A layer without any geometry has no extent.
  const extent = xmin <= xmax ? [xmin, ymin, xmax, ymax] : [null, null, null, null];
  db.exec({
    sql: 'INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    bind: [
      name,
      isLayer ? 'features' : 'attributes',
      join(title, ' / '),
      join(description, '\n'),
      lastChange,
      ...extent,
      isLayer ? SRS_ID : null,
    ],
  });
  if (!isLayer) return;
  db.exec({
    sql: `INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ${SRS_ID}, 0, 0)`,
    bind: [name, geometryType],
  });
}

/** Finnish titles of columns as names for people: unique in a table, as the extension Schema wants them. */
export function listAliases({ columns }: Pick<Table, 'columns'>): ReadonlyMap<string, string> {
  const titles = columns.map(({ title }) => title.fi);
  return new Map(
    columns.map(({ name, title: { fi } }) => [
      name,
      titles.indexOf(fi) === titles.lastIndexOf(fi) ? fi : `${fi} (${name})`,
    ]),
  );
}

/** The codes that a column is limited to, as an enumeration: forms of GIS programs offer them. Gives its name. */
function addCodes(db: Database, table: string, { name, codes = [], codeTitles }: Column): string | null {
  if (codes.length === 0) return null;
  const constraint = `${table}_${name}`;
  for (const code of codes) {
    const title = codeTitles?.get(code);
    db.exec({
      sql: "INSERT INTO gpkg_data_column_constraints VALUES (?, 'enum', ?, NULL, NULL, NULL, NULL, ?)",
      bind: [constraint, code, title === undefined ? null : join(title, ' / ')],
    });
  }
  return constraint;
}

/** Title, description and codes of every column in Finnish, Swedish and English. */
export function addDataColumns(db: Database, table: Pick<Table, 'columns'> & { readonly name: string }): void {
  const aliases = listAliases(table);
  for (const column of table.columns) {
    const { name, title, description } = column;
    db.exec({
      sql: 'INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, ?)',
      bind: [
        table.name,
        name,
        aliases.get(name) ?? name,
        join(title, ' / '),
        join(description, '\n'),
        addCodes(db, table.name, column),
      ],
    });
  }
}
