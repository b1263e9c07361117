import { isForm, listForms, foldForms } from './inflect.ts';
import { createPlaceFinder } from './name-places.ts';
import { isNameOfThing } from './find-in-context.ts';
import { fold } from './normalise.ts';
import type { Person } from '../model/person.ts';
import type { Span } from './span.ts';
import type { NameRegister } from './register.ts';

/** Finds persons that are known by name in texts. */
export interface NameFinder {
  /** @param text normalised */
  readonly find: (text: string, kind?: TextKind) => Span[];
}

/** What a text is: prose, a path or an address, or a name of an organisation or a place, in which no surname stands alone. */
export type TextKind = 'prose' | 'address' | 'title';

/** One word of known names. */
interface NameWord {
  /** Lower case. */
  readonly text: string;
  /** Folded; what every form of the word begins with. */
  readonly start: string;
  readonly persons: Set<number>;
  readonly roles: Set<'first' | 'last' | 'whole'>;
}

interface Hit extends Span {
  readonly word: NameWord;
  /** Written as the name is, dots and all; else only its letters without diacritics are. */
  readonly exact: boolean;
}

const LETTER = /\p{L}/u;
const isLetter = (sign: string): boolean => sign !== '' && LETTER.test(sign);
/** Longer than its name by more than this no form is. */
const LONGEST_ENDING = 12;
/** What may stand between two words of one name. */
const BETWEEN = /^(?:[\s,.;/\\()[\]&+_"-]{1,4}|[\s,]*(?:\p{Lu}\.?[ -]?){1,2}\s?|\s?(?:ja|och|and|sekä|&)\s)$/u;
const INITIALS_BEFORE = /(?<![\p{L}\d])(?:\p{Lu}\.?[ -]?){1,3}$/u;
const INITIALS_BEHIND = /^,?[ _](?:\p{Lu}\.?-?){1,2}(?![\p{L}\d])/u;
const WORD_BEFORE = /([\p{L}.]+),?\s$/u;
const SENTENCE_START = /(?:^|[.!?:;|•*>\n]|\n\s*[-–])[\s"'”(*_#>-]*$/u;
/** `Niemen kylällä`: a place of that name. */
const PLACE_BEHIND =
  /^ (?:kylä|kunna|kunta|kaupun|alue|seu[dt]u|koulu|seurakun|asema|tie[nl]?|katu|kadu|tori|satama|talo[nl]|lähiö|kaupunginosa)/u;
const COMPANY_BEHIND = /^[ -](?:oy|ab|oyj|ky|ry|tmi|rf)(?!\p{L})/iu;

interface Forms {
  readonly exact: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
}
/** Forms are listed when a text has a word that begins like the name; names come back in other documents. */
const cache = new Map<string, Forms>();
const MOST_CACHED = 2000;

function formsOf(name: string): Forms {
  const known = cache.get(name);
  if (known !== undefined) return known;
  if (cache.size >= MOST_CACHED) cache.clear();
  const exact = listForms(name);
  const forms = { exact, folded: foldForms(exact) };
  cache.set(name, forms);
  return forms;
}

/** The beginning that every form keeps: without the last vowels and the consonants before them, which may grade. */
function safeStart(name: string): string {
  const last = name.slice(name.lastIndexOf('-') + 1);
  const head = name.slice(0, name.length - last.length);
  const stem = last
    .replace(/nen$/, '')
    .replace(/[^aeiouyäöå]+$/, '')
    .replace(/[aeiouyäöå]{1,2}$/, '');
  const kept = stem.replace(/([^aeiouyäöå]?)[^aeiouyäöå]*$/, (cluster, first: string) =>
    cluster.length > 1 ? first : '',
  );
  return fold(head + (kept.length >= 2 || last.length <= 3 ? kept || last.slice(0, 1) : last.slice(0, 2)));
}

/** By the list that they were made of: a document of many pages has many projects and one list. */
let finders = new WeakMap<readonly Person[], { readonly register: NameRegister; readonly finder: NameFinder }>();
/** The lists of most projects last as long as the run, and a finder is larger than all else that is held of a project. */
const MOST_FINDERS = 500;
let made = 0;

/** A finder of persons: two words of a name together in any order and form, a surname with initials, a surname alone where it can be no other word. */
export function createNameFinder(persons: readonly Person[], register: NameRegister): NameFinder {
  const known = finders.get(persons);
  if (known?.register === register) return known.finder;
  if (made === MOST_FINDERS) [finders, made] = [new WeakMap(), 0];
  made += 1;
  const finder = makeNameFinder(persons, register);
  finders.set(persons, { register, finder });
  return finder;
}

function makeNameFinder(persons: readonly Person[], register: NameRegister): NameFinder {
  const words = new Map<string, NameWord>();
  const add = (written: string, person: number, role: 'first' | 'last' | 'whole'): void => {
    const text = written.normalize('NFC').toLowerCase();
    if (text.length < 2) return;
    const word = words.get(text) ?? { text, start: safeStart(text), persons: new Set(), roles: new Set() };
    word.persons.add(person);
    word.roles.add(role);
    words.set(text, word);
  };
  persons.forEach(({ first, last }, person) => {
    for (const [role, names] of [
      ['first', first],
      ['last', last],
    ] as const)
      for (const name of names) {
        add(name, person, role);
        const parts = name.split('-');
        if (parts.length < 2) continue;
        add(parts.join(''), person, role);
        for (const part of parts) if (part.length > 2) add(part, person, role);
      }
    const [given, surname] = [first[0]?.replaceAll('-', ''), last[0]?.replaceAll('-', '')];
    if (given === undefined || surname === undefined || surname.length < 4) return;
    add(given + surname, person, 'whole');
    add(surname + given, person, 'whole');
    if (surname.length >= 5) add(given.slice(0, 1) + surname, person, 'whole');
  });
  const byStart = groupByStart(words.values());
  const lengths = new Set([...byStart.keys()].map((start) => start.length));
  const places = createPlaceFinder([...byStart.keys()]);
  return {
    find: (text, kind = 'prose') => {
      const folded = fold(text);
      const hits = findHits(text, folded, places(folded), byStart, lengths);
      if (hits.length === 0) return [];
      return joinHits(
        text,
        hits.sort((a, b) => a.start - b.start || b.end - a.end),
        register,
        kind,
      );
    },
  };
}

function groupByStart(words: Iterable<NameWord>): Map<string, NameWord[]> {
  const groups = new Map<string, NameWord[]>();
  for (const word of words) {
    const group = groups.get(word.start);
    if (group === undefined) groups.set(word.start, [word]);
    else group.push(word);
  }
  return groups;
}

/** Whether a word begins there, or a part of one in the camel case of addresses. */
function isBeginning(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return !isLetter(before) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(text.charAt(at)));
}

/** Of each beginning the words that are forms of a name, one behind the other. */
function findHits(
  text: string,
  folded: string,
  places: Iterable<number>,
  byStart: ReadonlyMap<string, readonly NameWord[]>,
  lengths: ReadonlySet<number>,
): Hit[] {
  const hits: Hit[] = [];
  const behind = new Map<string, number>();
  for (const at of places) {
    if (!isBeginning(text, at)) continue;
    for (const length of lengths) {
      const start = folded.slice(at, at + length);
      const group = byStart.get(start);
      if (group === undefined || at < (behind.get(start) ?? 0)) continue;
      const hit = matchWord(text, folded, at, group);
      if (hit === undefined) continue;
      hits.push(hit);
      behind.set(start, hit.end);
    }
  }
  return hits;
}

function matchWord(text: string, folded: string, at: number, group: readonly NameWord[]): Hit | undefined {
  const ends: number[] = [];
  const longest = at + 40;
  let end = at;
  while (end < text.length && end < longest) {
    const sign = text.charAt(end);
    if (isLetter(sign)) end += 1;
    else if (/[-':]/.test(sign) && isLetter(text.charAt(end + 1))) {
      ends.push(end);
      end += 1;
    } else break;
  }
  for (const stop of [end, ...ends.reverse()]) {
    const lower = text.slice(at, stop).toLowerCase();
    for (const word of group) {
      if (lower.length > word.text.length + LONGEST_ENDING || lower.length < word.text.length - 3) continue;
      const { exact, folded: plain } = formsOf(word.text);
      if (isForm(lower, exact)) return { start: at, end: stop, word, exact: true };
      if (isForm(folded.slice(at, stop), plain)) return { start: at, end: stop, word, exact: false };
    }
  }
  return undefined;
}

/** Words of names in a row that are looked at together: `First and First Middle Surname-Surname`, with some to spare. */
const LONGEST_CHAIN = 12;

/** Hits side by side that are one person's (or two persons' with one surname), and surnames that can stand alone. */
function joinHits(text: string, hits: readonly Hit[], register: NameRegister, kind: TextKind): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < hits.length; index += 1) {
    const first = hits[index];
    if (first === undefined) continue;
    let last = index;
    let end = first.end;
    for (let next = index + 1; next < Math.min(hits.length, index + LONGEST_CHAIN); next += 1) {
      const hit = hits[next];
      if (hit === undefined || hit.start < end) continue;
      const gap = text.slice(end, hit.start);
      if (gap !== '' && !BETWEEN.test(gap) && !isMiddleName(gap, register)) break;
      last = next;
      ({ end } = hit);
    }
    const chain = hits.slice(index, last + 1);
    if (isPerson(chain)) {
      spans.push(withInitials(text, { start: first.start, end }));
      index = last;
    } else if (canStandAlone(text, first, register, kind)) spans.push(withInitials(text, first));
  }
  return spans;
}

const MIDDLE_NAME = /^[\s,._-]{1,2}(\p{Lu}[\p{L}-]+)[\s,._-]{1,2}$/u;

function isMiddleName(gap: string, register: NameRegister): boolean {
  const name = gap.length > 30 ? undefined : MIDDLE_NAME.exec(gap)?.[1];
  return name !== undefined && register.isFirstName(name);
}

/** Two different words of one person, not two of their first names alone. */
function isPerson(chain: readonly Hit[]): boolean {
  return chain.some((hit, index) =>
    chain.slice(index + 1).some((other) => {
      if (hit.word === other.word) return false;
      const isOne = [...hit.word.persons].some((person) => other.word.persons.has(person));
      return isOne && (hit.word.roles.has('last') || other.word.roles.has('last') || hit.word.roles.size > 1);
    }),
  );
}

/** With the initials beside it: `M. Mäki`, `Mäki, M.` */
function withInitials(text: string, { start, end }: Span): Span {
  const before = INITIALS_BEFORE.exec(text.slice(Math.max(0, start - 9), start));
  const behind = before === null ? INITIALS_BEHIND.exec(text.slice(end, end + 8)) : null;
  return { start: start - (before?.[0].length ?? 0), end: end + (behind?.[0].length ?? 0) };
}

/**
 * A surname alone: with an initial or a title; else only with a capital, and not where it can be another word: a common word at the
 * beginning of a sentence or in capitals, a place anywhere.
 */
function canStandAlone(text: string, hit: Hit, register: NameRegister, kind: TextKind): boolean {
  if (hit.word.roles.has('whole')) return true;
  if (!hit.word.roles.has('last')) return false;
  const { text: name } = hit.word;
  if (kind === 'title') return false;
  if (kind === 'address') return name.length >= 4 && !register.isWord(name) && !register.isPlace(name);
  const written = text.slice(hit.start, hit.end);
  if (!hit.exact || !/^\p{Lu}/u.test(written)) return false;
  const before = text.slice(Math.max(0, hit.start - 40), hit.start);
  const behind = text.slice(hit.end, hit.end + 8);
  if (COMPANY_BEHIND.test(behind) || isNameOfThing(text, hit.end, register)) return false;
  if (INITIALS_BEFORE.test(before) && /\p{Lu}\.[ -]?$/u.test(before)) return true;
  if (/^,? \p{Lu}\.(?!\p{L})/u.test(behind)) return true;
  const title = WORD_BEFORE.exec(before)?.[1];
  if (title !== undefined && register.isTitle(title)) return true;
  if (register.isPlace(name)) return false;
  if (!register.isWord(name)) return true;
  if (PLACE_BEHIND.test(text.slice(hit.end, hit.end + 16))) return false;
  return !SENTENCE_START.test(before) && !/^\p{Lu}{2,}$/u.test(written) && !/^ \p{Lu}/u.test(behind);
}
