import type { Contact } from './contact.ts';
import type { Person } from '../model/person.ts';
import { classifyLabel, type LabelKind, type PersonLabel } from './labels.ts';
import { BULLET, endsInTitle, findLabels, findSign, LABEL_GATE, PERSON_SIGN, type LabelInLine } from './find-labels.ts';
import { continueName, findFollowers, findValueBelow, BLANK_VALUE } from './label-values.ts';
import { countWords, lastLineOf, markLines, splitText, trim, type TextLine } from './lines-of-text.ts';
import { findNominative } from './nominatives.ts';
import { findPersonsInProse, readLeadingName, readPersons, toPerson } from './persons.ts';
import { readSigned } from './read-signed.ts';
import { findInTable, NAME_COLUMN } from './find-in-tables.ts';
import { keepLast } from './keep-last.ts';
import type { Span } from './span.ts';
import type { NameRegister } from './register.ts';

/** A value in one line; what is longer is prose, and only its names are withheld. In words. */
const LONGEST_VALUE = 12;
const SHORT_VALUE = 4;
/** Where a value ends that prose goes on behind: `Yhteyshenkilö: Maija Malli. Hanke alkaa …`. */
const SENTENCE_END = /(?<=\p{Ll}{3}|\d{2})[.!?](?=\s+\p{Lu})/u;

/**
 * Lines such as `Yhteyshenkilön nimi: …` wherever they stand, by the shape of the label, with the persons in their values.
 * @param text normalised
 */
export const findContacts = keepLast(readContacts);

function readContacts(text: string, register: NameRegister): Contact[] {
  if (!LABEL_GATE.test(text) && !PERSON_SIGN.test(text)) return [];
  return TAG.test(text) ? readPlain(blankTags(text), register) : readPlain(text, register);
}

const TAG = /<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>\n]{0,200})?\/?>/iu;
const TAGS = new RegExp(TAG.source, 'giu');

/** HTML in a text: a cell or a term and its description are a label and its value, a break ends the line. Offsets stay. */
const blankTags = (text: string): string =>
  text.replaceAll(TAGS, (tag) =>
    (/^<(?:br|\/?p|\/?div|\/?li|\/?tr|dt|\/dd)\b/i.test(tag) ? '\n' : ' ').padEnd(tag.length),
  );

function readPlain(text: string, register: NameRegister): Contact[] {
  const lines = splitText(text);
  const contacts: Contact[] = [];
  const isLabelled = markLines(text, lines, LABEL_GATES);
  const isSigned = markLines(text, lines, PERSON_SIGNS);
  const isColumn = markLines(text, lines, NAME_COLUMNS);
  lines.forEach((line, index) => {
    // A sign can be in one line and what follows it in the next.
    const signed = isSigned.has(index) && PERSON_SIGN.test(line.text);
    if (!isLabelled.has(index) && !signed && !isColumn.has(index)) return;
    const bullet = BULLET.exec(line.text)?.[0].length ?? 0;
    const labels = isLabelled.has(index) ? findLabels(line.text.slice(bullet)) : [];
    if (labels.length > 0) contacts.push(...readLabels(text, lines, index, bullet, labels, register));
    else if (isLabelled.has(index)) contacts.push(...readUnsigned(text, lines, index, bullet, register));
    if (line.text.includes('|')) contacts.push(...findInTable(text, lines, index, register));
    if (signed) contacts.push(...readSigned(line, bullet, labels, register));
  });
  return contacts;
}

const [LABEL_GATES, PERSON_SIGNS, NAME_COLUMNS] = [LABEL_GATE, PERSON_SIGN, NAME_COLUMN].map(
  ({ source, flags }) => new RegExp(source, `${flags}g`),
) as [RegExp, RegExp, RegExp];

