import type { ProjectArea } from '../model/area.ts';

/**
 * What may be said of where a natural person's project is: no area finer than NUTS 2 (Regulation (EU) 2021/1060, Article 49(3)). The
 * levels of the data have none between the regions (NUTS 3) and the country, so the country is what stays; its share is the whole.
 */
export function coarsen(located: readonly ProjectArea[]): ProjectArea[] {
  return located.flatMap(({ nameInSource: _name, ...area }) =>
    area.level === 'country' && area.role === 'target' ? [{ ...area, places: [] }] : [],
  );
}
