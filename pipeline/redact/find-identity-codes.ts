import type { Span } from './span.ts';

/** Control characters of the Finnish personal identity code, by the remainder of its number divided by 31. */
const CONTROL = '0123456789ABCDEFHJKLMNPRSTUVWXY';
/** Day, month, year; every century sign in use since 2023; individual number; control character. Law 661/2009 and decree 690/2022, as facts. */
const CODE =
  /(?<!\d|\p{L}(?<!hetu|tunnus|beteckning|nummer|signum))(0[1-9]|[12]\d|3[01])[. ]?(0[1-9]|1[0-2])[. ]?(?:18|19|20)?(\d\d)(\s?[-+A-FU-Y_/]\s?|\s?)(\d{3})\s?([\dA-FHJ-NPR-Y])(?![\p{L}\d])/giu;

/** What says that a number behind it is one, whatever its control character. */
const LABEL =
  /(?:hetu|henkilötunnus|henkilötunnuksen|personbeteckning|personnummer|personkod|personsignum|signum|sotu|identity code)[^\d\n]{0,12}$/iu;

/** Year, month, day (from 61 in a coordination number), number, check digit of the Swedish code. Law 1991:481 § 18, as facts. */
const SWEDISH =
  /(?<![\p{L}\d])(?:18|19|20)?(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\s?[-+]\s?(\d{4})(?![\p{L}\d-])/gu;

/** The sum of its digits, every other one doubled and its own digits summed, is a multiple of ten (Luhn). */
function isSwedish(digits: string): boolean {
  const sum = Array.from(digits, Number).reduce((total, digit, index) => {
    const value = index % 2 === 0 ? digit * 2 : digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Personal identity codes, valid or mistyped; without a century sign only valid ones. */
export function findIdentityCodes(text: string): Span[] {
  const swedish = [...text.matchAll(SWEDISH)].flatMap((match): Span[] =>
    isSwedish(match.slice(1).join('')) ? [{ start: match.index, end: match.index + match[0].length }] : [],
  );
  const finnish = [...text.matchAll(CODE)].flatMap((match): Span[] => {
    const [all, day = '', month = '', year = '', sign = '', number = '', control = ''] = match;
    const isValid = CONTROL.charAt(Number(day + month + year + number) % 31) === control.toUpperCase();
    // With spaces around a hyphen, or without a sign, other numbers look the same: there the control character decides.
    const isLoose = sign !== sign.trim() || /^[_/]?$/.test(sign) || /^\d\d /.test(all);
    return isValid ||
      !isLoose ||
      (/[-+A-FU-Y]/i.test(sign) && /\D/.test(control)) ||
      LABEL.test(text.slice(Math.max(0, match.index - 30), match.index))
      ? [{ start: match.index, end: match.index + all.length }]
      : [];
  });
  return [...finnish, ...swedish];
}
