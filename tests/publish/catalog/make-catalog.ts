import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectFacts, type CatalogFacts, type CatalogSource } from '../../../pipeline/publish/catalog/facts.ts';
import { createVocabulary } from '../../../pipeline/publish/catalog/vocabulary.ts';
import { FORMATS } from '../../../pipeline/publish/formats/index.ts';
import type { Manifest } from '../../../pipeline/model/schema-types.ts';
import { readTables } from '../formats/make-release.ts';

const CODELISTS = join(import.meta.dirname, '../../../schemas/1.0/codelists');
export const readCodelist = (name: string): string => readFileSync(join(CODELISTS, `${name}.csv`), 'utf8');

export const vocabulary = createVocabulary({
  euVocabulary: readCodelist('eu-vocabulary'),
  fileFormats: readCodelist('file-format'),
  keywords: readCodelist('catalog-keyword'),
  texts: readCodelist('catalog-text'),
});

const tables = readTables();

function listFiles(): Manifest['files'] {
  const file = (path: string, mediaType: string): Manifest['files'][number] => ({
    path,
    bytes: path.length * 1000,
    sha256: 'ab'.repeat(32),
    media_type: mediaType,
    title: `The file ${path}`,
    title_fi: `Tiedosto ${path}`,
    title_sv: `Filen ${path}`,
  });
  return [
    ...FORMATS.flatMap(({ extension, mediaType, folder, bundle, tables: names }) => {
      const prefix = folder === undefined ? '' : `${folder}/`;
      return (bundle === undefined ? names : [bundle]).map((name) => file(`${prefix}${name}.${extension}`, mediaType));
    }),
    // Where one file would be too large.
    file('projects_2.geojson', 'application/geo+json'),
    file('datapackage.json', 'application/json'),
    file('issues.json', 'application/json'),
    file('provenance.jsonl', 'application/jsonl'),
    file('areas.ttl', 'text/turtle'),
    file('projects.csvw.json', 'application/json'),
    file('projects.csvt', 'text/plain'),
  ];
}

/** A manifest of every file that a release has, with made-up sizes. */
export const MANIFEST: Manifest = {
  release: '2026-11-25',
  schema_version: '1.0',
  boundary_vintage: 2026,
  code_version: '0.1.0',
  created_from: { documents: 3, entries: 3, quarantined: 0 },
  counts: { projects: 3 },
  digests: {},
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: ['Statistics Finland'],
  notes: ['Boundaries are not for measuring.'],
  notes_fi: ['Rajat eivät sovellu mittaamiseen.'],
  notes_sv: ['Gränserna lämpar sig inte för mätning.'],
  files: listFiles(),
};

const archive = { archiveBytes: 123_456, archiveSha256: 'cd'.repeat(32) };

export const SOURCE: CatalogSource = {
  siteUrl: 'https://hankekartta.example/',
  schemaBase: 'https://hankekartta.example/',
  hasSite: true,
  publisher: {
    name: 'Esimerkkijulkaisija',
    url: 'https://julkaisija.example/',
    contact: 'avoindata@julkaisija.example',
    type: 'non_profit_organisation',
  },
  provenance: { fi: 'Hankesivuilta.', sv: 'Från projektsidor.', en: 'From project pages.' },
  manifest: MANIFEST,
  tables,
  releases: [
    { release: '2026-11-20', ...archive },
    { release: '2026-11-25', ...archive },
  ],
  periods: new Map([
    ['projects', { start: '2014-01-01', end: '2023-12-31' }],
    ['area_changes', { start: '2013-01-01', end: '2026-01-01' }],
  ]),
  bounds: [19.08, 59.45, 31.59, 70.1],
};

export function makeFacts(changes: Partial<CatalogSource> = {}): CatalogFacts {
  return collectFacts({ ...SOURCE, ...changes }, vocabulary);
}
