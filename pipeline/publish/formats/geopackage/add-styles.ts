import type { Database } from '@sqlite.org/sqlite-wasm';
import type { Table } from '../../../model/table.ts';
import { createChoroplethQml, createChoroplethSld } from './choropleth.ts';
import { writeQml, writeSymbol } from './qml.ts';

/** Stores a style that QGIS applies when it opens the layer; `time` as in `gpkg_contents`. */
function addDefaultStyle(
  db: Database,
  table: Table,
  name: string,
  qml: string,
  sld: string | null,
  time: string,
): void {
  db.exec({
    sql: "INSERT INTO layer_styles VALUES (NULL, '', '', ?, 'geom', ?, ?, ?, 1, ?, '', NULL, ?)",
    bind: [table.name, name, qml, sld, table.title.en, time],
  });
}

/** A coverage layer, coloured by its number of projects. */
export function addChoropleth(db: Database, table: Table, breaks: readonly number[], time: string): void {
  const [qml, sld] = [createChoroplethQml(table, breaks), createChoroplethSld(table, breaks)];
  addDefaultStyle(db, table, 'project_count', qml, sld, time);
}

/** Projects' areas lie on top of one another: each is a thin veil, so that many of them are dark. */
export function addVeil(db: Database, table: Table, nameField: string, time: string): void {
  const symbol = writeSymbol('0', { colour: [34, 94, 168], alpha: 40, isHatched: false });
  const renderer = `<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>${symbol}</symbols></renderer-v2>`;
  addDefaultStyle(db, table, table.name, writeQml(table, renderer, nameField), null, time);
}
