import type { AreaLevel } from './area.ts';

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

/** The levels whose areas have a coverage table each. */
export const COVERAGE = [
  { table: 'municipalities', level: 'municipality' },
  { table: 'sub_regions', level: 'sub_region' },
  { table: 'regions', level: 'region' },
] as const;
