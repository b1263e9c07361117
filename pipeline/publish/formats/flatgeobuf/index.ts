import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js';
import type { IParsedGeometry } from 'flatgeobuf/lib/mjs/generic/geometry.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import type { MultiPolygon } from '../../../model/area.ts';
import type { Format } from '../../format.ts';
import { measureBounds, uniteBounds } from '../bounds.ts';
import { buildHeader, COLUMN_TYPES } from './build-header.ts';
import { packRTree, sortByHilbert } from './packed-r-tree.ts';

/** `ends` counts positions: where each ring ends in `xy`. */
function flatten(polygons: MultiPolygon): IParsedGeometry {
  const parts = polygons.map((rings) => {
    let end = 0;
    const ends = rings.map((ring) => (end += ring.length));
    return { type: GeometryType.Polygon, xy: rings.flat(2), ends };
  });
  // The package tells the two kinds apart by `parts` alone, though its types want all members of both.
  return { type: GeometryType.MultiPolygon, parts } as IParsedGeometry;
}

/**
 * FlatGeobuf 3, EPSG:3067, with a packed Hilbert R-tree, so that a reader over HTTP fetches only the features of a rectangle. The
 * features stand in the order of the index, not of the table. One without geometry is an empty MultiPolygon that no rectangle meets.
 */
export const flatgeobuf: Format = {
  extension: 'fgb',
  // There is no registered type.
  mediaType: 'application/octet-stream',
  title: {
    en: 'FlatGeobuf, EPSG:3067, with spatial index',
    fi: 'FlatGeobuf, EPSG:3067, paikkahakemisto mukana',
    sv: 'FlatGeobuf, EPSG:3067, med rumsligt index',
  },
  tables: ['municipalities', 'sub_regions', 'regions'],
  leavesOutTexts: true,
  write: ([{ table, rows }], sink, { geometry, metadata }) => {
    const header = { columns: table.columns.map(({ name, type }) => ({ name, type: COLUMN_TYPES[type] })) };
    const features = [...rows].map(({ values, area }) => {
      const polygons = geometry(area) ?? [];
      const properties = Object.fromEntries(table.columns.map(({ name }) => [name, values[name] ?? null]));
      // The package reads nothing of the header but the columns' names and types.
      const bytes = buildFeature(flatten(polygons), properties, header as HeaderMeta);
      return { bounds: measureBounds(polygons), bytes };
    });
    const sorted = sortByHilbert(features);
    sink.write(magicbytes);
    sink.write(buildHeader(table, sorted.length, uniteBounds(sorted.map(({ bounds }) => bounds)), metadata));
    if (sorted.length > 0) sink.write(packRTree(sorted));
    for (const { bytes } of sorted) sink.write(bytes);
  },
};
