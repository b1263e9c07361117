import type { Table } from '../../../table.ts';
import { listAliases } from './describe-table.ts';

/** The column that is drawn. */
const COLUMN = 'project_count';

interface DrawnClass {
  readonly label: string;
  /** Least and greatest value; absent where there is no value or no end. */
  readonly least?: number;
  readonly greatest?: number;
  /** Red, green, blue. */
  readonly colour: readonly [number, number, number];
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

const BORDER = [110, 110, 110] as const;

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function writeFilter({ least, greatest }: DrawnClass): string {
  if (least === undefined) return `"${COLUMN}" IS NULL`;
  return `"${COLUMN}" >= ${least}${greatest === undefined ? '' : ` AND "${COLUMN}" <= ${greatest}`}`;
}

/** A QGIS style: a rule for each class, Finnish names of the fields, and the area's name as what stands for it. */
export function createQml(table: Table): string {
  const option = (name: string, value: string) => `<Option type="QString" name="${name}" value="${value}"/>`;
  const rules = CLASSES.map(
    (each, i) => `<rule key="{${COLUMN}-${i}}" symbol="${i}" label="${escapeXml(each.label)}" filter="${escapeXml(writeFilter(each))}"/>`,
  );
  const symbols = CLASSES.map(({ least, colour }, i) => {
    const options = [
      option('color', `${colour.join(',')},255`),
      option('style', least === undefined ? 'b_diagonal' : 'solid'),
      option('outline_color', `${BORDER.join(',')},255`),
      option('outline_style', 'solid'),
      option('outline_width', '0.1'),
      option('outline_width_unit', 'MM'),
      option('joinstyle', 'round'),
    ];
    return (
      `<symbol type="fill" name="${i}" alpha="1" clip_to_extent="1" force_rhr="0">` +
      `<layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map">${options.join('')}</Option></layer></symbol>`
    );
  });
  const aliases = [...listAliases(table)].map(
    ([name, alias], i) => `<alias index="${i + 1}" field="${escapeXml(name)}" name="${escapeXml(alias)}"/>`,
  );
  return (
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" +
    '<qgis version="3.22.0" styleCategories="Symbology|Fields|Forms">' +
    '<renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">' +
    `<rules key="{${COLUMN}}">${rules.join('')}</rules><symbols>${symbols.join('')}</symbols></renderer-v2>` +
    `<layerGeometryType>2</layerGeometryType><aliases>${aliases.join('')}</aliases>` +
    '<previewExpression>"name_fi"</previewExpression></qgis>'
  );
}

/** The same classes as OGC Styled Layer Descriptor 1.0, for GeoServer and others. */
export function createSld(table: Table): string {
  const hex = (colour: readonly number[]) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const property = `<ogc:PropertyName>${COLUMN}</ogc:PropertyName>`;
  const compare = (operator: string, value: number) =>
    `<ogc:PropertyIs${operator}>${property}<ogc:Literal>${value}</ogc:Literal></ogc:PropertyIs${operator}>`;
  const rules = CLASSES.map(({ label, least, greatest, colour }) => {
    const atLeast = least === undefined ? `<ogc:PropertyIsNull>${property}</ogc:PropertyIsNull>` : compare('GreaterThanOrEqualTo', least);
    const condition = greatest === undefined ? atLeast : `<ogc:And>${atLeast}${compare('LessThanOrEqualTo', greatest)}</ogc:And>`;
    return (
      `<Rule><Name>${escapeXml(label)}</Name><ogc:Filter>${condition}</ogc:Filter><PolygonSymbolizer>` +
      `<Fill><CssParameter name="fill">${hex(colour)}</CssParameter>` +
      `<CssParameter name="fill-opacity">${least === undefined ? 0.4 : 1}</CssParameter></Fill>` +
      `<Stroke><CssParameter name="stroke">${hex(BORDER)}</CssParameter>` +
      '<CssParameter name="stroke-width">0.3</CssParameter></Stroke></PolygonSymbolizer></Rule>'
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"' +
    ` xmlns:ogc="http://www.opengis.net/ogc"><NamedLayer><Name>${table.name}</Name><UserStyle><Title>${escapeXml(table.title.en)}</Title>` +
    `<FeatureTypeStyle>${rules.join('')}</FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>`
  );
}
