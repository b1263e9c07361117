import type { Issue, Place, Staged } from '../model/issue.ts';
import { DOCUMENT_START } from '../model/issue.ts';
import type { Entry } from '../model/project.ts';
import { checkBusinessId } from './rules/business-id.ts';
import { checkDateOrder } from './rules/date-order.ts';
import { checkMissingName } from './rules/missing-name.ts';
import { checkPostalCode } from './rules/postal-code.ts';
import { checkRealisedAbovePlanned } from './rules/realised-above-planned.ts';
import { checkStatedTwice } from './rules/stated-twice.ts';
import type { Finding, Rule, ValidateContext } from './rule.ts';

export { createValidateContext, type ValidateContext } from './schema.ts';

/** What a schema cannot say; one rule, one file. */
const RULES: readonly Rule[] = [
  checkMissingName,
  checkDateOrder,
  checkRealisedAbovePlanned,
  checkBusinessId,
  checkPostalCode,
  checkStatedTwice,
];

/**
 * Second stage: holds an entry against the JSON Schemas and the rules. A value that breaks its schema is left out and reported;
 * what breaks a rule is published as the source says it, and reported.
 */
export function validate(entry: Entry, context: ValidateContext): Staged<Entry> {
  const { value, findings } = context.checkSchemas(entry);
  const all = [...findings, ...RULES.flatMap((rule) => rule(value, context))];
  return { value, issues: all.map((finding) => toIssue(entry, finding)) };
}

function toIssue(entry: Entry, { code, severity, key, place, message, found }: Finding): Issue {
  const at: Place = place ?? (key === undefined ? undefined : entry.origins[key]) ?? entry.place;
  const { line, column } = at.line > 0 ? at : DOCUMENT_START;
  return {
    code,
    severity,
    document: entry.document,
    line,
    column,
    message,
    ...(found === undefined ? {} : { found }),
    count: 1,
  };
}
