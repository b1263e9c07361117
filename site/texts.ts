import fi from './texts/fi.json' with { type: 'json' };

/** All words of the site; another language is another file of the same shape. */
export type Texts = typeof fi;

export const FINNISH: Texts = fi;
