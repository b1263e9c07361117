/**
 * Persons who do not exist: first names as people bear them, surnames that no one has. Each surname begins with six letters of its own,
 * so that any trace of it in any file is told. The forms are written out here by hand, by the ending: they are the tests' own, and no
 * code of the redactor has made them.
 */
export interface MadePerson {
  /** Six letters, lower case, that no word begins with. */
  readonly mark: string;
  readonly first: string;
  readonly last: string;
  /** Genitive, partitive, allative, ablative, plural. */
  readonly firstForms: readonly string[];
  readonly lastForms: readonly string[];
  readonly email: string;
  /** A mobile number that no operator gives: its subscriber number begins with 000. */
  readonly phone: string;
  /** The digits that tell the number. */
  readonly phoneMark: string;
  /** Digits of an identity code that is never given: the date and the individual number. */
  readonly codeMark: string;
}

const CONSONANTS = 'bdfg';
const VOWELS = 'aou';

/** First names with their genitive, partitive, allative, ablative. */
const FIRST: readonly (readonly string[])[] = [
  'Maija Maijan Maijaa Maijalle Maijalta',
  'Pekka Pekan Pekkaa Pekalle Pekalta',
  'Antti Antin Anttia Antille Antilta',
  'Kirsti Kirstin Kirstiä Kirstille Kirstiltä',
  'Heikki Heikin Heikkiä Heikille Heikiltä',
  'Aino Ainon Ainoa Ainolle Ainolta',
  'Liisa Liisan Liisaa Liisalle Liisalta',
  'Joonas Joonaksen Joonasta Joonakselle Joonakselta',
  'Sirpa Sirpan Sirpaa Sirpalle Sirpalta',
  'Maija-Liisa Maija-Liisan Maija-Liisaa Maija-Liisalle Maija-Liisalta',
  'Åsa Åsan Åsaa Åsalle Åsalta',
  'Jörgen Jörgenin Jörgeniä Jörgenille Jörgeniltä',
  'Ritva Ritvan Ritvaa Ritvalle Ritvalta',
  'Tuomas Tuomaan Tuomasta Tuomaalle Tuomaalta',
].map((line) => line.split(' '));

/** Endings of surnames with their genitive, partitive, allative, ablative, plural: gradation, old and new words in -i, -s, -e, -nen. */
const LAST: readonly (readonly string[])[] = [
  'nen sen sta selle selta set',
  'saari saaren saarta saarelle saarelta saaret',
  'mäki mäen mäkeä mäelle mäeltä mäet',
  'la lan laa lalle lalta lat',
  'kangas kankaan kangasta kankaalle kankaalta kankaat',
  'keto kedon ketoa kedolle kedolta kedot',
  'susi suden sutta sudelle sudelta sudet',
  'rinne rinteen rinnettä rinteelle rinteeltä rinteet',
  'lehto lehdon lehtoa lehdolle lehdolta lehdot',
  'lahti lahden lahtea lahdelle lahdelta lahdet',
  'joki joen jokea joelle joelta joet',
  'pelto pellon peltoa pellolle pellolta pellot',
  'kallio kallion kalliota kalliolle kalliolta kalliot',
  'räty rädyn rätyä rädylle rädyltä rädyt',
  'lampi lammen lampea lammelle lammelta lammet',
  'kari karin karia karille karilta karit',
  'berg bergin bergiä bergille bergiltä bergit',
  'aho ahon ahoa aholle aholta ahot',
  'ström strömin strömiä strömille strömiltä strömit',
  'niitty niityn niittyä niitylle niityltä niityt',
].map((line) => line.split(' '));

const SYLLABLES = CONSONANTS.length * VOWELS.length;

/** As many different marks as persons are asked for, up to 1,728. */
function makeMark(index: number): string {
  let rest = (index * 547) % SYLLABLES ** 3;
  let mark = '';
  for (let count = 0; count < 3; count += 1) {
    const syllable = rest % SYLLABLES;
    rest = Math.floor(rest / SYLLABLES);
    mark += CONSONANTS.charAt(Math.floor(syllable / VOWELS.length)) + VOWELS.charAt(syllable % VOWELS.length);
  }
  return mark;
}

/** Letters as addresses have them. */
export const plainLetters = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export function makePerson(index: number): MadePerson {
  const mark = makeMark(index);
  const head = mark.charAt(0).toUpperCase() + mark.slice(1);
  const firstForms = FIRST[index % FIRST.length] ?? [];
  const lastForms = (LAST[index % LAST.length] ?? []).map((ending) => head + ending);
  const [first = '', last = ''] = [firstForms[0], lastForms[0]];
  const number = String(1111 + index).slice(-4);
  return {
    mark,
    first,
    last,
    firstForms,
    lastForms,
    email: `${plainLetters(first)}.${plainLetters(last)}@satukyla.example`,
    phone: `040 000 ${number}`,
    phoneMark: `000${number}`,
    codeMark: `${number.slice(0, 1)}3105${number.slice(1, 2)}9${number.slice(2)}`.replace(/^[4-9]/, '0'),
  };
}

/** Surname marks and marks of numbers in a text, however it is written: the traces that a leak leaves. */
export function findTraces(content: string, marks: ReadonlyMap<string, number>): Set<number> {
  const found = new Set<number>();
  const plain = plainLetters(
    content
      .replaceAll('&#160;', ' ')
      .normalize('NFKC')
      .replaceAll(/[\u00ad\u200b-\u200f\u2060]/g, ''),
  );
  for (const [word] of plain.matchAll(/[a-z]{8,}/g)) {
    for (let from = 0; from + 8 <= word.length; from += 1) {
      const person = marks.get(word.slice(from, from + 6));
      if (person !== undefined) found.add(person);
    }
  }
  // Coordinates are no numbers of anybody.
  const numbers = plain.replaceAll(/(?<![\d.])-?\d{1,2}\.\d{5,}/g, ' ; ');
  for (const [run] of numbers.matchAll(/\d(?:[\s()./*·\u2010-\u2015-]{0,4}\d){5,}/g)) {
    const digits = run.replaceAll(/\D/g, '');
    for (let from = digits.indexOf('000'); from >= 0; from = digits.indexOf('000', from + 1)) {
      const person = marks.get(digits.slice(from, from + 7));
      if (person !== undefined) found.add(person);
    }
  }
  for (const [, date = '', number = ''] of numbers.matchAll(
    /(?<!\d)(\d\d ?\d\d ?\d\d)\s?[-+a-y–/]?\s?(9\d\d)\s?[a-y\d]/g,
  )) {
    const person = marks.get(date.replaceAll(' ', '') + number);
    if (person !== undefined) found.add(person);
  }
  return found;
}
