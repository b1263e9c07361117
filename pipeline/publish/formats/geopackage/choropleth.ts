import type { Table } from '../../../model/table.ts';
import { escapeXml } from '../../escape-xml.ts';
import { type Colour, writeQml, writeSymbol } from './qml.ts';

/** The column that is drawn. */
const COLUMN = 'project_count';

interface DrawnClass {
  readonly label: string;
  /** Least and greatest value; absent where there is no value or no end. */
  readonly least?: number;
  readonly greatest?: number;
  readonly colour: Colour;
}

/** Light to dark with even steps of brightness, told apart by colour-blind eyes too; the site's maps have the same. */
const PALETTE: readonly Colour[] = [
  [199, 237, 223],
  [108, 183, 177],
  [39, 133, 142],
  [0, 87, 110],
  [3, 42, 69],
];

/**
 * The release's classes of the level. Zero has a colour of its own, and what is unknown is hatched, never zero.
 * @param breaks least value of each class but the first, ascending
 */
function listClasses(breaks: readonly number[]): DrawnClass[] {
  const drawn = [1, ...breaks].map((least, index, all): DrawnClass => {
    const next = all[index + 1];
    const colour = PALETTE[index] ?? [0, 0, 0];
    if (next === undefined) return { label: `≥ ${least}`, least, colour };
    return { label: next === least + 1 ? String(least) : `${least}–${next - 1}`, least, greatest: next - 1, colour };
  });
  return [
    { label: 'ei tietoa / ingen uppgift / no data', colour: [140, 140, 140] },
    { label: '0', least: 0, greatest: 0, colour: [247, 247, 247] },
    ...drawn,
  ];
}

function writeCondition({ least, greatest }: DrawnClass): string {
  if (least === undefined) return `"${COLUMN}" IS NULL`;
  if (greatest === undefined) return `"${COLUMN}" >= ${least}`;
  // QGIS 3.22 has no BETWEEN.
  return least === greatest ? `"${COLUMN}" = ${least}` : `"${COLUMN}" >= ${least} AND "${COLUMN}" <= ${greatest}`;
}

/** A rule of QGIS for each class. */
export function createChoroplethQml(table: Table, breaks: readonly number[]): string {
  const classes = listClasses(breaks);
  const rules = classes.map(
    (each, i) =>
      `<rule key="{${COLUMN}-${i}}" symbol="${i}" label="${escapeXml(each.label)}" filter="${escapeXml(writeCondition(each))}"/>`,
  );
  const symbols = classes.map(({ least, colour }, i) =>
    writeSymbol(String(i), { colour, alpha: 255, isHatched: least === undefined }),
  );
  const renderer =
    '<renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">' +
    `<rules key="{${COLUMN}}">${rules.join('')}</rules><symbols>${symbols.join('')}</symbols></renderer-v2>`;
  return writeQml(table, renderer, 'name_fi');
}

/** The same classes as OGC Styled Layer Descriptor 1.0, for GeoServer and others. */
export function createChoroplethSld(table: Table, breaks: readonly number[]): string {
  const property = `<ogc:PropertyName>${COLUMN}</ogc:PropertyName>`;
  const compare = (operator: string, value: number) =>
    `<ogc:PropertyIs${operator}>${property}<ogc:Literal>${value}</ogc:Literal></ogc:PropertyIs${operator}>`;
  const writeFilter = ({ least, greatest }: DrawnClass): string => {
    if (least === undefined) return `<ogc:PropertyIsNull>${property}</ogc:PropertyIsNull>`;
    const atLeast = compare('GreaterThanOrEqualTo', least);
    return greatest === undefined ? atLeast : `<ogc:And>${atLeast}${compare('LessThanOrEqualTo', greatest)}</ogc:And>`;
  };
  const rules = listClasses(breaks).map((each) => {
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
