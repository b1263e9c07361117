import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { geopackage } from '../../../pipeline/publish/formats/geopackage/index.ts';
import { METADATA } from '../../publish/formats/make-release.ts';
import { runPython, type WrittenFolder, writeFiles } from './write-files.ts';

/** What `render-layer.py` prints. */
interface Rendered {
  readonly valid: boolean;
  readonly crs: string;
  readonly count: number;
  readonly renderer: string;
  readonly labels: readonly string[];
  readonly aliases: Readonly<Record<string, string>>;
  readonly display: string;
  readonly licenses: readonly string[];
  readonly rights: readonly string[];
  readonly abstract: string;
  /** Hexadecimal colour → pixels. */
  readonly colours: Readonly<Record<string, number>>;
}

let written: WrittenFolder;
beforeAll(async () => {
  written = await writeFiles([geopackage]);
});
afterAll(() => rmSync(written.folder, { recursive: true }));

function render(layer: string): Rendered {
  const script = join(import.meta.dirname, 'render-layer.py');
  const picture = join(written.folder, `${layer}.png`);
  return JSON.parse(runPython(script, join(written.folder, 'hankekartta.gpkg'), layer, picture)) as Rendered;
}

describe('QGIS', () => {
  it.each([
    ['municipalities', 308],
    ['sub_regions', 69],
    ['regions', 19],
  ] as const)('opens %s as a choropleth', (name, count) => {
    const rendered = render(name);
    expect(rendered).toMatchObject({
      valid: true,
      crs: 'EPSG:3067',
      count,
      renderer: 'RuleRenderer',
      display: '"name_fi"',
    });
    expect(rendered.labels).toEqual([
      'ei tietoa / ingen uppgift / no data',
      '0',
      '1–4',
      '5–9',
      '10–19',
      '20–49',
      '50–99',
      '100–199',
      '≥ 200',
    ]);
    const { table } = written.release.tables.get(name)!;
    for (const column of table.columns) expect(rendered.aliases[column.name]).toBe(column.title.fi);
    expect(rendered).toMatchObject({ licenses: [METADATA.licence], rights: METADATA.attribution });
    expect(rendered.abstract).toContain(METADATA.notes[0]);
  });

  it('paints the classes of the areas that are there', () => {
    const { colours } = render('municipalities');
    // The figures are the squares of 0 … 307 modulo 257: every class but "no data" has areas.
    for (const colour of ['#f7f7f7', '#edf8b1', '#c7e9b4', '#7fcdbb', '#41b6c4', '#1d91c0', '#225ea8', '#0c2c84']) {
      expect(colours[colour] ?? 0).toBeGreaterThan(100);
    }
  });

  it.each(['projects', 'project_areas'])('opens %s as thin veils over one another', (name) => {
    const rendered = render(name);
    expect(rendered).toMatchObject({ valid: true, renderer: 'singleSymbol', crs: 'EPSG:3067' });
    expect(rendered.aliases['project_id']).toBe('Hankkeen tunniste');
    expect(Object.keys(rendered.colours).length).toBeGreaterThan(1);
  });
});
