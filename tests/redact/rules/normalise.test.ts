/** What the patterns read, and where it stood: each kind of rewriting, with the offsets of what stands behind it. */
import { describe, expect, it } from 'vitest';
import { fold, normalise, toOriginal } from '../../../pipeline/redact/normalise.ts';
import { redactorOf } from '../read-redaction.ts';

/** The plain text, and the part of the original that the last `X` of it came from. */
function read(original: string): [string, string] {
  const plain = normalise(original);
  const at = plain.text.lastIndexOf('X');
  const { start, end } = toOriginal(plain, { start: at, end: at + 1 });
  return [plain.text, original.slice(start, end)];
}

describe('is rewritten, and what stands behind it keeps its place', () => {
  it.each([
    ['an entity by name', 'a&auml;&ouml;&Aring;X', 'aäöÅX'],
    ['an entity in capitals', 'a&NBSP;X', 'a X'],
    ['an entity without its end', 'a&commat X', 'a@ X'],
    ['an entity of an entity', 'a&amp;amp;commat;X', 'a@X'],
    ['an entity by number', 'a&#64;X', 'a@X'],
    ['an entity by hexadecimal number', 'a&#x40;X', 'a@X'],
    ['an entity that no table has', 'a&zzz;X', 'a&zzz;X'],
    ['an entity of zero', 'a&#0;X', 'a&#0;X'],
    ['an entity of half a pair', 'a&#xd800;X', 'a&#xd800;X'],
    ['an entity beyond the first plane', 'a&#x1d7d8;X', 'a&#x1d7d8;X'],
    ['the last number of the first plane', 'a&#65533;X', 'a\ufffdX'],
    ['an ampersand', 'a & b X', 'a & b X'],
    ['a percent code', 'a%40X', 'a@X'],
    ['percent codes of one letter', 'a%C3%A4X', 'aäX'],
    ['a percent code of a percent code', 'a%252540X', 'a@X'],
    ['percent codes around one that is no letter', '%C3%A4%2Ca%25%40%ff%C3%B6X', 'ä%2Ca%25@%fföX'],
    ['percent codes of four bytes', '%F0%9D%94%84%E2%82%AC%C3X', 'A%E2%82%AC%C3X'],
    ['a percent code of a sign that is none of a name', 'a%3CX', 'a%3CX'],
    ['half a percent code', 'a%C3X', 'a%C3X'],
    ['a share', '50% osuus X', '50% osuus X'],
    ['an escape of Markdown', 'a\\@b\\-X', 'a@b-X'],
    ['an escape of a byte', 'a\\xe4X', 'aäX'],
    ['an escape of four digits', 'a\\u00e4X', 'aäX'],
    ['an escape in brackets', 'a\\u{e4}X', 'aäX'],
    ['an escape of eight digits', 'a\\U000000e4X', 'aäX'],
    ['an escape of zero', 'a\\u0000X', 'a\\u0000X'],
    ['an escape beyond Unicode', 'a\\U00110000X', 'a\\U00110000X'],
    ['a backslash before a letter', 'a\\bX', 'a\\bX'],
    ['a soft hyphen', 'a\u00adbX', 'abX'],
    ['a zero-width space', 'a\u200bbX', 'abX'],
    ['a mark of direction', 'a\u202ebX', 'abX'],
    ['a byte order mark', '\ufeffaX', 'aX'],
    ['a control character', 'a\u0007bX', 'abX'],
    ['an invisible entity', 'a&shy;bX', 'abX'],
    ['half a pair', 'a\ud800bX', 'abX'],
    ['a letter and its dots', 'a\u0308bX', 'äbX'],
    ['dots that no letter takes', '5\u0308X', '5\u0308X'],
    ['full-width letters', '\uff21\uff42X', 'AbX'],
    ['full-width digits', '\uff10\uff14X', '04X'],
    ['full-width signs', 'a\uff20bX', 'a@bX'],
    ['a ligature', 'o\ufb03ceX', 'officeX'],
    ['many ligatures', `${'\ufb03'.repeat(9)} XX`, `${'ffi'.repeat(9)} XX`],
    ['a phrase in one sign', '\ufdfaX', `${'\ufdfa'.normalize('NFKC')}X`],
    ['mathematical letters', '\u{1d400}\u{1d7d8}X', 'A0X'],
    ['Arabic digits', '\u0660\u0664\u06f0\u06f4X', '0404X'],
    ['Devanagari digits', '\u0966\u096aX', '04X'],
    ['a wide space', 'a\u3000bX', 'a bX'],
    ['a word that the end of a line divides', 'yhteys-\nhenkilöX', 'yhteyshenkilöX'],
    ['the same with a return', 'yhteys-\r\nhenkilöX', 'yhteyshenkilöX'],
    ['the same with another hyphen', 'yhteys\u2010\nhenkilöX', 'yhteyshenkilöX'],
    ['a hyphen before a capital', 'Malli-\nMäki%40X', 'Malli-\nMäki@X'],
    ['several at once', '&auml;%40\\@\u00ad\uff21X', 'ä@@AX'],
  ])('%s', (_what, original, expected) => {
    expect(read(original)).toEqual([expected, 'X']);
    expect(normalise(original).original).toBe(original);
  });

  it.each([
    ['every dash', '\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d', '-'.repeat(11)],
    ['every apostrophe', '\u2018\u2019\u201b\u00b4\u02bc\uff07', "'".repeat(6)],
    ['every space', '\u00a0\u1680\u2000\u200a\u202f\u205f\u3000\t', ' '.repeat(8)],
    ['every end of a line', '\v\f\r\u0085\u2028\u2029', '\n'.repeat(6)],
    ['a Turkish letter', '\u0130', 'I'],
  ])('%s', (_what, original, expected) => {
    expect(normalise(original).text).toBe(expected);
    // Beside what moves offsets too.
    expect(read(`&auml;${original}X`)).toEqual([`ä${expected}X`, 'X']);
  });
});

