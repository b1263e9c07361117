import { distance } from 'fastest-levenshtein';
import type { Issue, Place } from '../model/issue.ts';
import type { AreaLevel, Match, StatedArea, Vintage } from '../model/area.ts';
import { compareCodeUnits } from '../model/compare-code-units.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { LEVELS, LEVEL_WORDS } from '../model/levels.ts';
import { findAreaName } from './membership.ts';
import { normaliseName } from './gazetteer/normalise-name.ts';
import { followSuccession } from './gazetteer/succession.ts';

/** A stated name and the area that it means. */
export interface ResolvedName {
  readonly level: AreaLevel;
  /** Code in the vintage; an ended sub-region keeps its own. */
  readonly code: string;
  /** Code in the keys of the years when the area bore this name. */
  readonly statedCode: string;
  readonly match: Match;
  readonly name: string;
  readonly place: Place;
}

/** Names of the level that differ from the given one in a few letters, nearest first, at most three. */
function suggestNames(gazetteer: Gazetteer, level: AreaLevel, key: string): readonly string[] {
  const limit = Math.min(3, Math.ceil(key.length / 4));
  const near = [...gazetteer.names[level]].flatMap(([candidate, { name }]) => {
    const edits = distance(key, candidate);
    return edits <= limit ? [{ edits, name }] : [];
  });
  near.sort((a, b) => a.edits - b.edits || compareCodeUnits(a.name, b.name));
  return [...new Set(near.map(({ name }) => name))].slice(0, 3);
}

function describeUnknown(gazetteer: Gazetteer, stated: StatedArea): string {
  const key = normaliseName(stated.name);
  const elsewhere = LEVELS.filter((level) => level !== stated.level && gazetteer.names[level].has(key));
  if (elsewhere.length > 0) {
    const words = elsewhere.map((level) => LEVEL_WORDS[level]).join(' and a ');
    return `unexpected ${stated.name}, the name of a ${words}, expected the name of a ${LEVEL_WORDS[stated.level]}`;
  }
  const suggestions = suggestNames(gazetteer, stated.level, key);
  const expected =
    suggestions.length === 0 ? `the name of a ${LEVEL_WORDS[stated.level]}` : `perhaps ${suggestions.join(', ')}`;
  return `unexpected ${LEVEL_WORDS[stated.level]} name ${stated.name}, expected ${expected}`;
}

/**
 * Resolves a name by the exact tables of the level under whose label it stands.
 * @returns the area, or the issue that says why there is none
 */
export function resolveName(
  stated: StatedArea,
  gazetteer: Gazetteer,
  vintage: Vintage,
  document: string,
): { readonly resolved: ResolvedName; readonly issue?: Issue } | { readonly issue: Issue } {
  const { name, place } = stated;
  const at = { document, line: place.line, column: place.column, found: name, count: 1 };
  const key = normaliseName(name);
  const level = gazetteer.names.country.has(key) ? 'country' : stated.level;
  const named = gazetteer.names[level].get(key);
  if (named === undefined) {
    return {
      issue: { code: 'locate/unknown-name', severity: 'warning', message: describeUnknown(gazetteer, stated), ...at },
    };
  }
  const { code, match } = named;
  if (vintage.area(level, code) !== undefined)
    return { resolved: { level, code, statedCode: code, match, name, place } };

  const vintageKey = gazetteer.keys.get(vintage.year);
  const successor =
    level === 'municipality' && vintageKey !== undefined
      ? followSuccession(code, gazetteer.mergers, vintageKey)
      : undefined;
  if (successor !== undefined) {
    const message = `unexpected ${name}, a municipality that has ended, expected its successor ${findAreaName(gazetteer, level, successor)} (${successor})`;
    return {
      resolved: { level, code: successor, statedCode: code, match: 'former_municipality', name, place },
      issue: { code: 'locate/ended-municipality', severity: 'info', message, ...at },
    };
  }
  const word = LEVEL_WORDS[level];
  const message = `unexpected ${name}, a ${word} (${code}) without a successor in ${vintage.year}, expected one of that year; it keeps its code`;
  return {
    resolved: { level, code, statedCode: code, match: 'former_area', name, place },
    issue: { code: 'locate/ended-area', severity: 'info', message, ...at },
  };
}
