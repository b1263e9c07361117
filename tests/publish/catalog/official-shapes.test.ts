/** The catalogue under the official shapes of DCAT-AP and of avoindata.fi, in every serialisation. */
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lookFor, SHARED } from '../../missing.ts';
import { DCAT_AP_VERSIONS, describeCatalog, type DcatApVersion } from '../../../pipeline/publish/catalog/dcat-ap.ts';
import { writeJsonLd } from '../../../pipeline/publish/catalog/rdf/json-ld.ts';
import { writeRdfXml } from '../../../pipeline/publish/catalog/rdf/rdf-xml.ts';
import { writeTurtle } from '../../../pipeline/publish/catalog/rdf/turtle.ts';
import { makeFacts, readCodelist, vocabulary } from './make-catalog.ts';
import { parseJsonLd, parseRdfXml, parseTurtle, validate, type Finding } from './read-rdf.ts';

const STANDARDS = join(SHARED, 'standards');
const standards = lookFor('standards');

const AVOINDATA = 'avoindata/avoindata_dcat-ap_shacl';
const SHAPES: Readonly<Record<DcatApVersion, readonly string[]>> = {
  '3.0.1': [
    'dcat-ap-SHACL',
    'ranges',
    'shapes',
    'range',
    'shapes_recommended',
    'mdr-vocabularies.shape',
    'deprecateduris',
  ].map((name) => `dcat-ap-3.0.1/${name}`),
  '2.1.1': [
    ...['shapes', 'shapes_recommended', 'range', 'mdr-vocabularies.shape', 'deprecateduris'].map(
      (name) => `dcat-ap-2.1.1/dcat-ap_2.1.1_shacl_${name}`,
    ),
    AVOINDATA,
  ],
};

interface Exception {
  readonly version: string;
  readonly severity: string;
  readonly path: string;
  readonly component: string;
  readonly issue: string;
}

/** The defects of the shapes themselves, each with the issue where it is known. */
const EXCEPTIONS: Exception[] = parse(readCodelist('shape-exception'), { columns: true });

const covers = (exception: Exception, version: DcatApVersion, { severity, path, component }: Finding): boolean =>
  exception.version === version &&
  exception.severity === severity &&
  exception.path === path &&
  exception.component === component;

describe.skipIf(standards.isMissing).each(DCAT_AP_VERSIONS)(`DCAT-AP %s${standards.note}`, (version) => {
  const statements = describeCatalog(makeFacts(), vocabulary, version);
  const findings = new Map<string, Finding[]>();
  const exceptions = EXCEPTIONS.filter((exception) => exception.version === version);

  beforeAll(async () => {
    const read = {
      Turtle: parseTurtle(writeTurtle(statements)),
      'JSON-LD': await parseJsonLd(await writeJsonLd(statements)),
      'RDF/XML': await parseRdfXml(writeRdfXml(statements)),
    };
    for (const [serialisation, quads] of Object.entries(read)) {
      const found: Finding[] = [];
      for (const name of SHAPES[version])
        found.push(...(await validate(quads, parseTurtle(readFileSync(join(STANDARDS, `${name}.ttl`), 'utf8')))));
      findings.set(serialisation, found);
    }
  });

  it.each(['Turtle', 'JSON-LD', 'RDF/XML'])('has no violation and no warning but the named ones as %s', (each) => {
    const unexpected = (findings.get(each) ?? []).filter(
      (finding) => !exceptions.some((exception) => covers(exception, version, finding)),
    );
    expect(unexpected).toEqual([]);
  });

  it.each(exceptions)('still needs the exception for $path', (exception) => {
    expect(exception.issue).toMatch(/^https:\/\/github\.com\/SEMICeu\/DCAT-AP\/issues\/\d+$/);
    expect((findings.get('Turtle') ?? []).some((finding) => covers(exception, version, finding))).toBe(true);
  });

  it('is found wrong when something mandatory is missing', async () => {
    const spoiled = statements.filter(({ predicate }) => !predicate.value.endsWith('accessURL'));
    const [first = ''] = SHAPES[version];
    const shapes = parseTurtle(readFileSync(join(STANDARDS, `${first}.ttl`), 'utf8'));
    expect((await validate(spoiled, shapes)).length).toBeGreaterThan(0);
  });
});
