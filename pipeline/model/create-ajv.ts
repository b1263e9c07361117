import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { SchemaSet } from './table.ts';

/** Finds a compiled schema by its file name, `projects.schema.json`. */
export type FindSchema = (file: string) => ValidateFunction;

/**
 * The one validator of JSON Schema 2020-12 that everything is held against: strict, formats checked, all faults told.
 * @returns compiles a schema when it is first asked for; a missing one is a bug of ours and throws
 */
export function createAjv(set: SchemaSet): FindSchema {
  const ajv = new Ajv2020({ allErrors: true, strict: true, unicodeRegExp: true, schemas: [...set.schemas.values()] });
  addFormats.default(ajv);
  return (file) => {
    const validator = ajv.getSchema(set.schemas.get(file)?.$id ?? '');
    if (validator === undefined) throw new Error(`schemas/${set.version}/${file} is missing`);
    return validator;
  };
}
