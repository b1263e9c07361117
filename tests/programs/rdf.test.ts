/** Linked data as rapper (Raptor) and rdflib read it: the same statements in every serialisation, as we counted them. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { toLines } from '../publish/catalog/read-rdf.ts';
import { createWorkspace, readDocuments, type Workspace } from '../flow/workspace.ts';
import { run, runPython } from './formats/write-files.ts';

const CONFIG = {
  documents: ['documents'],
  releases: 'releases',
  site: false,
  publisher: { name: 'Julkaisija', contact: 'avoindata@julkaisija.example' },
  provenance: { fi: 'Hankesivuilta.', sv: 'Från projektsidor.', en: 'From project pages.' },
};
const GRAPHS = ['catalog', 'catalog-2.1.1', 'catalog-versions', 'data/latest/areas'];
const SERIALISATIONS = { ttl: 'turtle', rdf: 'rdfxml', jsonld: 'json-ld' } as const;

let project: Workspace;
beforeAll(async () => {
  project = createWorkspace(readDocuments());
  project.write({ 'hankekartta.config.json': JSON.stringify(CONFIG) });
  expect((await project.run('build', '--release', '2026-11-25')).status).toBe(0);
});

const place = (name: string): string => project.place('dist', name);
const parse = (lines: string): string[] => toLines(new Parser({ format: 'N-Triples' }).parse(lines));
const readOurs = (name: string): string[] => toLines(new Parser().parse(project.readFile('dist', `${name}.ttl`)));

describe.each([...GRAPHS, 'data/latest/projects'])('%s', (name) => {
  it.each(name.endsWith('projects') ? (['ttl'] as const) : (['ttl', 'rdf'] as const))(
    'is read by rapper as %s',
    (extension) => {
      const read = run(
        'rapper',
        '--quiet',
        '--input',
        SERIALISATIONS[extension],
        '--output',
        'ntriples',
        place(`${name}.${extension}`),
      );
      expect(read).not.toContain('_:');
      expect(parse(read)).toEqual(readOurs(name));
    },
  );

  it.each(name.endsWith('projects') ? (['ttl'] as const) : (['ttl', 'rdf', 'jsonld'] as const))(
    'is read by rdflib as %s',
    (extension) => {
      const format = { ttl: 'turtle', rdf: 'xml', jsonld: 'json-ld' }[extension];
      const script = project.place('read.py');
      writeFileSync(
        script,
        'import sys\nimport rdflib\ngraph = rdflib.Graph()\ngraph.parse(sys.argv[1], format=sys.argv[2])\nsys.stdout.write(graph.serialize(format="nt"))\n',
      );
      const read = runPython(script, place(`${name}.${extension}`), format);
      expect(read).not.toContain('_:');
      expect(parse(read)).toEqual(readOurs(name));
    },
  );
});

it('is as long as it says', () => {
  expect(readOurs('catalog').length).toBeGreaterThan(1500);
  expect(readOurs('data/latest/projects').length).toBeGreaterThan(60);
  expect(path.basename(place('catalog.ttl'))).toBe('catalog.ttl');
});

describe('R', () => {
  it('opens every layer and table without a warning', () => {
    const script = project.place('read.R');
    writeFileSync(
      script,
      [
        'options(warn = 2)',
        'suppressPackageStartupMessages(library(sf))',
        'folder <- commandArgs(trailingOnly = TRUE)[1]',
        'file <- file.path(folder, "hankekartta.gpkg")',
        'layers <- st_layers(file)$name',
        'stopifnot(all(c("municipalities", "projects", "label_points", "areas", "partners") %in% layers))',
        'for (layer in c("municipalities", "sub_regions", "regions", "projects", "project_areas", "areas", "label_points")) {',
        '  read <- st_read(file, layer, quiet = TRUE)',
        '  stopifnot(st_crs(read)$epsg == 3067, all(st_is_valid(st_geometry(read)[!st_is_empty(read)])))',
        '}',
        'points <- st_read(file, "label_points", quiet = TRUE)',
        'areas <- st_read(file, "municipalities", quiet = TRUE)',
        'inside <- st_within(points[points$area_level == "municipality", ], areas)',
        'stopifnot(all(areas$code[unlist(inside)] == points$code[points$area_level == "municipality"]))',
        'for (name in c("municipalities", "sub_regions", "regions", "projects")) {',
        '  read <- st_read(file.path(folder, paste0(name, ".geojson")), quiet = TRUE)',
        '  stopifnot(st_crs(read)$epsg == 4326, all(st_is_valid(st_geometry(read)[!st_is_empty(read)])))',
        '}',
        'for (name in c("municipalities", "sub_regions", "regions")) {',
        '  st_read(file.path(folder, paste0(name, ".fgb")), quiet = TRUE)',
        '  st_read(file.path(folder, paste0(name, ".topojson")), quiet = TRUE)',
        '}',
        'cat("read\\n")',
      ].join('\n'),
    );
    expect(run('Rscript', script, project.place('dist/data/latest'))).toContain('read');
  });
});
