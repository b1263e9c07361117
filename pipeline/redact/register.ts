import { fold } from './normalise.ts';
import { listForms } from './inflect.ts';

/** What is known about words: which are names, titles, words for organisations. Every question takes a word in any case of letters. */
export interface NameRegister {
  readonly isFirstName: (word: string) => boolean;
  readonly isSurname: (word: string) => boolean;
  /** A name that is a common word too: `Mäki`, `Suvi`. */
  readonly isWord: (name: string) => boolean;
  /** A name that is a place too: `Salo`. */
  readonly isPlace: (name: string) => boolean;
  /** A title, an occupation or a degree, also inflected and as the end of a compound: `projektipäällikkönä`, `FT`. */
  readonly isTitle: (word: string) => boolean;
  /** A legal form, or a word that names of organisations have: `Oy`, `kuntayhtymä`; not a name that only ends in one. */
  readonly isOrganisation: (word: string) => boolean;
}

/** Texts of the files in `data/`. */
export interface RegisterData {
  readonly firstNames: string;
  readonly surnames: string;
  readonly titles: string;
  readonly organisationWords: string;
}

/** Names that people make up, which are words: no register has them. */
const MADE_UP = ['esimerkki', 'malli', 'testi', 'testaaja', 'meikäläinen', 'demo', 'satu'];
const SHORTEST_HEAD = 5;
const SHORTEST_END = 3;

function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

interface Names {
  readonly all: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

function readNames(text: string): Names {
  const [all, words, places] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const line of text.toLowerCase().split('\n')) {
    const [name = '', flags = ''] = line.split(' ');
    if (name === '') continue;
    all.add(name);
    if (flags.includes('w')) words.add(name);
    if (flags.includes('p')) places.add(name);
  }
  return { all, words, places };
}

function readRows(text: string): string[][] {
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
}

/** Letters that no Finnish or Swedish word has: the register writes many names that have them without. */
const FOREIGN = /[^\0-\x7fåäöéÅÄÖÉ]/;

function hasName({ all }: Names, word: string): boolean {
  const lower = word.toLowerCase();
  return all.has(lower) || (FOREIGN.test(lower) && all.has(withoutMarks(lower)));
}

/** `nguyễn` → `nguyen`, `kõiv` → `koiv`; å, ä and ö are letters of their own. */
function withoutMarks(word: string): string {
  return fold(
    word
      .normalize('NFD')
      .replaceAll(/(?<![ao])\p{M}|(?<=a)(?![\u0308\u030a])\p{M}|(?<=o)(?!\u0308)\p{M}/gu, '')
      .normalize('NFC'),
  );
}

/** Read when first asked: most documents have nobody in them that a label does not name. */
export function createRegister(data: RegisterData): NameRegister {
  const firstNames = once(() => readNames(data.firstNames));
  const surnames = once(() => readNames(data.surnames));
  const titles = once(() => {
    const [exact, ends] = [new Set<string>(), new Set<string>()];
    for (const [title = '', kind] of readRows(data.titles)) {
      const isEnd = title.length >= SHORTEST_HEAD && (kind === 'head' || (kind === 'swedish' && !title.includes(' ')));
      const target = isEnd ? ends : exact;
      const inflected = kind === 'head' || kind === 'word' ? listForms(title) : [title.toLowerCase()];
      for (const form of inflected) target.add(form);
    }
    return { exact, ends };
  });
  const organisations = once(() => {
    const [exact, ends] = [new Set<string>(), new Map<string, string>()];
    for (const [word = '', match] of readRows(data.organisationWords)) {
      if (match === 'word') exact.add(word);
      else for (const form of /^[a-zäöå]+$/.test(word) ? listForms(word) : [word]) ends.set(form, word);
    }
    return { exact, ends };
  });
  const endsIn = (word: string, ends: ReadonlySet<string>, shortest: number): boolean => {
    for (let from = 0; from + shortest <= word.length; from += 1) if (ends.has(word.slice(from))) return true;
    return false;
  };
  const isName = (word: string): boolean => firstNames().all.has(word) || surnames().all.has(word);
  const isNames = (words: string): boolean => isName(words) || words.split('-').every(isName);
  /** Whether a word ends in one for organisations, and is no name for all that: `Mattila` and `Mattilan` end in `tila`, `Mikkonen` in `kone`. */
  const endsAsOrganisation = (word: string): boolean => {
    const { ends } = organisations();
    let isNamed: boolean | undefined;
    for (let from = 0; from + SHORTEST_END <= word.length; from += 1) {
      const end = ends.get(word.slice(from));
      if (end === undefined) continue;
      if (from === 0) return true;
      isNamed ??= isNames(word);
      if (!isNamed && !isNames(word.slice(0, from) + end)) return true;
    }
    return false;
  };
  return {
    isFirstName: (word) => hasName(firstNames(), word),
    isSurname: (word) => hasName(surnames(), word),
    isWord: (name) => {
      const lower = name.toLowerCase();
      return surnames().words.has(lower) || firstNames().words.has(lower) || MADE_UP.includes(lower);
    },
    isPlace: (name) => {
      const lower = name.toLowerCase();
      return surnames().places.has(lower) || firstNames().places.has(lower);
    },
    isTitle: (word) => {
      const lower = word.toLowerCase();
      const bare = lower.replace(/\.$/, '');
      return titles().exact.has(lower) || titles().exact.has(bare) || endsIn(bare, titles().ends, SHORTEST_HEAD);
    },
    isOrganisation: (word) => {
      const lower = word.toLowerCase();
      return organisations().exact.has(lower) || endsAsOrganisation(lower);
    },
  };
}
