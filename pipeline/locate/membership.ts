import type { AreaLevel } from '../model/area.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { followSuccession } from './gazetteer/succession.ts';

/** Finnish name of an area in the newest key that has it. */
export function findAreaName(gazetteer: Gazetteer, level: AreaLevel, code: string): string {
  if (level === 'country') return 'Suomi';
  const property = ({ municipality: 'municipalities', sub_region: 'subRegions', region: 'regions' } as const)[level];
  return [...gazetteer.keys.values()].findLast((key) => key[property].has(code))?.[property].get(code)?.nameFi ?? code;
}

/**
 * The coarser area that a municipality or sub-region belonged to in one year, by that year's key; an ended municipality through its
 * successor. Undefined where the year's key does not know the area.
 */
export function findParent(
  gazetteer: Gazetteer,
  level: AreaLevel,
  code: string,
  parentLevel: AreaLevel,
  year: number,
): string | undefined {
  if (parentLevel === 'country') return 'FI';
  const key = gazetteer.keys.get(year);
  if (key === undefined) return undefined;
  if (level === 'sub_region') return parentLevel === 'region' ? key.subRegions.get(code)?.regionCode : undefined;
  const current = followSuccession(code, gazetteer.mergers, key);
  const municipality = current === undefined ? undefined : key.municipalities.get(current);
  return parentLevel === 'sub_region' ? municipality?.subRegionCode : municipality?.regionCode;
}

/**
 * Years of the keys that a project ran in. Without dates any year can be meant; years without a key count as the nearest that has one.
 * @param start ISO date
 * @param end ISO date
 */
export function listProjectYears(
  gazetteer: Gazetteer,
  start: string | undefined,
  end: string | undefined,
): readonly number[] {
  const years = [...gazetteer.keys.keys()];
  if (start === undefined && end === undefined) return years;
  const [oldest = 0] = years;
  const newest = years.at(-1) ?? 0;
  const clip = (date: string) => Math.min(Math.max(Number(date.slice(0, 4)), oldest), newest);
  const from = clip(start ?? end ?? '');
  const to = clip(end ?? start ?? '');
  return years.filter((year) => year >= from && year <= Math.max(from, to));
}
