import { classifyLabel } from './labels.ts';
import { findNominative, guessNominatives } from './nominatives.ts';
import type { Person } from '../model/person.ts';
import type { NameRegister } from './register.ts';

const WORD = /\p{L}[\p{L}'-]*\.?/gu;
const PARTS = /([,;/&()|\n]| (?:ja|och|sekä|and|tai|eller|or|sij\.?|sijaisena|varalla|c\/o|- ) ?)/iu;
const AND = /^(?: (?:ja|och|sekä|and|tai|eller|or|sij\.?) ?|&)$/iu;
const PARTICLES = 'von|af|de|van|der|den|ten|ter|zu|la|le|di|da|dos|das|del|della|el|al|bin|ben|ibn|bint|abu';
const PARTICLE = new RegExp(`^(?:${PARTICLES})$`, 'i');
/** Of an Arabic surname: `al-Rashid`. */
const ARTICLE = /(?<!\p{L})(?:al|el|ad|an|ar|as|ash|at)-(?=\p{Lu})/gu;
const MOST_WORDS = 4;
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
/** `FT`, `KTM`, `M.A.`: a degree that no list has, in a value that is not all capitals. */
const isAbbreviation = (word: string, value: string): boolean =>
  /^(?:\p{Lu}{2,4}|\p{Lu}\.)$/u.test(word) && /\p{Ll}/u.test(value);

/**
 * The persons in a value that a label says is somebody's name: without titles, degrees and roles; two persons with one surname;
 * `Surname, First`. A value that is prose (`Myöhemmin palkattava projektipäällikkö`) names nobody.
 */
export function readPersons(value: string, register: NameRegister): Person[] {
  // A first name at the end of a line, its surname in the next one.
  const joined = value
    .replace(/^(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2})\n\s*(?=\p{Lu})/u, (line: string, names: string) =>
      names.includes(' ') && !names.split(' ').every((name) => register.isFirstName(name)) ? line : `${names} `,
    )
    .replaceAll(ARTICLE, '');
  const text = joined.replaceAll(/\S*[@\d]\S*|[[\]{}"]/g, ' ');
  // `Liisa Kylä`: also where the surname is a word for organisations.
  const two = /^\s*(\p{Lu}[\p{L}-]+) (\p{Lu}[\p{L}-]+)\s*$/u.exec(text)?.slice(1);
  if (two !== undefined && isFirstAndLast(two, register)) return [toPerson(two, register)];
  const hasCapitals = /\p{Lu}/u.test(text);
  const pieces = text.split(PARTS);
  const parts = pieces.flatMap((part, index): Part[] => {
    if (index % 2 > 0) return [];
    const all = [...part.matchAll(WORD)].map(([word]) => word);
    const words = all
      .filter((word) => !isTitle(word, register) && !isAbbreviation(word, value) && !PARTICLE.test(word))
      .map((word) => word.replace(/[.'-]+$/, ''))
      .filter((word) => word.length > 1 && !register.isOrganisation(word));
    // `City of Kemi`
    if (
      words.filter(isCapital).length === 1 &&
      register.isPlace(words.at(-1) ?? '') &&
      all.some((word) => register.isOrganisation(word))
    )
      return [];
    const prose = hasCapitals ? words.some((word) => !isCapital(word)) : !isNameInSmallLetters(words, register);
    const names = hasCapitals ? words.filter(isCapital) : words;
    const isFirstIn = names.some((word) => register.isFirstName(word));
    if (names.length === 0 || (prose && !(hasCapitals && isFirstIn))) return [];
    const sign = pieces[index - 1] ?? '';
    const isTight = sign === '/' && /\p{L}$/u.test(pieces[index - 2] ?? '') && /^\p{L}/u.test(part);
    return [{ words: names.slice(0, MOST_WORDS), isTight, isAnother: AND.test(sign) && all.length === 1 }];
  });
  return joinParts(parts, register);
}

function isFirstAndLast([one = '', two = '']: readonly string[], register: NameRegister): boolean {
  const isPair = (first: string, last: string): boolean => register.isFirstName(first) && register.isSurname(last);
  return isPair(one, two) || isPair(two, one);
}

/** What stands between two signs of a value. */
interface Part {
  readonly words: readonly string[];
  /** Right behind a slash that is right behind a word: `Malli/Mallila`. */
  readonly isTight: boolean;
  /** One word behind a word for *and*: `Maija Malli ja Mallila`. */
  readonly isAnother: boolean;
}

/**
 * `maija malli`. Words that are names as well make one where a first name stands beside another name (`helmi laine`); alone they are words:
 * `ei ole` has one.
 */
function isNameInSmallLetters(words: readonly string[], register: NameRegister): boolean {
  const isFirst = (word: string | undefined): boolean => word !== undefined && register.isFirstName(word);
  const isAny = (word: string | undefined): boolean =>
    isFirst(word) || (word !== undefined && register.isSurname(word));
  return words.some((word, index) => {
    const next = words[index + 1];
    // `to be recruited`
    if (word.length < 3) return false;
    return (
      (isFirst(word) && (!register.isWord(word) || isAny(next))) ||
      (isAny(word) && (isFirst(next) || (!register.isWord(word) && words.some(isFirst))))
    );
  });
}

const LEADING = new RegExp(
  String.raw`^[*_"'\s|([]*(?:(?:\p{Ll}[\p{L}.-]*|\p{Lu}{2,4}),? ){0,3}?(?<name>\p{Lu}[\p{L}'-]+(?: \p{Lu}\.?(?= )){0,2}(?: (?:(?:${PARTICLES}) ){0,2}(?:\p{Ll}{2,3}-)?\p{Lu}[\p{L}'-]+){1,3})(?![\p{L}'])`,
  'u',
);

/**
 * The name that a value begins with, titles before it: two to four capitalised words that are nothing else. For what stands behind a
 * label that says who: many who come to Finland have a name that no register has.
 */
export function readLeadingName(
  value: string,
  register: NameRegister,
): { readonly start: number; readonly end: number; readonly words: readonly string[] } | undefined {
  const match = LEADING.exec(value);
  const name = match?.groups?.['name'];
  if (match === null || name === undefined) return undefined;
  const words = name
    .replaceAll(ARTICLE, '')
    .split(' ')
    .filter((word) => word.length > 2 && isCapital(word));
  const isFirst = words.some((word) => register.isFirstName(word));
  const isOther = (word: string): boolean =>
    register.isOrganisation(word) ||
    isTitle(word, register) ||
    (!isFirst && isPlaceForm(word, register)) ||
    isHeading(word);
  if (words.length < 2 || words.some(isOther)) return undefined;
  const end = match[0].length;
  return { start: end - name.length, end, words };
}

/** A title; `Piispa` and `Kokki` with a capital are surnames as well, and then they stay. */
function isTitle(word: string, register: NameRegister): boolean {
  return register.isTitle(word) && !(isCapital(word) && register.isSurname(word));
}

/** Parts between commas and conjunctions as persons. */
function joinParts(parts: readonly Part[], register: NameRegister): Person[] {
  const persons: Person[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const { words: part = [], isTight = false, isAnother = false } = parts[index] ?? {};
    const next = parts[index + 1]?.words;
    const [single = ''] = part;
    if (part.length > 1) persons.push(toPerson(part, register));
    else if (next?.length === 1 && register.isFirstName(next[0] ?? '') && !register.isFirstName(single)) {
      // `Surname, First`
      persons.push(toPerson([...part, ...next], register));
      index += 1;
    } else if (register.isFirstName(single) && next !== undefined && next.length > 1)
      // `First and First Surname`
      persons.push({ first: part, last: toPerson(next, register).last });
    else {
      const before = persons.at(-1);
      if (register.isFirstName(single) && before !== undefined) persons.push({ first: part, last: before.last });
      else if (before !== undefined && isTight && !register.isPlace(single) && !register.isSurname(single))
        // A second surname: `Maija Malli/Mallila`; behind another sign it is a place or an organisation: `Maija Malli, Kemin kaupunki`.
        persons[persons.length - 1] = { ...before, last: [...before.last, single] };
      else if (
        (register.isSurname(single) &&
          !register.isWord(single) &&
          (before === undefined || !register.isPlace(single))) ||
        (isAnother && before !== undefined && !register.isPlace(single))
      )
        persons.push({ first: [], last: part });
    }
  }
  return persons;
}

/** Which words of a name are its surname: the last one, unless only the register of first names knows that one. */
export function toPerson(words: readonly string[], register: NameRegister): Person {
  const [head = '', last = ''] = [words[0], words.at(-1)];
  const isFirst = (word: string): boolean => register.isFirstName(word);
  if (isFirst(last) && !isFirst(head)) return { first: words.slice(1), last: [head] };
  if (isFirst(last) && isFirst(head) && register.isSurname(head) && !register.isSurname(last))
    return { first: words.slice(1), last: [head] };
  if (!isFirst(last) && !isFirst(head)) return { first: words.slice(0, -1), last: [last, head] };
  return { first: words.slice(0, -1), last: [last] };
}

const RUN = /\p{Lu}[\p{L}'-]+(?:[ \n](?:\p{Lu}\.[ \n]?){0,2}\p{Lu}[\p{L}'-]+){1,4}/gu;

/** Persons in prose that is known to speak of persons (a team, a steering group): capitalised words that are no organisation and no place. */
export function findPersonsInProse(text: string, register: NameRegister): Person[] {
  return [...text.matchAll(RUN)]
    .flatMap(([run]) => splitRun(run, register))
    .flatMap((run) => {
      let words = run.split(/[ \n]|(?:\p{Lu}\.)/u).filter((word) => word.length > 1 && !isHeading(word));
      while (words[0] !== undefined && isTitle(words[0], register)) words = words.slice(1);
      while (words.length > 0 && isTitle(words.at(-1) ?? '', register)) words = words.slice(0, -1);
      if (words.length > 2 && !isName(words[0] ?? '', register) && isName(words[1] ?? '', register))
        words = words.slice(1);
      const isFirst = (word: string): boolean => register.isFirstName(findNominative(word, register));
      // `Maija Esimerkki Kemin kaupungista`; not `Maija Kaarina Salo`.
      if (words.length > 2 && isPlaceForm(words.at(-1) ?? '', register) && !words.slice(0, -1).every(isFirst))
        words = words.slice(0, -1);
      if (words.length < 2 || words.some((word) => register.isOrganisation(word))) return [];
      const named = words.map((word) => findNominative(word, register));
      const someFirst = named.some((word) => register.isFirstName(word));
      const somePlace = named.some((word) => register.isPlace(word) && !register.isFirstName(word) && !someFirst);
      if (somePlace) return [];
      const { first, last } = toPerson(named, register);
      // An unknown name may stand here in one of its forms: what it can be a form of is looked for as well.
      return [
        {
          first,
          last: last.flatMap((word) => [
            word,
            ...(register.isSurname(word) || register.isFirstName(word) ? [] : guessNominatives(word)),
          ]),
        },
      ];
    });
}

/** A first name and a surname can be parted by the end of a line; else the next line is another thing: `Maija Esimerkki⏎Rahoittaja`. */
function splitRun(run: string, register: NameRegister): string[] {
  const runs: string[] = [];
  for (const line of run.split('\n')) {
    const before = runs.at(-1);
    if (before === undefined || !register.isFirstName(findNominative(before.trim(), register))) runs.push(line);
    else runs[runs.length - 1] = `${before} ${line}`;
  }
  return runs;
}

/** The heading of the next group, in the next line: `Maija Esimerkki⏎Ohjausryhma`. */
function isHeading(word: string): boolean {
  const kind = classifyLabel(word)?.kind;
  return kind === 'team' || kind === 'group';
}

/** Spans of two to five words in a row, with a capital or in capitals, of which one is a first name and none an organisation's. */
export function findRuns(text: string, register: NameRegister): { start: number; end: number }[] {
  return [...text.matchAll(RUN)].flatMap((match) => {
    const words = match[0].split(/[ \n]|(?:\p{Lu}\.)/u);
    const isName = words.some((word) => register.isFirstName(findNominative(word, register)));
    return isName && !words.some((word) => register.isOrganisation(word))
      ? [{ start: match.index, end: match.index + match[0].length }]
      : [];
  });
}

function isPlaceForm(word: string, register: NameRegister): boolean {
  return register.isPlace(findNominative(word, register));
}

function isName(word: string, register: NameRegister): boolean {
  const name = findNominative(word, register);
  return register.isFirstName(name) || register.isSurname(name);
}
