import type { Database } from '@sqlite.org/sqlite-wasm';
import { escapeXml } from '../../escape-xml.ts';
import type { ReleaseMetadata } from '../../format.ts';

function element(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>${escapeXml(content)}</${name}>`;
}

/** GDAL's own XML, which `ogrinfo` prints and QGIS shows. */
function createGdalMetadata({
  release,
  schemaVersion,
  boundaryVintage,
  licence,
  attribution,
  notes,
  siteUrl,
}: ReleaseMetadata): string {
  const items = {
    RELEASE: release,
    SCHEMA_VERSION: schemaVersion,
    BOUNDARY_VINTAGE: String(boundaryVintage),
    LICENCE: licence,
    ATTRIBUTION: attribution.join(' '),
    NOTES: notes.join(' '),
    SITE: siteUrl,
  };
  const lines = Object.entries(items).map(([key, value]) => element('MDI', value, ` key="${key}"`));
  return `<GDALMultiDomainMetadata><Metadata>${lines.join('')}</Metadata></GDALMultiDomainMetadata>`;
}

/** Layer metadata in QGIS's own XML: the tab Metadata of a layer's properties. */
function createQgisMetadata(
  layer: string,
  title: string,
  { attribution, notes, licence, siteUrl, release }: ReleaseMetadata,
): string {
  return (
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\">" +
    element('identifier', `${siteUrl}#${layer}`) +
    element('language', 'eng') +
    element('type', 'dataset') +
    element('title', title) +
    element('abstract', [...notes, `Release ${release}.`].join('\n')) +
    element('license', licence) +
    attribution.map((line) => element('rights', line)).join('') +
    '<crs><spatialrefsys><authid>EPSG:3067</authid></spatialrefsys></crs></qgis>'
  );
}

/** Release, licence, sources and notes, for the file and for each layer (name → title); `time` as in `gpkg_contents`. */
export function addMetadata(
  db: Database,
  layers: ReadonlyMap<string, string>,
  metadata: ReleaseMetadata,
  time: string,
): void {
  let id = 0;
  const add = (uri: string, text: string, scope: string, layer: string | null): void => {
    id += 1;
    db.exec({ sql: "INSERT INTO gpkg_metadata VALUES (?, 'dataset', ?, 'text/xml', ?)", bind: [id, uri, text] });
    db.exec({
      sql: 'INSERT INTO gpkg_metadata_reference VALUES (?, ?, NULL, NULL, ?, ?, NULL)',
      bind: [scope, layer, time, id],
    });
  };
  add('http://gdal.org', createGdalMetadata(metadata), 'geopackage', null);
  for (const [layer, title] of layers)
    add('http://mrcc.com/qgis.dtd', createQgisMetadata(layer, title, metadata), 'table', layer);
}
