import { canNamePerson, classifyLabel, type LabelKind } from './labels.ts';
import type { Person } from '../model/person.ts';
import { classifyBeneficiary } from './natural-persons.ts';
import { findPersonsInProse, readPersons } from './persons.ts';
import type { Span } from './span.ts';
import type { NameRegister } from './register.ts';

/** A line whose label asks for a person, and its value, which may stand on the next lines. */
export interface Contact {
  readonly kind: LabelKind;
  /** `false` where the label only looks like a person's. */
  readonly isKnown: boolean;
  /** Of the value, without the spaces around it; empty where there is none. */
  readonly value: Span;
  readonly persons: readonly Person[];
}

/** No contact label is without one of these; most texts have none. */
const GATE =
  /henk|hlö|hlo|kontak|contact|päällik|paallik|koordinaat|koordinat|vetäjä|tiimi|team|ryhm|ledare|chef|grupp|group|manager|leader|staff|personal|vastaava|tekijät|yhteys|yhdys|yhtey|lisätie|tiedustel|ilmoittaut|yhteyde|ansvar|allekirj|laatija|information|committee|arbetare|sekreter|sihteeri|johtaja|väki|vaki|signator|investig|handlägg|undertec|firmatec|föredrag|esittel|nimenkirj|enquir|inquir|upplysn|förfråg|kysy|tutkija|sukunimi|etuni|efternamn|förnamn|surname|last name|first name|sähköp|puh|e-post|e-mail|email|gsm|telefon|phone/i;

