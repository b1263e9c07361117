import type { Span } from './span.ts';

/** Between the digits of one number: a space, a line break, a dot, a hyphen, a slash, brackets, with spaces around. */
const GAP = String.raw`[ \n]{0,2}(?:[-./()[\]_·•|*~][ \n]{0,2}){0,2}`;
const digits = (least: number, most: number): string => String.raw`(?:${GAP}\d){${String(least)},${String(most)}}`;
const OPEN = String.raw`[([]?`;
const CLOSE = String.raw`[)\]]?`;

/**
 * Phone numbers by class. Mobile: 04x, 050, 0457, 0400; area codes and service numbers of Finland (Traficom's numbering plan, as facts);
 * international with `+`, `00` or the bare Finnish country code. Bounded everywhere, so that time is linear.
 */
const CLASSES: readonly { readonly pattern: RegExp; readonly isFirm: boolean }[] = [
  { pattern: new RegExp(String.raw`${OPEN}(?:\+ ?|\(\+\) ?)[1-9]${digits(6, 15)}`, 'uy'), isFirm: true },
  { pattern: new RegExp(String.raw`${OPEN}0[ ]?0[ -]?[1-9]${digits(7, 15)}`, 'uy'), isFirm: false },
  { pattern: new RegExp(String.raw`${OPEN}358${CLOSE}${digits(7, 11)}`, 'uy'), isFirm: false },
  { pattern: new RegExp(String.raw`${OPEN}0${GAP}(?:4|50)${digits(4, 9)}`, 'uy'), isFirm: true },
  {
    pattern: new RegExp(
      String.raw`${OPEN}0(?:[235689]|1\d|2\d|3\d|60|7[0135]|80)\d{0,2}${CLOSE}${digits(4, 10)}`,
      'uy',
    ),
    isFirm: false,
  },
];
/** Where one can begin: not inside a word or a longer number. */
const START = /(?<![\p{L}\d])[([]?(?:\+|0|358)/gu;

/** Cheap, and enough for nearly every text: a zero, a plus or a country code, digits behind it. */
export const NUMBER_GATE =
  /[+0][ ()[\]\n.*~_/-]{0,4}\d|358|puh|gsm|tel|tfn|vaihde|växel|mob|matkap|kännyk|phone|fax|faksi|whatsapp|numero|tekstiv|soit|ring|call|\bp[.:]|[☎☏✆📞📱📲]/iu;

/** Words and signs that a number stands behind; what is between them says whose or when: `Puh. (vaihde)`, `Puhelin työ`. */
const WORD =
  /(?:(?<!\p{L})(?:puh(?:elin(?:numero\p{L}*|vaihde)?|elime\p{L}+|elimitse|\.?\s?nro)?|gsm(?:-numero)?|tel(?:efon(?:nummer)?)?|tfn|vaihde|växel|mob(?:iili?|il)?|matkapuh(?:elin|elime\p{L}+)?|kännykkä|kännykän|kännykkään|(?:mobile |cell )?phone|fax|faksi|whatsapp|tekstiviesti\p{L}*|soita(?:than)?|soittamalla|ring|call|numero(?:on|ssa|sta)|numret|nummer|p(?=[.:]\s?\d))|[☎☏✆📞📱📲])[.:]{0,2}(?:\s?\([^()\n]{1,20}\)[.:]?)?(?:\s?(?:nro|nr|no|numero|numeroon|numerosta|number|työ|koti|arb)[.:]?)?\s{0,2}[(:]?\s?(?=[+(\d])/iuy;
/** What each of them begins with; the pattern itself would be tried at every other letter. */
const WORD_STARTS =
  /matkapuh|puh|gsm|tel|tfn|vaihde|växel|mob|kännyk|phone|fax|faksi|whatsapp|tekstiv|soit|ring|call|num|p[.:]|[☎☏✆📞📱📲]/giu;
const WORD_GATE =
  /(?:puh|gsm|tel|tfn|vaihde|växel|mob|kännyk|phone|fax|faksi|whatsapp|tekstiv|soit|ring|call|num|\bp[.:]|[☎☏✆📞📱📲])[^\d\n]{0,40}\d/iu;
const BEHIND_WORD = new RegExp(String.raw`[+(]{0,2}\d${digits(4, 14)}`, 'uy');

/** An ISSN, if its check digit is right. */
const ISSN = /(?<!\d)\d{4}-\d{3}[\dX](?![\d-])/gu;

/** What looks like a number and is valid as something else. */
const MASKS: readonly RegExp[] = [
  // Dates, times and their ranges; years.
  /(?<!\d)\d{1,2}[. /]{1,2}\d{1,2}[. /]{1,2}(?:19|20)\d\d(?!\d)/gu,
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-(?:19|20)\d\d(?!\d|[ -]\d)/gu,
  /(?<!\d)\d{1,2}\.\d{1,2}\.\d{2}(?!\d|\.\d)/gu,
  /(?<!\d)(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?!\d)/gu,
  /(?<!\d)\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\s?-\s?\d{1,2}[.:]\d{2}(?!\d)/gu,
  /(?<!\d)(?:19|20)\d\d\s?[-/]\s?(?:19|20)?\d\d(?!\d)/gu,
  /(?<!\d)\d{1,2}\.\d{1,2}\.?\s?-\s?\d{1,2}\.\d{1,2}\.(?:(?:19|20)?\d\d)?(?!\d)/gu,
  // Business ids and VAT numbers; journal numbers; classes such as 09 02 01 01; project codes.
  /(?<!\d)(?:FI[- ]?)?\d{6,7}[ ]?-[ ]?\d(?![\d]|[ -]\d)/gu,
  /(?<![\p{L}\d])FI ?\d{8}(?!\d)/gu,
  /(?<!\d)\d{4}\/\d{1,6}\/[\d ]{2,17}\/\d{4}/gu,
  /(?<!\d)\d{2} 0\d (?:0\d \d\d|\d\d 0\d)(?:[ .]\d\d)*(?!\d| \d)/gu,
  /(?<!\d)\d{2}(?:[ ,;/]{1,2}\d{2}){5,}(?!\d| \d)/gu,
  // Electronic invoicing addresses, bank accounts.
  /(?<!\d)0037[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,5})?(?!\d)/gu,
  /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ ]?\d{4}){2,7}(?:[ ]?\d{1,4})?(?!\d)/gu,
  // Calls for proposals, laws, decisions: `1/2020`.
  /(?<!\d)[1-9]\d{0,3}\/(?:19|20)\d\d(?!\d|[ -]\d)/gu,
  // Codes of a region and two areas in it; an amount of millions whose second group is like a mobile number's first.
  /(?<!\d)\d{2} \/ \d{3} \/ \d{3}(?! ?[/-]? ?\d)/gu,
  /(?<![\d+]|\d )[1-9]\d{0,2} \d{3} \d{3}(?! ?[/-]? ?\d)/gu,
  // Amounts and measures.
  // A run of digits from 0 is no amount, and neither is the end of a number: `040 123 4567 henkilökohtaisesti`, `… 4567 e-mail`; behind a year
  // another number begins.
  /(?<![\d+])(?<!(?<!(?<!\d)(?:19|20)\d)\d )(?!0\d{6})[+-]?\d{1,3}(?:[ .]?\d{3})*(?:[.,]\d{1,2})?\s?(?:€|eur(?:oa|on)?(?!\p{L})|e(?![\p{L}-])|%|prosent|kpl|luok|työntekij|osallistuj|kävij|päiv|viik|kertaa|krt(?!\p{L})|sivu|markka|km|m2|m²|m3|ha(?!\p{L})|kg|t(?!\p{L})|tonni|hlö|henk|htv|tunti|h(?!\p{L})|min(?!\p{L})|vuot|vuode|mk(?!\p{L})|mwh|kwh|gwh|mw(?!\p{L})|kw(?!\p{L})|asuk|litr|sek)/giu,
  /(?:€|eur)\s?\d{1,3}(?:[ .]?\d{3})*(?:[.,]\d{1,2})?/giu,
  /(?<![\d.])\d+,\d+(?:\s?[-/x]\s?\d+,\d+)?(?![\d.])/gu,
  // Amounts of a fund; ranges of pages or codes.
  /(?<!\p{L})(?:EAKR|ESR\+?|ERUF|ERDF|ESF\+?|JTF|EMR|budjetti|rahoitus|avustus|summa|koodi|luokka)[.:]?\s\d{1,3}(?: \d{3})+(?! ?\d)/giu,
  /(?<![\d+]|\d[ -])0\d\d\s?-\s?0\d\d(?! ?-? ?\d)/gu,
  // Postal codes side by side, or with their place.
  /(?<!\d)(?:FI-)?\d{5}(?:(?:\s?[-,;/|]\s?|\s)(?:FI-)?\d{5})+(?!\d)/gu,
  // Coordinates.
  /(?<!\d)[1-9]\d?[.,]\d{3,}[°,; ]{1,3}(?:[NE][,; ]{0,2})?[1-9]?\d[.,]\d{3,}/gu,
  /(?<!\d)\d{1,3}[°º]\s?\d{1,2}['′]\s?\d{0,2}/gu,
  // Numbers of books, serials, researchers, documents; addresses of machines, versions.
  /(?<!\d)97[89](?:[- ]?\d){10}(?!\d)/gu,
  /(?<!\d)(?:\d[- ]?){9}[\dX](?= ?\(?(?:nid|pdf|sid|isbn))/giu,
  /(?:ISSN|ISBN|ISMN|EAN|DOI|URN|ORCID|OVT|SAP|Dnro|dnro|diaarinumero|(?:tilaus|asiakas|lasku|päätös|hakemus|asiakirja|projekti|kohde|inventaario|sarja|lupa|jäsen)(?:numero|nro)|(?<!\p{L})tili|kustannuspaikka|(?<!\p{L})tontti|viite(?:numero)?|RF|Y-tunnus|tilinumero|IBAN|kiinteistötunnus|tuotenumero|sopimusnumero|hankenumero|asianumero|momentti|momentilla|luokka|tehtäväluokka)[.:]?\s?[\d][\d /-]{3,24}/giu,
  /(?<!\d)\d{4}-\d{4}-\d{4}-\d{3}[\dX](?!\d)/gu,
  /\b10\.\d{4,9}\/\S+/gu,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3,}(?!\d)/gu,
  // Numbers of real estate: municipality, area, group, unit; `040-12-34-567`, `00-358-…` and `+358-40-…` are none.
  /(?<![\d+]|[\d+][ -])(?!00-|04\d-|050-|358-)\d{1,3}-\d{1,3}-\d{1,4}-\d{1,4}(?!\d|-)/gu,
  ISSN,
];

/** An ISSN's check digit: 8 to 2 times its digits and the last one (X is ten) sum to a multiple of eleven. */
function isIssn(text: string): boolean {
  const values = Array.from(text.replace('-', ''), (sign) => (sign === 'X' ? 10 : Number(sign)));
  return values.reduce((sum, value, index) => sum + value * (8 - index), 0) % 11 === 0;
}

/**
 * Mobile numbers whose groups any other sign parts: `040,123,4567`, `040\\123\\4567`. Such signs part other things too, so that here the
 * groups have to be as people make them.
 */
const ODD_SIGN = String.raw`[,:;'"\\+=#<>{}]\s?`;
const ODD = new RegExp(
  String.raw`(?<![\p{L}\d]|\d[,.:;])(?:\+358(?:${ODD_SIGN}|\s)(?:4\d|50)|0(?:4\d|50))(?:${ODD_SIGN}\d{3}(?:${ODD_SIGN}|\s|-)?\d{4}|${ODD_SIGN}\d{4}(?:${ODD_SIGN}|\s)?\d{3}|\s\d{3}${ODD_SIGN}\d{4})(?!\d)`,
  'gu',
);

/** How far from a number what it is part of can reach. */
const AROUND = 40;

/**
 * Phone numbers.
 * @param text normalised
 */
export function findNumbers(text: string): Span[] {
  const spans: Span[] = [];
  START.lastIndex = 0;
  for (let start = START.exec(text); start !== null; start = START.exec(text)) {
    const span = readNumber(text, start.index);
    if (span === undefined) continue;
    spans.push(span);
    START.lastIndex = span.end;
  }
  for (const odd of text.matchAll(ODD)) spans.push({ start: odd.index, end: odd.index + odd[0].length });
  if (!WORD_GATE.test(text)) return spans;
  for (const { index } of text.matchAll(WORD_STARTS)) {
    WORD.lastIndex = index;
    const word = WORD.exec(text);
    const span = word === null ? undefined : readBehindWord(text, WORD.lastIndex);
    if (span !== undefined) spans.push(span);
  }
  return spans;
}

/**
 * Where a number ends that what is valid as something else begins within; `undefined` where it is such a thing itself. Most are dates, whose
 * masks come first, and then no other is looked for.
 */
function endBeforeMasks(text: string, start: number, end: number): number | undefined {
  const from = Math.max(0, start - AROUND);
  const part = text.slice(from, end + AROUND);
  let last = end;
  for (const mask of MASKS) {
    mask.lastIndex = 0;
    for (let match = mask.exec(part); match !== null; match = mask.exec(part)) {
      if (mask === ISSN && !isIssn(match[0])) continue;
      const at = from + match.index;
      if (at <= start && at + match[0].length > start + 1) return undefined;
      if (at > start && at < last) last = at;
    }
  }
  return last;
}

const countDigits = (text: string): number => text.replaceAll(/\D/g, '').length;

function readNumber(text: string, start: number): Span | undefined {
  const before = text.slice(Math.max(0, start - 2), start);
  for (const { pattern, isFirm } of CLASSES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    // Behind a digit and a sign it is the rest of something longer, unless its own beginning is firm.
    if (/\d[.,:-]$/.test(before) || (!isFirm && /\d[ /]$/.test(before))) continue;
    const unmasked = endBeforeMasks(text, start, start + match[0].length);
    if (unmasked === undefined) return undefined;
    const end = endOfDigits(text, start, unmasked);
    const written = text.slice(start, end);
    if (isNumber(written, isFirm)) return { start: start, end: closeBracket(text, written, end) };
  }
  return undefined;
}

/** A number ends where a whole group of digits does. */
function endOfDigits(text: string, start: number, end: number): number {
  const isDigit = (at: number): boolean => /\d/.test(text.charAt(at));
  let at = end;
  const skip = (digit: boolean): void => {
    while (at > start && isDigit(at - 1) === digit) at -= 1;
  };
  skip(false);
  if (isDigit(at)) {
    skip(true);
    skip(false);
  }
  return at;
}

const closeBracket = (text: string, written: string, end: number): number =>
  written.includes('(') && !written.includes(')') && text.charAt(end) === ')' ? end + 1 : end;

function isNumber(written: string, isFirm: boolean): boolean {
  const count = countDigits(written);
  const compact = written.replaceAll(/[^\d+]/g, '');
  if (compact.startsWith('+'))
    return (
      count >= 7 &&
      count <= 15 &&
      !(count <= 9 && /^\+\d{1,3}(?: \d{3})+$/.test(written) && !compact.startsWith('+358'))
    );
  if (compact.startsWith('00'))
    return (
      /^00[1-9]/.test(compact) &&
      (compact.startsWith('00358') ? count >= 10 : count >= 12 || (count >= 10 && !/^00\d{3}(?:\D|$)/.test(written)))
    );
  if (compact.startsWith('358')) return count >= 10 && count <= 14;
  if (isFirm)
    return (
      count >= 6 &&
      (count !== 8 || /\D/.test(written)) &&
      (count >= 8 || /^\(?0(?:4\d|50)\)?\D/.test(written)) &&
      count <= 12
    );
  // A plain run of eight or fewer digits is a number of anything; with groups, the first one has to be an area code.
  if (/^\d+$/.test(written)) return count >= 9 && count <= 11;
  const [first = '', ...groups] = written.split(/\D+/).filter((group) => group !== '');
  const isAreaCode =
    /^(?:0[235689]|01[3-9]|01\d|02\d|03\d|060|0600|07[0135]|0?800|080)\d?\d?$/.test(first) && first.length <= 4;
  return (
    (count >= 7 && count <= 12 && isAreaCode && groups.some((group) => group.length >= 3)) ||
    (count >= 8 && isAreaCode && groups.every((group) => group.length === 2) && first.length <= 3)
  );
}

function readBehindWord(text: string, from: number): Span | undefined {
  BEHIND_WORD.lastIndex = from;
  const match = BEHIND_WORD.exec(text);
  if (match === null) return undefined;
  const unmasked = endBeforeMasks(text, from, from + match[0].length);
  if (unmasked === undefined) return undefined;
  const end = endOfDigits(text, from, unmasked);
  return countDigits(text.slice(from, end)) >= 5
    ? { start: from, end: closeBracket(text, text.slice(from, end), end) }
    : undefined;
}
