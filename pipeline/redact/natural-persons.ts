import { normalise } from './normalise.ts';
import { findNominative } from './nominatives.ts';
import type { NameRegister } from './register.ts';

/**
 * Natural persons among beneficiaries, and what is like them:
 * - `person`: two to five capitalised words, none of an organisation, one or two first names and a surname of the register in either order,
 *   or two first names and an unknown word; `X ja Y Surname`;
 * - `sole_trader`: the same behind or before `Tmi`;
 * - `estate`: the same with `kuolinpesä` or `perikunta`;
 * - `official`: an organisation and, behind a comma or a dash, a title or a person.
 */
export type BeneficiaryKind = 'person' | 'sole_trader' | 'estate' | 'official';

export interface NamedBeneficiary {
  readonly kind: BeneficiaryKind;
  /** The part of the value that names a person. */
  readonly name: string;
}

const SOLE_TRADER =
  /^(?:tmi|t:mi|toiminimi|firma|enskild firma|f:ma|(?:yksityinen )?elinkeinonharjoittaja|enskild näringsidkare)\.?\s+|[\s,]+(?:tmi|t:mi|toiminimi)\.?$/iu;
const ESTATE =
  /[\s,]*(?:(?:jakamaton|jakamattoman)\s+)?(?:kuolinpesä\p{L}*|perikun\p{L}+|dödsbo\p{L}*)(?:\s+efter)?[\s,]*|(?<!\p{L})kp(?!\p{L})|\s+oikeudenomistajat$/iu;
/** A firm of several persons without a register entry. */
const JOINT =
  /^(?:(?:maatalous|vero(?:tus)?)?yhtymä|maatila|tila|luomutila|lammastila|puutarha|maatalous|lantbruk|jordbruk|gård|jord- och skogsbruk)\s+|[\s,(/-]+(?:(?:maatalous|vero(?:tus)?)?yhtymä|maatila|tila|luomutila|maatalous|lantbruk|jordbruk|gård)\)?$/iu;
