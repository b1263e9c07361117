import type { Finding, Rule } from '../rule.ts';

/** A document that states a value twice should say the same; the first statement is published. */
export const checkStatedTwice: Rule = ({ fields, restated }) =>
  restated.flatMap(({ field, value, place }): Finding[] => {
    const published = fields[field];
    if (published === undefined || published === value) return [];
    const message = `unexpected second value of ${field}, expected ${String(published)} as its label says`;
    return [{ code: 'validate/stated-twice', severity: 'warning', place, message, found: String(value) }];
  });