it.each(['', 'Maija Virtanen, ääkköset', 'a\nb', 'a–b', 'Anna-Liisa\nMalli'])('%j keeps its offsets', (text) => {
  const plain = normalise(text);
  expect(plain.offsets).toBeUndefined();
  expect(plain.text).toHaveLength(text.length);
  expect(toOriginal(plain, { start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
});

it('what stands behind ligatures is withheld', () => {
  expect(redactorOf().redact('\ufb03\ufdfa: 040 123 4567')).toBe('\ufb03\ufdfa: [withheld: phone]');
});

it('a span reaches over what it came from', () => {
  const plain = normalise('a&#64;b');
  expect(toOriginal(plain, { start: 1, end: 2 })).toEqual({ start: 1, end: 6 });
  expect(toOriginal(plain, { start: 2, end: 3 })).toEqual({ start: 6, end: 7 });
  expect(toOriginal(plain, { start: 0, end: 3 })).toEqual({ start: 0, end: 7 });
  expect(plain.offsets).toHaveLength(4);
});

describe('folded: lower case, without diacritics, letter for letter', () => {
  it.each([
    ['MÄKI Öljynen Åberg', 'maki oljynen aberg'],
    ['àáâãäåāăąæ', 'aaaaaaaaaa'],
    ['çćč ďđð èéêëēęě ğģ', 'ccc ddd eeeeeee gg'],
    ['ìíîïīįı ľĺļł ñńňņŋ', 'iiiiiii llll nnnnn'],
    ['òóôõöøōőœ řŕŗ śšşßș ťţŧț', 'ooooooooo rrr sssss tttt'],
    ['ùúûüūůűų ýÿ źžż', 'uuuuuuuu yy zzz'],
    ['Maija-5', 'maija-5'],
    ['жλ', 'жλ'],
  ])('%s', (text, expected) => {
    expect(fold(text)).toBe(expected);
    expect(fold(text)).toHaveLength(text.length);
  });
});
