import type { Language } from './language/language.ts';

/** Absolute, for those who are told of a page from outside. */
export function addressOf(homepage: string, path: string): string {
  return (
    homepage +
    path
      .split('/')
      .map(encodeURIComponent)
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1')
  );
}

/** Licence of the data, in the words of a language. */
export function licenceOf({ published }: Language): string {
  return `https://creativecommons.org/licenses/by/4.0/deed.${published}`;
}