/** A sign and two words with capitals: what `Laatinut: Maija Esimerkki` looks like. Begins at the sign, which is seldom met. */
const PERSON_LINE_GATE = /[:=|]\s?[*_"' ]{0,3}\p{Lu}[\p{L}'-]+,? \p{Lu}/u;
const PERSON_LINE = /^([^:=|\n]{2,40}?)\s?[:=|][*_"'\s|]{0,4}(\p{Lu}[\p{L}'-]+,? \p{Lu}[^\d@:\n]{1,80}?)[*_"'\s|.]*$/u;
const AND = /\s*(?:[,;\/&]|(?<!\p{L})(?:ja|och|and|sekä)(?!\p{L}))\s*/u;

const BULLET = /^[\s>#|*•·\-+–]*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-h])[.)]\s*)?[*_"']*/u;
const SEPARATOR = /[:=|]|\s-{1,2}\s?|\s{3,}/;
const BLANK_VALUE = /^[\s|>+:*_"'-]*$/u;
/** A value in one line; what is longer is prose, and only its names are withheld. In words. */
const LONGEST_VALUE = 12;
const SHORT_VALUE = 4;
/** A team's text ends with its paragraph. In lines. */
const LONGEST_TEAM = 30;

interface TextLine extends Span {
  readonly text: string;
}

function splitText(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

const trim = (text: string, { start, end }: Span): Span => {
  const part = text.slice(start, end);
  const value = part.trim();
  const from = start + part.indexOf(value);
  return value === '' ? { start, end: start } : { start: from, end: from + value.length };
};
const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/**
 * Lines such as `Yhteyshenkilön nimi: …` wherever they stand, by the shape of the label, with the persons in their values.
 * @param text normalised
 */
export function findContacts(text: string, register: NameRegister): readonly Contact[] {
  if (last?.text !== text || last.register !== register)
    last = { text, register, contacts: readContacts(text, register) };
  return last.contacts;
}

/** A page is looked through twice, one time behind the other: for who is named in it, and for what is withheld. */
let last: { text: string; register: NameRegister; contacts: readonly Contact[] } | undefined;

function readContacts(text: string, register: NameRegister): Contact[] {
  if (!GATE.test(text) && !PERSON_LINE_GATE.test(text)) return [];
  const lines = splitText(text);
  const contacts: Contact[] = [];
  lines.forEach((line, index) => {
    const contact = GATE.test(line.text)
      ? (readLine(text, lines, index, register) ?? readUnknown(line, register))
      : readUnknown(line, register);
    if (contact !== undefined) contacts.push(contact);
  });
  return contacts;
}

function readLine(
  text: string,
  lines: readonly TextLine[],
  index: number,
  register: NameRegister,
): Contact | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  const bullet = BULLET.exec(line.text)?.[0].length ?? 0;
  const rest = line.text.slice(bullet);
  const separator = SEPARATOR.exec(rest);
  const label = separator === null ? rest : rest.slice(0, separator.index);
  const found = classifyLabel(label);
  const start = line.start + bullet + (separator === null ? rest.length : separator.index + separator[0].length);
  // A whole line that begins like a label and goes on with other words is a label without a sign behind it, or prose.
  if (found !== undefined && (separator !== null || found.isKnown)) {
    const inline = trim(text, { start, end: line.end });
    const isInline = !BLANK_VALUE.test(text.slice(inline.start, inline.end));
    const value =
      isInline && found.kind !== 'team'
        ? inline
        : findValueBelow(text, lines, index, found.kind, isInline ? inline : undefined);
    return value === undefined
      ? undefined
      : readContact(text, found.kind, found.isKnown, value, register, SURNAME_LABEL.test(label));
  }
  return readUnmarked(text, line, bullet, register);
}

/** The value below a label that stands alone: one line, a list's items, or a team's paragraph. */
function findValueBelow(
  text: string,
  lines: readonly TextLine[],
  index: number,
  kind: LabelKind,
  inline: Span | undefined,
): Span | undefined {
  let first = index + 1;
  while (
    inline === undefined &&
    first < index + 3 &&
    lines[first] !== undefined &&
    BLANK_VALUE.test(lines[first]?.text ?? '')
  )
    first += 1;
  let end: number | undefined = inline?.end;
  let start = inline?.start;
  const isBlock = kind === 'team' || kind === 'group';
  for (let at = first; at < Math.min(lines.length, first + LONGEST_TEAM); at += 1) {
    const line = lines[at];
    if (line === undefined || line.text.trim() === '') break;
    const isItem = /^\s+\S|^\s*[-*•]/.test(line.text);
    if (at > first && !isBlock && !isItem) break;
    if (inline !== undefined && !isBlock) break;
    const separator = SEPARATOR.exec(line.text);
    // The next label; a nested one (`name: …` below `contact:`) is part of the value.
    if (
      separator !== null &&
      separator[0] === ':' &&
      !isItem &&
      (!isBlock || /^\p{Lu}[\p{L} -]{2,40}:$/u.test(line.text.trim()))
    )
      break;
    start ??= line.start;
    end = line.end;
  }
  return start === undefined || end === undefined ? undefined : trim(text, { start, end });
}

const SURNAME_LABEL = /sukunim|efternamn|surname|last ?name|family ?name/i;
const SINGLE = /^(?:\p{Lu}{1,2}\.? ?){0,2}(\p{Lu}[\p{Ll}'-]{2,}(?:-\p{Lu}\p{Ll}+)?)$/u;
const isNameLike = (word: string, register: NameRegister): boolean =>
  !register.isOrganisation(word) && !register.isPlace(word) && !register.isTitle(word);

function readContact(
  text: string,
  kind: LabelKind,
  isKnown: boolean,
  value: Span,
  register: NameRegister,
  isSurnameLabel: boolean,
): Contact | undefined {
  const written = text.slice(value.start, value.end);
  const persons =
    kind === 'team' || kind === 'group'
      ? findPersonsInProse(written, register)
      : kind === 'name'
        ? readPersons(written, register)
        : [];
  if (kind === 'name' && isKnown && persons.length === 0) {
    const single = SINGLE.exec(written)?.[1];
    // `Yhteyshenkilö: M. Esimerkki`; a word alone is withheld here only, since it may be no name.
    if (single !== undefined && isNameLike(single, register))
      return {
        kind,
        isKnown,
        value,
        persons: single === written && !isSurnameLabel ? [] : [{ first: [], last: [single] }],
      };
  }
  const words = countWords(written);
  const isValue =
    kind === 'team' ||
    (kind === 'group'
      ? false
      : kind === 'name'
        ? persons.length > 0 && words <= LONGEST_VALUE
        : isKnown && words <= LONGEST_VALUE) ||
    (!isKnown && words <= SHORT_VALUE && kind !== 'group');
  const nothing: Span = { start: value.start, end: value.start };
  if (!isValue && persons.length === 0) return undefined;
  return { kind, isKnown, value: isValue ? value : nothing, persons };
}

function takeWords(text: string, count: number): RegExpExecArray[] {
  const words: RegExpExecArray[] = [];
  for (const word of text.matchAll(/\S+/g)) if (words.push(word) === count) break;
  return words;
}

/** `Yhteyshenkilö Maija Esimerkki`: a label without a sign behind it, and a name that begins with a first name. */
function readUnmarked(text: string, line: TextLine, bullet: number, register: NameRegister): Contact | undefined {
  const words = takeWords(line.text.slice(bullet), 6);
  for (let count = Math.min(5, words.length - 1); count > 0; count -= 1) {
    const [last, next] = [words[count - 1], words[count]];
    if (last === undefined || next === undefined || !/^\p{Lu}/u.test(next[0])) continue;
    const label = line.text.slice(bullet, bullet + last.index + last[0].length);
    const found = classifyLabel(label);
    if (found?.isKnown !== true || found.kind !== 'name') continue;
    const value = trim(text, { start: line.start + bullet + next.index, end: line.end });
    const persons = readPersons(text.slice(value.start, value.end), register);
    const named = persons.filter(({ first }) => first.some((name) => register.isFirstName(name)));
    if (named.length === 0) return undefined;
    // Behind a sign or a number something else follows, which has its own rules.
    const written = text.slice(value.start, value.end);
    const isAll = countWords(written) <= LONGEST_VALUE / 2 && !/[\d@,;:]/.test(written);
    return {
      kind: 'name',
      isKnown: true,
      value: isAll ? value : { start: value.start, end: value.start },
      persons: named,
    };
  }
  return undefined;
}

/** `Laatinut: Maija Esimerkki`: a label that no table has, and a value that is nothing but names of persons, as the register tells them. */
function readUnknown(line: TextLine, register: NameRegister): Contact | undefined {
  if (!PERSON_LINE_GATE.test(line.text)) return undefined;
  const bullet = BULLET.exec(line.text)?.[0].length ?? 0;
  const match = PERSON_LINE.exec(line.text.slice(bullet));
  const [, label = '', written = ''] = match ?? [];
  if (match === null || !canNamePerson(label)) return undefined;
  const isPerson = (part: string): boolean => classifyBeneficiary(part, register)?.kind === 'person';
  if (!isPerson(written) && !written.split(AND).every(isPerson)) return undefined;
  const start = line.start + bullet + match[0].indexOf(written, label.length);
  return {
    kind: 'name',
    isKnown: false,
    value: { start, end: start + written.length },
    persons: readPersons(written, register),
  };
}
