import type { Finding, Rule } from '../rule.ts';

const FIELDS = ['beneficiary_postal_code', 'place_postal_code'] as const;

/** A postal code that Posti does not know leads to no municipality. */
export const checkPostalCode: Rule = ({ fields }, { postalCodes }) =>
  FIELDS.flatMap((key): Finding[] => {
    const code = fields[key];
    if (code === undefined || postalCodes.has(code)) return [];
    const message = 'unexpected postal code, expected one that is in use';
    return [{ code: 'validate/postal-code', severity: 'warning', key, message, found: code }];
  });
