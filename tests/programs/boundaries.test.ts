import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fromWgs84, toWgs84 } from '../../pipeline/locate/vintage/projection.ts';
import { measureArea } from '../../pipeline/locate/vintage/rings.ts';
import { expectVintage, readGazetteer } from '../locate/read-gazetteer.ts';

const LEVELS = ['municipality', 'sub_region', 'region', 'country'] as const;
const vintage = expectVintage(readGazetteer(), 2026);
const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every vertex of the outlines, once. */
const vertices = [
  ...new Map(
    vintage
      .areas('municipality')
      .flatMap(({ code }) => vintage.geometry('municipality', [code]).flat(2))
      .map(([x = 0, y = 0]) => [`${x} ${y}`, [x, y] as const]),
  ).values(),
];

/** What GDAL (PROJ) makes of coordinates. */
function transform(
  from: string,
  to: string,
  positions: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const input = positions.map((position) => position.join(' ')).join('\n');
  const output = execFileSync('gdaltransform', ['-s_srs', from, '-t_srs', to, '-output_xy'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return output
    .trim()
    .split('\n')
    .map((line) => {
      const [x = NaN, y = NaN] = line.split(' ').map(Number);
      return [x, y];
    });
}

describe('coordinates', () => {
  it('of EPSG:3067 become the WGS84 of PROJ, to the last published decimal', () => {
    const expected = transform('EPSG:3067', 'EPSG:4326', vertices);
    expect(expected).toHaveLength(vertices.length);
    for (const [i, vertex] of vertices.entries()) {
      const [longitude, latitude] = toWgs84(vertex);
      expect(Math.abs(longitude - expected[i]![0])).toBeLessThan(0.51e-7);
      expect(Math.abs(latitude - expected[i]![1])).toBeLessThan(0.51e-7);
    }
  });

  it('published as WGS84 lie within a centimetre of the boundaries by PROJ', () => {
    const published = vertices.map(toWgs84);
    for (const [i, [x, y]] of transform('EPSG:4326', 'EPSG:3067', published).entries()) {
      expect(Math.hypot(x - vertices[i]![0], y - vertices[i]![1])).toBeLessThan(0.01);
    }
  });

  it('of WGS84 become the EPSG:3067 of PROJ, to a millimetre', () => {
    const positions = vertices.map(toWgs84);
    for (const [i, [x, y]] of transform('EPSG:4326', 'EPSG:3067', positions).entries()) {
      const [east, north] = fromWgs84(positions[i]!);
      expect(Math.hypot(x - east, y - north)).toBeLessThan(0.001);
    }
  });
});

describe.each(LEVELS)('%s', (level) => {
  it.each([
    ['EPSG:3067', (code: string) => vintage.geometry(level, [code])],
    ['WGS84', (code: string) => vintage.geometryWgs84(level, [code])],
  ] as const)('is valid in %s for GEOS, with the area that we measure', (_, geometry) => {
    const features = vintage.areas(level).map(({ code }) => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'MultiPolygon', coordinates: geometry(code) },
    }));
    const file = join(folder, 'areas.geojson');
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
    const sql = 'SELECT COUNT(*) AS n, SUM(ST_IsValid(geometry)) AS valid, SUM(ST_Area(geometry)) AS area FROM areas';
    const output = execFileSync('ogrinfo', ['-q', '-dialect', 'SQLite', '-sql', sql, file], { encoding: 'utf8' });
    const value = (name: string) => Number(new RegExp(`${name} \\(\\w+\\) = (\\S+)`, 'u').exec(output)?.[1]);
    expect(value('n')).toBe(features.length);
    expect(value('valid')).toBe(features.length);
    const area = features.reduce((sum, feature) => sum + measureArea(feature.geometry.coordinates), 0);
    expect(value('area') / area).toBeCloseTo(1, 9);
  });
});
