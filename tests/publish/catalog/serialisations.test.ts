/** The three serialisations say the same, whatever is in a text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DCAT_AP_VERSIONS, describeCatalog, describeVersions } from '../../../pipeline/publish/catalog/dcat-ap.ts';
import { writeJsonLd } from '../../../pipeline/publish/catalog/rdf/json-ld.ts';
import { writeRdfXml } from '../../../pipeline/publish/catalog/rdf/rdf-xml.ts';
import { describe as state, iri, plain, text, typed } from '../../../pipeline/publish/catalog/rdf/statements.ts';
import { writeTurtle } from '../../../pipeline/publish/catalog/rdf/turtle.ts';
import { makeFacts, vocabulary } from './make-catalog.ts';
import { parseJsonLd, parseRdfXml, parseTurtle, toLines } from './read-rdf.ts';

const GRAPHS = [
  ...DCAT_AP_VERSIONS.map((version) => ({
    name: `catalog ${version}`,
    statements: describeCatalog(makeFacts(), vocabulary, version),
  })),
  { name: 'catalog-versions', statements: describeVersions(makeFacts(), vocabulary) },
];

describe.each(GRAPHS)('$name', ({ statements }) => {
  const expected = toLines(statements);

  it('says each thing once', () => {
    expect(new Set(expected).size).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(30);
  });

  it('is the same in Turtle, JSON-LD and RDF/XML', async () => {
    const json = await writeJsonLd(statements);
    expect(toLines(parseTurtle(writeTurtle(statements)))).toEqual(expected);
    expect(toLines(await parseJsonLd(json))).toEqual(expected);
    expect(toLines(await parseRdfXml(writeRdfXml(statements)))).toEqual(expected);
    expect(Object.keys((JSON.parse(json) as { '@context': object })['@context'])).toContain('dcat');
  });

  it('has no blank node in any text', async () => {
    for (const written of [writeTurtle(statements), await writeJsonLd(statements), writeRdfXml(statements)])
      expect(written).not.toMatch(/_:|nodeID|\[ /);
  });
});

it('carries every text that XML can carry', async () => {
  const legal = fc.string({ unit: 'binary' }).filter((value) => {
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(value);
  });
  await fc.assert(
    fc.asyncProperty(legal, legal, async (first, second) => {
      const statements = state('https://a.example/%C3%A4?x=1&y=2#t', ['dcat:Dataset'], {
        'dct:title': text({ fi: first, sv: second }),
        'dct:identifier': plain(second),
        'dct:issued': typed('2026-11-25', 'xsd:date'),
        'dct:relation': iri('https://b.example/?a=1&b=2'),
      });
      const expected = toLines(statements);
      expect(toLines(parseTurtle(writeTurtle(statements)))).toEqual(expected);
      expect(toLines(await parseJsonLd(await writeJsonLd(statements)))).toEqual(expected);
      expect(toLines(await parseRdfXml(writeRdfXml(statements)))).toEqual(expected);
    }),
    { numRuns: 40, seed: 10 },
  );
});
