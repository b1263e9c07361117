import type { NameFinder } from './find-names.ts';
import type { Span } from './span.ts';
import type { NameRegister } from './register.ts';

/** What looks like an address in the web, with or without its scheme. */
const WEB =
  /(?:https?:\/\/|www\.)[^\s<>"|]+|(?<![\p{L}\d@.])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[a-z]{2,}(?:\/[^\s<>"|]*)?/giu;
/** No address is without one of these; few words have them. */
const WEB_SIGN = /\/\/|www\.|\.[a-z]{2}/gi;
const BREAK = /[\s<>"|]/g;
const SEGMENT = /[^/?#&=]+/g;
const WORDS = /\p{L}+/gu;

/**
 * Names in addresses: the whole part between two slashes is withheld. In a path or a name of a file (`whole`) two words side by side
 * that the register has as a first name and a surname are taken too.
 */
export function findInAddresses(
  text: string,
  names: NameFinder | undefined,
  register: NameRegister,
  whole: boolean,
): Span[] {
  const addresses = whole ? [{ start: 0, end: text.length }] : listAddresses(text);
  return addresses.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(SEGMENT)].flatMap((match): Span[] => {
      const [segment] = match;
      const span = { start: start + match.index, end: start + match.index + segment.length };
      const isNamed =
        (names?.find(segment, 'address').length ?? 0) > 0 || (whole && hasRegisteredName(segment, register));
      const extension = whole ? (/\.[A-Za-z]{2,5}$/.exec(segment)?.[0].length ?? 0) : 0;
      return isNamed ? [{ start: span.start, end: span.end - extension }] : [];
    }),
  );
}

/** Addresses in the runs without spaces that have a sign of one. */
function listAddresses(text: string): Span[] {
  const spans: Span[] = [];
  WEB_SIGN.lastIndex = 0;
  for (let sign = WEB_SIGN.exec(text); sign !== null; sign = WEB_SIGN.exec(text)) {
    let start = sign.index;
    while (start > 0 && !/[\s<>"|]/.test(text.charAt(start - 1))) start -= 1;
    BREAK.lastIndex = sign.index;
    const end = BREAK.exec(text)?.index ?? text.length;
    for (const match of text.slice(start, end).matchAll(WEB))
      spans.push({ start: start + match.index, end: start + match.index + match[0].length });
    WEB_SIGN.lastIndex = end;
  }
  return spans;
}

function hasRegisteredName(segment: string, register: NameRegister): boolean {
  const words = (
    segment
      .replace(/\.[A-Za-z]{2,5}$/, '')
      .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
      .match(WORDS) ?? []
  ).filter((word) => word.length > 1);
  const isPlain = (word: string): boolean => !register.isWord(word) && !register.isPlace(word);
  return words.some((word, index) => {
    const next = words[index + 1];
    if (next === undefined) return false;
    const isPair = (first: string, last: string): boolean =>
      register.isFirstName(first) &&
      register.isSurname(last) &&
      (isPlain(first) || isPlain(last)) &&
      !register.isOrganisation(last);
    // `liisa-ala-malli`: the hyphen of a double name parts words here.
    const third = words[index + 2];
    const isDouble =
      third !== undefined &&
      new RegExp(`${word}.${next}-${third}|${word}-${next}.${third}`, 'u').test(segment) &&
      (isPair(word, `${next}-${third}`) || isPair(third, `${word}-${next}`));
    return isPair(word, next) || isPair(next, word) || isDouble;
  });
}
