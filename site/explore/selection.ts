/** What can be shown of areas, in the order of the buttons. */
export const MEASURES = ['projects', 'ongoing', 'granted', 'realised', 'per_inhabitant', 'beneficiaries'] as const;
export type Measure = (typeof MEASURES)[number];

/** What projects can be narrowed by, in the order of the form. */
export const FACETS = ['year', 'period', 'fund', 'axis', 'objective', 'status', 'type'] as const;
export type Facet = (typeof FACETS)[number];

/** The option of a facet for projects whose source does not say. */
export const NOT_SAID = 'unknown';

/** Levels that can be chosen; the country is the lack of a place. */
export const PLACE_LEVELS = ['region', 'sub_region', 'municipality'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

export interface Place {
  readonly level: PlaceLevel;
  /** Statistics Finland's code of the area. */
  readonly code: string;
}

/**
 * What a reader looks at: one value for map, table, summary, address and download. In its normal form (as `parseSelection` gives
 * it) values of a facet are distinct and sorted by code units, and words are trimmed.
 */
export interface Selection {
  readonly place?: Place;
  /** The collection's default when absent. */
  readonly measure?: Measure;
  /** Areas of the table; regions of the country, or municipalities of a place, when absent. */
  readonly rows?: 'municipality';
  /** Projects have to match one value of each facet that has any. */
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Words that a project's name, code or beneficiary has to hold. */
  readonly text?: string;
}

export const WHOLE: Selection = { facets: {} };

/** Longer words come from nobody's keyboard. */
const LONGEST = 200;

const PLACE = /^(region|sub_region|municipality)-(\w{1,12})$/;

const isMeasure = (value: string): value is Measure => MEASURES.some((measure) => measure === value);

/**
 * The selection of an address; what is not understood is left out, so that every address shows something.
 * @param query with or without its question mark
 */
export function parseSelection(query: string): Selection {
  const parameters = new URLSearchParams(query);
  const [, level, code] = PLACE.exec(parameters.get('place') ?? '') ?? [];
  const measure = parameters.get('measure') ?? '';
  const facets: Partial<Record<Facet, readonly string[]>> = {};
  for (const facet of FACETS) {
    const values = parameters.getAll(facet).map((value) => value.slice(0, LONGEST).trim());
    const distinct = [...new Set(values)].filter((value) => value !== '').sort();
    if (distinct.length > 0) facets[facet] = distinct;
  }
  const text = normaliseWords(parameters.get('text') ?? '');
  return {
    ...(level === undefined || code === undefined ? {} : { place: { level: level as PlaceLevel, code } }),
    ...(isMeasure(measure) ? { measure } : {}),
    ...(parameters.get('rows') === 'municipality' ? { rows: 'municipality' as const } : {}),
    facets,
    ...(text === '' ? {} : { text }),
  };
}

function normaliseWords(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST).trim();
}

/** The query of a selection, with its question mark; empty for the whole. `parseSelection` gives the selection back. */
export function writeSelection({ place, measure, rows, facets, text }: Selection): string {
  const parameters = new URLSearchParams();
  if (place !== undefined) parameters.set('place', `${place.level}-${place.code}`);
  if (measure !== undefined) parameters.set('measure', measure);
  if (rows !== undefined) parameters.set('rows', rows);
  for (const facet of FACETS) for (const value of facets[facet] ?? []) parameters.append(facet, value);
  if (text !== undefined) parameters.set('text', text);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/**
 * Addresses of the page of one measure: without a word on measures its own is meant, and another one is always named.
 * @param own the page's measure; `undefined` on the start page
 * @param usual the collection's default
 */
export function addressOn(
  own: Measure | undefined,
  usual: Measure,
): { readonly parse: typeof parseSelection; readonly write: typeof writeSelection } {
  return {
    parse: (query) => withMeasure(parseSelection(query), (measure = own) => (measure === usual ? undefined : measure)),
    write: (selection) =>
      writeSelection(withMeasure(selection, (measure = usual) => (measure === (own ?? usual) ? undefined : measure))),
  };
}

function withMeasure(selection: Selection, change: (measure: Measure | undefined) => Measure | undefined): Selection {
  const { measure, ...rest } = selection;
  const changed = change(measure);
  return changed === undefined ? rest : { ...rest, measure: changed };
}

/** The selection with a value of a facet taken in, or out where it was in. */
export function toggleValue(selection: Selection, facet: Facet, value: string): Selection {
  const values = selection.facets[facet] ?? [];
  const others = values.filter((other) => other !== value);
  const next = others.length === values.length ? [...values, value].sort() : others;
  const { [facet]: _, ...rest } = selection.facets;
  return { ...selection, facets: next.length === 0 ? rest : { ...rest, [facet]: next } };
}

/** The selection with another place, measure, kind of rows or words; `undefined` takes one out. */
export function changeSelection(
  selection: Selection,
  change: {
    readonly [Key in 'place' | 'measure' | 'rows' | 'text']?: Selection[Key] | undefined;
  },
): Selection {
  const merged = { ...selection, ...change };
  const text = normaliseWords(merged.text ?? '');
  return {
    ...(merged.place === undefined ? {} : { place: merged.place }),
    ...(merged.measure === undefined ? {} : { measure: merged.measure }),
    ...(merged.rows === undefined ? {} : { rows: merged.rows }),
    facets: selection.facets,
    ...(text === '' ? {} : { text }),
  };
}

/** Without filters; place and measure stay. */
export function clearFilters({ place, measure, rows }: Selection): Selection {
  return changeSelection(WHOLE, { place, measure, rows });
}

export function hasFilters({ facets, text }: Selection): boolean {
  return text !== undefined || Object.keys(facets).length > 0;
}
