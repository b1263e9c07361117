import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { lookFor, SHARED } from '../missing.ts';
import { createDataPackage } from '../../pipeline/publish/datapackage.ts';
import type { ManifestFile } from '../../pipeline/publish/manifest.ts';
import { METADATA, readTables } from './formats/make-release.ts';

const PLACE = 'standards/data-package-2.0';
const PROFILES = join(SHARED, PLACE);
const profiles = lookFor(PLACE);

function listFile(path: string, mediaType: string): ManifestFile {
  return { path, bytes: 12, sha256: 'ab'.repeat(32), media_type: mediaType, title: path };
}

const tables = readTables();
const files = [
  ...[...tables.keys()].map((name) => listFile(`${name}.csv`, 'text/csv')),
  ...[...tables.keys()].map((name) => listFile(`semicolon/${name}.csv`, 'text/csv')),
  listFile('projects.jsonl', 'application/jsonl'),
  listFile('projects.parquet', 'application/vnd.apache.parquet'),
  listFile('hankekartta.gpkg', 'application/geopackage+sqlite3'),
  listFile('SHA256SUMS', 'text/plain'),
];
const descriptor = createDataPackage(tables, files, METADATA);

describe('createDataPackage', () => {
  it('has a resource for every file, each with a name of its own', () => {
    expect(descriptor.resources.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    expect(new Set(descriptor.resources.map(({ name }) => name)).size).toBe(files.length);
    expect(descriptor.resources.map(({ name }) => name)).toContain('semicolon-project_areas.csv');
    for (const { hash, bytes } of descriptor.resources)
      expect({ hash, bytes }).toEqual({ hash: `sha256:${'ab'.repeat(32)}`, bytes: 12 });
  });

  it('describes tables as our schemas do', () => {
    const find = (path: string) => descriptor.resources.find((resource) => resource.path === path);
    const areas = find('project_areas.csv');
    expect(areas).toMatchObject({
      type: 'table',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',' },
    });
    const { fields } = areas?.schema as { fields: { name: string }[] };
    expect(fields.map(({ name }) => name)).toEqual(tables.get('project_areas')!.columns.map(({ name }) => name));
    expect(fields[1]).toMatchObject({
      name: 'area_level',
      type: 'string',
      constraints: { required: true, enum: ['country', 'region', 'sub_region', 'municipality'] },
    });
    expect(fields.at(-1)).not.toHaveProperty('constraints');
    const semicolons = find('semicolon/project_areas.csv');
    expect(semicolons).toMatchObject({ dialect: { delimiter: ';', lineTerminator: '\r\n' } });
    expect((semicolons?.schema as { fields: unknown[] }).fields.at(-1)).toMatchObject({
      type: 'number',
      decimalChar: ',',
    });
    expect(find('projects.parquet')).not.toHaveProperty('schema');
    expect(find('projects.parquet')).not.toHaveProperty('encoding');
  });

  it('says release, licence, sources and notes', () => {
    expect(descriptor).toMatchObject({
      version: '2026-11-21',
      licenses: [{ name: 'CC-BY-4.0', path: METADATA.licence }],
      sources: [{ title: METADATA.attribution[0] }],
      description: METADATA.notes[0],
      homepage: METADATA.siteUrl,
    });
  });

  it.skipIf(profiles.isMissing)(`satisfies the profiles of Data Package v2${profiles.note}`, () => {
    // The profiles use a format for forms, `textarea`, that says nothing about values.
    const ajv = new Ajv({ strict: false, allErrors: true, formats: { textarea: true } });
    addFormats.default(ajv);
    const compile = (name: string) => ajv.compile(JSON.parse(readFileSync(join(PROFILES, name), 'utf8')) as object);
    const check = (validate: ReturnType<typeof compile>, values: readonly unknown[]) => {
      for (const value of values) {
        validate(value);
        expect(validate.errors ?? []).toEqual([]);
      }
    };
    const tabular = descriptor.resources.filter(({ schema }) => schema !== undefined);
    expect(tabular).toHaveLength(2 * tables.size);
    check(compile('datapackage.json'), [descriptor]);
    check(compile('dataresource.json'), descriptor.resources);
    check(
      compile('tableschema.json'),
      tabular.map(({ schema }) => schema),
    );
    check(
      compile('tabledialect.json'),
      tabular.map(({ dialect }) => dialect),
    );
  });
});
