import { describe, expect, it } from 'vitest';
import type { Format } from '../../pipeline/publish/format.ts';
import { geojson } from '../../pipeline/publish/formats/geojson.ts';
import { jsonl } from '../../pipeline/publish/formats/jsonl.ts';
import { planFiles, writeFiles, type OpenFile } from '../../pipeline/publish/write-files.ts';
import { createSink, makeRelease } from './formats/make-release.ts';

const release = makeRelease();
const ids = [...release.tables.get('projects')!.rows].map(({ values }) => values['project_id']);

/** Writes the table of projects; gives what the manifest says of each file, and its text by its path. */
async function write(format: Format): Promise<{ files: Awaited<ReturnType<typeof writeFiles>>; texts: string[] }> {
  const sinks = new Map<string, ReturnType<typeof createSink>>();
  const openFile: OpenFile = (path) => {
    const sink = createSink();
    sinks.set(path, sink);
    return { ...sink, close: () => ({ bytes: sink.bytes().length, sha256: '' }) };
  };
  const [planned] = planFiles(format, release.tables);
  const files = await writeFiles(planned!, format, release.context, openFile);
  return { files, texts: files.map(({ path }) => Buffer.from(sinks.get(path)!.bytes()).toString('utf8')) };
}

interface Collection {
  readonly type: string;
  readonly name: string;
  readonly features: readonly { readonly id: string }[];
}

describe('files that become too large', () => {
  it('go on in further files, each whole, every row once and in order', async () => {
    const { files, texts } = await write({ ...geojson, mostBytes: 20_000 });
    expect(files.length).toBeGreaterThan(2);
    expect(files.map(({ path }) => path)).toEqual(
      files.map((_, index) => (index === 0 ? 'projects.geojson' : `projects_${index + 1}.geojson`)),
    );
    const collections = texts.map((text) => JSON.parse(text) as Collection);
    expect(collections.flatMap(({ features }) => features.map(({ id }) => id))).toEqual(ids);
    for (const { type, name, features } of collections) {
      expect([type, name]).toEqual(['FeatureCollection', 'projects']);
      expect(features.length).toBeGreaterThan(0);
    }
    // Over the limit by no more than one feature and the end.
    for (const text of texts)
      expect(text.length - Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(20_100);
    expect(files[1]).toMatchObject({
      title: `Projects (GeoJSON, WGS84, without the long texts), part 2/${files.length}`,
      title_fi: `Hankkeet (GeoJSON, WGS84, ilman pitkiä tekstejä), osa 2/${files.length}`,
      title_sv: `Projekt (GeoJSON, WGS84, utan de långa texterna), del 2/${files.length}`,
    });
  });

  it('are one file below the limit, the same as without one', async () => {
    const { mostBytes: _, ...unlimited } = geojson;
    const [limited, whole] = [await write(geojson), await write(unlimited)];
    expect(limited).toEqual(whole);
    expect(limited.files.map(({ path }) => path)).toEqual(['projects.geojson']);
  });

  it('stay below what a program in JavaScript reads as one text', () => {
    expect(geojson.mostBytes).toBeLessThan(2 ** 29 - 24 - 50_000_000);
  });
});

it('a file without the long texts says so, one with them does not', () => {
  expect(planFiles(geojson, release.tables).map(({ title }) => title.en)).toEqual([
    'Projects (GeoJSON, WGS84, without the long texts)',
    'Municipalities (GeoJSON, WGS84)',
    'Sub-regions (GeoJSON, WGS84)',
    'Regions (GeoJSON, WGS84)',
  ]);
  expect(planFiles(jsonl, release.tables).map(({ title }) => title.en)).toEqual(['Projects (JSON Lines)']);
});
