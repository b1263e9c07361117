import type { Issue, Staged } from './model/issue.ts';

/**
 * Runs what must not stop the rest: a throw is a bug of ours, and it becomes an error that quarantines one document or project. The
 * issue names where in the program it happened and nothing of what the document says: a message can quote it.
 * @param place whose document and where in it, and which project it is of where that is known
 */
export function guard<T>(
  code: Issue['code'],
  { project_id: projectId, ...place }: Pick<Issue, 'document' | 'line' | 'column' | 'project_id'>,
  run: () => Staged<T>,
): Staged<T | undefined> {
  try {
    return run();
  } catch (error) {
    const message = `unexpected failure of this program (${describeBug(error)}), expected none; please report it with the document's shape, not its text (SECURITY.md says where)`;
    const known = projectId === undefined ? {} : { project_id: projectId };
    return { value: undefined, issues: [{ code, severity: 'error', ...place, message, count: 1, ...known }] };
  }
}

/** `TypeError in readLabel, read.ts:42`: the error's kind and the nearest function of ours, for a report. */
function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return 'no error object';
  const frame = /at (?:(?<name>[\w.<>]+) \()?(?:[^()\n]*\/)?(?<file>[\w.-]+:\d+):\d+\)?/.exec(
    error.stack ?? '',
  )?.groups;
  return `${error.name} in ${frame?.['name'] ?? 'a function'}, ${frame?.['file'] ?? 'unknown place'}`;
}
