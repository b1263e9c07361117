import type { Table } from '../../../model/table.ts';
import { type Colour, escapeXml, writeQml, writeSymbol } from './qml.ts';

/** The column that is drawn. */
const COLUMN = 'project_count';

interface DrawnClass {
  readonly label: string;
  /** Least and greatest value; absent where there is no value or no end. */
  readonly least?: number;
  readonly greatest?: number;
  readonly colour: Colour;
}

/**
 * The same breaks in every release and on every level, so that two maps can be compared. Zero has a colour of its own, and what is
 * unknown is hatched, never zero. Colours: ColorBrewer YlGnBu, told apart by colour-blind eyes too.
 */
const CLASSES: readonly DrawnClass[] = [
  { label: 'ei tietoa / ingen uppgift / no data', colour: [140, 140, 140] },
  { label: '0', least: 0, greatest: 0, colour: [247, 247, 247] },
  { label: '1–4', least: 1, greatest: 4, colour: [237, 248, 177] },
  { label: '5–9', least: 5, greatest: 9, colour: [199, 233, 180] },
  { label: '10–19', least: 10, greatest: 19, colour: [127, 205, 187] },
  { label: '20–49', least: 20, greatest: 49, colour: [65, 182, 196] },
  { label: '50–99', least: 50, greatest: 99, colour: [29, 145, 192] },
  { label: '100–199', least: 100, greatest: 199, colour: [34, 94, 168] },
  { label: '≥ 200', least: 200, colour: [12, 44, 132] },
];

function writeCondition({ least, greatest }: DrawnClass): string {
  if (least === undefined) return `"${COLUMN}" IS NULL`;
  if (greatest === undefined) return `"${COLUMN}" >= ${least}`;
  // QGIS 3.22 has no BETWEEN.
  return least === greatest ? `"${COLUMN}" = ${least}` : `"${COLUMN}" >= ${least} AND "${COLUMN}" <= ${greatest}`;
}

/** A rule of QGIS for each class. */
export function createChoroplethQml(table: Table): string {
  const rules = CLASSES.map(
    (each, i) =>
      `<rule key="{${COLUMN}-${i}}" symbol="${i}" label="${escapeXml(each.label)}" filter="${escapeXml(writeCondition(each))}"/>`,
  );
  const symbols = CLASSES.map(({ least, colour }, i) =>
    writeSymbol(String(i), { colour, alpha: 255, isHatched: least === undefined }),
  );
  const renderer =
    '<renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">' +
    `<rules key="{${COLUMN}}">${rules.join('')}</rules><symbols>${symbols.join('')}</symbols></renderer-v2>`;
  return writeQml(table, renderer, 'name_fi');
}

/** The same classes as OGC Styled Layer Descriptor 1.0, for GeoServer and others. */
export function createChoroplethSld(table: Table): string {
  const property = `<ogc:PropertyName>${COLUMN}</ogc:PropertyName>`;
  const compare = (operator: string, value: number) =>
    `<ogc:PropertyIs${operator}>${property}<ogc:Literal>${value}</ogc:Literal></ogc:PropertyIs${operator}>`;
  const writeFilter = ({ least, greatest }: DrawnClass): string => {
    if (least === undefined) return `<ogc:PropertyIsNull>${property}</ogc:PropertyIsNull>`;
    const atLeast = compare('GreaterThanOrEqualTo', least);
    return greatest === undefined ? atLeast : `<ogc:And>${atLeast}${compare('LessThanOrEqualTo', greatest)}</ogc:And>`;
  };
  const rules = CLASSES.map((each) => {
    const hex = `#${each.colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    return (
      `<Rule><Name>${escapeXml(each.label)}</Name><ogc:Filter>${writeFilter(each)}</ogc:Filter><PolygonSymbolizer>` +
      `<Fill><CssParameter name="fill">${hex}</CssParameter>` +
      `<CssParameter name="fill-opacity">${each.least === undefined ? 0.4 : 1}</CssParameter></Fill>` +
      '<Stroke><CssParameter name="stroke">#6e6e6e</CssParameter>' +
      '<CssParameter name="stroke-width">0.3</CssParameter></Stroke></PolygonSymbolizer></Rule>'
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"' +
    ` xmlns:ogc="http://www.opengis.net/ogc"><NamedLayer><Name>${table.name}</Name><UserStyle><Title>${escapeXml(table.title.en)}</Title>` +
    `<FeatureTypeStyle>${rules.join('')}</FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>`
  );
}