function readLabels(
  text: string,
  lines: readonly TextLine[],
  index: number,
  bullet: number,
  labels: readonly LabelInLine[],
  register: NameRegister,
): Contact[] {
  const line = lines[index];
  if (line === undefined) return [];
  const base = line.start + bullet;
  return labels.flatMap((label, nth): Contact[] => {
    const { kind, isKnown } = label;
    const next = labels[nth + 1];
    const end = next === undefined ? line.end : base + next.start;
    const written = text.slice(base + label.from, end);
    const inline = trim(text, {
      start: base + label.from,
      end: next === undefined ? end : base + label.from + written.replace(/[\s,;|(•-]+$/u, '').length,
    });
    const isInline = !BLANK_VALUE.test(text.slice(inline.start, inline.end));
    const isLast = next === undefined;
    if (kind === 'team' || !isInline) {
      if (!isLast && !isInline) return [];
      const value = isLast ? findValueBelow(text, lines, index, kind, isInline ? inline : undefined) : inline;
      if (value === undefined) return [];
      const whole = continueName(text, lines, lastLineOf(value, lines, index), value, register);
      const contact = readContact(text, label, whole, register);
      const last = lastLineOf(whole, lines, index);
      // `Yhteyshenkilö:⏎Kemin kaupunki⏎Xonny Esimerkki`
      const isBody = contact === undefined && isOrganisation(text.slice(whole.start, whole.end), register);
      return [
        ...(contact === undefined ? [] : [contact]),
        ...readFollowers(text, lines, last, label, register, isBody || undefined),
      ];
    }
    const whole = isLast ? continueName(text, lines, index, inline, register) : inline;
    const contact = readValue(text, label, whole, register);
    const isOwn = nth === 0 || (contact?.persons.length ?? 0) > 0 || isKnown;
    return [
      ...(contact === undefined || !isOwn ? [] : [contact]),
      ...(isLast && contact !== undefined && (isKnown || contact.persons.length > 0)
        ? readFollowers(text, lines, lastLineOf(whole, lines, index), label, register)
        : []),
    ];
  });
}

/** The value in the label's line: its first sentence where that names somebody, else all of it; a word alone where the rest is prose. */
function readValue(text: string, label: LabelInLine, value: Span, register: NameRegister): Contact | undefined {
  const end = SENTENCE_END.exec(text.slice(value.start, value.end))?.index;
  const first =
    end === undefined || label.kind !== 'name'
      ? undefined
      : readContact(text, label, { start: value.start, end: value.start + end }, register);
  if (first !== undefined && first.persons.length > 0) return first;
  return readContact(text, label, value, register) ?? (label.isKnown ? first : undefined);
}

const isOrganisation = (written: string, register: NameRegister): boolean =>
  written.split(/[^\p{L}:.-]+/u).some((word) => word !== '' && register.isOrganisation(word));

/** Further persons below a label's value, a line each. */
function readFollowers(
  text: string,
  lines: readonly TextLine[],
  index: number,
  label: LabelInLine,
  register: NameRegister,
  isAnyone?: true,
): Contact[] {
  if (label.kind !== 'name') return [];
  return findFollowers(text, lines, index, label.label, register, isAnyone).flatMap(
    (value) => readContact(text, label, value, register) ?? [],
  );
}

/** A line without a label before a sign: one that is a label alone, or that goes on with a name. */
function readUnsigned(
  text: string,
  lines: readonly TextLine[],
  index: number,
  bullet: number,
  register: NameRegister,
): Contact[] {
  const line = lines[index];
  if (line === undefined) return [];
  const label = line.text.slice(bullet);
  const found = findSign(label) === null ? classifyLabel(label) : undefined;
  if (found?.isKnown !== true)
    return [...readUnmarked(text, line, bullet, register), ...readTitled(text, lines, index, label, register)];
  const value = findValueBelow(text, lines, index, found.kind, undefined);
  const contact = value === undefined ? undefined : readContact(text, { ...found, label }, value, register);
  return contact === undefined ? [] : [contact];
}

/** `authors:` and the persons below it, a line each: what is no contact label but a title. */
function readTitled(
  text: string,
  lines: readonly TextLine[],
  index: number,
  label: string,
  register: NameRegister,
): Contact[] {
  const title = /^([^:]{2,40}):\s*$/.exec(label)?.[1];
  if (title === undefined || !endsInTitle(title, register)) return [];
  return findFollowers(text, lines, index, title, register).flatMap(
    (value) => readContact(text, { kind: 'name', isKnown: true, label: title }, value, register) ?? [],
  );
}

const REVERSED = /^(\p{Lu}[\p{L}'-]+), (\p{Lu}[\p{L}'-]+)[\s.]*$/u;
const SURNAME_LABEL = /sukunim|efternamn|surname|last[ _-]?name|family[ _-]?name/i;
const SINGLE = /^(?:\p{Lu}{1,2}\.? ?){0,2}(\p{Lu}[\p{Ll}'-]{2,}(?:-\p{Lu}\p{Ll}+)?)$/u;
const isNameLike = (word: string, register: NameRegister): boolean =>
  !register.isOrganisation(word) && !register.isPlace(word) && !register.isTitle(word);

function readContact(
  text: string,
  { kind, isKnown, label }: PersonLabel & { readonly label: string },
  value: Span,
  register: NameRegister,
): Contact | undefined {
  const written = text.slice(value.start, value.end);
  const isSurnameLabel = SURNAME_LABEL.test(label);
  const persons =
    kind === 'team' || kind === 'group'
      ? findPersonsInProse(written, register)
      : kind === 'name'
        ? readPersons(written, register)
        : [];
  if (kind === 'name' && isKnown && persons.length === 0) {
    const reversed = REVERSED.exec(written)?.slice(1);
    if (reversed?.every((word) => isNameLike(word, register)) === true)
      return { kind, isKnown, value, persons: [{ first: reversed.slice(1), last: reversed.slice(0, 1) }] };
    const single = SINGLE.exec(written.replace(/[}\])"']+$/, ''))?.[1];
    // `Yhteyshenkilö: M. Esimerkki`; a word alone is withheld here only, since it may be no name.
    if (single !== undefined && isNameLike(single, register))
      return {
        kind,
        isKnown,
        value,
        persons: written.startsWith(single) && !isSurnameLabel ? [] : [{ first: [], last: [single] }],
      };
  }
  // A name that no register has, and prose behind it.
  const leading = kind === 'name' && isKnown && persons.length === 0 ? readLeadingName(written, register) : undefined;
  if (leading !== undefined)
    return {
      kind,
      isKnown,
      value: { start: value.start, end: value.start + leading.end },
      persons: [toPerson(leading.words, register)],
    };
  const isValue = isWithheld(kind, isKnown, written, persons, register);
  const nothing: Span = { start: value.start, end: value.start };
  if (!isValue && persons.length === 0) return undefined;
  return { kind, isKnown, value: isValue ? value : nothing, persons };
}

/** Whether the whole value is withheld, and not only the names in it. */
function isWithheld(
  kind: LabelKind,
  isKnown: boolean,
  written: string,
  persons: readonly Person[],
  register: NameRegister,
): boolean {
  if (kind === 'group') return false;
  if (kind === 'team') return persons.length > 0 || mayName(written, register);
  const words = countWords(written);
  if (!isKnown && words <= SHORT_VALUE) return !COUNT.test(written);
  return words <= LONGEST_VALUE && (kind === 'name' ? persons.length > 0 : isKnown);
}

/** `Kontaktien määrä: 40 kpl`. */
const COUNT = /^\d[\d ,.]*\s?\p{L}{0,12}$/u;
const CAPITALISED = /\p{Lu}[\p{L}'-]+/gu;

/**
 * Whether a team's text can name somebody: it has a word with a capital that is no title, organisation or place. One that only begins a sentence
 * counts too: nobody can tell a surname that no register has from a word (`Kolme työntekijää`), and what a team is said to be is no loss.
 */
function mayName(written: string, register: NameRegister): boolean {
  return [...written.matchAll(CAPITALISED)].some(([capitalised]) => {
    const word = findNominative(capitalised, register);
    return !register.isTitle(word) && !register.isOrganisation(word) && !register.isPlace(word);
  });
}

function takeWords(text: string, count: number): RegExpExecArray[] {
  const words: RegExpExecArray[] = [];
  for (const word of text.matchAll(/\S+/g)) if (words.push(word) === count) break;
  return words;
}

/** `Yhteyshenkilönä toimii …` */
const COPULA = / (?:on|oli|toimii|toimi|är|is|ges av|antaa)$/u;

/** `Yhteyshenkilö Maija Esimerkki`: a label without a sign behind it, and a name that begins with a first name. */
function readUnmarked(text: string, line: TextLine, bullet: number, register: NameRegister): Contact[] {
  const words = takeWords(line.text.slice(bullet), 6);
  for (let count = Math.min(5, words.length - 1); count > 0; count -= 1) {
    const [last, next] = [words[count - 1], words[count]];
    if (last === undefined || next === undefined || !/^[("']?\p{Lu}/u.test(next[0])) continue;
    const before = line.text.slice(bullet, bullet + last.index + last[0].length);
    const label = before.replace(COPULA, '');
    const found = classifyLabel(label);
    if (found?.isKnown !== true || (found.kind !== 'name' && found.kind !== 'group')) continue;
    const value = trim(text, { start: line.start + bullet + next.index, end: line.end });
    const written = text.slice(value.start, value.end);
    const leading = readLeadingName(written, register);
    const persons = readPersons(written, register);
    // A name that no register has: nothing else stands in the line.
    const behind = leading === undefined ? undefined : written.slice(leading.end);
    const isWhole =
      behind !== undefined && /^(?:[.*_"' ]*$|\s{2,}|,? *(?:p|puh|gsm|tel|tfn)?[.:]? ?[+(\u0001]*\d{3})/u.test(behind);
    const named = isWhole ? persons : persons.filter(({ first }) => first.some((name) => register.isFirstName(name)));
    if (named.length === 0) return [];
    // Behind a sign or a number something else follows, which has its own rules.
    const isAll =
      isWhole || (label === before && countWords(written) <= LONGEST_VALUE / 2 && !/[\d@,;:]/.test(written));
    return [
      {
        kind: 'name',
        isKnown: true,
        value: {
          start: value.start,
          end: isAll ? (isWhole ? value.start + (leading?.end ?? 0) : value.end) : value.start,
        },
        persons: named,
      },
    ];
  }
  return [];
}
