import type { Changes } from '../../pipeline/model/schema-types.ts';
import type { ReleaseChanges } from './published.ts';

/** What a release changed of one project. */
export interface HistoryStep {
  readonly release: string;
  readonly changes: readonly Changes[];
}

/** Changes by project, the newest release first. */
export function groupHistory(history: readonly ReleaseChanges[]): ReadonlyMap<string, readonly HistoryStep[]> {
  const steps = new Map<string, { release: string; changes: Changes[] }[]>();
  for (const { release, changes } of history) {
    for (const change of changes) {
      const own = steps.get(change.project_id) ?? [];
      steps.set(change.project_id, own);
      const last = own.at(-1);
      if (last?.release === release) last.changes.push(change);
      else own.push({ release, changes: [change] });
    }
  }
  return steps;
}
