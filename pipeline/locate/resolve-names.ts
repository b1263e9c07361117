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

/** What a municipality is called today; its cases and what it was called once make no suggestions. */
const IS_A_NAME: ReadonlySet<Match> = new Set(['name', 'name_sv', 'bilingual']);

/** Names of the level that differ from the given one in a few letters, nearest first, at most three. */
function suggestNames(gazetteer: Gazetteer, level: AreaLevel, key: string): readonly string[] {
  const limit = Math.min(3, Math.ceil(key.length / 4));
  const near = [...gazetteer.names[level]].flatMap(([candidate, { name, match }]) => {
    if (level === 'municipality' && !IS_A_NAME.has(match)) return [];
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
  if (match !== 'former_municipality' && vintage.area(level, code) !== undefined)
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

/** What joins names where people write no comma. */
const JOINTS = /[\p{Zs}\t]+(?:ja|sekä|och|samt|and|&)[\p{Zs}\t]+|[\p{Zs}\t]*[/&][\p{Zs}\t]*/gu;

/**
 * `Kemi ja Tornio`, `Kemi/Tornio`: one statement of several names, where it is no name itself (`Pargas/Parainen`) and every part is one.
 */
export function splitStatedName(stated: StatedArea, gazetteer: Gazetteer): readonly StatedArea[] {
  const { level, name, place } = stated;
  const isKnown = (part: string): boolean => gazetteer.names[level].has(normaliseName(part));
  if (isKnown(name)) return [stated];
  let from = 0;
  const parts: { readonly name: string; readonly start: number }[] = [];
  for (const joint of name.matchAll(JOINTS)) {
    parts.push({ name: name.slice(from, joint.index), start: from });
    from = joint.index + joint[0].length;
  }
  parts.push({ name: name.slice(from), start: from });
  if (parts.length === 1 || !parts.every((part) => isKnown(part.name))) return [stated];
  // Where the source has the name letter for letter, each part has a place of its own in it.
  const isLiteral = place.endLine === place.line && place.endColumn - place.column === name.length;
  return parts.map((part) => ({
    level,
    name: part.name,
    place: isLiteral ? narrow(place, part.start, part.name.length) : place,
  }));
}

function narrow({ line, column, quote }: Place, start: number, length: number): Place {
  const begin = { line, column: column + start, endLine: line, endColumn: column + start + length };
  if (quote === undefined) return begin;
  return { ...begin, quote: { text: quote.text, start: quote.start + start, end: quote.start + start + length } };
}
