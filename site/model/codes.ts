import type { PublishedLanguage } from '../language/language.ts';
import { remember } from './remember.ts';

/** What codes are called in a language. */
export interface Codes {
  /** Title of a code in one of the published codelists: `code('fund', 'ESF')`; the code itself where it is on no list. */
  readonly code: (list: string, code: string) => string;
  /** What a codelist calls in the page's language what a source names with the list's Finnish title; `undefined` for what is on no list. */
  readonly titled: (list: 'authorities' | 'organisation-type', name: string) => string | undefined;
}

/** Titles of codes in each language, from the newest version of the published codelists. */
export const readCodes = remember(({ published }): Readonly<Record<PublishedLanguage, Codes>> => {
  const codelists = published.schemas.at(-1)?.codelists ?? [];
  const lists = new Map(codelists.map(({ file, titles }) => [file.replace(/^codelists\/|\.csv$/g, ''), titles]));
  const byFinnish = new Map(
    (['authorities', 'organisation-type'] as const).map((list) => [
      list,
      new Map([...(lists.get(list)?.values() ?? [])].map((titles) => [titles.fi, titles])),
    ]),
  );
  const find = (language: PublishedLanguage): Codes => ({
    code: (list, code) => lists.get(list)?.get(code)?.[language] ?? code,
    titled: (list, name) => byFinnish.get(list)?.get(name)?.[language],
  });
  return { fi: find('fi'), sv: find('sv'), en: find('en') };
});