export const WORD = /^\p{Lu}[\p{L}'-]+$/u;
export const PARTICLE = /^(?:von|af|de|van|der|zu|la|le)$/i;
/** A legal form makes a company of any name. */
const LEGAL_FORM = /^(?:oyj?|ky|ay|abp?|k[bf]|hb|ry|rf|rs|sr|osk|ltd|inc|gmbh|llc|as|oü|ek)$/i;
const TWO = /^(.+?)(?:\s+(?:ja|och|sekä)\s+|\s*[&+/]\s*)(.+)$/iu;

/** Signs around a name: brackets, quotation marks, bullets, dashes. */
const AROUND = /^[\s"'”“„«»‹›()[\]{}<>*_•·+=.,;:|/\\-]+|[\s"'”“„«»‹›()[\]{}<>*_•·+=,;:|/\\-]+$/gu;
/** What stands behind a person's name: a year of birth, a business id, `LKV`, `ym.`, a number. */
const BEHIND_PERSON =
  /[\s,(]+(?:(?:s|f|synt|född|born|b)\.?\s*)?(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d\)?$|[\s,(]+\d{7}-\d\)?$|[\s,]+(?:LKV|ym|m\.fl)\.?$|(?<=\p{Ll}{3})\.$|\s\d\.?$/iu;
/** `Maija Malli, Kemi`, `Maija Malli (Kemi)` */
const PLACE_BEHIND_PERSON = /(?:,\s*|\s\()\p{Lu}[\p{L}-]+\)?$/u;

/** A name without what people write around it. */
function strip(value: string): string {
  return value.replaceAll(AROUND, '').replace(BEHIND_PERSON, '').replaceAll(AROUND, '');
}

/** All capitals or none as a name is written: `VIRTANEN MATTI`. */
function unfold(value: string): string {
  if (/\p{Ll}/u.test(value) && /\p{Lu}/u.test(value)) return value;
  return value.replaceAll(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}

/** Which kind of person a beneficiary's name names; `undefined` for organisations. */
export function classifyBeneficiary(value: string, register: NameRegister): NamedBeneficiary | undefined {
  const text = unfold(strip(normalise(value).text.replaceAll(/\s+/g, ' ')));
  if (text.length > 120 || !/\p{L}\.? |,/u.test(text)) return undefined;
  const trader = text.replace(SOLE_TRADER, '').trim();
  if (trader !== text) return findTrader(strip(trader), register);
  // `Kukka Tmi Maija Malli`, `Maija Malli Tmi Kukka`.
  const divided = text.split(/\s+(?:tmi|t:mi|toiminimi)\.?\s+/iu);
  if (divided.length === 2)
    for (const part of divided.toReversed()) {
      const found = findTrader(strip(part), register);
      if (found !== undefined) return found;
    }
  const estate = text.replace(ESTATE, ' ').trim();
  if (estate !== text) {
    // Only a person leaves an estate.
    const name = estate.replaceAll(/[\p{L}'-]+/gu, (word) => findNominative(word, register));
    return /\s/.test(name) || register.isSurname(name) ? { kind: 'estate', name } : undefined;
  }
  const each = text.split(/\s*[,;]\s*/u);
  const isList = each.length > 1 && each.every((part) => isPersonName(part, register));
  if (isList || isPersonName(text.replaceAll(',', ' '), register) || isInitialed(text, register))
    return { kind: 'person', name: text };
  const placed = text.replace(PLACE_BEHIND_PERSON, '');
  const behind = text.slice(placed.length).split(/[^\p{L}]+/u);
  if (behind.length > 1 && !behind.some((word) => register.isOrganisation(word)) && isPersonName(placed, register))
    return { kind: 'person', name: placed };
  // `Maatalousyhtymä Virtanen Maija ja Pekka`, `Dr. Maija Esimerkki`, `Maija Esimerkki, maatalousyrittäjä`.
  const words = text.replace(JOINT, '').split(/\s+/);
  const isRole = (word: string): boolean => register.isTitle(word) && !register.isSurname(word);
  while (isRole(words[0] ?? '')) words.shift();
  while (isRole(words.at(-1) ?? '')) words.pop();
  const bare = words.join(' ').replace(/[,\s]+$/, '');
  return bare !== text && isPersonName(bare.replaceAll(',', ' '), register)
    ? { kind: 'person', name: bare }
    : undefined;
}

function findTrader(trader: string, register: NameRegister): NamedBeneficiary | undefined {
  const last = trader.split(/\s+/).slice(-2).join(' ');
  if (
    isPersonName(trader, register) ||
    isNamedBy(trader, register) ||
    isInitialed(trader, register) ||
    register.isSurname(trader) ||
    isPlainSurname(trader.split(/\s+/).at(-1) ?? '', register)
  )
    return { kind: 'sole_trader', name: trader };
  return isPersonName(last, register) ? { kind: 'sole_trader', name: last } : undefined;
}

/** `Tmi Kahvila Virtanen` */
const isPlainSurname = (word: string, register: NameRegister): boolean =>
  register.isSurname(word) && !register.isWord(word) && !register.isPlace(word) && !register.isOrganisation(word);

/** `M. Esimerkki`, `Virtanen M.`: an initial and a surname of the register; without a point the surname is no word and no place. */
export function isInitialed(text: string, register: NameRegister): boolean {
  const match =
    /^(?:\p{Lu}(?:(\.)(?: ?\p{Lu}\.)? ?| )(\p{Lu}[\p{L}'-]{2,})|(\p{Lu}[\p{L}'-]{2,}),? \p{Lu}(?:(\.)(?: ?\p{Lu}\.)?)?)$/u.exec(
      text,
    );
  const surname = match?.[2] ?? match?.[3];
  if (surname === undefined || !register.isSurname(surname) || register.isOrganisation(surname)) return false;
  const hasPoint = (match?.[1] ?? match?.[4]) === '.';
  return hasPoint || (!register.isWord(surname) && !register.isPlace(surname));
}

/** Behind `Tmi` a first name and any word that no organisation has. */
function isNamedBy(text: string, register: NameRegister): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 3) return false;
  return (
    words.every((word) => WORD.test(word) && !register.isOrganisation(word)) &&
    words.some((word) => register.isFirstName(word))
  );
}

function isPersonName(text: string, register: NameRegister): boolean {
  const pair = TWO.exec(text);
  if (pair?.[1] !== undefined && pair[2] !== undefined) {
    const [one, two] = [pair[1].split(/\s+/), pair[2].split(/\s+/)];
    if (one.length === 1) return register.isFirstName(one[0] ?? '') && two.length > 1 && isName(two, register);
    return isName(one, register) && (isName(two, register) || (two.length === 1 && register.isFirstName(two[0] ?? '')));
  }
  return isName(text.split(/\s+/), register);
}

export function isName(written: readonly string[], register: NameRegister): boolean {
  const words = written.filter((word) => !PARTICLE.test(word) && !/^\p{Lu}\.?$/u.test(word));
  if (words.length < 2 || words.length > 5 || !words.every((word) => WORD.test(word))) return false;
  if (words.some((word) => LEGAL_FORM.test(word))) return false;
  const isFirst = (word = ''): boolean =>
    register.isFirstName(word) || (word.includes('-') && word.split('-').every((part) => register.isFirstName(part)));
  const isLast = (word = ''): boolean =>
    word.split('-').some((part) => register.isSurname(part) || looksLikeSurname(part, register));
  const [head, last] = [words[0], words.at(-1)];
  const forwards = words.slice(0, -1).every(isFirst) && isLast(last);
  const backwards = words.slice(1).every(isFirst) && isLast(head);
  const foreign = words.length > 2 && (words.slice(0, -1).every(isFirst) || words.slice(1).every(isFirst));
  if (!forwards && !backwards && !foreign) return false;
  // A surname beats an organisation's ending: Mattila ends in tila.
  return (
    words.every((word) => isFirst(word) || isLast(word) || !register.isOrganisation(word)) &&
    !words.every((word) => register.isPlace(word))
  );
}

/** Of a surname that ends in another one: `Luuloaho`. */
const SHORTEST_ENDING = 3;

/** A surname that fewer than twenty people bear: the endings of Finnish surnames, or one that ends in a surname (`Luulosaari`). */
function looksLikeSurname(word: string, register: NameRegister): boolean {
  if (word.length < 6 || register.isOrganisation(word)) return false;
  if (/(?:nen|[aeiouyäö]l[aä]|sto|stö|niitty|pohja|perä|maa|vainio|[qk]vist|sson|stedt|feldt?)$/iu.test(word))
    return true;
  for (let from = 2; from + SHORTEST_ENDING <= word.length; from += 1)
    if (register.isSurname(word.slice(from))) return true;
  return false;
}

const PERSON_TYPE =
  /^(?:yksityishenkilö|luonnollinen henkilö|yksityinen elinkeinonharjoittaja|enskild person|fysisk person|natural person)/iu;

/** Whether a beneficiary's type says that it is a person. */
export const isPersonType = (type: string | undefined): boolean => type !== undefined && PERSON_TYPE.test(type);
