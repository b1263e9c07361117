import type { Database } from '@sqlite.org/sqlite-wasm';
import type { Table } from '../../../model/table.ts';
import { createChoroplethQml, createChoroplethSld } from './choropleth.ts';
import { writeQml, writeSymbol } from './qml.ts';

/** Stores a style that QGIS applies when it opens the layer; `time` as in `gpkg_contents`. */
function addDefaultStyle(
  db: Database,
  { name: layer, title }: Styled,
  name: string,
  qml: string,
  sld: string | null,
  time: string,
  geometryColumn = 'geom',
): void {
  db.exec({
    sql: "INSERT INTO layer_styles VALUES (NULL, '', '', ?, ?, ?, ?, ?, 1, ?, '', NULL, ?)",
    bind: [layer, geometryColumn, name, qml, sld, title.en, time],
  });
}

/** What a style needs to know of a layer. */
type Styled = Pick<Table, 'title' | 'columns'> & { readonly name: string };

/** A coverage layer, coloured by its number of projects. */
export function addChoropleth(db: Database, table: Table, breaks: readonly number[], time: string): void {
  const [qml, sld] = [createChoroplethQml(table, breaks), createChoroplethSld(table, breaks)];
  addDefaultStyle(db, table, 'project_count', qml, sld, time);
}

/** Projects' areas lie on top of one another: each is a thin veil, so that many of them are dark. */
export function addVeil(db: Database, table: Table, nameField: string, time: string): void {
  const symbol = writeSymbol('0', { colour: [34, 94, 168], alpha: 40, isHatched: false });
  addDefaultStyle(db, table, table.name, writeQml(table, writeSingleSymbol(symbol), nameField), null, time);
}

/** A table without geometry: Finnish names of its fields are all that there is to style. */
export function addFieldNames(db: Database, table: Styled, time: string): void {
  const nameField = table.columns[0]?.name ?? '';
  addDefaultStyle(db, table, table.name, writeQml(table, '', nameField, 4), null, time, '');
}

/** Areas as outlines alone. */
export function addOutline(db: Database, layer: Omit<Styled, 'columns'>, nameField: string, time: string): void {
  const symbol = writeSymbol('0', { colour: [255, 255, 255], alpha: 0, isHatched: false });
  addDefaultStyle(
    db,
    { ...layer, columns: [] },
    layer.name,
    writeQml({ columns: [] }, writeSingleSymbol(symbol), nameField),
    null,
    time,
  );
}

/** Points as names: regions in large letters at any scale, finer areas when there is room for them. */
export function addNames(db: Database, layer: Styled, time: string): void {
  const marker =
    '<symbol type="marker" name="0" alpha="1"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map">' +
    '<Option type="QString" name="color" value="60,60,60,255"/><Option type="QString" name="size" value="0.8"/>' +
    '<Option type="QString" name="outline_style" value="no"/></Option></layer></symbol>';
  const labeling =
    '<labeling type="simple"><settings calloutType="simple"><text-style fieldName="name_fi" isExpression="0" fontFamily="Sans Serif" fontSize="8" ' +
    'fontSizeUnit="Point" textColor="30,30,30,255" textOpacity="1"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" ' +
    'bufferColor="255,255,255,255" bufferOpacity="1"/></text-style><placement placement="0" dist="0"/></settings></labeling>';
  const qml = writeQml(layer, `${writeSingleSymbol(marker)}${labeling}`, 'name_fi', 0);
  addDefaultStyle(db, layer, layer.name, qml, null, time);
}

function writeSingleSymbol(symbol: string): string {
  return `<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>${symbol}</symbols></renderer-v2>`;
}
