import type { Area } from '../model/published.ts';
import type { Step, View } from '../page-type.ts';
import { areaListPath, areaPath, type PagedLevel } from '../paths.ts';

/** An area and the level that it is of. */
export interface Place {
  readonly level: PagedLevel;
  readonly area: Area;
}

/** The levels above, named as levels: *Pohjois-Savo maakunta*. */
export function listAbove({ t, data, language }: View, { level, area }: Place): Step[] {
  const country: Step = { name: t.places.country, path: areaListPath('region') };
  const holders = [
    ['region', level === 'region' ? undefined : area.region_code],
    ['sub_region', level === 'municipality' ? area.sub_region_code : undefined],
  ] as const;
  const steps = holders.flatMap(([holder, code]): Step[] => {
    const found = code === undefined ? undefined : data.findArea(holder, code);
    return found === undefined
      ? []
      : [{ name: language.nameOf(found), path: areaPath(holder, found.code), kind: t.levels[holder].toLowerCase() }];
  });
  return [country, ...steps];
}
