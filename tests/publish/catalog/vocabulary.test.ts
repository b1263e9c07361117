/** The codelists of EU vocabularies against public copies, and the catalogue against the codelists. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookFor, SHARED } from '../../missing.ts';
import { DCAT_AP_VERSIONS, describeCatalog } from '../../../pipeline/publish/catalog/dcat-ap.ts';
import { expand } from '../../../pipeline/publish/catalog/rdf/prefixes.ts';
import { AUTHORITY } from '../../../pipeline/publish/catalog/vocabulary.ts';
import { makeFacts, vocabulary } from './make-catalog.ts';

const LISTS = join(SHARED, 'standards/mqa');
const lists = lookFor('standards/mqa');

describe.each(DCAT_AP_VERSIONS)('the catalogue %s', (version) => {
  const statements = describeCatalog(makeFacts(), vocabulary, version);
  const listed = new Set([
    ...vocabulary.terms.map(({ iri }) => iri),
    ...vocabulary.formats.flatMap(({ fileType }) => fileType ?? []),
  ]);

  it('names no concept of an EU table that is not on the codelist', () => {
    const used = statements.flatMap(({ subject, object }) => [subject.value, object.value]);
    const concepts = used.filter((iri) => iri.startsWith(AUTHORITY) && iri.slice(AUTHORITY.length).includes('/'));
    expect(concepts.length).toBeGreaterThan(100);
    expect([...new Set(concepts)].filter((iri) => !listed.has(iri))).toEqual([]);
  });

  it('says every text in Finnish, Swedish and English', () => {
    const languages = new Map<string, Set<string>>();
    for (const { subject, predicate, object } of statements) {
      if (object.termType !== 'Literal' || object.language === '') continue;
      const key = `${subject.value} ${predicate.value}`;
      languages.set(key, (languages.get(key) ?? new Set()).add(object.language));
    }
    const incomplete = [...languages].filter(([, found]) => found.size !== 3).map(([key]) => key);
    // Titles of schemes and standards are only for the shapes; they are names in English.
    expect(incomplete.filter((key) => !/authority\/[a-z-]+ |purl\.org\/adms|spec\.openapis/.test(key))).toEqual([]);
  });

  it('has titles, descriptions, keywords and notes of every dataset', () => {
    const datasets = statements
      .filter(({ object }) => object.value === expand('dcat:Dataset'))
      .map((q) => q.subject.value);
    for (const dataset of datasets)
      for (const name of ['dct:title', 'dct:description', 'dcat:keyword', 'adms:versionNotes'] as const) {
        const found = statements.filter((q) => q.subject.value === dataset && q.predicate.value === expand(name));
        const tags = found.map(({ object }) => (object.termType === 'Literal' ? object.language : ''));
        expect([...new Set(tags)].sort(), `${dataset} ${name}`).toEqual(['en', 'fi', 'sv']);
      }
  });
});

describe.skipIf(lists.isMissing)(`file formats${lists.note}`, () => {
  const read = (name: string): string => readFileSync(join(LISTS, `edp-${name}-format.rdf`), 'utf8');

  it.each(vocabulary.formats.filter(({ fileType }) => fileType !== undefined))(
    '$code are as the lists have them',
    (format) => {
      const isOn = (list: string): boolean => read(list).includes(`"${format.fileType ?? ''}"`);
      // A GeoPackage is no one's property, but the list of the assessment does not have it.
      expect(format.isMachineReadable).toBe(isOn('machine-readable'));
      expect(format.isNonProprietary || !isOn('non-proprietary') || format.code === 'jsonl').toBe(true);
      if (format.isNonProprietary) expect(isOn('non-proprietary')).toBe(true);
    },
  );

  it('have the licence on its list', () => {
    const licences = readFileSync(join(LISTS, 'edp-licences-skos.rdf'), 'utf8');
    expect(licences).toContain(`"${vocabulary.term('licence_cc_by_4_0').iri}"`);
  });
});
