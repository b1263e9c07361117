import path from 'node:path';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { CsvError } from 'csv-parse';
import { compileSchemas, readSchemas, SCHEMA_VERSION } from '../../schemas.ts';
import { exists, isFolder, readCsvRows, readJson, readText } from '../../effects/files.ts';
import { readOwn } from '../../effects/own-files.ts';
import { createTables, type Column, type Table } from '../../model/table.ts';
import { readManifest } from '../../release/read-published.ts';

/** Documents of a release that have a schema of their own; `lines` for JSON Lines, `rows` for an array of rows. */
const DOCUMENTS = [
  { file: 'manifest.json', schema: 'manifest.schema.json', shape: 'whole' },
  { file: 'redactions.json', schema: 'redactions.schema.json', shape: 'whole' },
  { file: 'map-classes.json', schema: 'map-classes.schema.json', shape: 'whole' },
  { file: 'provenance.jsonl', schema: 'provenance.schema.json', shape: 'lines' },
  { file: 'projects.jsonl', schema: 'projects.schema.json', shape: 'lines' },
  { file: 'issues.json', schema: 'issues.schema.json', shape: 'rows' },
  { file: 'changes.json', schema: 'changes.schema.json', shape: 'rows' },
] as const;

/** At most so many faults of one file are told. */
const QUOTED = 5;

/** The records and tables of a release against the schemas of the version that its manifest names. */
export async function checkSchemas(release: string, root: string): Promise<string[]> {
  const version = readManifest(release)?.schema_version;
  if (version === undefined) return [];
  const folder = path.join(root, 'schemas', version);
  if (!/^\d+\.\d+$/.test(version) || !isFolder(folder))
    return [`schema version ${version} is not at hand, expected ${SCHEMA_VERSION} or an older one`];
  const set = readSchemas(folder);
  const find = compileSchemas(set, folder);
  const faults: string[] = [];
  for (const { file, schema, shape } of DOCUMENTS) {
    if (!exists(path.join(release, file))) continue;
    const records = readRecords(path.join(release, file), shape);
    if (records === undefined) faults.push(`${file} cannot be read as JSON`);
    else
      faults.push(
        ...records
          .flatMap((record, index) => describe(find(schema), record, `${file} ${String(index + 1)}`))
          .slice(0, QUOTED),
      );
  }
  for (const table of readOwn(folder, () => createTables(set)).values())
    faults.push(...(await checkCsv(release, table, find(table.schemaFile))));
  return faults;
}

function readRecords(file: string, shape: 'whole' | 'lines' | 'rows'): unknown[] | undefined {
  if (shape === 'lines') {
    try {
      return readText(file)
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown);
    } catch {
      return undefined;
    }
  }
  const content = readJson(file);
  if (content === undefined) return undefined;
  if (shape === 'whole') return [content];
  return Array.isArray(content) ? content : undefined;
}

function describe(validator: ValidateFunction, record: unknown, where: string): string[] {
  if (validator(record)) return [];
  return (validator.errors ?? []).map(({ instancePath, message }) => `${where}: ${instancePath} ${message ?? ''}`);
}

/** The cells of a CSV file, read by the types of their columns. */
async function checkCsv(release: string, table: Table, validator: ValidateFunction): Promise<string[]> {
  const file = path.join(release, `${table.name}.csv`);
  if (!exists(file)) return [`${table.name}.csv is missing`];
  const faults: string[] = [];
  let line = 1;
  try {
    for await (const row of readCsvRows(file)) {
      line += 1;
      const cells = table.columns.flatMap((column) => {
        const cell = row[column.name] ?? '';
        return cell === '' ? [] : [[column.name, readCell(column, cell)] as const];
      });
      faults.push(...describe(validator, Object.fromEntries(cells), `${table.name}.csv row ${String(line)}`));
      if (faults.length >= QUOTED) break;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.push(`${table.name}.csv: ${error.message}`);
  }
  return faults;
}

function readCell({ type }: Column, cell: string): unknown {
  if (type === 'boolean') return cell === 'true' ? true : cell === 'false' ? false : cell;
  if (type === 'integer' || type === 'number') return Number(cell);
  return cell;
}
