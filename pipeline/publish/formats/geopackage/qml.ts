import type { Table } from '../../../model/table.ts';
import { escapeXml } from '../../escape-xml.ts';
import { listAliases } from './describe-table.ts';

/** Red, green and blue, 0–255. */
export type Colour = readonly [number, number, number];

/** How an area is filled; `alpha` from 0 to 255. */
export interface Fill {
  readonly colour: Colour;
  readonly alpha: number;
  readonly isHatched: boolean;
}

const BORDER = '110,110,110,255';

/** A fill symbol of QGIS with a thin grey border. */
export function writeSymbol(name: string, { colour, alpha, isHatched }: Fill): string {
  const options = {
    color: [...colour, alpha].join(','),
    style: isHatched ? 'b_diagonal' : 'solid',
    outline_color: BORDER,
    outline_style: 'solid',
    outline_width: '0.1',
    outline_width_unit: 'MM',
    joinstyle: 'round',
  };
  const written = Object.entries(options).map(
    ([key, value]) => `<Option type="QString" name="${key}" value="${value}"/>`,
  );
  return (
    `<symbol type="fill" name="${name}" alpha="1" clip_to_extent="1" force_rhr="0">` +
    `<layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map">${written.join('')}</Option></layer></symbol>`
  );
}

/** A QGIS style: the renderer (of points 0, areas 2, of a table without geometry 4 there is none), Finnish names of the fields, and the field that stands for a feature in lists. */
export function writeQml(
  table: Pick<Table, 'columns'>,
  renderer: string,
  nameField: string,
  geometryType: 0 | 2 | 4 = 2,
): string {
  const aliases = [...listAliases(table)].map(
    ([name, alias], i) => `<alias index="${i + 1}" field="${escapeXml(name)}" name="${escapeXml(alias)}"/>`,
  );
  return (
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" +
    `<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|Forms">${renderer}<layerGeometryType>${geometryType}</layerGeometryType>` +
    `<aliases>${aliases.join('')}</aliases><previewExpression>"${nameField}"</previewExpression></qgis>`
  );
}
