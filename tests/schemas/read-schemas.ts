import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_FOLDER } from '../../schemas/generate-types.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const FOLDER = join(ROOT, SCHEMA_FOLDER);

/** What the tests look at in a schema or in a part of one. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

export function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8'));
}

/** Every schema by its name, `project-areas` for `project-areas.schema.json`. */
export function readSchemas(): Map<string, Schema> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.schema.json'));
  return new Map(files.sort().map((file) => [file.replace('.schema.json', ''), readJson(file) as Schema]));
}

/** Properties of a schema at every depth; those of an object or a list inside it are called `outer.inner`. */
export function listProperties(schema: Schema, prefix = ''): [name: string, property: Schema][] {
  return Object.entries(schema.properties ?? schema.$defs ?? {}).flatMap(([name, property]) => {
    const inner = property.items ?? property;
    return [[prefix + name, property], ...listProperties(inner, `${prefix}${name}.`)];
  });
}
