import type { Projects } from '../../pipeline/model/schema-types.ts';

/** What a collection may be called. */
export type CollectionKind = 'inclusion' | 'general';

/**
 * Whether everything is about social inclusion: priority axis 5 of the European Social Fund's programme 2014–2020. A list of all
 * projects, or a project that names another axis or fund, makes the collection a general one; so does one of which nothing says.
 */
export function findCollectionKind(projects: readonly Projects[]): CollectionKind {
  const others = projects.some(
    ({ fund, priority_axis_code: axis, programming_period: period }) =>
      (fund !== undefined && fund !== 'ESF') ||
      (axis !== undefined && axis !== '5') ||
      (period !== undefined && period !== '2014-2020'),
  );
  const known = projects.some(({ fund, priority_axis_code: axis }) => fund === 'ESF' && axis === '5');
  return known && !others ? 'inclusion' : 'general';
}
