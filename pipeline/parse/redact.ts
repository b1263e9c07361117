import type { WithheldClass } from '../model/project.ts';
import { tidy } from './lines.ts';

/** What an address cannot be without; nearly every text has none of it, and the patterns below cost a hundred times more. */
const AT_SIGN = /[@＠]|[([{<] ?(?:at|ät|a) ?[)\]}>]| at /i;

const HOST = String.raw`[\p{L}\p{N}-]{1,80}(?:(?:\.| ?[([](?:dot|piste|\.)[)\]] ?)[\p{L}\p{N}-]{1,60}){1,5}`;
const EMAIL = new RegExp(
  String.raw`[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,80}\s?(?:[@＠]|[([{<] ?(?:at|ät|a|@) ?[)\]}>])\s?${HOST}|[\p{L}\p{N}_-]{1,40}\.[\p{L}\p{N}._-]{1,60} at ${HOST}`,
  'giu',
);

/**
 * `050 500 2102`, `+358 40 …`, `(+358) 50 …`, `00358 …`, `09 8868 7300`, `(09) 886 8730`, `040–1234567`; not what a digit and a sign
 * stand before or behind: dates, business ids, journal numbers.
 */
const PHONE =
  /(?<![\p{L}\d]|\d[/.,:–-]|\d )(?:\(?(?:\+ ?|00 ?)[1-9]\d{0,2}\)?[\s–-]?(?:\(0\))?[\s–-]?|\(0[1-9]\d{0,2}\)\s?|0[1-9]\d{0,3}[\s/–-]?)(?:\d[\s–-]?){4,9}\d(?!\d*[\d/]|-\d)/gu;

/** A mobile number is told by its length as well, so it may stand beside another one. */
const MOBILE = /(?<![\p{L}\d]|\d[.,:–-])0[45]\d(?:[\s.–-]?\d){6,8}(?!\d)/gu;

/** A number behind a word that says it is one: `puh. 352 000`, `Vaihde 05 352 000`, `gsm: 40 123`. */
const PHONE_WORD = /puh|gsm|tel|vaihde|mob|matkap|phone/iu;
const LABELLED_PHONE =
  /(?<word>(?<!\p{L})(?:puh(?:elin|elinnumero|elinvaihde)?|gsm|tel|vaihde|mob(?:iili)?|matkapuhelin|telefon|phone)[.:]{0,2}\s{0,2})\+?\d(?:[\s()–-]{0,2}\d){4,14}/giu;

const BUSINESS_ID = /^\d{7}-\d$/;

const CONTACT_LINE = /^[^\S\r\n]*(?:hankkeen[^\S\r\n]+)?yhteyshenkilön[^\S\r\n]+nimi[^\S\r\n]*:(?<name>[^\r\n]*)/gimu;
const CONTACT_KEY = /^contact_name[^\S\r\n]*:(?<names>[^\r\n]*)/gmu;

/** Names that the documents' own labels give as a contact person's, wherever in the text such a line stands. */
export function listContactNames(text: string): string[] {
  const composed = text.normalize('NFC');
  const lines = [...composed.matchAll(CONTACT_LINE)].map(({ groups }) => groups?.['name'] ?? '');
  // Front matter may quote a name, or list several.
  const keys = [...composed.matchAll(CONTACT_KEY)].flatMap(({ groups }) => (groups?.['names'] ?? '').split(/[[\]"',]/));
  return [...lines, ...keys].map(tidy).filter((name) => name !== '');
}

/** A label's value that is longer is no name alone; what it begins with is taken. In characters. */
const MAX_NAME = 200;

/** Replaces personal data and counts what it replaced. */
export interface Redactor {
  readonly redact: (text: string) => string;
  readonly counts: Partial<Record<WithheldClass, number>>;
}

/** A redactor for one document; `names` are the contact persons' names as its labels gave them. */
export function createRedactor(names: readonly string[]): Redactor {
  const counts: Partial<Record<WithheldClass, number>> = {};
  const patterns = [...new Set(names)].flatMap((name) => namePatterns(name.slice(0, MAX_NAME)));
  const replace = (text: string, pattern: RegExp, kind: WithheldClass, mark: string): string =>
    text.replace(pattern, (found: string, ...rest: unknown[]) => {
      if (BUSINESS_ID.test(found)) return found;
      counts[kind] = (counts[kind] ?? 0) + 1;
      const groups = rest.at(-1);
      const word = typeof groups === 'object' && groups !== null && 'word' in groups ? String(groups.word) : '';
      return `${word}[withheld: ${mark}]`;
    });
  return {
    counts,
    redact: (text) => {
      let result = AT_SIGN.test(text) ? replace(text, EMAIL, 'text_email', 'e-mail') : text;
      if (/\d[\s()/-]?\d/.test(result)) {
        result = replace(result, PHONE, 'text_phone', 'phone');
        result = replace(result, MOBILE, 'text_phone', 'phone');
        if (PHONE_WORD.test(result)) result = replace(result, LABELLED_PHONE, 'text_phone', 'phone');
      }
      for (const pattern of patterns) result = replace(result, pattern, 'text_name', 'name');
      return result;
    },
  };
}

/**
 * The name in either order and any case, also across a line break. The last word may be inflected (`Virtanen`: `Virtasen`),
 * so of a long one only the beginning has to stand there.
 */
function namePatterns(label: string): RegExp[] {
  const spellings = new Set(listNames(label).flatMap(spellName));
  return [...spellings].map((spelling) => new RegExp(`(?<!\\p{L})${spelling}(?!\\p{L})`, 'giu'));
}

const listWords = (text: string): string[] => text.split(/[\s,;/&()]+/).filter((word) => /\p{L}{2}/u.test(word));

/** The names in a label's value, which may say more than one name: a title behind a comma, a second person. */
function listNames(label: string): string[][] {
  const parts = label.split(/[,;/&()]|(?<=\s)(?:ja|och|sekä|and)(?=\s)/u).map(listWords);
  const words = listWords(label);
  return [label.split(/\s+/), words, words.slice(0, 2), ...parts.flatMap((part) => [part, part.slice(0, 2)])].filter(
    (name) => name.length >= 2,
  );
}

function spellName(words: readonly string[]): string[] {
  const orders = [words, [...words.slice(1), ...words.slice(0, 1)], [...words.slice(-1), ...words.slice(0, -1)]];
  return orders.map((order) =>
    order.map((word, index) => matchWord(word, index === order.length - 1)).join('[\\s,]{1,4}'),
  );
}

function matchWord(word: string, mayBeInflected: boolean): string {
  const stem = mayBeInflected ? word.slice(0, Math.max(3, word.length - 3)) : word;
  return escapePattern(stem) + (mayBeInflected ? "[\\p{L}:’'-]{0,16}" : '');
}

/** Characters that mean something in a pattern, taken literally (RegExp.escape is not in Node 20). */
function escapePattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
