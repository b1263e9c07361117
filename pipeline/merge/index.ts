import type { Issue, Staged } from '../model/issue.ts';
import {
  listFieldNames,
  type Entry,
  type FieldName,
  type Fields,
  type Origin,
  type Project,
} from '../model/project.ts';
import { isRowKey } from '../model/provenance-key.ts';
import { compareEntries } from './rank.ts';
import { reportDifferences } from './report-differences.ts';

export { createMergePlan } from './plan.ts';
export { keyEntry } from './rank.ts';

/** Each name goes with the type of its value, which a loop over names alone does not know. */
function copyField<K extends FieldName>(
  to: { -readonly [N in FieldName]?: Fields[N] },
  from: Pick<Fields, K>,
  name: K,
): void {
  const value = from[name];
  if (value !== undefined) to[name] = value;
}

/**
 * Third stage: the entries of one project become one record. A page wins over a card and a list, the newer over the older; a field
 * that the winner does not state comes from the next one that does. Values that differ are reported, not lost.
 * @param entries at least one, all of one project
 */
export function merge(entries: readonly [Entry, ...Entry[]]): Staged<Project> {
  const [winner, ...others] = [...entries].sort(compareEntries) as [Entry, ...Entry[]];
  const ordered = [winner, ...others];
  const issues: Issue[] = others.flatMap((other) => reportDifferences(winner, other));
  const fields: { -readonly [K in FieldName]?: Fields[K] } = {};
  const origins: Record<string, Origin> = {};
  ordered.forEach((entry, source) => {
    for (const name of listFieldNames(entry.fields)) {
      if (fields[name] !== undefined) continue;
      copyField(fields, entry.fields, name);
      const place = entry.origins[name];
      if (place !== undefined) origins[name] = { ...place, source };
    }
  });
  const takeRows = <T extends 'partners' | 'sections' | 'sustainability'>(table: T): Entry[T] => {
    const source = ordered.findIndex((entry) => entry[table].length > 0);
    const entry = ordered[source];
    if (entry === undefined) return [];
    for (const [key, place] of Object.entries(entry.origins)) {
      if (isRowKey(key, table)) origins[key] = { ...place, source };
    }
    return entry[table];
  };
  const areasSource = Math.max(
    0,
    ordered.findIndex((entry) => entry.areas.length > 0),
  );
  const value: Project = {
    projectId: winner.projectId,
    family: winner.family,
    ...(winner.sourceUrl === undefined ? {} : { sourceUrl: winner.sourceUrl }),
    sources: ordered.map(({ document, sha256, retrieved }) => ({
      document,
      sha256,
      ...(retrieved === undefined ? {} : { retrieved }),
    })),
    fields,
    partners: takeRows('partners'),
    sections: takeRows('sections'),
    sustainability: takeRows('sustainability'),
    areas: ordered[areasSource]?.areas ?? [],
    areasSource,
    origins,
  };
  return { value, issues };
}
