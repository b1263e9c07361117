import { foldText } from '../explore/fold.ts';
import { isOneEdit } from './one-edit.ts';

/** What can be found, in the order in which equals stand. */
export const KINDS = ['municipality', 'sub_region', 'region', 'organisation', 'project'] as const;
export type Kind = (typeof KINDS)[number];

/** Something that has a page. */
export interface Entry {
  readonly kind: Kind;
  /** Code of an area, key of an organisation, identifier of a project. */
  readonly key: string;
  /** What it is called, in whatever languages. */
  readonly names: readonly string[];
  /** Other words that mean just this: case forms, postal codes, identifiers. */
  readonly forms: readonly string[];
}

export interface Hit {
  readonly entry: Entry;
  /** Not what was written, but one letter away from it. */
  readonly isGuess: boolean;
}

interface Prepared {
  readonly entry: Entry;
  readonly names: readonly string[];
  readonly forms: readonly string[];
  /** Forms without spaces: whoever writes one word as two, or two as one, means the same. */
  readonly joinedForms: ReadonlySet<string>;
  /** Names as words, each with a space before it. */
  readonly words: string;
}

export interface Finder {
  /** Best first; equals by kind, then by name. */
  find(query: string): Hit[];
  /** Names that are nearest to something that was not found. */
  suggest(query: string, count: number): Entry[];
}

/** Shorter words have too many neighbours. */
const SHORTEST_GUESS = 5;
/** Words that say what a place is and not which: *Rovaniemen kaupunki*, *Vasa stad*. */
const GENERIC = new Set(
  'kunta kunnan kunnassa kaupunki kaupungin kaupungissa seutukunta seutukunnan seutukunnassa maakunta maakunnan maakunnassa kommun kommunen stad staden landskap ekonomisk region municipality city of in i pa'.split(
    ' ',
  ),
);

/** How well an entry fits, best first; an exact hit goes before every guess, since some names lie one letter apart. */
const RANK = { name: 0, form: 1, beginning: 2, wordBeginning: 3, guess: 4, inside: 5 } as const;

const compact = (text: string): string => text.replaceAll(' ', '');

export function createFinder(entries: readonly Entry[]): Finder {
  const prepared = entries.map((entry): Prepared => {
    const names = [...new Set(entry.names.map(foldText))];
    const forms = entry.forms.map(foldText);
    const words = names.map((name) => ` ${name}`).join('');
    return { entry, names, forms, joinedForms: new Set(forms.map(compact)), words };
  });
  return {
    find(query) {
      const wanted = simplify(foldText(query));
      if (wanted === '') return [];
      const parts = wanted.split(' ');
      const joined = compact(wanted);
      const ranked = prepared.flatMap((each, index) => {
        const rank = rankEntry(each, wanted, joined, parts);
        return rank === undefined ? [] : [{ each, rank, index }];
      });
      ranked.sort(
        (a, b) =>
          a.rank - b.rank ||
          KINDS.indexOf(a.each.entry.kind) - KINDS.indexOf(b.each.entry.kind) ||
          (a.each.names[0] ?? '').length - (b.each.names[0] ?? '').length ||
          a.index - b.index,
      );
      return ranked.map(({ each, rank }) => ({ entry: each.entry, isGuess: rank === RANK.guess }));
    },
    suggest(query, count) {
      const wanted = simplify(foldText(query));
      const near = prepared
        .filter(({ entry }) => entry.kind !== 'project' && entry.kind !== 'organisation')
        .map((each) => ({ each, shared: Math.max(...each.names.map((name) => sharedPairs(name, wanted))) }))
        .filter(({ shared }) => shared > 0.3)
        .sort((a, b) => b.shared - a.shared);
      return near.slice(0, count).map(({ each }) => each.entry);
    },
  };
}

/** Without the words that every place could have, unless nothing else is left. */
function simplify(folded: string): string {
  const words = folded.split(' ');
  const telling = words.filter((word) => !GENERIC.has(word));
  return telling.length === 0 || telling.length === words.length ? folded : telling.join(' ');
}

function rankEntry(
  { entry, names, forms, joinedForms, words }: Prepared,
  wanted: string,
  joined: string,
  parts: readonly string[],
): number | undefined {
  if (names.includes(wanted)) return RANK.name;
  if (joinedForms.has(joined)) return RANK.form;
  const isPlace = entry.kind !== 'organisation' && entry.kind !== 'project';
  if (
    names.some((name) => name.startsWith(wanted)) ||
    (wanted.length > 2 && forms.some((form) => form.startsWith(wanted)))
  )
    return isPlace ? RANK.beginning : RANK.wordBeginning;
  if (parts.every((part) => words.includes(` ${part}`))) return RANK.wordBeginning;
  if (isPlace && wanted.length >= SHORTEST_GUESS && [...names, ...forms].some((form) => isOneEdit(form, wanted)))
    return RANK.guess;
  if (wanted.length > 2 && parts.every((part) => words.includes(part))) return RANK.inside;
  return undefined;
}

/** Likeness of two words by their pairs of letters, from 0 to 1 (Dice's coefficient). */
function sharedPairs(a: string, b: string): number {
  const pairs = (word: string): string[] =>
    Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length + right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (left.length + right.length);
}
