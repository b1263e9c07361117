import { rowKey } from '../../model/provenance-key.ts';
import { FinnishBusinessIds } from 'finnish-business-ids';
import type { Finding, Rule } from '../rule.ts';

/** The last digit of a Finnish business id is a check digit (weights 7 9 10 5 8 4 2, modulo 11). */
export const checkBusinessId: Rule = ({ fields, partners }) => {
  const ids = [
    { key: 'beneficiary_business_id', id: fields.beneficiary_business_id },
    ...partners.map(({ position, business_id: id }) => ({
      key: rowKey('partners', String(position), 'business_id'),
      id,
    })),
  ];
  return ids.flatMap(({ key, id }): Finding[] => {
    // Old ids had six digits before the hyphen; they are valid with a zero in front.
    if (id === undefined || FinnishBusinessIds.isValidBusinessId(id.padStart(9, '0'))) return [];
    const message = 'unexpected check digit of a business id, expected the one that its seven digits give';
    return [{ code: 'validate/business-id', severity: 'warning', key, message, found: id }];
  });
};
