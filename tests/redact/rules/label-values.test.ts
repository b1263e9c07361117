/** Where a label's value begins and ends. The names are nobody's. */
import { describe, expect, it } from 'vitest';
import { continueName, findFollowers, findValueBelow } from '../../../pipeline/redact/label-values.ts';
import type { LabelKind } from '../../../pipeline/redact/labels.ts';
import { splitText } from '../../../pipeline/redact/lines-of-text.ts';
import { redaction } from '../read-redaction.ts';

const { register } = redaction;

/** The value below the first line; `inline` is what stands in that line already. */
function below(text: string, kind: LabelKind, inline?: string): string | undefined {
  const start = inline === undefined ? -1 : text.indexOf(inline);
  const span = start < 0 ? undefined : { start, end: start + (inline?.length ?? 0) };
  const value = findValueBelow(text, splitText(text), 0, kind, span);
  return value === undefined ? undefined : text.slice(value.start, value.end);
}
const lines = (count: number, line: string): string => `${line}\n`.repeat(count);

describe('the value below a label that stands alone', () => {
  it.each([
    ['one line', 'Nimi:\nMaija Malli\nKemin kaupunki', 'Maija Malli'],
    ['the last line of the text', 'Nimi:\nMaija Malli', 'Maija Malli'],
    ['without the spaces around it', 'Nimi:\n   Maija Malli  \nKemi', 'Maija Malli'],
    ['five empty lines between', `Nimi:\n${lines(5, '')}Maija Malli`, 'Maija Malli'],
    ['six empty lines between', `Nimi:\n${lines(6, '')}Maija Malli`, undefined],
    ['a ruler and an empty cell between', 'Nimi\n----\n| **\n>\nMaija Malli', 'Maija Malli'],
    ['items of a list', 'Nimet:\n- Maija Malli\n- Pekka Malli\nKemi', '- Maija Malli\n- Pekka Malli'],
    ['items with stars', 'Nimet:\n* Maija Malli\n* Pekka Malli\nKemi', '* Maija Malli\n* Pekka Malli'],
    ['items with dots', 'Nimet:\n• Maija Malli\n• Pekka Malli\nKemi', '• Maija Malli\n• Pekka Malli'],
    ['lines that are set in', 'Nimet:\n  Maija Malli\n  Pekka Malli\nKemi', 'Maija Malli\n  Pekka Malli'],
    ['a list ends with an empty line', 'Nimet:\n- Maija Malli\n\n- Pekka Malli', '- Maija Malli'],
    ['nested labels', 'Nimi:\n  nimi: Maija Malli\n  puhelin: 1\nRahoittaja: Kemi', 'nimi: Maija Malli\n  puhelin: 1'],
    ['the next label', 'Nimi:\nRahoittaja: Kemi', undefined],
    ['the next label behind a gap', 'Nimi:\n\nRahoittaja: Kemi', undefined],
    ['a hyphen within a word is no bullet', 'Nimi:\nMaija Malli\nAnna-Liisa Malli', 'Maija Malli'],
    ['lines that are set in by one space', 'Nimi:\n Maija Malli\n Pekka Malli\nKemi', 'Maija Malli\n Pekka Malli'],
    ['a sign that its label left behind', 'Nimi\n: Maija Malli', ': Maija Malli'],
    ['a hyphen is no next label', 'Nimi:\nMaija Malli - ohjaaja', 'Maija Malli - ohjaaja'],
    ['nothing', 'Nimi:', undefined],
    ['nothing but empty lines', 'Nimi:\n\n\n', undefined],
  ])('%s', (_what, text, expected) => {
    expect(below(text, 'name')).toBe(expected);
  });

  it.each(['role', 'email', 'phone'] as const)('of a label for a %s is one line too', (kind) => {
    expect(below('Tehtävä:\nohjaaja\nKemin kaupunki', kind)).toBe('ohjaaja');
  });
});

