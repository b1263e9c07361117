import type { SchemaLanguage } from './schema-versions.ts';
import en from './texts/en.json' with { type: 'json' };
import fi from './texts/fi.json' with { type: 'json' };
import sv from './texts/sv.json' with { type: 'json' };

/** All words of the site; another language is another file of the same shape. */
export type Texts = typeof fi;

export const FINNISH: Texts = fi;

/** The words of a page's frame. */
export type FrameTexts = Pick<Texts, 'language' | 'site'>;

/** The words of the pages on schemas, which exist in every language that the schemas are described in. */
export const SCHEMA_TEXTS: Readonly<Record<SchemaLanguage, FrameTexts & Pick<Texts, 'schema'>>> = { fi, sv, en };
