import type { Issue } from '../model/issue.ts';
import { LIMITS } from './limits.ts';

/**
 * A document's issues, of which none comes so often that the report is made of them alone: of a kind that comes more than `LIMITS.alike`
 * times the rest is one issue, at the first of their places, that says how many it stands for. Errors stay: each says what is not published.
 */
export function foldIssues(issues: readonly Issue[]): Issue[] {
  const seen = new Map<Issue['code'], number>();
  const rest = new Map<Issue['code'], number>();
  const folded: Issue[] = [];
  for (const issue of issues) {
    const count = (seen.get(issue.code) ?? 0) + 1;
    seen.set(issue.code, count);
    const place = rest.get(issue.code);
    const before = place === undefined ? undefined : folded[place];
    if (issue.severity === 'error' || count <= LIMITS.alike) folded.push(issue);
    else if (place !== undefined && before !== undefined)
      folded[place] = { ...before, count: before.count + issue.count };
    else {
      const { found: _, ...first } = issue;
      rest.set(issue.code, folded.length);
      folded.push({ ...first, message: `${issue.message} (more than ${LIMITS.alike} of this kind: the rest in one)` });
    }
  }
  return folded;
}
