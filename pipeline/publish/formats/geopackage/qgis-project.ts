import type { Database } from '@sqlite.org/sqlite-wasm';
import { strToU8, zipSync } from 'fflate';
import { NO_BOUNDS, type Bounds } from '../bounds.ts';
import { createArchiveDate } from '../../archive-date.ts';
import { escapeXml } from '../../escape-xml.ts';

/** A layer or table that the project opens, by its name in the file. */
export interface ProjectLayer {
  readonly name: string;
  readonly title: string;
  readonly geometry: 'Polygon' | 'Point' | 'No geometry';
  readonly isShown: boolean;
  readonly bounds?: Bounds;
  /** The layer that its rows belong to, by a field of the same name in both. */
  readonly relation?: { readonly layer: string; readonly field: string };
}

const PROJECT = 'hankekartta';
/** QGIS makes another identifier where one has no more than ten characters. */
const identify = (layer: string): string => `hankekartta_${layer}`;
const TYPES = { Polygon: 'MultiPolygon', Point: 'Point', 'No geometry': 'NoGeometry' } as const;
/** `srsid` is the number in QGIS's own list: without one it would not look at the EPSG code. */
const REFERENCE_SYSTEM =
  '<spatialrefsys><proj4>+proj=utm +zone=35 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs</proj4><srsid>1030</srsid>' +
  '<srid>3067</srid><authid>EPSG:3067</authid><description>ETRS89 / TM35FIN(E,N)</description></spatialrefsys>';
/** What a project repeats of a layer's style: a project does not look for the style that the file has for the layer. */
const STYLE_PARTS = ['renderer-v2', 'labeling', 'aliases', 'previewExpression'];

function pickStyle(db: Database, layer: string): string {
  const found = db.selectValue('SELECT styleQML FROM layer_styles WHERE f_table_name = ?', [layer]);
  const qml = typeof found === 'string' ? found : '';
  return STYLE_PARTS.map((part) => new RegExp(`<${part}[ >].*</${part}>`, 'su').exec(qml)?.[0] ?? '').join('');
}

function writeExtent({ xmin, ymin, xmax, ymax }: Bounds): string {
  return xmin <= xmax
    ? `<extent><xmin>${xmin}</xmin><ymin>${ymin}</ymin><xmax>${xmax}</xmax><ymax>${ymax}</ymax></extent>`
    : '';
}

function writeLayer(db: Database, { name, title, geometry, bounds = NO_BOUNDS }: ProjectLayer, file: string): string {
  const style = pickStyle(db, name);
  const labels = style.includes('<labeling') ? 1 : 0;
  return (
    `<maplayer type="vector" geometry="${geometry}" wkbType="${TYPES[geometry]}" labelsEnabled="${labels}" styleCategories="AllStyleCategories">` +
    `<id>${identify(name)}</id><datasource>./${file}|layername=${name}</datasource><layername>${escapeXml(title)}</layername>` +
    `${writeExtent(bounds)}<srs>${REFERENCE_SYSTEM}</srs><provider encoding="UTF-8">ogr</provider>${style}</maplayer>`
  );
}

/** A relation of QGIS: the form of a feature of the one layer shows its rows in the other. */
function writeRelation({ name, title, relation }: ProjectLayer): string {
  if (relation === undefined) return '';
  const { layer, field } = relation;
  return (
    `<relation id="${identify(name)}_${layer}" name="${escapeXml(title)}" strength="Association" ` +
    `referencingLayer="${identify(name)}" referencedLayer="${identify(layer)}">` +
    `<fieldRef referencingField="${field}" referencedField="${field}"/></relation>`
  );
}

/**
 * A project of QGIS 3 inside the GeoPackage (QGIS's own table `qgis_projects`: an archive in hexadecimal digits): every layer and table with
 * titles, styles, names of fields and relations, regions shown. It leads to the file by its name, as long as that is kept.
 * @param day ISO date of the release
 */
export function addProject(db: Database, layers: readonly ProjectLayer[], file: string, day: string): void {
  const whole = layers.find(({ isShown }) => isShown)?.bounds ?? NO_BOUNDS;
  const tree = layers.map(
    ({ name, title, isShown }) =>
      `<layer-tree-layer id="${identify(name)}" name="${escapeXml(title)}" providerKey="ogr" source="./${file}|layername=${name}" checked="Qt::${isShown ? 'Checked' : 'Unchecked'}" expanded="0"/>`,
  );
  const project =
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" +
    `<qgis projectname="Hankekartta" version="3.22.0"><title>Hankekartta</title>` +
    `<projectCrs>${REFERENCE_SYSTEM}</projectCrs><layer-tree-group>${tree.join('')}</layer-tree-group>` +
    `<mapcanvas name="theMapCanvas"><units>meters</units>${writeExtent(whole)}<destinationsrs>${REFERENCE_SYSTEM}</destinationsrs></mapcanvas>` +
    `<projectlayers>${layers.map((layer) => writeLayer(db, layer, file)).join('')}</projectlayers>` +
    `<relations>${layers.map(writeRelation).join('')}</relations>` +
    '<properties><SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys><Paths><Absolute type="bool">false</Absolute></Paths></properties></qgis>\n';
  const archive = zipSync({ [`${PROJECT}.qgs`]: [strToU8(project), { mtime: createArchiveDate(day) }] });
  db.exec('CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)');
  db.exec({
    sql: 'INSERT INTO qgis_projects VALUES (?, ?, ?)',
    bind: [
      PROJECT,
      JSON.stringify({ last_modified_time: `${day}T00:00:00`, last_modified_user: '' }),
      Buffer.from(archive).toString('hex'),
    ],
  });
}
