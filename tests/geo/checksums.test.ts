import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const geo = fileURLToPath(new URL('../../geo/', import.meta.url));
const sums = readFileSync(`${geo}SHA256SUMS`, 'utf8').split('\n').filter(Boolean);

it('every file of data is as SHA256SUMS says', () => {
  for (const line of sums) {
    const path = line.slice(66);
    expect(
      createHash('sha256')
        .update(readFileSync(geo + path))
        .digest('hex'),
      path,
    ).toBe(line.slice(0, 64));
  }
});

it('SHA256SUMS names every file of data', () => {
  const paths = readdirSync(geo, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const data = paths.filter((path) => /\.(csv|geojson)$/u.test(path) && !path.startsWith('imported/'));
  expect(sums.map((line) => line.slice(66)).sort()).toEqual(data.sort());
});

it('the README gives the checksum of the polygons', () => {
  const readme = readFileSync(`${geo}README.md`, 'utf8');
  const polygons = sums.find((line) => line.endsWith('municipalities-2021-epsg3067.geojson'));
  expect(readme).toContain(polygons?.slice(0, 64));
});
