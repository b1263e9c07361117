import type { Changes } from '../model/schema-types.ts';

/** A project that was published once and is no more: its page and record stay and say so. */
export interface RemovedProject {
  readonly project_id: string;
  readonly name?: string;
  /** The last release that has it. */
  readonly last_release: string;
}

/** Withdrawn projects, from the changes of all releases, oldest release first; one that came back is none. */
export function listRemoved(
  releases: readonly { readonly previous: string | undefined; readonly changes: readonly Changes[] }[],
): RemovedProject[] {
  const removed = new Map<string, RemovedProject>();
  for (const { previous, changes } of releases) {
    for (const { project_id: id, change, old: name } of changes) {
      if (change === 'added') removed.delete(id);
      if (change === 'removed' && previous !== undefined)
        removed.set(id, { project_id: id, ...(name === undefined ? {} : { name }), last_release: previous });
    }
  }
  return [...removed.values()].sort((a, b) => (a.project_id < b.project_id ? -1 : 1));
}
