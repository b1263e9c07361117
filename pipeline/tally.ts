import { compareCodeUnits } from './model/compare-code-units.ts';
import type { Issue, PublishedIssue, Severity, Staged } from './model/issue.ts';
import type { Entry, WithheldClass } from './model/project.ts';
import { createPersonIndex, type NamedEntry, type PersonIndex } from './redact/person-index.ts';
import { redactIssues } from './redact/redact-issues.ts';
import type { Redaction } from './redact/redactor.ts';

/** Collects the issues of a run. What a document repeats word for word is one issue with a count, at its first place. */
export interface IssueLog {
  add(issues: readonly Issue[]): void;
  /** In the order of documents, lines, columns, codes; redacted, by what all documents say. */
  list(): PublishedIssue[];
  count(severity: Severity): number;
}

function createIssueLog(people: PersonIndex, redaction: Redaction): IssueLog {
  const issues = new Map<string, Issue>();
  const order = (a: Issue, b: Issue): number =>
    compareCodeUnits(a.document, b.document) ||
    a.line - b.line ||
    a.column - b.column ||
    compareCodeUnits(a.code, b.code) ||
    compareCodeUnits(a.message, b.message) ||
    compareCodeUnits(a.found ?? '', b.found ?? '');
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
    list: () => redactIssues([...issues.values()].sort(order), people, redaction),
    count: (severity) =>
      [...issues.values()].reduce((sum, issue) => sum + (issue.severity === severity ? issue.count : 0), 0),
  };
}

/** What a flow counts on its way; complete when its projects have been read to the end. */
export interface Tally {
  readonly issues: IssueLog;
  readonly withheld: ReadonlyMap<WithheldClass, number>;
  /** Whom the documents name. */
  readonly people: PersonIndex;
  readonly documents: number;
  /** Pages and list rows that had an identity, the quarantined ones included. */
  readonly entries: number;
  readonly quarantined: number;
  addDocument(document: {
    readonly entries: readonly (NamedEntry & Pick<Entry, 'withheld'>)[];
    readonly issues: readonly Issue[];
  }): void;
  /** A project without a value is one that could not be made; gives back the one that was. */
  addProject<Project extends { readonly withheld: ReadonlyMap<WithheldClass, number> }>(
    made: Staged<Project | undefined>,
  ): Project[];
  /** Entries that only the merge could see to be wrong. */
  addConflicts(found: { readonly issues: readonly Issue[]; readonly quarantined: number }): void;
}

export function createTally(redaction: Redaction): Tally {
  const people = createPersonIndex();
  const issues = createIssueLog(people, redaction);
  const withheld = new Map<WithheldClass, number>();
  let [documents, entries, quarantined] = [0, 0, 0];
  const addWithheld = (kind: WithheldClass, count: number): void => {
    withheld.set(kind, (withheld.get(kind) ?? 0) + count);
  };
  return {
    issues,
    withheld,
    people,
    get documents() {
      return documents;
    },
    get entries() {
      return entries;
    },
    get quarantined() {
      return quarantined;
    },
    addDocument(document) {
      issues.add(document.issues);
      documents += 1;
      const leftOut = document.issues.filter(({ severity }) => severity === 'error').length;
      entries += document.entries.length + leftOut;
      quarantined += leftOut;
      for (const entry of document.entries)
        for (const [kind, count] of Object.entries(entry.withheld)) addWithheld(kind as WithheldClass, count);
      people.add(document.entries);
    },
    addProject({ value, issues: found }) {
      issues.add(found);
      for (const [kind, count] of value?.withheld ?? []) addWithheld(kind, count);
      if (value === undefined) quarantined += 1;
      return value === undefined ? [] : [value];
    },
    addConflicts(found) {
      issues.add(found.issues);
      quarantined += found.quarantined;
    },
  };
}
