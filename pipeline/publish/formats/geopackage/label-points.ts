import { COVERAGE } from '../../../model/levels.ts';
import type { Column, Row, Translations } from '../../../model/table.ts';
import type { FormatContext } from '../../format.ts';
import { NO_BOUNDS, uniteBounds, type Bounds } from '../bounds.ts';
import { encodePoint } from './encode-geometry.ts';
import { findLabelPoint } from './label-point.ts';
import { loadTable } from './load-table.ts';
import { quote } from './quote.ts';
import { createSpatialIndex, finishSpatialIndex, nameIndex } from './spatial-index.ts';
import type { Store } from './sqlite.ts';

const NAMES = ['code', 'name_fi', 'name_sv', 'name_en'];

const LEVEL: Column = {
  name: 'area_level',
  kind: 'code',
  type: 'string',
  required: true,
  title: { fi: 'Aluetaso', sv: 'Områdesnivå', en: 'Area level' },
  description: {
    fi: 'Taso, jolle alue kuuluu.',
    sv: 'Nivån som området hör till.',
    en: 'Level that the area belongs to.',
  },
};

/** The layer of points where an area's name is written. */
export interface LabelLayer {
  readonly name: 'label_points';
  readonly title: Translations;
  readonly description: Translations;
  readonly columns: readonly Column[];
  readonly bounds: Bounds;
}

interface Point {
  readonly values: Row;
  readonly position: readonly [number, number];
}

function readText(cell: unknown): string | undefined {
  return typeof cell === 'string' ? cell : undefined;
}

/** Adds the layer `label_points`: one point of each region, sub-region and municipality, where its name has the most room. The coverage tables have been loaded. */
export function loadLabelPoints(
  store: Store,
  columnsOfAreas: readonly Column[],
  geometry: FormatContext['geometry'],
): LabelLayer {
  const name = 'label_points';
  const points: Point[] = [];
  for (const { table, level } of COVERAGE.toReversed()) {
    // From the table that was loaded: rows are read once.
    const rows = store.db.selectObjects(`SELECT ${NAMES.map(quote).join(', ')} FROM ${quote(table)} ORDER BY fid`);
    for (const row of rows) {
      const values = Object.fromEntries(NAMES.map((column) => [column, readText(row[column])]));
      const position = findLabelPoint(geometry({ level, codes: [values['code'] ?? ''] }) ?? []);
      if (position !== undefined) points.push({ values: { area_level: level, ...values }, position });
    }
  }
  const columns = [LEVEL, ...columnsOfAreas.filter((column) => NAMES.includes(column.name))];
  createSpatialIndex(store.db, name);
  const { insert, close } = store.prepareInsert(`INSERT INTO ${quote(nameIndex(name))} VALUES (?, ?, ?, ?, ?)`);
  let bounds = NO_BOUNDS;
  loadTable(store, name, columns, points, {
    declaration: 'geom POINT',
    encode: ({ position: [x, y] }, fid) => {
      insert([fid, x, x, y, y]);
      bounds = uniteBounds([bounds, { xmin: x, xmax: x, ymin: y, ymax: y }]);
      return encodePoint([x, y]);
    },
  });
  close();
  finishSpatialIndex(store.db, name);
  return {
    name,
    title: { fi: 'Alueiden nimien paikat', sv: 'Områdesnamnens platser', en: 'Label points of areas' },
    description: {
      fi: 'Piste jokaisen maakunnan, seutukunnan ja kunnan sisällä paikassa, jossa nimelle on eniten tilaa.',
      sv: 'En punkt inom varje landskap, ekonomisk region och kommun där namnet har mest utrymme.',
      en: 'A point inside each region, sub-region and municipality where its name has the most room.',
    },
    columns,
    bounds,
  };
}
