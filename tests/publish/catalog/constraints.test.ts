/** The condensed constraints are those of the official shapes, for the things that we describe. */
import { stringify } from 'csv-stringify/sync';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from 'n3';
import { describe, expect, it } from 'vitest';
import { lookFor, SHARED } from '../../missing.ts';
import { DCAT_AP_VERSIONS, describeCatalog, type DcatApVersion } from '../../../pipeline/publish/catalog/dcat-ap.ts';
import { expand, shorten } from '../../../pipeline/publish/catalog/rdf/prefixes.ts';
import { checkShapes, readShapeConstraints } from '../../../pipeline/publish/catalog/shapes.ts';
import { makeFacts, vocabulary } from './make-catalog.ts';
import { parseTurtle } from './read-rdf.ts';

const STANDARDS = join(SHARED, 'standards');
const standards = lookFor('standards');
const FILE = join(import.meta.dirname, '../../../schemas/1.0/mappings/dcat-ap-constraints.csv');
const SH = 'http://www.w3.org/ns/shacl#';

const SHAPES: Readonly<Record<DcatApVersion, readonly string[]>> = {
  '3.0.1': ['dcat-ap-SHACL', 'ranges', 'shapes_recommended', 'mdr-vocabularies.shape'].map(
    (name) => `dcat-ap-3.0.1/${name}`,
  ),
  '2.1.1': ['shapes', 'range', 'shapes_recommended', 'mdr-vocabularies.shape'].map(
    (name) => `dcat-ap-2.1.1/dcat-ap_2.1.1_shacl_${name}`,
  ),
};

/** Classes of the things in the graph of a version. */
function listClasses(version: DcatApVersion): ReadonlySet<string> {
  const types = describeCatalog(makeFacts(), vocabulary, version).filter(
    ({ predicate }) => predicate.value === expand('rdf:type'),
  );
  return new Set(types.map(({ object }) => object.value));
}

const isNamed = (iri: string): boolean => {
  try {
    shorten(iri);
    return true;
  } catch {
    return false;
  }
};

/** The constraints of a property shape that a row can say. */
function listConstraints(shapes: Store, property: Parameters<Store['getObjects']>[0]): [string, string][] {
  const rows: [string, string][] = [];
  for (const { predicate, object } of shapes.getQuads(property, null, null, null)) {
    const constraint = predicate.value.replace(SH, '');
    if (constraint === 'minCount' || constraint === 'maxCount') rows.push([constraint, object.value]);
    if (constraint === 'nodeKind') rows.push([constraint, object.value.replace(SH, '')]);
    if ((constraint === 'class' || constraint === 'datatype') && isNamed(object.value))
      rows.push([constraint, shorten(object.value)]);
    if (constraint !== 'node') continue;
    for (const pattern of shapes.getObjects(object, `${SH}pattern`, null)) rows.push(['pattern', pattern.value]);
    for (const inner of shapes.getObjects(object, `${SH}property`, null))
      for (const scheme of shapes.getObjects(inner, `${SH}hasValue`, null)) rows.push(['scheme', scheme.value]);
  }
  return rows;
}

function condense(version: DcatApVersion): string[][] {
  const classes = listClasses(version);
  const rows = new Set<string>();
  for (const name of SHAPES[version]) {
    const shapes = new Store(parseTurtle(readFileSync(join(STANDARDS, `${name}.ttl`), 'utf8')));
    for (const { subject, object: target } of shapes.getQuads(null, `${SH}targetClass`, null, null)) {
      if (!classes.has(target.value)) continue;
      for (const property of shapes.getObjects(subject, `${SH}property`, null)) {
        const [path] = shapes.getObjects(property, `${SH}path`, null);
        const [severity] = shapes.getObjects(property, `${SH}severity`, null);
        if (path === undefined || !isNamed(path.value)) continue;
        for (const row of listConstraints(shapes, property))
          rows.add(
            JSON.stringify([
              version,
              severity?.value.replace(SH, '') ?? 'Violation',
              shorten(target.value),
              shorten(path.value),
              ...row,
            ]),
          );
      }
    }
  }
  return [...rows].sort().map((row) => JSON.parse(row) as string[]);
}

describe.skipIf(standards.isMissing)(`constraints${standards.note}`, () => {
  it('are those of the official shapes', () => {
    const header = ['version', 'severity', 'class', 'path', 'constraint', 'value'];
    const expected = stringify([header, ...DCAT_AP_VERSIONS.flatMap(condense)]);
    if (process.env['UPDATE'] === '1' && process.env['CI'] !== 'true') writeFileSync(FILE, expected);
    expect(readFileSync(FILE, 'utf8')).toBe(expected);
  });
});

describe.each(DCAT_AP_VERSIONS)('constraints of %s', (version) => {
  const constraints = readShapeConstraints(readFileSync(FILE, 'utf8')).filter((each) => each.version === version);
  const statements = describeCatalog(makeFacts(), vocabulary, version);

  it('find nothing but the defects of the shapes', async () => {
    const results = await checkShapes(statements, constraints);
    expect(results.filter(({ path }) => !/algorithm$|publisher$/.test(path))).toEqual([]);
    expect(results.length).toBe(version === '3.0.1' ? 2 : 1);
  });

  it.each(['dct:title', 'dcat:accessURL', 'foaf:name'] as const)('miss %s', async (name) => {
    const spoiled = statements.filter(({ predicate }) => predicate.value !== expand(name));
    const results = await checkShapes(spoiled, constraints);
    expect(results.map(({ path, component }) => `${path} ${component}`)).toContain(
      `${expand(name)} MinCountConstraintComponent`,
    );
  });
});
