import proj4 from 'proj4';

/**
 * ETRS-TM35FIN (EPSG:3067), the grid of Finnish official maps: metres east and north. ETRS89 is taken as WGS84, as every
 * web map does; they differ by less than a metre.
 */
const EPSG_3067 = '+proj=utm +zone=35 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

const converter = proj4('EPSG:4326', EPSG_3067);

type Position = readonly [number, number];

/** Metres of EPSG:3067 → WGS84 longitude and latitude, 7 decimals (about 1 cm). */
export function toWgs84([east, north]: Position): [number, number] {
  const [longitude, latitude] = converter.inverse([east, north]);
  return [round(longitude, 1e7), round(latitude, 1e7)];
}

/** WGS84 longitude and latitude → metres of EPSG:3067, unrounded. */
export function fromWgs84([longitude, latitude]: Position): [number, number] {
  const [east, north] = converter.forward([longitude, latitude]);
  return [east, north];
}

function round(value: number, scale: number): number {
  return Math.round(value * scale) / scale;
}
