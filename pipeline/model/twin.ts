/**
 * Files of which a compressed twin helps: text. What is compressed in itself (archives, workbooks, Parquet) gains nothing, and of what programs
 * read in parts (FlatGeobuf, GeoPackage) a server with a twin sends the whole where a range was asked for.
 */
const COMPRESSIBLE = /\.(?:html|css|js|json|jsonl|jsonld|geojson|topojson|csv|csvt|ttl|rdf|xml|svg|txt|md|qml)$/;
const TWIN = /\.(?:gz|br)$/;

export const isCompressible = (path: string): boolean => COMPRESSIBLE.test(path);

/** Whether a file is another one compressed, as `prepare` makes them: no part of a release, whose manifest does not know it. */
export const isTwin = (path: string): boolean => TWIN.test(path) && isCompressible(path.replace(TWIN, ''));
