import type { ProjectFacts } from '../demo/project.ts';

const FUNDS = { ESR: 'ESF', EAKR: 'ERDF' } as const;

/** Without what is absent: an empty text, `-`. */
export const present = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && value !== '-'),
  );

export const toCents = (euros: number): number => euros * 100;

/** Fields that every family states. */
export const basicsOf = ({
  name,
  fund,
  axis,
  start,
  end,
  authority,
  applicant,
}: ProjectFacts): Record<string, unknown> => ({
  name,
  fund: FUNDS[fund],
  priority_axis_code: axis.code,
  start_date: start,
  end_date: end,
  responsible_authority: authority,
  beneficiary_name: applicant.name,
});
