import type { AreaLevel } from './area.ts';
import type { TableName } from './table.ts';

/** Finest first, the order of rows in `project_areas`. */
export const LEVELS = ['municipality', 'sub_region', 'region', 'country'] as const satisfies readonly AreaLevel[];

/** English words for messages. */
export const LEVEL_WORDS: Readonly<Record<AreaLevel, string>> = {
  municipality: 'municipality',
  sub_region: 'sub-region',
  region: 'region',
  country: 'country',
};

/** Levels coarser than the given one, finest first. */
export function coarserLevels(level: AreaLevel): readonly AreaLevel[] {
  return LEVELS.slice(LEVELS.indexOf(level) + 1);
}

/** The levels whose areas have a coverage table and a folder of records each, finest first. */
export const COVERAGE = [
  { level: 'municipality', table: 'municipalities', folder: 'municipalities' },
  { level: 'sub_region', table: 'sub_regions', folder: 'sub-regions' },
  { level: 'region', table: 'regions', folder: 'regions' },
] as const satisfies readonly { level: AreaLevel; table: TableName; folder: string }[];
export type CoveredLevel = (typeof COVERAGE)[number]['level'];
