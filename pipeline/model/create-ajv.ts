import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { SchemaSet } from './table.ts';

/** Finds a compiled schema by its file name, `projects.schema.json`. */
export type FindSchema = (file: string) => ValidateFunction;

/**
 * The one validator of JSON Schema 2020-12 that everything is held against: strict, formats checked, all faults told.
 * @param isTrusted the set is the program's own, whose tests hold it against the meta-schema: compiling that takes longer than ours
 * @returns compiles a schema when it is first asked for; a missing one is a bug of ours and throws
 */
export function createAjv(set: SchemaSet, { isTrusted = false } = {}): FindSchema {
  const load = (): Ajv2020 => {
    const schemas = [...set.schemas.values()];
    const ajv = new Ajv2020({
      allErrors: true,
      strict: true,
      unicodeRegExp: true,
      validateSchema: !isTrusted,
      ...(isTrusted ? { meta: false } : {}),
      schemas,
    });
    addFormats.default(ajv);
    return ajv;
  };
  let loaded: Ajv2020 | undefined;
  return (file) => {
    const ajv = (loaded ??= load());
    const validator = ajv.getSchema(set.schemas.get(file)?.$id ?? '');
    if (validator === undefined) throw new Error(`schemas/${set.version}/${file} is missing`);
    return validator;
  };
}
