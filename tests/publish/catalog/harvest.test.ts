/** What ckanext-dcat's RDF harvester would make of the catalogue, by the rules of its DCAT-AP profiles and of its harvester. */
import type { Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { DCAT_AP_VERSIONS, describeCatalog } from '../../../pipeline/publish/catalog/dcat-ap.ts';
import { expand, type Name } from '../../../pipeline/publish/catalog/rdf/prefixes.ts';
import { writeTurtle } from '../../../pipeline/publish/catalog/rdf/turtle.ts';
import { makeFacts, SOURCE, vocabulary } from './make-catalog.ts';
import { parseTurtle } from './read-rdf.ts';

/** CKAN's own licences, as far as they matter here. */
const LICENCES = [
  { id: 'cc-by', title: 'Creative Commons Attribution', url: 'http://www.opendefinition.org/licenses/cc-by' },
  { id: 'cc-by-4.0', title: 'Creative Commons Attribution 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
];

interface Package {
  readonly guid: string;
  readonly title: string;
  readonly notes: string;
  readonly tags: readonly string[];
  readonly license_id: string;
  readonly values: readonly string[];
  readonly resources: readonly {
    readonly uri: string;
    readonly url: string;
    readonly format: string;
    readonly mimetype: string;
  }[];
}

function harvest(quads: readonly Quad[]): Package[] {
  const objects = (subject: string, name: Name) =>
    quads.filter((q) => q.subject.value === subject && q.predicate.value === expand(name)).map((q) => q.object);
  /** The default language wins, else the first one. */
  const literal = (subject: string, name: Name): string => {
    const found = objects(subject, name);
    const preferred = found.find((each) => each.termType === 'Literal' && each.language === 'en') ?? found[0];
    return preferred?.value ?? '';
  };
  const labelOrIri = (address: string): string => literal(address, 'rdfs:label') || address;
  return quads
    .filter((q) => q.predicate.value === expand('rdf:type') && q.object.value === expand('dcat:Dataset'))
    .map(({ subject: { value: guid } }) => {
      const distributions = objects(guid, 'dcat:distribution').map(({ value }) => value);
      const licences = distributions.flatMap((each) => objects(each, 'dct:license').map(({ value }) => value));
      const licence =
        LICENCES.find(({ url }) => licences.includes(url)) ??
        LICENCES.find(({ title }) => licences.some((each) => literal(each, 'dct:title') === title));
      return {
        guid,
        title: literal(guid, 'dct:title'),
        notes: literal(guid, 'dct:description'),
        tags: objects(guid, 'dcat:keyword').map(({ value }) => value),
        license_id: licence?.id ?? '',
        values: (['dct:accrualPeriodicity', 'dct:provenance', 'dct:accessRights'] as const).flatMap((name) =>
          objects(guid, name).map(({ value }) => value),
        ),
        resources: distributions.map((uri) => ({
          uri,
          url: objects(uri, 'dcat:downloadURL')[0]?.value ?? objects(uri, 'dcat:accessURL')[0]?.value ?? '',
          format: objects(uri, 'dct:format').map(({ value }) => labelOrIri(value))[0] ?? '',
          mimetype: objects(uri, 'dcat:mediaType').map(({ value }) => labelOrIri(value))[0] ?? '',
        })),
      };
    });
}

const read = (version: (typeof DCAT_AP_VERSIONS)[number], changes = {}): Package[] =>
  harvest(parseTurtle(writeTurtle(describeCatalog(makeFacts(changes), vocabulary, version))));

describe.each(DCAT_AP_VERSIONS)('a harvest of %s', (version) => {
  const packages = read(version);

  it('makes a package of each table and of the whole release', () => {
    expect(packages).toHaveLength(SOURCE.tables.size + 1);
    expect(new Set(packages.map(({ guid }) => guid)).size).toBe(packages.length);
  });

  it('finds licence, formats, titles and tags', () => {
    for (const { license_id: licence, title, notes, tags, resources } of packages) {
      expect(licence).toBe('cc-by-4.0');
      expect([title, notes].every((text) => /\S/.test(text))).toBe(true);
      expect(tags.length).toBeGreaterThan(2);
      expect(resources.length).toBeGreaterThan(0);
      for (const { format, mimetype } of resources) {
        expect(format).toMatch(/^http:\/\/publications\.europa\.eu\/resource\/authority\/file-type\/[A-Z_]+$/);
        expect(mimetype).toMatch(/^$|^http:\/\/www\.iana\.org\/assignments\/media-types\//);
      }
    }
  });

  it('finds no duplicate and nothing new at the second visit, nor after another release', () => {
    const known = new Map<string, string>();
    const visit = (found: readonly Package[]): number => {
      const before = known.size;
      for (const { guid, resources } of found) for (const { uri } of resources) known.set(`${guid} ${uri}`, guid);
      return known.size - before;
    };
    visit(packages);
    expect(visit(read(version))).toBe(0);
    const later = {
      manifest: { ...SOURCE.manifest, release: '2027-01-02' },
      releases: [...SOURCE.releases, { release: '2027-01-02', archiveBytes: 5, archiveSha256: 'ef'.repeat(32) }],
    };
    const after = read(version, later);
    expect(visit(after)).toBe(0);
    expect(after).toHaveLength(packages.length);
    for (const { guid, resources } of after)
      for (const address of [guid, ...resources.map(({ uri }) => uri)])
        expect(address).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('is the same while the release is', () => {
    expect(read(version)).toEqual(packages);
  });
});
