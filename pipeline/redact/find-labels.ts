import { classifyLabel, type PersonLabel } from './labels.ts';
import type { NameRegister } from './register.ts';
import type { Span } from './span.ts';

/** A label that asks for a person, and the sign behind it; offsets of the line. */
export interface LabelInLine extends Span, PersonLabel {
  readonly label: string;
  /** Where its value can begin. */
  readonly from: number;
}

/** No contact label is without one of these; most texts have none. */
export const LABEL_GATE =
  /henk|hlö|hlo|kontak|contact|päällik|paallik|koordinaat|koordinat|vetäjä|tiimi|team|ryhm|ledare|chef|grupp|group|manager|leader|staff|personal|vastaava|tekijät|yhteys|yhdys|yhtey|lisätie|tiedustel|ilmoittaut|yhteyde|ansvar|allekirj|laatija|information|committee|arbetare|sekreter|sihteeri|johtaja|väki|vaki|signator|investig|handlägg|undertec|firmatec|föredrag|esittel|valmistel|nimenkirj|enquir|inquir|upplysn|förfråg|kysy|tutkija|sukunimi|etuni|efternamn|förnamn|surname|last[ _-]?name|first[ _-]?name|selvenn|förtydl|(?:nimi|namn|name)(?:,| ja | och | and )|tilläggsupp|author|editor|kirjoittaj|sähköp|puh|e-post|e-mail|email|gsm|telefon|phone|terveis|terv\.|kunnioittaen|hälsning|regards|sincerely|ordförande|secretary|beredare/i;

/** A sign and two words with capitals: what `Laatinut: Maija Esimerkki` looks like. Begins at the sign, which is seldom met. */
export const PERSON_SIGN = /[:=|]\s?[*_"'[ ]{0,3}\p{Lu}[\p{L}'-]+,? (?:(?:\p{Lu}\.?|von|af|de|van) )?\p{Lu}/u;

export const BULLET = /^[\s>#|*•·\-+–]*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-h])[.)]\s*)?[*_"']*/u;
const SIGN = /[:=|]|\s-{1,2}\s?|\s{3,}/;
const SIGNS = new RegExp(SIGN.source, 'g');
/** What a label within a line begins behind: the end of a sentence, a sign between parts of one. */
const CLAUSE = /(?:(?<=\p{Ll}{2}|[)\d])[.!?]\s+(?=\p{Lu})|[;,(|•:=]\s*|\s-\s)/gu;
/** How far back from its sign a label within a line begins. In characters. */
const LONGEST_LABEL = 80;
/** Of a label that only the words right before the sign are: `… Maija Malli sihteeri: …`. */
const WORDS_OF_TAIL = [3, 2, 1];

/** The sign behind the first label that a line can have, whatever it asks for. */
export function findSign(text: string): RegExpExecArray | null {
  return SIGN.exec(text);
}

/**
 * Every label of a line that asks for a person, in order: the one that it begins with, and those within it
 * (`Alkaa keväällä. Yhteyshenkilö: …`). Each is looked for no further back than a label is long.
 * @param line without its bullet
 */
export function findLabels(line: string): LabelInLine[] {
  const labels: LabelInLine[] = [];
  let behind = 0;
  let isFirst = true;
  for (const sign of line.matchAll(SIGNS)) {
    const start = Math.max(behind, sign.index - LONGEST_LABEL);
    const from = sign.index + sign[0].length;
    const found = readBefore(line, start, sign.index, isFirst);
    isFirst = false;
    if (found === undefined) continue;
    labels.push({ ...found, from });
    behind = from;
  }
  return labels;
}

function readBefore(line: string, start: number, end: number, isFirst: boolean): Omit<LabelInLine, 'from'> | undefined {
  const before = line.slice(start, end);
  if (!LABEL_GATE.test(before)) return undefined;
  const take = (from: number): Omit<LabelInLine, 'from'> | undefined => {
    const label = before.slice(from);
    const found = classifyLabel(label);
    return found === undefined ? undefined : { ...found, label, start: start + from, end };
  };
  const clauses = [...before.matchAll(CLAUSE)].map((match) => match.index + match[0].length);
  const sentence = [...before.matchAll(CLAUSE)].findLast(([mark]) => /[.!?]/.test(mark));
  if (isFirst && sentence === undefined) {
    const whole = take(0);
    if (whole !== undefined) return whole;
  }
  const clause = clauses.at(-1) ?? 0;
  const found = clause < before.length ? take(clause) : undefined;
  if (found !== undefined) return found;
  const words = [...before.slice(clause).matchAll(/\S+/g)];
  for (const count of WORDS_OF_TAIL) {
    const word = words.at(-count);
    if (words.length <= count || word === undefined) continue;
    const tail = take(clause + word.index);
    if (tail?.isKnown === true && tail.kind !== 'email' && tail.kind !== 'phone') return tail;
  }
  return undefined;
}

const PERSON_WORD = /(?:henkilö|person|officer)$/iu;
/** What says of a person what they did: `Prepared by: …`, `Hankkeesta vastaa: …`. */
const DOES =
  /(?<!\p{L})(?:(?:prepared|written|signed|created|drafted|compiled|submitted|edited|reviewed|approved|reported)[ _]by|(?:uppgjord|utarbetad|skriven|sammanställd|undertecknad|undertecknat|godkänd) av|(?:hankkeesta|projektista|taloudesta|viestinnästä|toteutuksesta) vasta(?:a|si|avat|sivat)|(?:alle)?kirjoittan(?:ut|eet)|laatin(?:ut|eet)|officer in charge|pi)$/iu;

/** Whether what stands before a sign ends in a title: `Kemin kaupunki, kehittämispäällikkö`. */
export function endsInTitle(before: string, register: NameRegister): boolean {
  const tail = before
    .slice(-LONGEST_LABEL)
    .replace(/(?<=\p{L}n|s) (?:nimi|namn|name)\s*$/iu, '')
    .trimEnd();
  const word = /\p{L}[\p{L}-]*$/u.exec(tail)?.[0];
  const two = /\p{L}[\p{L}-]* \p{L}[\p{L}-]*$/u.exec(tail)?.[0];
  if (DOES.test(tail)) return true;
  return [word, two].some((title) => title !== undefined && (register.isTitle(title) || PERSON_WORD.test(title)));
}
