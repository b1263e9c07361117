import sqlite3InitModule, { type Database } from '@sqlite.org/sqlite-wasm';
import { TABLE_NAMES } from '../../../table.ts';
import type { Format, FormatContext, Sink, TableData } from '../../format.ts';
import type { Bounds } from '../bounds.ts';
import { addMetadata } from './add-metadata.ts';
import { addChoropleth, addVeil } from './add-styles.ts';
import { CORE_TABLES } from './core-tables.ts';
import { addContents, addDataColumns } from './describe-table.ts';
import { AREAS, loadProjectAreas } from './load-project-areas.ts';
import { loadLayer, loadTable } from './load-table.ts';

/**
 * OGC GeoPackage 1.3, EPSG:3067: `projects`, `project_areas` and the coverage tables are layers, the others attribute tables. QGIS opens
 * the coverage layers as choropleths. The same rows give the same bytes: no clock, no random number, one transaction in a fresh database.
 */
export const geopackage: Format = {
  extension: 'gpkg',
  mediaType: 'application/geopackage+sqlite3',
  title: 'GeoPackage, EPSG:3067, every layer and table, with styles',
  bundle: 'hankekartta',
  tables: TABLE_NAMES,
  write: async (tables, sink, context) => {
    const sqlite3 = await sqlite3InitModule();
    const db = new sqlite3.oo1.DB(':memory:');
    db.transaction(() => loadAll(db, tables, context));
    copyPages(db, sink);
    db.close();
  },
};

function loadAll(db: Database, tables: readonly TableData[], { metadata, geometry }: FormatContext): void {
  const time = `${metadata.release.slice(0, 10)}T00:00:00.000Z`;
  const layers = new Map<string, string>();
  db.exec(CORE_TABLES);
  for (const data of tables) {
    const { table, rows } = data;
    const { name, title, description, columns } = table;
    const addLayer = (bounds: Bounds): void => {
      addContents(db, { name, title, description, bounds }, time);
      layers.set(name, title.en);
    };
    const load = (): Bounds => loadLayer(db, name, columns, rows, ({ area }) => geometry(area));
    switch (name) {
      case 'projects':
        addLayer(load());
        addVeil(db, table, 'name', time);
        break;
      case 'project_areas': {
        const bounds = loadProjectAreas(db, data, geometry);
        addLayer(bounds);
        addVeil(db, table, 'area_name', time);
        addContents(db, { ...AREAS, bounds }, time);
        layers.set(AREAS.name, AREAS.title.en);
        break;
      }
      case 'municipalities':
      case 'sub_regions':
      case 'regions':
        addLayer(load());
        addChoropleth(db, table, time);
        break;
      default:
        loadTable(db, name, columns, rows);
        addContents(db, { name, title, description }, time);
    }
    addDataColumns(db, table);
  }
  const styles = { fi: 'Tyylit', sv: 'Stilar', en: 'Styles' };
  addContents(db, { name: 'layer_styles', title: styles, description: styles }, time);
  addMetadata(db, layers, metadata, time);
}

/** The database file, page by page: SQLite's own export would make two more copies of it in memory. */
function copyPages(db: Database, sink: Sink): void {
  const pages = db.prepare('SELECT data FROM sqlite_dbpage');
  while (pages.step()) sink.write(pages.getBlob(0) ?? new Uint8Array());
  pages.finalize();
}
