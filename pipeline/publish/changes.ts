import type { Changes } from '../model/schema-types.ts';
import type { TableName } from '../model/table.ts';

/** Tables that are compared, with the columns that tell the rows of one project apart. */
export const COMPARED_TABLES: readonly { readonly table: TableName; readonly key: readonly string[] }[] = [
  { table: 'projects', key: [] },
  { table: 'project_areas', key: ['role', 'area_level', 'area_code'] },
  { table: 'partners', key: ['position'] },
  { table: 'sections', key: ['position'] },
  { table: 'sustainability', key: ['criterion'] },
];

/** A row as its CSV file has it: texts, an absent value empty or missing. */
export type TextRow = Readonly<Record<string, string | undefined>>;

/** Rows of one project, by project; both sides of a comparison come in the order of project ids (code units). */
type Groups = AsyncIterator<{ projectId: string; rows: TextRow[] }>;

async function* groupByProject(
  rows: AsyncIterable<TextRow> | Iterable<TextRow>,
): AsyncGenerator<{ projectId: string; rows: TextRow[] }> {
  let group: { projectId: string; rows: TextRow[] } | undefined;
  for await (const row of rows) {
    const projectId = row['project_id'] ?? '';
    if (group?.projectId !== projectId) {
      if (group !== undefined) yield group;
      group = { projectId, rows: [] };
    }
    group.rows.push(row);
  }
  if (group !== undefined) yield group;
}

/** What changed in one table from an older release to a newer one, field by field; one pass over both. */
export async function* compareTable(
  table: TableName,
  key: readonly string[],
  older: AsyncIterable<TextRow> | Iterable<TextRow>,
  newer: AsyncIterable<TextRow> | Iterable<TextRow>,
): AsyncGenerator<Changes> {
  const [left, right]: [Groups, Groups] = [groupByProject(older), groupByProject(newer)];
  let [a, b] = [await left.next(), await right.next()];
  while (a.done !== true || b.done !== true) {
    const [oldId, newId] = [
      a.done === true ? undefined : a.value.projectId,
      b.done === true ? undefined : b.value.projectId,
    ];
    const takeOld = oldId !== undefined && (newId === undefined || oldId <= newId);
    const takeNew = newId !== undefined && (oldId === undefined || newId <= oldId);
    const projectId = (takeOld ? oldId : newId) ?? '';
    yield* compareRows(
      table,
      key,
      projectId,
      takeOld && a.done !== true ? a.value.rows : [],
      takeNew && b.done !== true ? b.value.rows : [],
    );
    if (takeOld) a = await left.next();
    if (takeNew) b = await right.next();
  }
}

function* compareRows(
  table: TableName,
  key: readonly string[],
  projectId: string,
  older: readonly TextRow[],
  newer: readonly TextRow[],
): Generator<Changes> {
  // What comes or goes whole is one line, with its name.
  const named = (side: 'old' | 'new', name: string | undefined): Partial<Changes> =>
    name === undefined || name === '' ? {} : { table, field: 'name', [side]: name };
  if (table === 'projects' && older.length === 0)
    yield { project_id: projectId, change: 'added', ...named('new', newer[0]?.['name']) };
  else if (table === 'projects' && newer.length === 0)
    yield { project_id: projectId, change: 'removed', ...named('old', older[0]?.['name']) };
  else {
    const keyOf = (row: TextRow): string => key.map((column) => row[column] ?? '').join('/');
    const [before, after] = [
      new Map(older.map((row) => [keyOf(row), row])),
      new Map(newer.map((row) => [keyOf(row), row])),
    ];
    for (const rowKey of [...new Set([...before.keys(), ...after.keys()])].sort((x, y) => (x < y ? -1 : 1)))
      yield* compareFields(table, projectId, rowKey, before.get(rowKey) ?? {}, after.get(rowKey) ?? {}, key);
  }
}

function* compareFields(
  table: TableName,
  projectId: string,
  rowKey: string,
  before: TextRow,
  after: TextRow,
  key: readonly string[],
): Generator<Changes> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== 'project_id' && !key.includes(name),
  );
  for (const field of names) {
    const [old, now] = [before[field] ?? '', after[field] ?? ''];
    if (old === now) continue;
    yield {
      project_id: projectId,
      change: 'changed',
      table,
      ...(rowKey === '' ? {} : { key: rowKey }),
      field,
      ...(old === '' ? {} : { old }),
      ...(now === '' ? {} : { new: now }),
    };
  }
}

/**
 * The change set between two releases, in the order of projects. Rows of the other tables of an added or removed project are not
 * listed: they come and go with it.
 */
export async function compareReleases(
  read: (release: 'older' | 'newer', table: TableName) => AsyncIterable<TextRow> | Iterable<TextRow>,
): Promise<Changes[]> {
  const changes: Changes[] = [];
  const whole = new Set<string>();
  for (const { table, key } of COMPARED_TABLES) {
    for await (const change of compareTable(table, key, read('older', table), read('newer', table))) {
      if (table === 'projects' && change.change !== 'changed') whole.add(change.project_id);
      else if (whole.has(change.project_id)) continue;
      changes.push(change);
    }
  }
  const order = new Map(COMPARED_TABLES.map(({ table }, index) => [table as string | undefined, index]));
  return changes.sort(
    (a, b) =>
      (a.project_id < b.project_id ? -1 : a.project_id > b.project_id ? 1 : 0) ||
      (order.get(a.table) ?? -1) - (order.get(b.table) ?? -1),
  );
}
