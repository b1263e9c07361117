import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fieldsInEuros } from '../model/cents.ts';
import type { Entry } from '../model/project.ts';
import type { SchemaSet, Table, TableName } from '../model/table.ts';
import type { Finding, ValidateContext } from './rule.ts';

export type { ValidateContext } from './rule.ts';

type RowTable = 'partners' | 'sections' | 'sustainability';

/** Compiles the schemas once. `unicode: false`: lengths of long prose are not counted in code points. */
export function createValidateContext(
  set: SchemaSet,
  tables: ReadonlyMap<TableName, Table>,
  postalCodes: ReadonlySet<string>,
): ValidateContext {
  const ajv = new Ajv2020({ allErrors: true, strict: true, unicodeRegExp: true, schemas: [...set.schemas.values()] });
  addFormats.default(ajv);
  const validators = new Map([...tables.values()].map((table) => [table.name, findValidator(ajv, set, table)]));

  /** Names of the properties of a row that break its schema. */
  const findFaults = (name: TableName, row: object): Map<string, string> => {
    const validator = validators.get(name);
    const faults = new Map<string, string>();
    if (validator === undefined || validator(row)) return faults;
    for (const { instancePath, message, params } of validator.errors ?? []) {
      const property =
        instancePath.split('/')[1] ?? (params as { additionalProperty?: string }).additionalProperty ?? '';
      if (property !== '') faults.set(property, message ?? '');
    }
    return faults;
  };

  const checkSchemas = (entry: Entry): { value: Entry; findings: Finding[] } => {
    const findings: Finding[] = [];
    const clean = <T extends object>(name: TableName, row: T, published: object, prefix: string): T => {
      const faults = findFaults(name, published);
      for (const [property, message] of faults) {
        const found = String((row as Record<string, unknown>)[property]);
        findings.push({
          code: 'validate/schema',
          severity: 'warning',
          key: prefix + property,
          message: `unexpected value of ${property}, expected what its schema says: ${message}`,
          found,
        });
      }
      return faults.size === 0
        ? row
        : (Object.fromEntries(Object.entries(row).filter(([property]) => !faults.has(property))) as T);
    };
    const identity = {
      project_id: entry.projectId,
      family: entry.family,
      source_document: entry.document,
      source_sha256: entry.sha256,
    };
    const fields = clean('projects', entry.fields, { ...identity, ...fieldsInEuros(entry.fields) }, '');
    const cleanRows = <T extends object>(table: RowTable, rows: readonly T[], keyOf: (row: T) => string): T[] =>
      rows.flatMap((row) => {
        const kept = clean(table, row, { project_id: entry.projectId, ...row }, `${table}/${keyOf(row)}/`);
        // A row that lost what it cannot be without is no row.
        return findMissing(tables.get(table), kept) ? [] : [kept];
      });
    const value: Entry = {
      ...entry,
      fields,
      partners: cleanRows('partners', entry.partners, ({ position }) => String(position)),
      sections: cleanRows('sections', entry.sections, ({ position }) => String(position)),
      sustainability: cleanRows('sustainability', entry.sustainability, ({ criterion }) => criterion),
    };
    return { value, findings };
  };
  return { checkSchemas, postalCodes };
}

function findValidator(ajv: Ajv2020, set: SchemaSet, table: Table): ValidateFunction {
  const id = set.schemas.get(table.schemaFile)?.$id ?? '';
  const validator = ajv.getSchema(id);
  if (validator === undefined) throw new Error(`schema ${id} is missing`);
  return validator;
}

function findMissing(table: Table | undefined, row: object): boolean {
  return (
    table?.columns.some(({ name, required }) => required && name !== 'project_id' && !Object.hasOwn(row, name)) ?? false
  );
}
