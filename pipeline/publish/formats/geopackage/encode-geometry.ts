import { geojsonToWkb } from 'hyparquet-writer';
import type { MultiPolygon } from '../../../model/area.ts';
import type { Bounds } from '../bounds.ts';
import { SRS_ID } from './core-tables.ts';

const HEADER_BYTES = 40;

/** A point as a GeoPackage geometry, without an envelope: magic, version, flags, reference system, ISO WKB; little endian. */
export function encodePoint([x, y]: readonly [number, number]): Uint8Array {
  const wkb = geojsonToWkb({ type: 'Point', coordinates: [x, y] });
  const blob = new Uint8Array(8 + wkb.length);
  blob.set([0x47, 0x50, 0, 0b0000_0001]);
  new DataView(blob.buffer).setInt32(4, SRS_ID, true);
  blob.set(wkb, 8);
  return blob;
}

/** A GeoPackage geometry (OGC 12-128r17, 2.1.3.1): magic, version, flags, reference system, envelope, then ISO WKB; little endian. */
export function encodeGeometry(coordinates: MultiPolygon, { xmin, xmax, ymin, ymax }: Bounds): Uint8Array {
  const wkb = geojsonToWkb({ type: 'MultiPolygon', coordinates });
  const blob = new Uint8Array(HEADER_BYTES + wkb.length);
  const view = new DataView(blob.buffer);
  // `GP`, version 1 (written as 0), then flags: an envelope of x and y, little endian.
  blob.set([0x47, 0x50, 0, 0b0000_0011]);
  view.setInt32(4, SRS_ID, true);
  view.setFloat64(8, xmin, true);
  view.setFloat64(16, xmax, true);
  view.setFloat64(24, ymin, true);
  view.setFloat64(32, ymax, true);
  blob.set(wkb, HEADER_BYTES);
  return blob;
}
