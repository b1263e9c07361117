import { toEuros } from '../../model/cents.ts';
import type { Rule } from '../rule.ts';

const PAIRS = [
  ['funding_realised_eu_state', 'funding_granted_eu_state'],
  ['funding_realised_public', 'funding_planned_public'],
] as const;

/** More money was used than was granted or planned: it happens in the service's own lists, so it is published and pointed at. */
export const checkRealisedAbovePlanned: Rule = ({ fields }) =>
  PAIRS.flatMap(([realised, planned]) => {
    const [used, limit] = [fields[realised], fields[planned]];
    if (used === undefined || limit === undefined || used <= limit) return [];
    const message = `unexpected ${realised} above ${planned}, expected at most ${toEuros(limit)} EUR`;
    return [
      {
        code: 'validate/realised-above-planned',
        severity: 'warning',
        key: realised,
        message,
        found: String(toEuros(used)),
      } as const,
    ];
  });
