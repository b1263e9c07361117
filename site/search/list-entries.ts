import type { ProjectColumns } from '../explore/columns.ts';
import type { Entry, Kind } from './find.ts';

/** What `scripts/places.js` holds: places with all their names and forms, each list joined by `|`, and organisations. */
export interface SearchFile {
  readonly places: readonly (readonly [kind: Kind, key: string, names: string, forms: string])[];
  readonly organisations: readonly (readonly [name: string, key: string, businessId?: string])[];
}

/**
 * Everything that can be found: places, then organisations, then projects.
 * @param json what `scripts/places.js` holds, a {@link SearchFile}
 */
export function listEntries(json: unknown, columns: ProjectColumns): Entry[] {
  const { places, organisations } = json as SearchFile;
  const { ids, names, organisations: makers } = columns;
  return [
    ...places.map(([kind, key, all, forms]): Entry => {
      const [fi = '', second = fi, third = second] = all.split('|');
      return { kind, key, names: [fi, second, third], forms: forms.split('|') };
    }),
    ...organisations.map(([name, key, businessId]): Entry => ({
      kind: 'organisation',
      key,
      names: [name],
      forms: businessId === undefined ? [] : [businessId],
    })),
    ...ids.map((id, row): Entry => ({
      kind: 'project',
      key: id,
      names: [names[row] ?? id],
      forms: [id, `${names[row] ?? ''} ${makers.values[makers.rows[row] ?? -1] ?? ''}`],
    })),
  ];
}
