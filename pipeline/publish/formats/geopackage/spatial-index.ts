import type { Database } from '@sqlite.org/sqlite-wasm';
import { quote } from './quote.ts';

/**
 * The R-tree of a layer's `geom` (OGC 12-128r17, annex F.3), to be filled while the layer is loaded: its triggers come last, since
 * they call functions that only programs for GeoPackages have.
 */
export function createSpatialIndex(db: Database, layer: string): void {
  db.exec(`CREATE VIRTUAL TABLE ${quote(nameIndex(layer))} USING rtree(id, minx, maxx, miny, maxy)`);
  db.exec({
    sql: `INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec121/#extension_rtree', 'write-only')`,
    bind: [layer],
  });
}

export function nameIndex(layer: string): string {
  return `rtree_${layer}_geom`;
}

/**
 * The triggers that keep the index right when a layer is edited. Throws when the index has lost a geometry: a validator would
 * not notice, and every search by rectangle would find nothing.
 */
export function finishSpatialIndex(db: Database, layer: string): void {
  const index = quote(nameIndex(layer));
  const table = quote(layer);
  const indexed = Number(db.selectValue(`SELECT count(*) FROM ${index}`));
  const drawn = Number(db.selectValue(`SELECT count(geom) FROM ${table}`));
  if (indexed !== drawn) throw new Error(`${indexed} of ${drawn} geometries of ${layer} are in its spatial index`);
  const on = (name: string, event: string, condition: string, action: string): void => {
    const trigger = quote(`${nameIndex(layer)}_${name}`);
    db.exec(`CREATE TRIGGER ${trigger} AFTER ${event} ON ${table} WHEN ${condition} BEGIN ${action} END`);
  };
  const isDrawn = '(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))';
  const isEmpty = '(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))';
  const extent = 'NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)';
  const put = `INSERT OR REPLACE INTO ${index} VALUES (${extent});`;
  const drop = `DELETE FROM ${index} WHERE id = OLD.fid;`;
  on('insert', 'INSERT', isDrawn, put);
  on('update1', 'UPDATE OF geom', `OLD.fid = NEW.fid AND ${isDrawn}`, put);
  on('update2', 'UPDATE OF geom', `OLD.fid = NEW.fid AND ${isEmpty}`, drop);
  on('update3', 'UPDATE', `OLD.fid != NEW.fid AND ${isDrawn}`, drop + put);
  on('update4', 'UPDATE', `OLD.fid != NEW.fid AND ${isEmpty}`, `DELETE FROM ${index} WHERE id IN (OLD.fid, NEW.fid);`);
  on('delete', 'DELETE', 'OLD.geom NOT NULL', drop);
}
