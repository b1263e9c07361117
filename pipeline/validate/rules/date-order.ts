import type { Rule } from '../rule.ts';

/** A project does not end before it begins. ISO dates compare as text. */
export const checkDateOrder: Rule = ({ fields }) => {
  const { start_date: start, end_date: end } = fields;
  if (start === undefined || end === undefined || start <= end) return [];
  const message = `unexpected end date before the start date, expected ${start} or later`;
  return [{ code: 'validate/date-order', severity: 'warning', key: 'end_date', message, found: end }];
};
