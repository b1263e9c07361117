import path from 'node:path';
import type { Context } from '../context.ts';
import { hashBytes, makeTemporaryFolder } from '../effects/files.ts';
import { openSpool, type Spool } from '../effects/spool.ts';
import type { LocatedProject } from '../model/project.ts';
import type { PublishedIssue } from '../model/issue.ts';
import { COVERAGE } from '../model/levels.ts';
import { createCoverage } from '../publish/coverage.ts';
import type { TableData, TableRow } from '../publish/format.ts';
import { toProjectRows } from '../publish/project-rows.ts';
import { toProvenance } from '../publish/provenance.ts';
import { type ProjectQuotes, toQuotes } from '../publish/quotes.ts';
import type { AreaChanges, Changes, CoverageSummary, Provenance } from '../model/schema-types.ts';
import { TABLE_NAMES, type Row, type TableName } from '../model/table.ts';

/** The rows of a release on disk: written once in their order, read by every format. */
export interface Tables {
  addProject(project: LocatedProject): void;
  /** Rows that follow from all projects: coverage of the areas, and how the areas changed. */
  addAreas(areaChanges: readonly AreaChanges[]): void;
  addReport(issues: readonly PublishedIssue[], changes: readonly Changes[]): void;
  readonly data: ReadonlyMap<TableName, TableData>;
  readonly provenance: Iterable<Provenance>;
  /** Source lines of each project's values. */
  readonly quotes: Iterable<ProjectQuotes>;
  /** Rows of each table so far. */
  counts(): Record<TableName, number>;
  /** SHA-256 of the rows of some tables. */
  digest(names: readonly TableName[]): string;
  /** Gives the disk space back. */
  close(): void;
}

/** A project's records as JSON: of its tables in the order of their rows, of its provenance, of its quotes. */
interface WrittenProject {
  readonly rows: readonly (readonly [TableName, string])[];
  readonly provenance: string;
  readonly quotes: string;
}

/** What was written of projects, for a process that writes the same ones again. */
export type WrittenProjects = WeakMap<LocatedProject, WrittenProject>;

/**
 * Opens the tables of a release, in a temporary folder.
 * @param date ISO date of the release: what ended before it is not ongoing
 * @param written of the same tables and boundaries; absent where nobody asks for a project twice
 */
export function openTables({ tables, vintage }: Context, date: string, written?: WrittenProjects): Tables {
  const temporary = makeTemporaryFolder();
  const coverage = createCoverage(vintage, date);
  const spools = new Map(
    TABLE_NAMES.map((name) => [name, openSpool<TableRow>(path.join(temporary.folder, `${name}.jsonl`))]),
  );
  const provenance = openSpool<Provenance>(path.join(temporary.folder, 'provenance.jsonl'));
  const quotes = openSpool<ProjectQuotes>(path.join(temporary.folder, 'quotes.jsonl'));
  const spoolOf = (name: TableName): Spool<TableRow> => {
    const spool = spools.get(name);
    if (spool === undefined) throw new Error(`no table ${name}`);
    return spool;
  };
  /** Values in the order of the columns: equal rows are equal bytes, in whatever order a document states them. */
  const order = (name: TableName, { values, ...rest }: TableRow): TableRow => {
    const columns = tables.get(name)?.columns ?? [];
    const ordered = columns.flatMap((column) =>
      values[column.name] === undefined ? [] : [[column.name, values[column.name]] as const],
    );
    return { values: Object.fromEntries(ordered), ...rest };
  };
  const append = (name: TableName, row: TableRow): void => {
    spoolOf(name).append(order(name, row));
  };
  const write = (project: LocatedProject): WrittenProject => ({
    rows: Object.entries(toProjectRows(project, vintage.year)).flatMap(([table, rows]) => {
      const name = table as TableName;
      return rows.map((row) => [name, JSON.stringify(order(name, row))] as const);
    }),
    provenance: JSON.stringify(toProvenance(project)),
    quotes: JSON.stringify(toQuotes(project)),
  });
  const addRows = (name: TableName, rows: Iterable<Row>): void => {
    for (const values of rows) append(name, { values });
  };
  const data = new Map(
    [...tables].map(([name, table]): [TableName, TableData] => [name, { table, rows: spoolOf(name) }]),
  );
  return {
    addProject(project) {
      const records = written?.get(project) ?? write(project);
      written?.set(project, records);
      for (const [name, json] of records.rows) spoolOf(name).appendJson(json);
      provenance.appendJson(records.provenance);
      quotes.appendJson(records.quotes);
      coverage.add(project);
    },
    addAreas(areaChanges) {
      for (const { table, level } of COVERAGE) {
        for (const values of coverage.areaRows(level))
          append(table, { values, area: { level, codes: [String(values['code'])] } });
      }
      addRows('coverage_summary', toRows(coverage.summaryRows()));
      addRows('area_changes', toRows(areaChanges));
    },
    addReport(issues, changes) {
      addRows('issues', toRows(issues));
      addRows('changes', toRows(changes));
    },
    data,
    provenance,
    quotes,
    counts: () => countRows(spools),
    close() {
      for (const spool of [...spools.values(), provenance, quotes]) spool.close();
      temporary.remove();
    },
    digest: (names) => hashBytes(names.map((name) => spoolOf(name).digest()).join('\n')),
  };
}

/** Records whose members are the columns. */
function toRows(records: readonly (PublishedIssue | Changes | CoverageSummary | AreaChanges)[]): Row[] {
  return records.map((record) => ({ ...record }));
}

function countRows(spools: ReadonlyMap<TableName, { readonly length: number }>): Record<TableName, number> {
  const count = (name: TableName): number => spools.get(name)?.length ?? 0;
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, count(name)])) as Record<TableName, number>;
}