describe.each(['team', 'group'] as const)('a %s', (kind) => {
  it.each([
    ['all of its paragraph', 'Tiimi:\nMaija Malli\nPekka Malli\n\nKemi', 'Maija Malli\nPekka Malli'],
    ['until a line of spaces', 'Tiimi:\nMaija Malli\n \nPekka Malli', 'Maija Malli'],
    [
      'labels within it',
      'Tiimi:\nvetäjä: Maija Malli\nohjaaja: Pekka Malli',
      'vetäjä: Maija Malli\nohjaaja: Pekka Malli',
    ],
    ['labels with capitals', 'Tiimi:\nVetäjä: Maija Malli\nOhjaaja: Pekka', 'Vetäjä: Maija Malli\nOhjaaja: Pekka'],
    ['a post before a colon', 'Tiimi:\nMaija Malli\nkolme Ohjaajaa:\nPekka', 'Maija Malli\nkolme Ohjaajaa:\nPekka'],
    ['until a heading with spaces behind it', 'Tiimi:\nMaija Malli\nTulokset:  \nPekka Malli', 'Maija Malli'],
    ['until a heading with a colon', 'Tiimi:\nMaija Malli\nHankkeen tulokset:\nPekka Malli', 'Maija Malli'],
    ['until a heading of three letters', 'Tiimi:\nMaija Malli\nAhi:\nPekka Malli', 'Maija Malli'],
    ['two letters are no heading', 'Tiimi:\nMaija Malli\nAh:\nPekka', 'Maija Malli\nAh:\nPekka'],
    ['until a heading of 41 letters', `Tiimi:\nMaija Malli\nA${'b'.repeat(40)}:\nPekka`, 'Maija Malli'],
    ['42 letters are no heading', `Tiimi:\nPekka\nA${'b'.repeat(41)}:`, `Pekka\nA${'b'.repeat(41)}:`],
    ['a small letter is no heading', 'Tiimi:\nMaija Malli\nohjaajat:\nPekka', 'Maija Malli\nohjaajat:\nPekka'],
    ['a number is in no heading', 'Tiimi:\nMaija Malli\nVaihe 2:\nPekka', 'Maija Malli\nVaihe 2:\nPekka'],
    ['an item is no heading', 'Tiimi:\nMaija Malli\n- Ohjaajat:\nPekka', 'Maija Malli\n- Ohjaajat:\nPekka'],
  ])('%s', (_what, text, expected) => {
    expect(below(text, kind)).toBe(expected);
  });

  it('thirty lines and no more', () => {
    expect(below(`Tiimi:\n${lines(40, 'Maija Malli')}`, kind)).toBe(lines(30, 'Maija Malli').trimEnd());
    expect(below(`Tiimi:\n\n\n${lines(40, 'Maija Malli')}`, kind)).toBe(lines(30, 'Maija Malli').trimEnd());
  });

  it('goes on below what stands in the line of its label, where no line is empty', () => {
    expect(below('Tiimi: Maija Malli\nPekka Malli\n\nKemi', kind, 'Maija Malli')).toBe('Maija Malli\nPekka Malli');
    expect(below('Tiimi: Maija Malli\n\nPekka Malli', kind, 'Maija Malli')).toBe('Maija Malli');
    expect(below('Tiimi: Maija Malli', kind, 'Maija Malli')).toBe('Maija Malli');
  });
});

/** The value of the first line, and what of the next line belongs to it. */
function goOn(value: string, next?: string): string {
  const text = next === undefined ? value : `${value}\n${next}`;
  const span = continueName(text, splitText(text), 0, { start: 0, end: value.length }, register);
  return text.slice(span.start, span.end);
}

describe('a value that ends between a first name and a surname', () => {
  it.each([
    ['Maija', 'Qvibberla', 'Maija\nQvibberla'],
    ['Maija', '  Qvibberla', 'Maija\n  Qvibberla'],
    ['Maija', 'Qvibberla-Zonkala  ', 'Maija\nQvibberla-Zonkala'],
    ['Maija', "O'Qvibberla", "Maija\nO'Qvibberla"],
    ['Maija', 'Qvibberla, ohjaaja', 'Maija\nQvibberla'],
    ['Maija', 'Qvibberla (ohjaaja)', 'Maija\nQvibberla'],
    ['Maija', 'Qvibberla; Kemi', 'Maija\nQvibberla'],
    ['Maija', 'Qvibberla. Kemi', 'Maija\nQvibberla'],
    ['Maija', 'Qvibberla - Kemi', 'Maija\nQvibberla'],
    ['Anna-Liisa', 'Qvibberla', 'Anna-Liisa\nQvibberla'],
  ])('%j goes on in %j', (value, next, expected) => {
    expect(goOn(value, next)).toBe(expected);
  });

  it.each([
    ['the end of the text', 'Maija', undefined],
    ['prose', 'Maija', 'tulee mukaan'],
    ['a name and prose', 'Maija', 'Qvibberla tulee'],
    ['a word with a capital and another', 'Maija', 'Kemin Kaupunki'],
    ['the next label', 'Maija', 'Puhelinnumero'],
    ['a heading', 'Maija', 'Ohjausryhmä'],
    ['an organisation', 'Maija', 'Yhdistys'],
    ['an organisation that is set in', 'Maija', '  Yhdistys'],
    ['an empty line', 'Maija', ''],
    ['no first name', 'Zonkala', 'Qvibberla'],
    ['a whole name', 'Maija Malli', 'Qvibberla'],
    ['capitals', 'MAIJA', 'Qvibberla'],
    ['a small letter', 'maija', 'Qvibberla'],
  ])('stays before %s', (_what, value, next) => {
    expect(goOn(value, next)).toBe(value);
  });
});

