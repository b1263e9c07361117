import { findNominative } from './nominatives.ts';
import type { Span } from './span.ts';
import type { NameRegister } from './register.ts';

/** A first name that the register has, and a capitalised word behind it, initials or a second first name between them. */
const PAIR =
  /(?<![\p{L}\d-])[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?(?: [A-ZÅÄÖ]\.?(?: ?[A-ZÅÄÖ]\.)?)? (?=[A-ZÅÄÖ])/gu;
const SURNAME = /[A-ZÅÄÖ][\p{L}'-]+(?: [A-ZÅÄÖ][\p{L}'-]+)?/uy;
const WORD_BEFORE = /(\p{L}[\p{L}.-]*)[,:]? {1,2}[("']?$/u;
/** Words that somebody to be asked stands behind. */
const ASKED =
  /(?:lisätie\p{L}*|yhteyshenkil\p{L}*|tiedustelut|yhteydenot\p{L}*|ilmoittautu\p{L}*|ilmoittaudu|anmäl\p{L}*|kontaktperson\p{L}*|kontakta|contact\p{L}*|yhteyttä|allekirjoit\p{L}*|laatija|(?:hanketta|projektia) (?:vetää|veti|johtaa|johti|koordinoi)|terveisin|kunnioittaen|terv\.|hälsning\p{L}*|regards)[^.!?\n]{0,30}$/iu;
/** Right before a name: what only a person does or is (`kertoo Maija Esimerkki`, `Prepared by …`, `osallistuja …`). */
const DOES_BEFORE =
  /(?<!\p{L})(?:(?:sanoo|kertoo|toteaa|kuvailee|iloitsee|muistelee|kiittää|pohtii|arvioi|summaa|tiivistää|haastat\p{L}+|haastateltava\p{L}*|osallistuja\p{L}*|asiakkaa\p{L}*|asiakas|vapaaehtoinen|taloudesta vastaa|vastuussa on|raportin (?:laati|kirjoitti)|(?:on |ovat )?(?:laatinut|laatineet|kirjoittanut|kirjoittaneet|koonnut|koonneet|toimittanut|toimittaneet)|hankkeesta vasta(?:a|si|avat|sivat)|työskentel(?:ee|i|ivät|evät)|jäseninä (?:ovat|olivat)|kuulu(?:i|ivat|u|vat)|säger|berättar|konstaterar|(?:leds|leddes|koordineras|koordinerades|leder|ledde) av|skriven av|uppgjord av|sammanställd av|says|said|according to|enligt|(?:led|headed|managed|coordinated|prepared|written|compiled|drafted|signed|edited) by)|(?:mr|mrs|ms)\.?)[:,]? {1,2}["'(]?$/iu;
/** The same right behind it, with what is between: `Maija Esimerkki (47) kertoo`. */
const DOES_BEHIND =
  /^(?:,? \(?\d{2}\)?,?)? (?:sanoo|kertoo|toteaa|kuvailee|iloitsee|muistelee|kiittää|pohtii|summaa|tiivistää|säger|berättar|konstaterar|says|said)(?!\p{L})/iu;
/** An age behind a name: `Maija Esimerkki, 47,`, `Maija Esimerkki (47)`. */
const AGED = /^(?: \([1-9]\d\)|, [1-9]\d(?:,|\.?$|-vuotias| vuotta| år))/u;
/** `Projektipäällikkönä toimi 1.1.2019 alkaen …`, `Projektledare är …` */
const BEING_BEFORE =
  /(\p{L}[\p{L}-]*) (?:on|oli|ovat|olivat|toimii|toimi|toimivat|toiminee|aloitti|aloittaa|jatkaa|jatkoi|työskentelee|työskenteli|valittiin|valitaan|nimettiin|palkattiin|kutsuttiin|vaihtui|är|var|fungerar|fungerade|verkar|verkade|valdes|utsågs|anställdes|is|was|are|were)(?: (?:[^.!?\n]|\d\.){0,30})? $/u;
/** `…, projektipäällikkö`, `… (ohjaaja)`, `… toimii hankkeen vetäjänä` */
const TITLE_BEHIND =
  /^(?:,| \(| -| (?:on|oli|toimii|toimi|är|var|is|was)(?: (?:hankkeen|projektin|projektets|the|a))?) ?(\p{Ll}[\p{L}-]+)/u;
/** In the next line or cell, where the name has its own: `Maija Esimerkki⏎projektipäällikkö`. */
const TITLE_BELOW = /^[*_ ]*(?:\n{1,2} *|\|)[*_( ]*(\p{L}[\p{L}-]+)(?: (\p{L}[\p{L}-]+))?/u;
const ALONE_BEFORE = /(?:^|[\n|])[\s*_>•-]*(?:\p{L}[\p{L}.]*,? )?$/u;
const LEADS_BEHIND = /^ (?:vastaa|vastasi|vetää|veti|johtaa|johti|koordinoi) (?:hanke|hankke|projekti)/u;
/** Between one person and the next: `Maija Esimerkki (Kemi), Pekka Malli ja …`. */
const NEXT_PERSON = /^(?: \([^()\n]{1,30}\))?(?:,| ja| sekä| och| samt| and| &|, ja|, and) $/u;
/** Behind a title, perhaps an initial, and one capitalised word: `projektipäällikkö Esimerkki`. */
const TITLED = / ((?:\p{Lu}\. ?){0,2})(\p{Lu}\p{Ll}[\p{L}'-]+)(?![\p{L}-]| \p{Lu})/gu;
const TITLE_BEFORE = /(?<![\p{L}-])\p{L}[\p{L}-]{2,}$/u;
/** `Mr Xonny Esimerkki`: two words that need not be in the register. */
const COURTESY = /(?<![\p{L}-])(?:Mr|Mrs|Ms|Hra|Rva|Herr|Fru)\.? (\p{Lu}\p{Ll}[\p{L}'-]+ \p{Lu}\p{Ll}[\p{L}'-]+)/gu;
/** In characters. */
const LONGEST_TITLE = 60;
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
    const nominative = findNominative(first, register);
    if (!register.isFirstName(nominative)) continue;
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
      (two !== undefined && !isSecond && register.isOrganisation(two)) ||
      (nominative !== first && !isInSameForm(first, name))
    )
      continue;
    const span = { start: pair.index, end: pair.index + pair[0].length + (isSecond ? surname.length : one.length) };
    if (isNameOfThing(text, span.end, register)) continue;
    const before = text.slice(Math.max(0, span.start - 60), span.start);
    const title = WORD_BEFORE.exec(before)?.[1];
    const being = BEING_BEFORE.exec(before)?.[1];
    const behind = TITLE_BEHIND.exec(text.slice(span.end, span.end + 60))?.[1];
    const isAsked =
      [title, being, behind].some((word) => word !== undefined && register.isTitle(word)) ||
      isAboveTitle(text, span, before, register) ||
      ASKED.test(before) ||
      DOES_BEFORE.test(before) ||
      LEADS_BEHIND.test(text.slice(span.end, span.end + 40)) ||
      DOES_BEHIND.test(text.slice(span.end, span.end + 40)) ||
      AGED.test(text.slice(span.end, span.end + 16)) ||
      isNextPerson(text, spans.at(-1), span);
    while ((reached[nearest]?.end ?? Infinity) < span.start - NEAR) nearest += 1;
    let last = nearest;
    while ((reached[last]?.start ?? Infinity) <= span.end + NEAR) last += 1;
    const isNear = reached.slice(nearest, last).some(({ start, end }) => {
      const gap =
        start >= span.end ? text.slice(span.end, start) : end <= span.start ? text.slice(end, span.start) : '';
      return gap !== '' && gap.length <= NEAR && !/[.!?] \p{Lu}|\n\s*\n/u.test(gap);
    });
    if (isAsked || isNear) spans.push(span);
  }
  return [...spans, ...findTitled(text, register), ...findAddressed(text, register)];
}

/** `Kalle Kustaa -talo`: what is called after a person. */
export function isNameOfThing(text: string, end: number, register: NameRegister): boolean {
  const thing = /^ -(\p{Ll}\p{L}+)/u.exec(text.slice(end, end + 40))?.[1];
  return thing !== undefined && !register.isTitle(thing);
}

/** Whom a word of courtesy goes before. */
function findAddressed(text: string, register: NameRegister): Span[] {
  return [...text.matchAll(COURTESY)].flatMap(({ 0: all, 1: name = '', index }): Span[] =>
    name.split(' ').some((word) => register.isOrganisation(word)) || isNameOfThing(text, index + all.length, register)
      ? []
      : [{ start: index + all.length - name.length, end: index + all.length }],
  );
}

/** Both names of a person are inflected, or the surname alone: in `Suomen Punainen Risti` there is nobody. */
function isInSameForm(first: string, surname: string): boolean {
  const last = (word: string): string => word.slice(-1).replace('ä', 'a');
  return !surname.endsWith('nen') && last(first) === last(surname);
}

/** Whether it stands behind somebody who is withheld, in one list with them. */
function isNextPerson(text: string, before: Span | undefined, { start }: Span): boolean {
  return before !== undefined && start - before.end < 50 && NEXT_PERSON.test(text.slice(before.end, start));
}

function isAboveTitle(text: string, { end }: Span, before: string, register: NameRegister): boolean {
  const [, one, two] = TITLE_BELOW.exec(text.slice(end, end + 60)) ?? [];
  if (one === undefined || !ALONE_BEFORE.test(before)) return false;
  return register.isTitle(one) || (two !== undefined && register.isTitle(`${one} ${two}`));
}

/** A surname alone behind a title: one that is no place and no word, or any behind an initial. */
function findTitled(text: string, register: NameRegister): Span[] {
  return [...text.matchAll(TITLED)].flatMap((match): Span[] => {
    const [all, initials = '', written = ''] = match;
    const word = Math.max(text.lastIndexOf(' ', match.index - 1), match.index - LONGEST_TITLE, 0);
    const title = TITLE_BEFORE.exec(text.slice(word, match.index))?.[0];
    if (title === undefined || !register.isTitle(title) || register.isOrganisation(written)) return [];
    if (isNameOfThing(text, match.index + all.length, register)) return [];
    const name = findNominative(written, register);
    const isSurname =
      initials !== '' ||
      (!register.isPlace(name) &&
        !register.isWord(name) &&
        !register.isFirstName(name) &&
        (register.isSurname(name) || /\p{Ll}{3}nen$/u.test(name)));
    return isSurname ? [{ start: match.index + 1, end: match.index + all.length }] : [];
  });
}
