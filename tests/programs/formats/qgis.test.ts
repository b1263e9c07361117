import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../../pipeline/publish/formats/csv.ts';
import { csvTypes } from '../../../pipeline/publish/formats/csv-types.ts';
import { geopackage } from '../../../pipeline/publish/formats/geopackage/index.ts';
import { divideColumns, type Column, type Table } from '../../../pipeline/model/table.ts';
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
  written = await writeFiles([geopackage, csv, csvTypes]);
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
      '5–19',
      '20–49',
      '50–99',
      '≥ 100',
    ]);
    const { table } = written.release.tables.get(name)!;
    for (const column of table.columns) expect(rendered.aliases[column.name]).toBe(column.title.fi);
    expect(rendered).toMatchObject({ licenses: [METADATA.licence], rights: METADATA.attribution });
    expect(rendered.abstract).toContain(METADATA.notes[0]);
  });

  it('paints the classes of the areas that are there', () => {
    const { colours } = render('municipalities');
    // The figures are the squares of 0 … 307 modulo 257: every class but "no data" has areas.
    for (const colour of ['#f7f7f7', '#c7eddf', '#6cb7b1', '#27858e', '#00576e', '#032a45']) {
      expect(colours[colour] ?? 0).toBeGreaterThan(100);
    }
  });

  it.each(['projects', 'project_areas'])('opens %s as thin veils over one another', (name) => {
    const rendered = render(name);
    expect(rendered).toMatchObject({ valid: true, renderer: 'singleSymbol', crs: 'EPSG:3067' });
    expect(rendered.aliases['project_id']).toBe('Hankkeen tunniste');
    expect(Object.keys(rendered.colours).length).toBeGreaterThan(1);
  });

  it('opens the project inside the GeoPackage without a warning', () => {
    const script = join(import.meta.dirname, 'open-project.py');
    const project = JSON.parse(runPython(script, join(written.folder, 'hankekartta.gpkg'))) as OpenedProject;
    expect(project).toMatchObject({ opened: true, title: 'Hankekartta', crs: 'EPSG:3067', messages: [] });
    for (const [name, { table, rows }] of written.release.tables) {
      const layer = project.layers[name];
      expect([name, layer?.valid, layer?.title, layer?.count]).toEqual([name, true, table.title.fi, [...rows].length]);
      for (const column of planColumns(name, table))
        expect([name, column.name, layer?.aliases[column.name]]).toEqual([
          name,
          column.name,
          expect.stringContaining(column.title.fi),
        ]);
    }
    expect(project.layers['regions']).toMatchObject({ renderer: 'RuleRenderer', shown: true, crs: 'EPSG:3067' });
    expect(project.layers['label_points']).toMatchObject({ renderer: 'singleSymbol', labels: true, count: 396 });
    expect(project.layers['partners']).toMatchObject({ spatial: false });
    expect(project.layers['project_texts']).toMatchObject({ valid: true, spatial: false });
    for (const name of ['project_areas', 'partners', 'sections', 'sustainability', 'project_texts'])
      expect([name, project.relations[name]]).toEqual([name, [true, 'projects']]);
  });

  it('names the fields of a table without geometry and draws outlines of areas', () => {
    expect(render('areas')).toMatchObject({ valid: true, renderer: 'singleSymbol' });
    expect(render('label_points')).toMatchObject({ valid: true, renderer: 'singleSymbol', count: 396 });
  });

  it('keeps the zeros of codes in CSV files, since the types lie beside them', () => {
    const script = join(import.meta.dirname, 'read-delimited-text.py');
    const names = ['municipalities', 'regions', 'projects', 'project_areas'] as const;
    const files = names.flatMap((name) => [join(written.folder, `${name}.csv`), ',']);
    const read = JSON.parse(runPython(script, ...files)) as ReadTable[];
    for (const [index, name] of names.entries()) {
      const { table } = written.release.tables.get(name)!;
      const { valid, fields } = read[index]!;
      expect([name, valid]).toEqual([name, true]);
      const types = { string: 'text', integer: 'integer', number: 'double', boolean: 'text', date: 'date' };
      for (const column of table.columns)
        expect([column.name, fields[column.name]?.toLowerCase()]).toEqual([column.name, types[column.type]]);
    }
    expect(read[0]?.rows[0]?.[0]).toBe('005');
    expect(read[1]?.rows[0]?.[0]).toBe('01');
  });
});

/** Columns that a layer or table of the GeoPackage has. */
function planColumns(name: string, table: Table): readonly Column[] {
  return name === 'projects' ? divideColumns(table).carried : table.columns;
}

/** What `open-project.py` prints. */
interface OpenedProject {
  /** Table → whether the relation is valid, and the layer that it leads to. */
  readonly relations: Readonly<Record<string, readonly [boolean, string]>>;
  readonly layers: Readonly<
    Record<string, { valid: boolean; title: string; count: number; aliases: Readonly<Record<string, string>> }>
  >;
}

/** What `read-delimited-text.py` prints of a file. */
interface ReadTable {
  readonly valid: boolean;
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly (string | null)[])[];
}
