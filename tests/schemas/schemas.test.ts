import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENTS, generateTypes, TABLES, TYPES_FILE } from '../../schemas/generate-types.ts';
import { listProperties, readSchemas, ROOT } from './read-schemas.ts';

const BASE = 'https://hankekartta.example/schemas/1.0/';
const schemas = readSchemas();

/** Strict, as the strictest user of the schemas would have it. */
const ajv = new Ajv2020.Ajv2020({ strict: true, strictTypes: true, strictTuples: true, strictRequired: true });
addFormats.default(ajv);
for (const schema of schemas.values()) ajv.addSchema(schema);

const isValid = (name: string, value: unknown) => ajv.validate(`${BASE}${name}.schema.json`, value);
const isKind = (kind: string, value: unknown) => ajv.validate(`${BASE}definitions.schema.json#/$defs/${kind}`, value);

it('has one schema per table and document, and the definitions', () => {
  expect([...schemas.keys()]).toEqual([...TABLES, ...DOCUMENTS, 'definitions'].sort());
});

describe.each([...schemas])('%s', (name, schema) => {
  it('names its dialect and its address', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toBe(`${BASE}${name}.schema.json`);
  });

  it('compiles in strict mode', () => {
    expect(() => isValid(name, {})).not.toThrow();
  });
});

describe.each(TABLES)('table %s', (name) => {
  const schema = schemas.get(name)!;

  it('is a closed object of columns, each of a declared kind', () => {
    expect(schema.type).toBe('object');
    expect(schema.additionalProperties).toBe(false);
    const kinds = Object.keys(schemas.get('definitions')?.$defs ?? {});
    for (const [column, property] of Object.entries(schema.properties ?? {})) {
      const [file, kind = ''] = (property.$ref ?? '').split('#/$defs/');
      expect(file, column).toBe('definitions.schema.json');
      expect(kinds, column).toContain(kind);
      expect(
        Object.keys(property).filter((key) => key !== 'enum'),
        column,
      ).toEqual(['$ref', 'title', 'description']);
    }
  });
});

it('uses every kind, but for the general one of whole numbers', () => {
  const used = [...schemas.values()].map((schema) => JSON.stringify(schema)).join('');
  const kinds = Object.keys(schemas.get('definitions')?.$defs ?? {});
  expect(kinds.filter((kind) => kind !== 'integer' && !used.includes(`$defs/${kind}"`))).toEqual([]);
});

it('accepts a project with nothing but its identity and source, and no null', () => {
  const least = {
    project_id: 'S20154',
    family: 'eura2014',
    source_document: 'S20154.txt',
    source_sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  };
  expect(isValid('projects', least)).toBe(true);
  expect(isValid('projects', { ...least, funding_realised_public: -12.5, status: 'ended' })).toBe(true);
  expect(isValid('projects', { ...least, name: null })).toBe(false);
  expect(isValid('projects', { ...least, name: '' })).toBe(false);
  expect(isValid('projects', { ...least, contact_name: 'x' })).toBe(false);
  expect(isValid('projects', { ...least, status: 'Toiminnassa' })).toBe(false);
  expect(isValid('projects', { project_id: 'S20154', family: 'eura2014' })).toBe(false);
});

it('accepts a line of provenance, and only with whole places', () => {
  const line = (place: unknown) => ({
    project_id: 'S20154',
    sources: [{ document: 'S20154.txt', sha256: '0'.repeat(64) }],
    fields: { name: place },
  });
  expect(isValid('provenance', line([0, 9, 17, 9, 52]))).toBe(true);
  expect(isValid('provenance', line([0, 9, 17, 9]))).toBe(false);
  expect(isValid('provenance', line([0, 9, 17, 9, 5.2]))).toBe(false);
});

it('accepts the two files that a user writes', () => {
  expect(isValid('config', {})).toBe(true);
  expect(isValid('config', { documents: ['data/documents'], boundaries: 2026, site: false, jobs: 2 })).toBe(true);
  expect(isValid('config', { jobs: 0 })).toBe(false);
  expect(isValid('config', { allow_removals: true })).toBe(false);
  expect(isValid('sources', { sources: [{ match: 'lists/*.csv', retrieved: '2016-10-31' }] })).toBe(true);
  expect(isValid('sources', { sources: [{ match: 'lists/*.csv', retrieved: '31.10.2016' }] })).toBe(false);
});

it.each([
  ['date', '2020-02-29', true],
  ['date', '2026-02-30', false],
  ['date', '1.3.2015', false],
  ['name', 'Hyvinvointi & työ', true],
  ['name', 'two\nlines', false],
  ['text', 'two\n\nparagraphs', true],
  ['project_id', 'S20154', true],
  ['project_id', '2014-4543-09-02-01-01-2016-KESELY', true],
  ['project_id', '2014/4543', false],
  ['project_id', '../S20154', false],
  ['business_id', '1762900-8', true],
  ['business_id', '17629008', false],
  ['business_id', '0762900-81', false],
  ['postal_code', '00100', true],
  ['postal_code', '100', false],
  ['municipality_code', '005', true],
  ['municipality_code', 5, false],
  ['sub_region_code', '011', true],
  ['region_code', '01', true],
  ['region_code', '1', false],
  ['area_code', 'FI', true],
  ['area_code', 'SE', false],
  ['area_code', '0911', false],
  ['eur', 90757.11, true],
  ['eur', '90757.11', false],
  ['share', 1, true],
  ['share', 1.01, false],
  ['score', 10, true],
  ['score', 11, false],
  ['score', 2.5, false],
  ['count', 0, true],
  ['count', -1, false],
  ['position', 0, false],
  ['year', 2026, true],
  ['year', 26, false],
  ['uri', 'https://www.eura2014.fi/', true],
  ['uri', 'www.eura2014.fi', false],
  ['release', '2026-11-21', true],
  ['release', '2026-11-21.2', true],
  ['release', 'latest', false],
  ['sha256', 'ABC', false],
])('kind %s takes %j: %j', (kind, value, expected) => {
  expect(isKind(kind, value)).toBe(expected);
});

it('has a title and a one-sentence description for everything', () => {
  for (const [name, schema] of schemas) {
    for (const [property, part] of [['', schema] as const, ...listProperties(schema)]) {
      expect(part.title, `${name} ${property}`).toMatch(/^\S.{0,48}\S$/);
      expect(part.description, `${name} ${property}`).toMatch(/^[A-Z].+[^.]\.$/);
    }
  }
});

it('has generated types that are up to date (npm run types)', async () => {
  expect(await generateTypes(ROOT)).toBe(readFileSync(join(ROOT, TYPES_FILE), 'utf8'));
});
