import { findNominative } from './persons.ts';
import type { Span } from './span.ts';
import type { NameRegister } from './register.ts';

/** A first name that the register has, and a capitalised word behind it, initials or a second first name between them. */
const PAIR =
  /(?<![\p{L}\d-])[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?(?: [A-ZÅÄÖ]\.?(?: ?[A-ZÅÄÖ]\.)?)? (?=[A-ZÅÄÖ])/gu;
const SURNAME = /[A-ZÅÄÖ][\p{L}'-]+(?: [A-ZÅÄÖ][\p{L}'-]+)?/uy;
const WORD_BEFORE = /(\p{L}[\p{L}.-]*)[,:]? {1,2}$/u;
/** Words that somebody to be asked stands behind. */
const ASKED =
  /(?:lisätie\p{L}*|yhteyshenkil\p{L}*|tiedustelut|yhteydenot\p{L}*|ilmoittautumi\p{L}*|kontaktperson\p{L}*|kontakta|contact\p{L}*|yhteyttä|allekirjoit\p{L}*|laatija)[^.!?\n]{0,30}$/iu;
/** How near an address or a number makes a name a contact's. In characters. */
const NEAR = 40;

/**
 * Persons whom no label names, where the words around say that they are one of the project's people: behind a title, behind a word for
 * asking, beside an address or a number.
 * @param contacts spans of addresses and numbers in the same text
 */
export function findInContext(text: string, contacts: readonly Span[], register: NameRegister): Span[] {
  const spans: Span[] = [];
  const reached = [...contacts].sort((a, b) => a.start - b.start);
  let nearest = 0;
  for (const pair of text.matchAll(PAIR)) {
    const first = /^[\p{L}-]+/u.exec(pair[0])?.[0] ?? '';
    if (!register.isFirstName(findNominative(first, register))) continue;
    SURNAME.lastIndex = pair.index + pair[0].length;
    const surname = SURNAME.exec(text)?.[0];
    if (surname === undefined) continue;
    const [one = '', two] = surname.split(' ');
    // A second first name, and then the surname.
    const isSecond = two !== undefined && register.isFirstName(one) && !register.isOrganisation(two);
    const name = isSecond ? two : one;
    if (
      name.length < 2 ||
      register.isOrganisation(name) ||
      (two !== undefined && !isSecond && register.isOrganisation(two))
    )
      continue;
    const span = { start: pair.index, end: pair.index + pair[0].length + (isSecond ? surname.length : one.length) };
    const before = text.slice(Math.max(0, span.start - 60), span.start);
    const title = WORD_BEFORE.exec(before)?.[1];
    const isAsked = (title !== undefined && register.isTitle(title)) || ASKED.test(before);
    while ((reached[nearest]?.end ?? Infinity) < span.start - NEAR) nearest += 1;
    let behind = nearest;
    while ((reached[behind]?.start ?? Infinity) <= span.end + NEAR) behind += 1;
    const isNear = reached.slice(nearest, behind).some(({ start, end }) => {
      const gap =
        start >= span.end ? text.slice(span.end, start) : end <= span.start ? text.slice(end, span.start) : '';
      return gap !== '' && gap.length <= NEAR && !/[.!?] \p{Lu}|\n\s*\n/u.test(gap);
    });
    if (isAsked || isNear) spans.push(span);
  }
  return spans;
}
