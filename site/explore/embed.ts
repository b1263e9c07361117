/** What other people's pages frame of a selection; the same on the server and in the browser. */
import { type Html, html } from '../html.ts';
import type { Embedded } from '../paths.ts';
import { type ExploreContext, labelValue } from './context.ts';
import { put } from './put.ts';
import { namePlace } from './render.ts';
import { FACETS, NOT_SAID, type Selection } from './selection.ts';
import type { ExploreState } from './state.ts';

/** Heights of the frames in pixels that show everything on a phone of 360 pixels, in the longest of the languages. */
export const EMBED_HEIGHTS: Readonly<Record<Embedded | 'area' | 'country', number>> = {
  area: 1250,
  country: 1400,
  both: 2800,
  map: 1250,
  table: 1850,
};

/** A link inside a frame leads out of it, and tells the page behind it nothing. */
export const OUTWARD = html`target="_blank" rel="noopener"`;

/** `Kuvitela, ESR, 2016: EU-hankkeet`; what sources do not say is told with the name of the facet. */
export function titleSelection(context: ExploreContext, state: Pick<ExploreState, 'engine' | 'selection'>): string {
  const { words } = context;
  const { selection } = state;
  const parts = [
    ...(selection.place === undefined ? [] : [namePlace(context, state)]),
    ...nameFilters(context, selection),
  ];
  return put(words.embed.title, { place: parts.length === 0 ? words.embed.whole : parts.join(', ') });
}

/** What the projects of a selection have in common, wherever they are. */
export function nameFilters(context: ExploreContext, { facets, text }: Selection): string[] {
  const { words } = context;
  const values = FACETS.flatMap((facet) =>
    (facets[facet] ?? []).map((value) =>
      value === NOT_SAID
        ? `${words.filter.facets[facet]}: ${labelValue(context, facet, value)}`
        : labelValue(context, facet, value),
    ),
  );
  return text === undefined ? values : [...values, put(words.notation.quote, { text })];
}

export interface Frame {
  /** Absolute, with its query. */
  readonly address: string;
  readonly title: string;
  /** In pixels. */
  readonly height: number;
}

/** The code that puts a frame into a page. */
export function writeFrame({ address, title, height }: Frame): string {
  const attributes = Object.entries({ src: address, title, width: '100%', height, loading: 'lazy' });
  const code: Html = html`<iframe${attributes.map(([name, value]) => html` ${name}="${value}"`)}></iframe>`;
  return code.markup;
}
