import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { SchemaSet } from './table.ts';

/**
 * The one validator of JSON Schema 2020-12 that everything is held against: strict, formats checked, all faults told.
 * @returns finds a compiled schema by its file name (`projects.schema.json`); a missing one is a bug of ours and throws
 */
export function createAjv(set: SchemaSet): (file: string) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, unicodeRegExp: true, schemas: [...set.schemas.values()] });
  addFormats.default(ajv);
  return (file) => {
    const validator = ajv.getSchema(set.schemas.get(file)?.$id ?? '');
    if (validator === undefined) throw new Error(`schemas/${set.version}/${file} is missing`);
    return validator;
  };
}
