import type { Issue, Place, Severity } from '../model/issue.ts';
import type { Entry } from '../model/project.ts';

/** What a rule found; its place is that of the value `key` unless it names another. */
export interface Finding {
  readonly code: Issue['code'];
  readonly severity: Severity;
  /** Key of `Entry.origins`. */
  readonly key?: string;
  readonly place?: Place;
  readonly message: string;
  readonly found?: string;
}

export interface ValidateContext {
  /** Holds an entry against the schemas; returns it without the values that break them. */
  readonly checkSchemas: (entry: Entry) => { value: Entry; findings: Finding[] };
  /** Every postal code in use, PO boxes included. */
  readonly postalCodes: ReadonlySet<string>;
}

export type Rule = (entry: Entry, context: ValidateContext) => Finding[];
