import type { Issue, Severity } from './issue.ts';

/** Collects the issues of a run. What a document repeats word for word is one issue with a count, at its first place. */
export interface IssueLog {
  add(issues: readonly Issue[]): void;
  /** In the order of documents, lines, columns, codes. */
  list(): Issue[];
  count(severity: Severity): number;
}

export function createIssueLog(): IssueLog {
  const issues = new Map<string, Issue>();
  const order = (a: Issue, b: Issue): number =>
    compare(a.document, b.document) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.code, b.code) ||
    compare(a.message, b.message) ||
    compare(a.found ?? '', b.found ?? '');
  return {
    add(found) {
      for (const issue of found) {
        // Errors are entries left out: each is listed with its own place.
        const place = issue.severity === 'error' ? `${String(issue.line)}:${String(issue.column)}` : '';
        const key = JSON.stringify([issue.document, issue.code, issue.message, issue.found, place]);
        const before = issues.get(key);
        if (before === undefined) issues.set(key, issue);
        else issues.set(key, { ...(order(issue, before) < 0 ? issue : before), count: before.count + issue.count });
      }
    },
    list: () => [...issues.values()].sort(order),
    count: (severity) =>
      [...issues.values()].reduce((sum, issue) => sum + (issue.severity === severity ? issue.count : 0), 0),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
