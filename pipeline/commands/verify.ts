import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readSchemas, SCHEMA_VERSION } from '../context.ts';
import {
  exists,
  hashBytes,
  isFolder,
  listFiles,
  listFolder,
  print,
  readBytes,
  readCsvRows,
  readText,
  UsageError,
} from '../effects.ts';
import { settleOutput } from '../output.ts';
import { RELEASE_NAME } from '../publish/release-name.ts';
import type { Manifest } from '../schema-types.ts';
import { createTables, type Column, type SchemaSet, type Table } from '../table.ts';

/** Documents of a release that have a schema of their own; `lines` for JSON Lines, `rows` for an array of rows. */
const DOCUMENTS = [
  { file: 'manifest.json', schema: 'manifest.schema.json', shape: 'whole' },
  { file: 'redactions.json', schema: 'redactions.schema.json', shape: 'whole' },
  { file: 'provenance.jsonl', schema: 'provenance.schema.json', shape: 'lines' },
  { file: 'projects.jsonl', schema: 'projects.schema.json', shape: 'lines' },
  { file: 'issues.json', schema: 'issues.schema.json', shape: 'rows' },
  { file: 'changes.json', schema: 'changes.schema.json', shape: 'rows' },
] as const;

/** At most so many faults of one file are printed. */
const QUOTED = 5;

/**
 * `hankekartta verify`: a published folder, its `data/` or one release, against its own checksums, manifest and schemas. 1 when
 * anything is missing, changed, too much, or breaks its schema.
 */
export async function runVerify(root: string, folder: string, format: 'text' | 'json'): Promise<number> {
  settleOutput(path.resolve(folder));
  const releases = findReleases(folder);
  if (releases.length === 0)
    throw new UsageError(`${folder} is no published folder: it holds no manifest.json and no data/releases.json`);
  const faults: { release: string; fault: string }[] = [];
  for (const release of releases)
    faults.push(
      ...[...checkFiles(release), ...(await checkSchemas(release, root))].map((fault) => ({ release, fault })),
    );
  if (releases.length > 1) {
    const data = path.dirname(releases[0] ?? '');
    faults.push(...checkLatest(data).map((fault) => ({ release: path.join(data, 'latest'), fault })));
  }
  if (format === 'json') print(JSON.stringify({ releases, faults }, null, 2));
  else {
    for (const { release, fault } of faults) print(`${release}: ${fault}`);
    print(`${String(releases.length)} release(s) verified, ${String(faults.length)} fault(s)`);
  }
  return faults.length > 0 ? 1 : 0;
}

function findReleases(folder: string): string[] {
  if (exists(path.join(folder, 'manifest.json'))) return [folder];
  const data = [path.join(folder, 'data'), folder].find((place) => exists(path.join(place, 'releases.json')));
  if (data === undefined) return [];
  const names = listFolder(data).filter((name) => isFolder(path.join(data, name)));
  return names.filter((name) => RELEASE_NAME.test(name) || name === 'latest').map((name) => path.join(data, name));
}

/** Every file as the manifest and SHA256SUMS say, and nothing else. */
function checkFiles(release: string): string[] {
  if (!exists(path.join(release, 'manifest.json'))) return ['manifest.json is missing'];
  const manifest = JSON.parse(readText(path.join(release, 'manifest.json'))) as Manifest;
  const sums = exists(path.join(release, 'SHA256SUMS'))
    ? readText(path.join(release, 'SHA256SUMS')).split('\n').filter(Boolean)
    : [];
  const bySums = new Map(sums.map((line) => [line.slice(66), line.slice(0, 64)]));
  const present = new Set(listFiles(release).map((file) => file.path));
  const faults = manifest.files.flatMap(({ path: name, bytes, sha256 }): string[] => {
    if (!present.has(name)) return [`${name} is missing`];
    const content = readBytes(path.join(release, name));
    const sum = bySums.get(name);
    return [
      ...(content.length === bytes ? [] : [`${name} has ${String(content.length)} bytes, expected ${String(bytes)}`]),
      ...(hashBytes(content) === sha256 ? [] : [`${name} does not have its SHA-256`]),
      ...(sum === sha256 ? [] : [`${name} ${sum === undefined ? 'is not in' : 'has another sum in'} SHA256SUMS`]),
    ];
  });
  const known = new Set([...manifest.files.map((file) => file.path), 'manifest.json', 'SHA256SUMS']);
  const unknown = [...present].filter((name) => !known.has(name)).map((name) => `${name} is not in the manifest`);
  const onlySums = [...bySums.keys()]
    .filter((name) => !known.has(name))
    .map((name) => `${name} is in SHA256SUMS and not in the manifest`);
  return [...faults, ...unknown, ...onlySums];
}

/** `latest` repeats the newest release file by file. */
function checkLatest(data: string): string[] {
  const { releases } = JSON.parse(readText(path.join(data, 'releases.json'))) as { releases: { release: string }[] };
  const newest = path.join(data, releases[0]?.release ?? '');
  const same =
    exists(path.join(newest, 'SHA256SUMS')) &&
    readText(path.join(newest, 'SHA256SUMS')) === readText(path.join(data, 'latest', 'SHA256SUMS'));
  return same ? [] : [`${data}: latest is not the newest release of releases.json`];
}

async function checkSchemas(release: string, root: string): Promise<string[]> {
  const manifest = path.join(release, 'manifest.json');
  if (!exists(manifest)) return [];
  const version = (JSON.parse(readText(manifest)) as Manifest).schema_version;
  const folder = path.join(root, 'schemas', version);
  if (!isFolder(folder))
    return [`schema version ${version} is not at hand, expected ${SCHEMA_VERSION} or an older one`];
  const set = readSchemas(folder);
  const find = createFinder(set);
  const faults: string[] = [];
  for (const { file, schema, shape } of DOCUMENTS) {
    const text = exists(path.join(release, file)) ? readText(path.join(release, file)) : undefined;
    if (text === undefined) continue;
    const records: unknown[] =
      shape === 'whole'
        ? [JSON.parse(text)]
        : shape === 'rows'
          ? (JSON.parse(text) as unknown[])
          : text
              .split('\n')
              .filter(Boolean)
              .map((line) => JSON.parse(line) as unknown);
    faults.push(
      ...records
        .flatMap((record, index) => describe(find(schema), record, `${file} ${String(index + 1)}`))
        .slice(0, QUOTED),
    );
  }
  for (const table of createTables(set).values())
    faults.push(...(await checkCsv(release, table, find(table.schemaFile))));
  return faults;
}

function createFinder(set: SchemaSet): (file: string) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, schemas: [...set.schemas.values()] });
  addFormats.default(ajv);
  return (file) => {
    const validator = ajv.getSchema(set.schemas.get(file)?.$id ?? '');
    if (validator === undefined) throw new Error(`schema ${file} is missing`);
    return validator;
  };
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
  for await (const row of readCsvRows(file)) {
    line += 1;
    const cells = table.columns.flatMap((column) => {
      const cell = row[column.name] ?? '';
      return cell === '' ? [] : [[column.name, readCell(column, cell)] as const];
    });
    faults.push(...describe(validator, Object.fromEntries(cells), `${table.name}.csv row ${String(line)}`));
    if (faults.length >= QUOTED) break;
  }
  return faults;
}

function readCell({ type }: Column, cell: string): unknown {
  if (type === 'boolean') return cell === 'true' ? true : cell === 'false' ? false : cell;
  if (type === 'integer' || type === 'number') return Number(cell);
  return cell;
}
