import type { Person } from '../model/person.ts';
import type { Fields } from '../model/project.ts';
import { classifyBeneficiary, isInitialed, isName, isPersonType, PARTICLE, WORD } from './natural-persons.ts';
import { normalise, toOriginal } from './normalise.ts';
import { readPersons } from './persons.ts';
import type { NameRegister } from './register.ts';
import type { Span } from './span.ts';

const BEHIND = /\s*(?:\sc\/o\s|[,;|/\\•·*_+=<>[{("”“„«»\n]|:\s|\s[-–])\s*/u;
/** What stands before a contact person. */
const CONTACT =
  /^(?:att|attn|c[/-]o|yht\.?hlö|vastuuhlö|vastuuhenkilö\p{L}*|ansvarsperson|yhteyshenkilö\p{L}*|kontaktperson\p{L}*|contact)[.:]*$/iu;

/** The person's part behind an organisation in a column for organisations: `Kemin kaupunki, rehtori Maija Esimerkki`; offsets of the value. */
export function findOfficial(written: string, register: NameRegister): Span | undefined {
  const plain = normalise(written);
  const found = findInPlain(plain.text, register);
  return found === undefined ? undefined : toOriginal(plain, found);
}

function findInPlain(written: string, register: NameRegister): Span | undefined {
  const value = written.replaceAll(/(?<=[,;/(-]\s?)c\/o(?=\s)/gi, 'c-o');
  let at = 0;
  for (const match of value.matchAll(new RegExp(BEHIND, 'gu'))) {
    const start = match.index + match[0].length;
    at = start;
    const part = value.slice(at).replace(/[)\]}>"”“«»\s]+$/u, '');
    const [one = '', two = ''] = part.split(BEHIND);
    // `Kemin kaupunki, Virtanen, Maija`
    const isReversed = /^\p{Lu}[\p{L}'-]+$/u.test(one) && register.isSurname(one) && register.isFirstName(two);
    const next = isReversed ? `${one} ${two}` : one;
    const words = next.split(/\s+/).filter((word) => word !== '');
    let first = 0;
    while (
      first < words.length &&
      (CONTACT.test(words[first] ?? '') ||
        (register.isTitle(words[first] ?? '') &&
          (!register.isSurname(words[first] ?? '') || /^\p{Ll}/u.test(words[first] ?? ''))))
    )
      first += 1;
    const rest = words.slice(first).filter((word) => !PARTICLE.test(word));
    // Behind an organisation a first name and a word that is no other thing are enough: few surnames are on no list.
    const isLikely =
      rest.length === 2 &&
      rest.every((word) => WORD.test(word) && !register.isOrganisation(word)) &&
      register.isFirstName(rest[0] ?? '') &&
      !register.isPlace(rest[1] ?? '');
    const isPerson = isName(rest, register) || isLikely || isInitialed(rest.join(' '), register);
    const isTitled =
      first > 0 &&
      rest.length > 0 &&
      rest.length <= 4 &&
      rest.every((word) => WORD.test(word) || /^\p{Lu}\.$/u.test(word)) &&
      !rest.some((word) => register.isOrganisation(word));
    if (isPerson || isTitled) return { start: at, end: at + part.length };
  }
  return findUnmarked(value, register) ?? findAtEnd(value, register) ?? findBefore(value, register);
}

/** The person before the organisation: `rehtori Maija Esimerkki, Kemin kaupunki`. */
function findBefore(value: string, register: NameRegister): Span | undefined {
  const end = value.search(BEHIND);
  if (/^\s+-\p{L}/u.test(value.slice(end))) return undefined;
  if (end < 0) return undefined;
  const words = value.slice(0, end).trim().split(/\s+/);
  while (words.length > 2 && register.isTitle(words[0] ?? '')) words.shift();
  const isBeforeOrganisation = value
    .slice(end)
    .split(/[^\p{L}:.-]+/u)
    .some((word) => word !== '' && register.isOrganisation(word));
  return isBeforeOrganisation && isName(words, register) ? { start: 0, end } : undefined;
}

/** The same without a sign between: `Kiteen kaupunki perusturvajohtaja Matti Meikäläinen`. */
function findUnmarked(value: string, register: NameRegister): Span | undefined {
  const words = [...value.matchAll(/\S+/gu)];
  const first = words.findIndex(
    ([word], index) =>
      index > 0 &&
      /^\p{Ll}/u.test(word) &&
      register.isTitle(word) &&
      words.slice(0, index).some(([before]) => register.isOrganisation(before)),
  );
  const names = words.slice(first).filter(([word]) => !(/^\p{Ll}/u.test(word) && register.isTitle(word)));
  const isNamed =
    first > 0 &&
    names.length > 0 &&
    names.length <= 4 &&
    names.every(([word]) => WORD.test(word) && !register.isOrganisation(word)) &&
    names.some(([word]) => register.isFirstName(word));
  return isNamed ? { start: words[first]?.index ?? 0, end: value.trimEnd().length } : undefined;
}

/** What a body's name ends in before its person; a foundation or a school can be called after one. */
const BODY_BEFORE =
  /(?:kaupunki|kunta|yhtymä|yliopisto|korkeakoulu|keskus|liitto|virasto|laitos|stad|kommun|ry|oy|ab)$/iu;

/** A person right behind an organisation, in two words that are names and nothing else: `Kemin kaupunki VIRTANEN MAIJA`. */
function findAtEnd(value: string, register: NameRegister): Span | undefined {
  const words = [...value.matchAll(/\S+/gu)];
  const [before, one, two] = words.slice(-3);
  if (before === undefined || one === undefined || two === undefined || words.length < 4) return undefined;
  const isPlain = (word: string): boolean =>
    WORD.test(word) && !register.isWord(word) && !register.isPlace(word) && !register.isOrganisation(word);
  const isPair = (first: string, last: string): boolean => register.isFirstName(first) && register.isSurname(last);
  return BODY_BEFORE.test(before[0]) &&
    !/^(?:kiinteistö|asunto)/iu.test(value) &&
    isPlain(one[0]) &&
    isPlain(two[0]) &&
    (isPair(one[0], two[0]) || isPair(two[0], one[0]))
    ? { start: one.index, end: two.index + two[0].length }
    : undefined;
}

/** The natural persons among a project's beneficiary and partners, and the officials behind them: their names are withheld in every text of it. */
export function findNaturalPersons(
  { beneficiary_name: beneficiary, beneficiary_type: type }: Fields,
  partners: readonly { readonly name: string }[],
  { register, isAllowed }: { readonly register: NameRegister; readonly isAllowed: (name: string) => boolean },
): Person[] {
  const all = [...(beneficiary === undefined ? [] : [beneficiary]), ...partners.map(({ name }) => name)];
  const names = all.filter((name) => !isAllowed(name));
  const typed =
    beneficiary !== undefined && names.includes(beneficiary) && isPersonType(type)
      ? readPersons(beneficiary, register)
      : [];
  const told = names.flatMap((name) => {
    const official = findOfficial(name, register);
    const found =
      classifyBeneficiary(name, register)?.name ??
      (official === undefined ? undefined : name.slice(official.start, official.end));
    return found === undefined ? [] : readPersons(found, register);
  });
  return [...typed, ...told];
}
