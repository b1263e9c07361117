import type { Projects } from '../../pipeline/model/schema-types.ts';

/** States of a project on the site; `unknown` where the source says nothing that could be told. */
export const STATES = ['ongoing', 'planned', 'ended', 'interrupted', 'cancelled', 'unknown'] as const;
export type State = (typeof STATES)[number];

/**
 * What a project is called on a day: never ongoing or planned once its end date has passed, whatever an old source said.
 * The same rule counts `ongoing_count` in the coverage tables.
 * @param day ISO date of the release
 */
export function findState({ status, end_date: end }: Projects, day: string): State {
  const over = end !== undefined && end < day;
  if (status === undefined) return over ? 'ended' : 'unknown';
  return over && (status === 'ongoing' || status === 'planned') ? 'ended' : status;
}
