import type { FeatureCollection, MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { measureBounds } from '../../../pipeline/publish/formats/bounds.ts';
import { geojson } from '../../../pipeline/publish/formats/geojson.ts';
import { HOSTILE_TEXTS, LONG_FIELDS, makeRelease, METADATA, writeTable } from './make-release.ts';

const release = makeRelease();
/** What the mainland and the islands of Finland lie in, in degrees. */
const FINLAND = { west: 19, south: 59, east: 32, north: 71 };

type Collection = FeatureCollection<MultiPolygon | null> & { readonly name: string; readonly metadata: unknown };

async function write(name: (typeof geojson.tables)[number]): Promise<string> {
  return Buffer.from(await writeTable(geojson, release, name)).toString('utf8');
}

const read = (text: string): Collection => JSON.parse(text) as Collection;

/** Twice the signed area: positive when counter-clockwise. */
function turn(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x1 = 0, y1 = 0], i) => sum + (ring[i]![0]! - x1) * (y1 + ring[i]![1]!), 0);
}

describe.each(geojson.tables)('GeoJSON of %s', (name) => {
  it('says what it is, and leaves the coordinate system to RFC 7946', async () => {
    const { type, name: layer, metadata, ...others } = read(await write(name));
    expect({ type, layer }).toEqual({ type: 'FeatureCollection', layer: name });
    expect(metadata).toMatchObject(METADATA);
    expect(Object.keys(others)).toEqual(['features', 'bbox']);
  });

  it('has a feature a line, with every column but long texts, and its key as id', async () => {
    const text = await write(name);
    const { table, rows } = release.tables.get(name)!;
    const { features } = read(text);
    expect(text.trimEnd().split('\n')).toHaveLength(features.length + 2);
    const key = table.columns[0]?.name ?? '';
    expect(features.map(({ type, id }) => [type, id])).toEqual([...rows].map(({ values }) => ['Feature', values[key]]));
    expect(features.map(({ properties }) => properties)).toEqual(
      [...rows].map(({ values }) =>
        Object.fromEntries(
          table.columns
            .filter(({ kind }) => kind !== 'long_text')
            .map((column) => [column.name, values[column.name] ?? null]),
        ),
      ),
    );
  });

  it('has closed rings in Finland, exteriors counter-clockwise and holes clockwise', async () => {
    const { features } = read(await write(name));
    const polygons = features.flatMap(({ geometry }) => geometry?.coordinates ?? []);
    expect(polygons.length).toBeGreaterThan(0);
    for (const [exterior, ...holes] of polygons) {
      expect(turn(exterior!)).toBeGreaterThan(0);
      for (const hole of holes) expect(turn(hole)).toBeLessThan(0);
      for (const ring of [exterior!, ...holes]) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1)).toEqual(ring[0]);
      }
    }
    const positions = polygons.flat(2);
    const outside = positions.filter(
      ([x = 0, y = 0]) => x < FINLAND.west || x > FINLAND.east || y < FINLAND.south || y > FINLAND.north,
    );
    expect(outside).toEqual([]);
    expect(positions.every((position) => position.length === 2)).toBe(true);
  });

  it('has the geometry of the areas, and none for a row without one', async () => {
    const { rows } = release.tables.get(name)!;
    const { features } = read(await write(name));
    const expected = [...rows].map(({ area }) => release.context.geometryWgs84(area) ?? null);
    const found = features.map(({ geometry }) => geometry?.coordinates ?? null);
    expect(found.map((polygons) => polygons?.length)).toEqual(expected.map((polygons) => polygons?.length));
    // Five decimals: about a metre, for boundaries of 1:4,500,000.
    const isNear = ([x = 0, y = 0]: Position, [a = 0, b = 0]: Position): boolean =>
      Math.abs(x - a) <= 0.5000001e-5 && Math.abs(y - b) <= 0.5000001e-5;
    const far = found.flatMap((polygons, row) =>
      (polygons ?? []).flatMap((rings, polygon) =>
        rings.flatMap((ring) =>
          ring.filter(
            (position) => !expected[row]![polygon]!.some((exact) => exact.some((each) => isNear(position, each))),
          ),
        ),
      ),
    );
    expect(far.length).toBe(0);
    for (const { geometry, bbox } of features) {
      const { xmin, ymin, xmax, ymax } = measureBounds(geometry?.coordinates ?? []);
      expect(bbox).toEqual(xmin <= xmax ? [xmin, ymin, xmax, ymax] : undefined);
    }
    expect(features.map(({ geometry }) => geometry?.type ?? null)).toEqual(
      expected.map((coordinates) => (coordinates === null ? null : 'MultiPolygon')),
    );
  });
});

it('GeoJSON of projects has none of the fields that the schema calls long texts', async () => {
  const text = await write('projects');
  for (const field of LONG_FIELDS) expect(text).not.toContain(field);
  expect(text).not.toContain('Ensimmäinen; ');
});

it('GeoJSON has the hostile texts as they are', async () => {
  const { features } = read(await write('projects'));
  const taglines = features
    .slice(1, 1 + HOSTILE_TEXTS.length)
    .map(({ properties }) => properties?.['tagline'] as string);
  expect(taglines).toEqual([...HOSTILE_TEXTS]);
});
