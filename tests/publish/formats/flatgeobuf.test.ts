import fc from 'fast-check';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { describe, expect, it, vi } from 'vitest';
import { measureBounds } from '../../../pipeline/publish/formats/bounds.ts';
import { flatgeobuf } from '../../../pipeline/publish/formats/flatgeobuf/index.ts';
import { makeRelease, METADATA, type MadeRelease, writeTable } from './make-release.ts';

interface Rectangle {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

const release = makeRelease();

async function read(bytes: Uint8Array, rectangle?: Rectangle) {
  let header: HeaderMeta | undefined;
  const features = [];
  // Of the package's reader: a Node Buffer is searched in vain, a Uint8Array is not.
  const options = {
    headerMetaFn: (meta: HeaderMeta) => void (header = meta),
    ...(rectangle === undefined ? {} : { rect: rectangle }),
  };
  for await (const feature of deserialize(new Uint8Array(bytes), options)) features.push(feature);
  return { header, features };
}

// The package's reader tells its steps to the console.
vi.spyOn(console, 'debug').mockImplementation(() => undefined);

function withRows(name: 'regions', areas: readonly (readonly string[])[]): MadeRelease {
  const { table, rows } = release.tables.get(name)!;
  const [first] = rows;
  const made = areas.map((codes) => ({ values: first!.values, area: { level: 'region' as const, codes } }));
  return { ...release, tables: new Map(release.tables).set(name, { table, rows: made }) };
}

describe('FlatGeobuf', () => {
  it('says in its header what it is', async () => {
    const { header } = await read(await writeTable(flatgeobuf, release, 'municipalities'));
    const { table } = release.tables.get('municipalities')!;
    expect(header).toMatchObject({ featuresCount: 308, indexNodeSize: 16, geometryType: 6, title: 'Municipalities' });
    expect(header?.crs).toMatchObject({ org: 'EPSG', code: 3067 });
    expect(JSON.parse(header?.metadata ?? '')).toEqual(METADATA);
    expect(
      header?.columns?.map(({ name, title, description, nullable }) => ({ name, title, description, nullable })),
    ).toEqual(
      table.columns.map(({ name, title, description, required }) => ({
        name,
        title: title.en,
        description: description.en,
        nullable: !required,
      })),
    );
  });

  it.each(['municipalities', 'sub_regions', 'regions'] as const)('has every value and vertex of %s', async (name) => {
    const { features } = await read(await writeTable(flatgeobuf, release, name));
    const { rows } = release.tables.get(name)!;
    const found = new Map(
      features.map(({ properties, geometry }) => [properties?.['code'] as string, { properties, geometry }]),
    );
    for (const { values, area } of rows) {
      const present = Object.entries(values).filter(([, value]) => value !== undefined);
      expect(found.get(values['code'] as string)).toEqual({
        properties: Object.fromEntries(present),
        geometry: { type: 'MultiPolygon', coordinates: release.context.geometry(area) },
      });
    }
    expect(found.size).toBe([...rows].length);
  });

  it('finds by its index what lies in a rectangle', async () => {
    const bytes = await writeTable(flatgeobuf, release, 'municipalities');
    const areas = [...release.tables.get('municipalities')!.rows].map(({ values, area }) => ({
      code: values['code'] as string,
      bounds: measureBounds(release.context.geometry(area)!),
    }));
    const corner = fc.tuple(fc.integer({ min: 50_000, max: 760_000 }), fc.integer({ min: 6_600_000, max: 7_800_000 }));
    const side = fc.integer({ min: 1, max: 200_000 });
    await fc.assert(
      fc.asyncProperty(corner, side, async ([minX, minY], length) => {
        const [maxX, maxY] = [minX + length, minY + length];
        const { features } = await read(bytes, { minX, minY, maxX, maxY });
        const expected = areas.filter(
          ({ bounds }) => bounds.xmin <= maxX && bounds.xmax >= minX && bounds.ymin <= maxY && bounds.ymax >= minY,
        );
        expect(features.map(({ properties }) => properties?.['code'] as string).sort()).toEqual(
          expected.map(({ code }) => code),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('can be empty, have one area, and have areas without geometry', async () => {
    for (const areas of [[], [['01']], [['99']], [['01'], ['99'], ['21']]]) {
      const bytes = await writeTable(flatgeobuf, withRows('regions', areas), 'regions');
      const { features, header } = await read(bytes);
      expect(header?.featuresCount).toBe(areas.length);
      const drawn = features.filter(
        ({ geometry }) => geometry.type === 'MultiPolygon' && geometry.coordinates.length > 0,
      );
      expect(drawn).toHaveLength(areas.filter(([code]) => code !== '99').length);
    }
  });
});
