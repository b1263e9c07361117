import type { Rule } from '../rule.ts';

/** A project without a name is published under its code, and reported. */
export const checkMissingName: Rule = ({ fields }) =>
  fields.name === undefined
    ? [
        {
          code: 'validate/missing-name',
          severity: 'warning',
          message: 'unexpected absence of a name, expected the name of the project',
        },
      ]
    : [];
