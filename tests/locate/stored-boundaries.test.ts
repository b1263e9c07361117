import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVintage } from '../../pipeline/locate/vintage/create-vintage.ts';
import { importBoundaries } from '../../pipeline/locate/import/import-boundaries.ts';
import { locate } from '../../pipeline/locate/index.ts';
import { listVintages } from '../../pipeline/locate/vintage/list-vintages.ts';
import { lookFor, SHARED } from '../missing.ts';
import { load, makeFile } from './make-boundary-file.ts';
import { makeProject } from './make-project.ts';
import { expectVintage, readGazetteer } from './read-gazetteer.ts';

const gazetteer = readGazetteer();

describe('stored boundaries', () => {
  it.each([
    ['cut', (text: string) => text.slice(0, -100)],
    ['of another year', (text: string) => text.replace('"year":2024', '"year":2023')],
    ['without a municipality', (text: string) => text.split('\n').toSpliced(3, 1).join('\n')],
    ['something else', () => '{"type":"FeatureCollection","features":[]}'],
  ])('that are %s are a problem with a way out, no throw', (_, damage) => {
    const stored = load(makeFile(2024)).value!.text;
    const own = readGazetteer(new Map([['2024.geojson', damage(stored)]]));
    expect(createVintage(own, 2024)).toMatchObject({
      problem: { wayOut: 'import it again with "boundaries add --year 2024 FILE", or remove it' },
    });
    expect(listVintages(own).find((each) => each.year === 2024)?.usable).toBe(false);
  });
});

const FILE = 'geo/import-trial/kuntajako-4500k-2013.geojson';
const trial = path.join(SHARED, FILE);
const official = lookFor(FILE);

describe.skipIf(official.isMissing)(`the official division of 2013, with territorial waters${official.note}`, () => {
  const result = () =>
    importBoundaries({ text: readFileSync(trial, 'utf8'), year: 2013, sourceName: 'kuntajako.geojson' }, gazetteer);

  it('passes: 320 municipalities, the sea noticed, 324 rings turned round', () => {
    const { value, issues } = result();
    expect(value?.metadata).toMatchObject({ year: 2013, coast: 'sea', municipalities: 320, area_km2: 390_872 });
    expect(issues.map((issue) => issue.code)).toEqual(['locate/boundaries-coast', 'locate/boundaries-winding']);
  });

  it('is a vintage in which the municipalities and sub-regions of 2013 are themselves', () => {
    const own = readGazetteer(new Map([['2013.geojson', result().value!.text]]));
    const vintage = expectVintage(own, 2013);
    expect(
      (['municipality', 'sub_region', 'region', 'country'] as const).map((level) => vintage.areas(level).length),
    ).toEqual([320, 70, 19, 1]);
    expect(vintage.nutsVersion).toBeUndefined();
    const project = makeProject(
      { region: ['Pohjanmaa'], sub_region: ['Kyrönmaa'], municipality: ['Isokyrö'] },
      { start_date: '2016-01-01', beneficiary_postal_code: '70100' },
    );
    const { value, issues } = locate(project, own, vintage);
    expect(value.located.map((row) => [row.role, row.code, row.match])).toEqual([
      ['target', '152', 'name'],
      ['target', '151', 'name'],
      ['target', '15', 'name'],
      ['target', 'FI', 'municipality'],
    ]);
    expect(issues).toEqual([]);
  });
});
