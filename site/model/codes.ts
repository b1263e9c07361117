import type { PublishedLanguage } from '../language/language.ts';
import type { Codes } from '../page-type.ts';
import { remember } from './remember.ts';

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
