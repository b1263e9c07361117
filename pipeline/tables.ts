import path from 'node:path';
import type { Context } from './context.ts';
import { hashBytes, openSpool, type Spool } from './effects.ts';
import { listAreaChanges } from './locate/index.ts';
import type { LocatedProject } from './model.ts';
import type { Issue } from './issue.ts';
import type { Coverage } from './publish/coverage.ts';
import type { TableData, TableRow } from './publish/format.ts';
import { toProjectRows } from './publish/project-rows.ts';
import { toProvenance } from './publish/provenance.ts';
import type { Changes, Provenance } from './schema-types.ts';
import { TABLE_NAMES, type Row, type TableName } from './table.ts';

/** The rows of a release on disk: written once in their order, read by every format. */
export interface Tables {
  addProject(project: LocatedProject): void;
  addCoverage(coverage: Coverage): void;
  addRows(table: TableName, rows: Iterable<Row>): void;
  readonly data: ReadonlyMap<TableName, TableData>;
  readonly provenance: Iterable<Provenance>;
  counts(): Record<string, number>;
  /** SHA-256 of the rows of some tables. */
  digest(names: readonly TableName[]): string;
}

export function openTables(folder: string, { tables, vintage, gazetteer }: Context): Tables {
  const spools = new Map(TABLE_NAMES.map((name) => [name, openSpool<TableRow>(path.join(folder, `${name}.jsonl`))]));
  const provenance = openSpool<Provenance>(path.join(folder, 'provenance.jsonl'));
  const spoolOf = (name: TableName): Spool<TableRow> => {
    const spool = spools.get(name);
    if (spool === undefined) throw new Error(`no table ${name}`);
    return spool;
  };
  /** Values in the order of the columns: equal rows are equal bytes, in whatever order a document states them. */
  const append = (name: TableName, { values, ...rest }: TableRow): void => {
    const columns = tables.get(name)?.columns ?? [];
    const ordered = columns.flatMap((column) =>
      values[column.name] === undefined ? [] : [[column.name, values[column.name]] as const],
    );
    spoolOf(name).append({ values: Object.fromEntries(ordered), ...rest });
  };
  const addRows: Tables['addRows'] = (name, rows) => {
    for (const values of rows) append(name, { values });
  };
  const data = new Map(
    [...tables].map(([name, table]): [TableName, TableData] => [name, { table, rows: spoolOf(name) }]),
  );
  return {
    addProject(project) {
      for (const [name, rows] of Object.entries(toProjectRows(project, vintage.year, tables)))
        for (const row of rows) append(name as TableName, row);
      provenance.append(toProvenance(project));
    },
    addCoverage(coverage) {
      for (const [name, level] of [
        ['municipalities', 'municipality'],
        ['sub_regions', 'sub_region'],
        ['regions', 'region'],
      ] as const) {
        for (const values of coverage.areaRows(level))
          append(name, { values, area: { level, codes: [String(values['code'])] } });
      }
      addRows('coverage_summary', coverage.summaryRows() as unknown as Row[]);
      addRows('area_changes', listAreaChanges(gazetteer) as unknown as Row[]);
    },
    addRows,
    data,
    provenance,
    counts: () => Object.fromEntries([...spools].map(([name, spool]) => [name, spool.length])),
    digest: (names) => hashBytes(names.map((name) => spoolOf(name).digest()).join('\n')),
  };
}

/** Rows of `issues` and `changes` are their records. */
export function toRows(records: readonly (Issue | Changes)[]): Row[] {
  return records.map((record) => ({ ...record }));
}
