import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { roundDegrees } from '../../../pipeline/publish/formats/round-degrees.ts';
import { topojson } from '../../../pipeline/publish/formats/topojson.ts';
import { makeRelease, METADATA, writeTable } from './make-release.ts';

type Properties = Record<string, unknown>;

const release = makeRelease();

async function read(name: 'municipalities' | 'sub_regions' | 'regions') {
  const topology = JSON.parse(Buffer.from(await writeTable(topojson, release, name)).toString('utf8')) as Topology<
    Record<string, GeometryCollection<Properties>>
  >;
  return { topology, collection: feature(topology, topology.objects[name]!) };
}

/** Twice the signed area: positive when counter-clockwise. */
function turn(ring: readonly number[][]): number {
  return ring.slice(1).reduce((sum, [x1 = 0, y1 = 0], i) => sum + (ring[i]![0]! - x1) * (y1 + ring[i]![1]!), 0);
}

/** The positions of a ring whatever its start and direction, with 5 decimals. */
function listPositions(ring: readonly number[][]): string[] {
  return ring
    .slice(1)
    .map((position) => position.map((part) => part.toFixed(5)).join(' '))
    .sort();
}

describe.each(['municipalities', 'sub_regions', 'regions'] as const)('TopoJSON of %s', (name) => {
  it('has every area, island and vertex where the other formats have it', async () => {
    const { collection } = await read(name);
    const { rows } = release.tables.get(name)!;
    const expected = [...rows].map(({ area }) =>
      roundDegrees(release.context.geometryWgs84(area)!).map((rings) => rings.map(listPositions)),
    );
    const found = collection.features.map(({ geometry }) => {
      if (geometry.type !== 'MultiPolygon') throw new Error(geometry.type);
      return geometry.coordinates.map((rings) => rings.map(listPositions));
    });
    expect(found).toEqual(expected);
  });

  it('has clockwise exteriors and no arc without length', async () => {
    const { topology, collection } = await read(name);
    for (const { geometry } of collection.features) {
      if (geometry.type !== 'MultiPolygon') throw new Error(geometry.type);
      for (const [exterior, ...holes] of geometry.coordinates) {
        expect(turn(exterior!)).toBeLessThan(0);
        for (const hole of holes) expect(turn(hole)).toBeGreaterThan(0);
      }
    }
    for (const arc of topology.arcs) {
      expect(arc.length).toBeGreaterThan(1);
      expect(arc.slice(1)).not.toContainEqual([0, 0]);
    }
  });
});

describe('TopoJSON', () => {
  it('has every column in every area, and a border between two areas once', async () => {
    const { topology, collection } = await read('municipalities');
    const { table } = release.tables.get('municipalities')!;
    for (const { properties } of collection.features) {
      expect(Object.keys(properties)).toEqual(table.columns.map((column) => column.name));
    }
    expect(collection.features[0]?.properties).toMatchObject({ code: '005', population: null, project_count: 0 });
    expect(topology).toMatchObject({ metadata: METADATA });
    const uses = new Map<number, number>();
    const countArcs = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(countArcs);
      else if (typeof value === 'number')
        uses.set(value < 0 ? ~value : value, (uses.get(value < 0 ? ~value : value) ?? 0) + 1);
    };
    for (const geometry of topology.objects['municipalities']!.geometries)
      countArcs('arcs' in geometry ? geometry.arcs : []);
    expect(uses.size).toBe(topology.arcs.length);
    expect(Math.max(...uses.values())).toBe(2);
  });

  it('gives an area without geometry the type null', async () => {
    const { table, rows } = release.tables.get('regions')!;
    const [first, second] = rows;
    const odd = { values: first!.values, area: { level: 'region' as const, codes: ['99'] } };
    const tables = new Map(release.tables).set('regions', { table, rows: [odd, second!] });
    const text = Buffer.from(await writeTable(topojson, { ...release, tables }, 'regions')).toString('utf8');
    const { objects } = JSON.parse(text) as Topology<Record<string, GeometryCollection>>;
    expect(objects['regions']?.geometries.map(({ type }) => type as unknown)).toEqual([null, 'MultiPolygon']);
  });
});
