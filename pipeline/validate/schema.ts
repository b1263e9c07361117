import { fieldsInEuros } from '../model/cents.ts';
import type { FindSchema } from '../model/create-ajv.ts';
import { rowId, rowKey, type RowTable } from '../model/provenance-key.ts';
import type { Entry } from '../model/project.ts';
import type { Table, TableName } from '../model/table.ts';
import type { Finding, ValidateContext } from './rule.ts';

export type { ValidateContext } from './rule.ts';

/** @param findSchema the compiled schema of a file (`createAjv`) */
export function createValidateContext(
  findSchema: FindSchema,
  tables: ReadonlyMap<TableName, Table>,
  postalCodes: ReadonlySet<string>,
): ValidateContext {
  /** Names of the properties of a row that break its schema. */
  const findFaults = (name: TableName, row: object): Map<string, string> => {
    const file = tables.get(name)?.schemaFile;
    const validator = file === undefined ? undefined : findSchema(file);
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
    const clean = <T extends object>(
      name: TableName,
      row: T,
      published: object,
      keyOf: (property: string) => string,
    ): T => {
      const faults = findFaults(name, published);
      for (const [property, message] of faults) {
        const found = String((row as Record<string, unknown>)[property]);
        findings.push({
          code: 'validate/schema',
          severity: 'warning',
          key: keyOf(property),
          message: `unexpected value of ${property}, expected what its schema says: ${message}`,
          ...(Object.hasOwn(row, property) ? { found } : {}),
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
    const fields = clean(
      'projects',
      entry.fields,
      { ...identity, ...fieldsInEuros(entry.fields) },
      (property) => property,
    );
    const cleanRows = <T extends Parameters<typeof rowId>[0]>(table: RowTable, rows: readonly T[]): T[] =>
      rows.flatMap((row) => {
        const published = { project_id: entry.projectId, ...row };
        const kept = clean(table, row, published, (property) => rowKey(table, rowId(row), property));
        // A row that lost what it cannot be without is no row.
        return findMissing(tables.get(table), kept) ? [] : [kept];
      });
    const value: Entry = {
      ...entry,
      fields,
      partners: cleanRows('partners', entry.partners),
      sections: cleanRows('sections', entry.sections),
      sustainability: cleanRows('sustainability', entry.sustainability),
    };
    return { value, findings };
  };
  return { checkSchemas, postalCodes };
}

function findMissing(table: Table | undefined, row: object): boolean {
  return (
    table?.columns.some(({ name, required }) => required && name !== 'project_id' && !Object.hasOwn(row, name)) ?? false
  );
}