const follow = (label: string, ...below: string[]): string[] => {
  const text = ['x', ...below].join('\n');
  return findFollowers(text, splitText(text), 0, label, register).map(({ start, end }) => text.slice(start, end));
};

describe('further persons below a value', () => {
  it.each(['Yhteyshenkilöt', 'Kontaktpersoner', 'Handläggarna är', 'Contacts', 'Projektledare '])('%j', (label) => {
    expect(follow(label, 'Aino Qvibberla', 'Pekka Zonkala')).toEqual(['Aino Qvibberla', 'Pekka Zonkala']);
  });

  it.each([
    ['Yhteyshenkilöt', ['Xonny Qvibberla']],
    ['Kontaktpersoner', ['Xonny Qvibberla']],
    ['Kontaktpersonerna', ['Xonny Qvibberla']],
    ['Contact persons', ['Xonny Qvibberla']],
    ['Yhteyshenkilöt ', ['Xonny Qvibberla']],
    ['Yhteyshenkilö', []],
    ['Kontaktperson', []],
  ])('of %s: a name that no register has only behind a plural', (label, expected) => {
    expect(follow(label, 'Xonny Qvibberla')).toEqual(expected);
  });

  it.each([
    ['with bullets', '- Aino Qvibberla', 'Aino Qvibberla'],
    ['with numbers', '2) Aino Qvibberla', 'Aino Qvibberla'],
    ['with a post behind a comma', 'Aino Qvibberla, ohjaaja', 'Aino Qvibberla, ohjaaja'],
    ['with a place in brackets', 'Aino Qvibberla (Kemi)', 'Aino Qvibberla (Kemi)'],
    ['with a semicolon', 'Aino Qvibberla; Kemi', 'Aino Qvibberla; Kemi'],
    ['with a post behind a hyphen', 'Aino Qvibberla - ohjaaja', 'Aino Qvibberla - ohjaaja'],
    ['with a post in the next cell', 'Aino Qvibberla | ohjaaja', 'Aino Qvibberla | ohjaaja'],
    ['with a post in the next column', 'Aino Qvibberla    ohjaaja', 'Aino Qvibberla    ohjaaja'],
    ['with a stop', 'Aino Qvibberla.', 'Aino Qvibberla.'],
    ['with a title before', 'ohjaaja Aino Qvibberla', 'ohjaaja Aino Qvibberla'],
    ['set in', '                Aino Qvibberla   ', 'Aino Qvibberla'],
    ['with a bullet that is set in', '   - Aino Qvibberla', 'Aino Qvibberla'],
  ])('%s', (_what, line, expected) => {
    expect(follow('Yhteyshenkilö', line)).toEqual([expected]);
  });

  it.each([
    ['prose behind the name', 'Aino Qvibberla tulee'],
    ['a label', 'Ohjaaja: Aino Qvibberla'],
    ['a name that is a label', 'Aino Qvibberla: ohjaaja'],
    ['an organisation', 'Kemin Kaupunki'],
    ['a word that is a name too', 'Suvi Pohjola'],
    ['an empty line', ''],
  ])('end before %s', (_what, line) => {
    expect(follow('Yhteyshenkilö', line, 'Aino Qvibberla')).toEqual([]);
  });

  it('thirty lines and no more', () => {
    expect(follow('Nimet', ...Array.from({ length: 40 }, () => 'Aino Qvibberla'))).toHaveLength(30);
  });
});
