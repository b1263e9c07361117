/**
 * Problems are data: every stage returns the issues that it found beside its value.
 * Bad input never throws; only a bug of our own does.
 */

import type { Redacted } from './redacted.ts';
import type { IssueCode } from './schema-types.ts';

/** `error` quarantines its entry (a page, or one row of a list); the readable rest is published. */
export type Severity = 'error' | 'warning' | 'info';

/** Lines and columns count from 1; a column counts UTF-16 code units, as in unist; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The source line, for a place that a published value comes from. */
  readonly quote?: Quote;
}

/** The line that a value stands in, cut around the value. Nothing in it is withheld data. */
export interface Quote {
  readonly text: string;
  /** Where in `text` the value begins and ends, from 0, end exclusive, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** One finding, as a stage makes it; it leaves as a `PublishedIssue`. */
export interface Issue {
  /** `stage/problem`, for example `parse/unknown-label`: one of a codelist that says in three languages what to do. */
  readonly code: IssueCode;
  readonly severity: Severity;
  /** Path relative to its documents folder, NFC, with `/`. */
  readonly document: string;
  readonly line: number;
  readonly column: number;
  /** English: *unexpected X, expected Y*. */
  readonly message: string;
  readonly found?: string;
  /** How often in that document. */
  readonly count: number;
  /** Of an error: the project that it keeps out, where that is known. */
  readonly project_id?: string;
}

/** A finding that may leave: its texts have passed the redactor. The keys stand in the order in which they are published. */
export interface PublishedIssue extends Issue {
  readonly document: Redacted;
  readonly message: Redacted;
  readonly found?: Redacted;
}

/** What a stage gives back: its value and what it noticed. */
export interface Staged<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
}

/** The first place of a document, for problems of the whole. */
export const DOCUMENT_START: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
