import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Entry } from '../model/project.ts';
import type { SchemaSet, Table, TableName } from '../model/table.ts';
import type { Finding, ValidateContext } from './rule.ts';

export type { ValidateContext } from './rule.ts';

const ROW_TABLES = ['partners', 'sections', 'sustainability'] as const;

/** Compiles the schemas once. `unicode: false`: lengths of long prose are not counted in code points. */
export function createValidateContext(
  set: SchemaSet,
  tables: ReadonlyMap<TableName, Table>,
  postalCodes: ReadonlySet<string>,
): ValidateContext {
  const ajv = new Ajv2020({ allErrors: true, strict: true, unicodeRegExp: true, schemas: [...set.schemas.values()] });
  addFormats.default(ajv);
  const validators = new Map([...tables.values()].map((table) => [table.name, findValidator(ajv, set, table)]));
  const money = new Set(tables.get('projects')?.columns.flatMap(({ name, kind }) => (kind === 'eur' ? [name] : [])));

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
    const inEuros = Object.entries(entry.fields).map(([name, value]) => [
      name,
      typeof value === 'number' && money.has(name) ? value / 100 : value,
    ]);
    const identity = {
      project_id: entry.projectId,
      family: entry.family,
      source_document: entry.document,
      source_sha256: entry.sha256,
    };
    const fields = clean('projects', entry.fields, { ...identity, ...(Object.fromEntries(inEuros) as object) }, '');
    const rows = Object.fromEntries(
      ROW_TABLES.map((table) => [
        table,
        entry[table].flatMap((row) => {
          const key = 'criterion' in row ? row.criterion : String(row.position);
          const kept = clean(table, row, { project_id: entry.projectId, ...row }, `${table}/${key}/`);
          // A row that lost what it cannot be without is no row.
          return findMissing(tables.get(table), kept) ? [] : [kept];
        }),
      ]),
    ) as unknown as Pick<Entry, (typeof ROW_TABLES)[number]>;
    return { value: { ...entry, fields, ...rows }, findings };
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
