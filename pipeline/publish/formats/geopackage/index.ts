import { COVERAGE, type CoveredLevel } from '../../../model/levels.ts';
import { divideColumns, TABLE_NAMES, type Column, type Table, type TableName } from '../../../model/table.ts';
import type { Format, FormatContext, TableData, TableRow } from '../../format.ts';
import type { Bounds } from '../bounds.ts';
import { addMetadata } from './add-metadata.ts';
import { addChoropleth, addFieldNames, addNames, addOutline, addVeil } from './add-styles.ts';
import { CORE_TABLES } from './core-tables.ts';
import { addContents, addDataColumns } from './describe-table.ts';
import { loadLabelPoints } from './label-points.ts';
import { describeTexts, passTexts } from './project-texts.ts';
import { addProject, type ProjectLayer } from './qgis-project.ts';
import { AREAS, loadProjectAreas } from './load-project-areas.ts';
import { loadLayer, loadTable } from './load-table.ts';
import { openStore, type Store } from './sqlite.ts';

const PROJECTS = 'projects';

/** What a layer or table of the file is described by. */
type Described = Omit<Table, 'name' | 'schemaFile'> & { readonly name: string };

const LEVELS: ReadonlyMap<TableName, CoveredLevel> = new Map(COVERAGE.map(({ table, level }) => [table, level]));

/**
 * OGC GeoPackage 1.3, EPSG:3067: `projects`, `project_areas` and the coverage tables are layers, the others attribute tables. The long texts
 * of the projects are a table of their own, `project_texts`, so that a layer is light. QGIS opens the coverage layers as choropleths. The same rows give the same bytes: no clock, no random number, one transaction in a fresh database.
 */
export const geopackage: Format = {
  extension: 'gpkg',
  mediaType: 'application/geopackage+sqlite3',
  title: {
    en: 'GeoPackage, EPSG:3067, every layer and table, with styles',
    fi: 'GeoPackage, EPSG:3067, kaikki tasot ja taulut, tyylit mukana',
    sv: 'GeoPackage, EPSG:3067, alla lager och tabeller, med stilar',
  },
  bundle: 'hankekartta',
  tables: TABLE_NAMES,
  write: async (tables, sink, context) => {
    const scratch = context.openScratch();
    try {
      const store = await openStore(scratch);
      store.db.transaction(() => loadAll(store, tables, context));
      store.copyPages(sink);
      store.db.close();
    } finally {
      scratch.close();
    }
  },
};

function loadAll(store: Store, tables: readonly TableData[], { metadata, classes, geometry }: FormatContext): void {
  const time = `${metadata.release.slice(0, 10)}T00:00:00.000Z`;
  const layers = new Map<string, string>();
  const opened: ProjectLayer[] = [];
  const { db } = store;
  db.exec(CORE_TABLES);
  const addLayer = ({ name, title, description, columns }: Described, bounds: Bounds): void => {
    addContents(db, { name, title, description, bounds }, time);
    layers.set(name, title.en);
    const relation = relate(name, columns);
    opened.push({ name, title: title.fi, geometry: 'Polygon', isShown: name === 'regions', bounds, ...relation });
  };
  const addAttributes = (table: Described): void => {
    const { name, title, description, columns } = table;
    addContents(db, { name, title, description }, time);
    addFieldNames(db, table, time);
    layers.set(name, title.en);
    opened.push({ name, title: title.fi, geometry: 'No geometry', isShown: false, ...relate(name, columns) });
  };
  for (const data of tables) {
    const { table, rows } = data;
    const { name, columns } = table;
    const load = (source: Iterable<TableRow>, carried: readonly Column[]): Bounds =>
      loadLayer(store, name, carried, source, ({ area }) => geometry(area));
    if (name === PROJECTS) {
      const layer = { ...table, columns: divideColumns(table).carried };
      const texts = describeTexts(table);
      addLayer(layer, load(passTexts(store, texts, data), layer.columns));
      addVeil(db, layer, 'name', time);
      addDataColumns(db, layer);
      addAttributes(texts);
      addDataColumns(db, texts);
      continue;
    }
    if (name === 'project_areas') {
      const bounds = loadProjectAreas(store, data, geometry);
      addLayer(table, bounds);
      addVeil(db, table, 'area_name', time);
      addContents(db, { ...AREAS, bounds }, time);
      addOutline(db, AREAS, 'area_codes', time);
      layers.set(AREAS.name, AREAS.title.en);
    } else if (LEVELS.has(name)) {
      addLayer(table, load(rows, columns));
      const level = LEVELS.get(name);
      const scheme = classes.classes.find((each) => each.measure === 'projects' && each.area_level === level);
      addChoropleth(db, table, scheme?.breaks ?? [], time);
    } else {
      loadTable(store, name, columns, rows);
      addAttributes(table);
    }
    addDataColumns(db, table);
  }
  const labels = loadLabelPoints(store, columnsOf(tables, 'municipalities'), geometry);
  addContents(db, { ...labels, geometryType: 'POINT' }, time);
  addDataColumns(db, labels);
  addNames(db, labels, time);
  layers.set(labels.name, labels.title.en);
  const { name, title, bounds } = labels;
  opened.unshift({ name, title: title.fi, geometry: 'Point', isShown: false, bounds });
  const styles = { fi: 'Tyylit', sv: 'Stilar', en: 'Styles' };
  addContents(db, { name: 'layer_styles', title: styles, description: styles }, time);
  addMetadata(db, layers, metadata, time);
  addProject(db, opened, `${geopackage.bundle ?? ''}.${geopackage.extension}`, metadata.release.slice(0, 10));
}

/** Every other table about projects is related to their layer; an issue may be about a project that is not there. */
function relate(name: string, columns: readonly Column[]): Pick<ProjectLayer, 'relation'> {
  const isAbout = name !== PROJECTS && columns.some((column) => column.name === 'project_id' && column.required);
  return isAbout ? { relation: { layer: PROJECTS, field: 'project_id' } } : {};
}

function columnsOf(tables: readonly TableData[], name: TableName): readonly Column[] {
  return tables.find(({ table }) => table.name === name)?.table.columns ?? [];
}
