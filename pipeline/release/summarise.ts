import type { PublishedIssue, Severity } from '../model/issue.ts';
import type { Tally } from '../tally.ts';
import type { ReleasePlan } from './plan-release.ts';

/** What a build says at its end. */
export interface BuildSummary {
  readonly documents: number;
  readonly entries: number;
  readonly quarantined: number;
  /** Projects. */
  readonly published: number;
  readonly issues: Readonly<Record<Severity, number>>;
  /** Every error: why which entry was left out. */
  readonly errors: readonly PublishedIssue[];
  readonly release: string;
  /** `false` where nothing changed since the newest release. */
  readonly isNew: boolean;
  /** Of the site; 0 without one. */
  readonly pages: number;
}

export function summarise(tally: Tally, plan: ReleasePlan, pages: number): BuildSummary {
  const { documents, entries, quarantined, issues } = tally;
  return {
    documents,
    entries,
    quarantined,
    published: plan.projects,
    issues: { error: issues.count('error'), warning: issues.count('warning'), info: issues.count('info') },
    errors: issues.list().filter(({ severity }) => severity === 'error'),
    release: plan.name,
    isNew: plan.isNew,
    pages,
  };
}
