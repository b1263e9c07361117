import type { Issue } from '../model/issue.ts';
import { LIMITS } from './limits.ts';

/**
 * A document's issues, of which none comes in so many wordings that the report is made of them alone: of a code that has more than
 * `LIMITS.alike` of them the others are one issue, at the first of their places, that says how many it stands for. What is repeated word
 * for word stays, since the report joins it anyhow. Errors stay: each says what is not published.
 */
export function foldIssues(issues: readonly Issue[]): Issue[] {
  const wordings = new Map<Issue['code'], Set<string>>();
  const rest = new Map<Issue['code'], number>();
  const folded: Issue[] = [];
  for (const issue of issues) {
    if (issue.severity === 'error') {
      folded.push(issue);
      continue;
    }
    const told = wordings.get(issue.code) ?? new Set<string>();
    wordings.set(issue.code, told);
    const wording = JSON.stringify([issue.message, issue.found]);
    if (told.has(wording) || told.size < LIMITS.alike) {
      told.add(wording);
      folded.push(issue);
      continue;
    }
    const place = rest.get(issue.code);
    const before = place === undefined ? undefined : folded[place];
    if (place !== undefined && before !== undefined) folded[place] = { ...before, count: before.count + issue.count };
    else {
      const { found: _, ...first } = issue;
      rest.set(issue.code, folded.length);
      folded.push({ ...first, message: `unexpected number of issues of this kind, expected at most ${LIMITS.alike}` });
    }
  }
  return folded;
}
