import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { TABLE_NAMES, type TableName } from '../../../table.ts';
import type { Format } from '../../format.ts';
import type { Bounds } from '../bounds.ts';
import { addMetadata } from './add-metadata.ts';
import { createQml, createSld } from './choropleth.ts';
import { CORE_TABLES } from './core-tables.ts';
import { addContents, addDataColumns } from './describe-table.ts';
import { loadLayer, loadTable } from './load-table.ts';
import { AREAS, loadProjectAreas } from './load-project-areas.ts';

const COVERAGE: ReadonlySet<TableName> = new Set(['municipalities', 'sub_regions', 'regions']);

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
  write: async (tables, sink, { metadata, geometry }) => {
    const sqlite3 = await sqlite3InitModule();
    const db = new sqlite3.oo1.DB(':memory:');
    const time = `${metadata.release.slice(0, 10)}T00:00:00.000Z`;
    const layers = new Map<string, string>();
    const addLayerContents = (layer: Parameters<typeof addContents>[1]): void => {
      addContents(db, layer, time);
      layers.set(layer.name, layer.title.en);
    };
    db.transaction(() => {
      db.exec(CORE_TABLES);
      for (const data of tables) {
        const { table, rows } = data;
        const { name, title, description, columns } = table;
        const describeLayer = (bounds: Bounds): void => addLayerContents({ name, title, description, bounds });
        if (name === 'project_areas') {
          const bounds = loadProjectAreas(db, data, geometry);
          describeLayer(bounds);
          addLayerContents({ ...AREAS, bounds });
        } else if (name === 'projects' || COVERAGE.has(name)) {
          describeLayer(loadLayer(db, name, columns, rows, ({ area }) => geometry(area)));
        } else {
          loadTable(db, name, columns, rows);
          addContents(db, { name, title, description }, time);
        }
        addDataColumns(db, table);
        if (COVERAGE.has(name)) {
          db.exec({
            sql: "INSERT INTO layer_styles VALUES (NULL, '', '', ?, 'geom', ?, ?, ?, 1, ?, '', NULL, ?)",
            bind: [name, 'project_count', createQml(table), createSld(table), table.title.en, time],
          });
        }
      }
      const styles = { fi: 'Tyylit', sv: 'Stilar', en: 'Styles' };
      addContents(db, { name: 'layer_styles', title: styles, description: styles }, time);
      addMetadata(db, layers, metadata, time);
    });
    sink.write(sqlite3.capi.sqlite3_js_db_export(db));
    db.close();
  },
};
