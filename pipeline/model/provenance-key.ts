import type { AreaLevel, AreaRole } from './area.ts';

/** The tables beside `projects` whose rows' values are traced. */
export type RowTable = 'partners' | 'sections' | 'sustainability';

/** What tells a row of its table from the others of the project: its position or its criterion. */
export function rowId(row: { readonly position: number } | { readonly criterion: string }): string {
  return 'criterion' in row ? row.criterion : String(row.position);
}

/** Key of a row's value in the provenance: `partners/1/name`, `sustainability/wellbeing/direct`. A project's own is its field's name. */
export function rowKey(table: RowTable, id: string, name: string): string {
  return `${table}/${id}/${name}`;
}

/** Whether a key is of a row of the table. */
export function isRowKey(key: string, table: RowTable): boolean {
  return key.startsWith(`${table}/`);
}

/** Key of a stated area: `project_areas/target/municipality/217`, and `…/2` for the second name that led to it. */
export function areaKey(role: AreaRole, level: AreaLevel, code: string, index: number): string {
  return `project_areas/${role}/${level}/${code}${index === 0 ? '' : `/${String(index + 1)}`}`;
}
