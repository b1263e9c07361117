import type { Row, Translations } from '../../../model/table.ts';
import type { AreaReference, FormatContext, TableData, TableRow } from '../../format.ts';
import type { Bounds } from '../bounds.ts';
import { type LoadedColumn, loadLayer, loadTable } from './load-table.ts';
import { quote } from './quote.ts';
import type { Store } from './sqlite.ts';

/** The layer that the view's geometries come from. */
export const AREAS: { readonly name: string; readonly title: Translations; readonly description: Translations } = {
  name: 'areas',
  title: { fi: 'Alueiden rajat', sv: 'Områdenas gränser', en: 'Boundaries of areas' },
  description: {
    fi: 'Taulun project_areas alueiden geometriat, kukin kerran.',
    sv: 'Geometrierna för områdena i tabellen project_areas, var och en en gång.',
    en: 'Geometries of the areas of the table project_areas, each once.',
  },
};

const AREA_COLUMNS: readonly LoadedColumn[] = [
  { name: 'area_level', type: 'string', required: true },
  { name: 'area_codes', type: 'string', required: true },
];

interface SharedArea {
  readonly values: Row;
  readonly area: AreaReference;
}

/**
 * A row per project and area would repeat each region's boundary for every project in it, nine tenths of the bytes. So the rows and the
 * areas' geometries are tables of their own, and the layer `project_areas` is a view of both (a GeoPackage layer is "a table or view").
 * GDAL and QGIS number a view's features by a first column `OGC_FID`; `area_fid` leads GDAL to the spatial index of `areas`.
 * Gives the bounds of the areas.
 */
export function loadProjectAreas(
  store: Store,
  { table, rows }: TableData,
  geometry: FormatContext['geometry'],
): Bounds {
  const shared = new Map<string, SharedArea>();
  const numbers = new Map<string, number>();
  const encode = ({ area }: TableRow): number | null => {
    if (area === undefined) return null;
    const codes = area.codes.join(' | ');
    const key = `${area.level} ${codes}`;
    if (!shared.has(key)) {
      shared.set(key, { area, values: { area_level: area.level, area_codes: codes } });
      numbers.set(key, shared.size);
    }
    return numbers.get(key) ?? null;
  };
  const rowTable = `${table.name}_rows`;
  loadTable(store, rowTable, table.columns, rows, { declaration: 'area_fid INTEGER', encode });
  const bounds = loadLayer(store, AREAS.name, AREA_COLUMNS, shared.values(), ({ area }) => geometry(area));
  const columns = table.columns.map(({ name }) => `r.${quote(name)} AS ${quote(name)}`);
  store.db.exec(
    `CREATE VIEW ${quote(table.name)} AS SELECT r.fid AS OGC_FID, ${columns.join(', ')}, a.fid AS area_fid, a.geom AS geom ` +
      `FROM ${quote(rowTable)} r LEFT JOIN ${quote(AREAS.name)} a ON a.fid = r.area_fid`,
  );
  return bounds;
}
