import type { Issue } from '../model/issue.ts';
import type { AreaLevel, Vintage } from '../model/area.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { coarserLevels, LEVEL_WORDS } from '../model/levels.ts';
import { findAreaName, findParent } from './membership.ts';
import type { ResolvedName } from './resolve-names.ts';

interface Context {
  readonly gazetteer: Gazetteer;
  readonly vintage: Vintage;
  readonly document: string;
  /** Years whose keys judge (`listProjectYears`). */
  readonly years: readonly number[];
}

/** Codes by the finer and the coarser level; nothing lies outside the country. */
const OUTSIDE: ReadonlyMap<string, Issue['code']> = new Map([
  ['municipality sub-region', 'locate/municipality-outside-sub-region'],
  ['municipality region', 'locate/municipality-outside-region'],
  ['sub-region region', 'locate/sub-region-outside-region'],
]);
/** Codes by the coarser and the finer level. */
const WITHOUT: ReadonlyMap<string, Issue['code']> = new Map([
  ['sub-region municipality', 'locate/sub-region-without-municipality'],
  ['region municipality', 'locate/region-without-municipality'],
  ['region sub-region', 'locate/region-without-sub-region'],
]);

function toIssue(
  context: Context,
  code: Issue['code'],
  severity: Issue['severity'],
  at: ResolvedName,
  message: string,
): Issue {
  const { line, column } = at.place;
  return { code, severity, document: context.document, line, column, message, found: at.name, count: 1 };
}

function parentsOf(
  context: Context,
  area: ResolvedName,
  level: AreaLevel,
  years: readonly number[],
): ReadonlySet<string> {
  const parents = years.map((year) => findParent(context.gazetteer, area.level, area.statedCode, level, year));
  return new Set(parents.filter((parent) => parent !== undefined));
}

function describe(context: Context, level: AreaLevel, codes: Iterable<string>): string {
  return [...codes].map((code) => `${findAreaName(context.gazetteer, level, code)} (${code})`).join(' or ');
}

/** `2016` or `2016–2018`. */
function describeYears(years: readonly number[]): string {
  const [first = 0] = years;
  const last = years.at(-1) ?? first;
  return first === last ? String(first) : `${first}–${last}`;
}

/** The first year since when an area has belonged where the vintage puts it. */
function findChangeYear(context: Context, area: ResolvedName, level: AreaLevel): number {
  const { gazetteer, vintage } = context;
  const now = findParent(gazetteer, area.level, area.statedCode, level, vintage.year);
  const earlier = [...gazetteer.keys.keys()].filter((year) => year < vintage.year);
  const other = earlier.findLast((year) => findParent(gazetteer, area.level, area.statedCode, level, year) !== now);
  return (other ?? vintage.year) + 1;
}

/** `Etelä-Pohjanmaa (14) for Isokyrö since 2021`. */
function describeMove(context: Context, area: ResolvedName, level: AreaLevel, now: string): string {
  return `${describe(context, level, [now])} for ${area.name} since ${findChangeYear(context, area, level)}`;
}

/** Areas that lay in none of the stated coarser ones, and those that have moved out of one where others stayed. */
function checkFiner(
  context: Context,
  finer: readonly ResolvedName[],
  level: AreaLevel,
  stated: ReadonlySet<string>,
  followed: ReadonlySet<string>,
): Issue[] {
  return finer.flatMap((area) => {
    const words = [LEVEL_WORDS[area.level], LEVEL_WORDS[level]] as const;
    const then = parentsOf(context, area, level, context.years);
    if (then.size === 0) return [];
    const agreed = [...then].filter((parent) => stated.has(parent));
    if (agreed.length === 0) {
      const message = `unexpected ${words[0]} ${area.name}, which lay in ${describe(context, level, then)} in ${describeYears(context.years)}, expected one in ${describe(context, level, stated)}`;
      const code = OUTSIDE.get(words.join(' '));
      return code === undefined ? [] : [toIssue(context, code, 'warning', area, message)];
    }
    const now = findParent(context.gazetteer, area.level, area.statedCode, level, context.vintage.year);
    if (now === undefined || stated.has(now) || !agreed.some((parent) => followed.has(parent))) return [];
    const message = `unexpected ${words[0]} ${area.name} in ${describe(context, level, agreed)}, expected ${describeMove(context, area, level, now)}`;
    return [toIssue(context, 'locate/area-changed-since', 'info', area, message)];
  });
}

/** Stated coarser areas that none of the finer ones lies in now: left behind by a change, or contradicted. */
function checkCoarser(
  context: Context,
  finer: readonly ResolvedName[],
  stated: readonly ResolvedName[],
  followed: ReadonlySet<string>,
): Issue[] {
  return stated.flatMap((area) => {
    const [first] = finer;
    if (first === undefined || followed.has(area.code)) return [];
    const words = [LEVEL_WORDS[area.level], LEVEL_WORDS[first.level]] as const;
    const moved = finer.filter((part) => parentsOf(context, part, area.level, context.years).has(area.statedCode));
    if (moved.length === 0) {
      const message = `unexpected ${words[0]} ${area.name}, in which no stated ${words[1]} lay in ${describeYears(context.years)}, expected at least one; it stays with share 0`;
      const code = WITHOUT.get(words.join(' '));
      return code === undefined ? [] : [toIssue(context, code, 'warning', area, message)];
    }
    const moves = moved.map((part) => {
      const now = findParent(context.gazetteer, part.level, part.statedCode, area.level, context.vintage.year);
      return now === undefined ? `nothing for ${part.name}` : describeMove(context, part, area.level, now);
    });
    const message = `unexpected ${words[0]} ${area.name}, expected ${moves.join(', ')}; ${area.name} stays with share 0`;
    return [toIssue(context, 'locate/area-changed-since', 'info', area, message)];
  });
}

/**
 * Compares the finest stated areas with the coarser ones that are stated, by the keys of the project's own years: a region change
 * afterwards is no contradiction, and says so.
 * @param finest the areas that carry the shares
 * @param coarser all coarser stated areas
 * @param followed codes per level that follow from the finest areas in the vintage
 */
export function checkHierarchy(
  context: Context,
  finest: readonly ResolvedName[],
  coarser: readonly ResolvedName[],
  followed: Readonly<Record<AreaLevel, ReadonlySet<string>>>,
): readonly Issue[] {
  const [first] = finest;
  if (first === undefined) return [];
  return coarserLevels(first.level).flatMap((level) => {
    const stated = coarser.filter((area) => area.level === level);
    if (level === 'country' || stated.length === 0) return [];
    return [
      ...checkFiner(context, finest, level, new Set(stated.map((area) => area.statedCode)), followed[level]),
      ...checkCoarser(context, finest, stated, followed[level]),
    ];
  });
}
