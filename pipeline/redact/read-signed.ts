import type { Contact } from './contact.ts';
import { endsInTitle, PERSON_SIGN, type LabelInLine } from './find-labels.ts';
import { canNamePerson } from './labels.ts';
import type { TextLine } from './lines-of-text.ts';
import { classifyBeneficiary } from './natural-persons.ts';
import { readLeadingName, readPersons, toPerson } from './persons.ts';
import type { NameRegister } from './register.ts';

const PERSON_LINE = /^([^:=|\n]{2,40}?)\s?[:=|][*_"'\s|]{0,4}(\p{Lu}[\p{L}'-]+,? \p{Lu}[^\d@:\n]{1,80}?)[*_"'\s|.]*$/u;
const AND = /\s*(?:[,;\/&]|(?<!\p{L})(?:ja|och|and|sekä)(?!\p{L}))\s*/u;
const PERSON_SIGNS = new RegExp(PERSON_SIGN.source, 'gu');

/** Names right behind a sign whose label no table has. */
export function readSigned(
  line: TextLine,
  bullet: number,
  labels: readonly LabelInLine[],
  register: NameRegister,
): Contact[] {
  const unknown = labels.length === 0 ? readUnknown(line, bullet, register) : undefined;
  if (unknown !== undefined) return [unknown];
  const known = new Set(labels.map(({ end }) => bullet + end));
  return [...line.text.matchAll(PERSON_SIGNS)].flatMap((match): Contact[] => {
    const from = match.index + 1;
    if (known.has(match.index) || !endsInTitle(line.text.slice(0, match.index), register)) return [];
    return readNames(line, from, register);
  });
}

/** What stands between two persons of a list. */
const NEXT_NAME = /^(?:\s?[,;/&]\s?|\s(?:ja|och|and|sekä|samt)\s)(?=\p{L})/u;
const MOST_NAMES = 30;

/** The names that a list begins with: `Maija Esimerkki, Pekka Malli ja …`. */
function readNames(line: TextLine, from: number, register: NameRegister): Contact[] {
  const contacts: Contact[] = [];
  for (let at = from; contacts.length < MOST_NAMES;) {
    const rest = line.text.slice(at, at + LONGEST_NAME);
    const sign = contacts.length === 0 ? 0 : NEXT_NAME.exec(rest)?.[0].length;
    const leading = sign === undefined ? undefined : readLeadingName(rest.slice(sign), register);
    if (sign === undefined || leading === undefined) break;
    const start = at + sign;
    contacts.push({
      kind: 'name',
      isKnown: true,
      value: { start: line.start + start + leading.start, end: line.start + start + leading.end },
      persons: [toPerson(leading.words, register)],
    });
    at = start + leading.end;
  }
  return contacts;
}

/** In characters. */
const LONGEST_NAME = 120;

/** `Laatinut: Maija Esimerkki`: a label that no table has, and a value that is nothing but names of persons, as the register tells them. */
function readUnknown(line: TextLine, bullet: number, register: NameRegister): Contact | undefined {
  const match = PERSON_LINE.exec(line.text.slice(bullet));
  const [, label = '', written = ''] = match ?? [];
  if (match === null || !canNamePerson(label) || asksForThing(label, register)) return undefined;
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

/** `Mallin nimi: …`: of what is no person. */
function asksForThing(label: string, register: NameRegister): boolean {
  const of = /^(.*\p{L})\s(?:nimi|namn|name)$/iu.exec(label.trim())?.[1];
  return of !== undefined && !endsInTitle(of, register) && !/henkilö|person|tekijä/iu.test(of);
}
