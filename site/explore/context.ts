import type { Html } from '../html.ts';
import { createNotation, type Notation } from '../language/notation.ts';
import type { Texts } from '../language/language.ts';
import type { Facet, Measure, PlaceLevel, Selection } from './selection.ts';

/** The words that Explore needs, of which the browser gets no more. */
export const WORD_GROUPS = [
  'code',
  'counts',
  'embed',
  'explore',
  'filter',
  'levels',
  'map',
  'measures',
  'notation',
  'search',
  'share',
  'states',
] as const satisfies readonly (keyof Texts)[];
export type ExploreWords = Pick<Texts, (typeof WORD_GROUPS)[number]>;

/** What a language and a collection say of the numbers; the same on the server and in the browser, and plain JSON. */
export interface Wording {
  readonly words: ExploreWords;
  /** Names of the areas of each level, by position. */
  readonly names: Readonly<Record<PlaceLevel, readonly string[]>>;
  /** Positions of the areas in the order of their names. */
  readonly order: Readonly<Record<PlaceLevel, readonly number[]>>;
  /** Titles of the facets' values where they differ from the value. */
  readonly labels: Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>>;
  /** Breaks of the maps of municipalities. */
  readonly breaks: Readonly<Record<Measure, readonly number[]>>;
  readonly release: string;
  /** The measure that most is known of. */
  readonly measure: Measure;
}

/** What the parts of Explore are rendered with. */
export interface ExploreContext extends Wording, Notation {
  /** `1 hanke`, `13 hanketta`. */
  count(kind: keyof Texts['counts'], count: number): string;
  /** Address of a page by its path without the language. */
  readonly link: (path: string) => string;
  readonly file: (path: string) => string;
  /** Where another selection is shown; `undefined` where there is no page of it. */
  readonly href: (selection: Selection) => string | undefined;
  /** Attributes of every link to a page. */
  readonly linkAttributes?: Html;
}

export function createContext(
  wording: Wording,
  addresses: Pick<ExploreContext, 'link' | 'file' | 'href' | 'linkAttributes'>,
): ExploreContext {
  const notation = createNotation(wording.words.notation);
  return {
    ...wording,
    ...notation,
    ...addresses,
    count(kind, count) {
      const forms = wording.words.counts[kind];
      return (count === 1 ? forms.one : forms.other).replace('{count}', notation.number(count));
    },
  };
}

/** A value as people read it: money in whole euros, EUR per inhabitant with cents. */
export function writeValue(context: ExploreContext, measure: Measure, value: number | undefined): string {
  if (value === undefined) return context.words.map.unknown;
  if (measure === 'per_inhabitant') return context.number(value, value === 0 ? 0 : 2);
  return context.number(Math.round(value));
}

/** What an option of a facet is called. */
export function labelValue({ labels, words }: ExploreContext, facet: Facet, value: string): string {
  const known = labels[facet] ?? {};
  if (Object.hasOwn(known, value)) return known[value] ?? value;
  return value === 'unknown' ? words.filter.notSaid : value;
}
