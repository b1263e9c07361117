import type { Span } from './span.ts';

/** Control characters of the Finnish personal identity code, by the remainder of its number divided by 31. */
const CONTROL = '0123456789ABCDEFHJKLMNPRSTUVWXY';
/** Day, month, year; every century sign in use since 2023; individual number; control character. Law 661/2009 and decree 690/2022, as facts. */
const CODE =
  /(?<!\d|\p{L}(?<!hetu|tunnus|beteckning))(0[1-9]|[12]\d|3[01])[. ]?(0[1-9]|1[0-2])[. ]?(?:18|19|20)?(\d\d)(\s?[-+A-FU-Y_/]\s?|\s?)(\d{3})\s?([\dA-FHJ-NPR-Y])(?![\p{L}\d])/giu;

/** What says that a number behind it is one, whatever its control character. */
const LABEL = /(?:hetu|henkilötunnus|henkilötunnuksen|personbeteckning|sotu|identity code)[^\d\n]{0,12}$/iu;

/** Personal identity codes, valid or mistyped; without a century sign only valid ones. */
export function findIdentityCodes(text: string): Span[] {
  return [...text.matchAll(CODE)].flatMap((match): Span[] => {
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
}
