/** Persons whom the words around them tell, known names, tables and addresses in the web, each by its one rule. The names are nobody's. */
import { describe, expect, it } from 'vitest';
import { findInContext } from '../../../pipeline/redact/find-in-context.ts';
import { findInTable } from '../../../pipeline/redact/find-in-tables.ts';
import { findInAddresses } from '../../../pipeline/redact/find-in-web-addresses.ts';
import { createNameFinder, type TextKind } from '../../../pipeline/redact/find-names.ts';
import { splitText } from '../../../pipeline/redact/lines-of-text.ts';
import type { Span } from '../../../pipeline/redact/span.ts';
import { redaction } from '../read-redaction.ts';

const { register } = redaction;
const cut = (text: string, spans: readonly Span[]): string[] => spans.map(({ start, end }) => text.slice(start, end));
/** `#` stands for an address or a number. */
const inContext = (text: string): string[] =>
  cut(
    text,
    findInContext(
      text,
      [...text.matchAll(/#+/g)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
      register,
    ),
  );

describe('a person told by the words around', () => {
  it.each([
    'projektipäällikkö Maija Qvibberla',
    'Projektipäällikkönä toimi Maija Qvibberla',
    'Projektledare är Maija Qvibberla',
    'Maija Qvibberla, projektipäällikkö',
    'Maija Qvibberla (ohjaaja)',
    'Maija Qvibberla toimii hankkeen ohjaajana',
    'Maija Qvibberla\nprojektipäällikkö',
    'Maija Qvibberla\n\nProject manager',
    'Maija Qvibberla | ohjaaja',
    'Lisätietoja antaa Maija Qvibberla',
    'Hanketta vetää Maija Qvibberla',
    'Maija Qvibberla vetää hanketta',
    'Terveisin Maija Qvibberla',
    'Maija Qvibberla #',
    '# Maija Qvibberla',
    'Projektipäällikkönä on toiminut Maija Qvibberla',
    'Projektipäällikkönä aloitti Maija Qvibberla',
    'Projektipäälliköksi valittiin Maija Qvibberla',
    'Ohjaajaksi palkattiin 1.2.2019 alkaen Maija Qvibberla',
    'Som projektledare fungerade Maija Qvibberla',
    'Raportin on laatinut Maija Qvibberla',
    'Hankkeesta vastaavat Maija Qvibberla ja muut',
    'Hankkeessa työskentelivät Maija Qvibberla ja muut',
    'Ilmoittaudu viimeistään keväällä: Maija Qvibberla',
    'Projektet leds av Maija Qvibberla',
    'Anmälningar till Maija Qvibberla',
    'The project is led by Maija Qvibberla',
    'Prepared by Maija Qvibberla',
    '"Se onnistui", sanoo Maija Qvibberla',
    'Maija Qvibberla kertoo hankkeesta',
    'Osallistuja Maija Qvibberla sai työpaikan',
    'Haastattelimme: Maija Qvibberla',
    'Maija Qvibberla (47) Kemistä',
    'Maija Qvibberla, 47, Kemistä',
    'Ms. Maija Qvibberla spoke',
    'tj. Maija Qvibberla',
    'Maija Qvibberla (pj)',
  ])('%j', (text) => {
    expect(new Set(inContext(text))).toEqual(new Set(['Maija Qvibberla']));
  });

  it.each([
    ['a comma', 'ohjaaja Maija Qvibberla, Pekka Zonkala kävivät', ['Maija Qvibberla', 'Pekka Zonkala']],
    ['and', 'ohjaaja Maija Qvibberla ja Pekka Zonkala kävivät', ['Maija Qvibberla', 'Pekka Zonkala']],
    [
      'brackets',
      'Ryhmään kuuluivat Maija Qvibberla (Kemi), Pekka Zonkala (Salla) sekä Aino Brundala.',
      ['Maija Qvibberla', 'Pekka Zonkala', 'Aino Brundala'],
    ],
    ['not a sentence', 'ohjaaja Maija Qvibberla. Pekka Zonkala tuli', ['Maija Qvibberla']],
    ['not other words', 'ohjaaja Maija Qvibberla luki kirjaa Pekka Zonkala', ['Maija Qvibberla']],
  ])('with the next one of a list: %s', (_what, text, expected) => {
    expect(inContext(text)).toEqual(expected);
  });

  it.each([
    ['Mr Xonny Qvibberla', ['Xonny Qvibberla']],
    ['Mrs. Xonny Qvibberla spoke', ['Xonny Qvibberla']],
    ['Rva Xonny Qvibberla puhui', ['Xonny Qvibberla']],
    ['Mr Xonny Yhdistys', []],
    ['Mr Xonny Qvibberla -elokuva', []],
    ['MS Xonny Qvibberla', []],
  ])('a word of courtesy: %j', (text, expected) => {
    expect(inContext(text)).toEqual(expected);
  });

  it.each([
    ['in a form', 'ohjaaja Maijan Qvibberlan luona', ['Maijan Qvibberlan']],
    ['with an initial', 'ohjaaja Maija K. Qvibberla', ['Maija K. Qvibberla']],
    ['with two first names', 'ohjaaja Maija Kaarina Qvibberla', ['Maija Kaarina Qvibberla']],
    ['with a hyphen', 'ohjaaja Anna-Liisa Qvibberla', ['Anna-Liisa Qvibberla']],
    ['a surname behind a title', 'ohjaaja Virtanen tuli', ['Virtanen']],
    ['a surname in a form', 'ohjaaja Virtasen luona', ['Virtasen']],
    ['an end of surnames', 'ohjaaja Qvibberinen tuli', ['Qvibberinen']],
    ['an initial and a word', 'ohjaaja X. Qvibberla tuli', ['X. Qvibberla']],
    ['forty characters from a number', `Maija Qvibberla${' a'.repeat(19)}  #`, ['Maija Qvibberla']],
    ['41 characters from a number', `Maija Qvibberla${' a'.repeat(20)} #`, []],
    ['forty characters behind a number', `#${' a'.repeat(19)}  Maija Qvibberla`, ['Maija Qvibberla']],
    ['41 characters behind a number', `#${' a'.repeat(20)} Maija Qvibberla`, []],
    ['a number in the next sentence', 'Maija Qvibberla tuli. Soita #', []],
    ['a number in the next paragraph', 'Maija Qvibberla\n\n#', []],
    ['nothing around', 'Siellä Maija Qvibberla oli', []],
    ['an organisation', 'ohjaaja Maija Yhdistys', []],
    ['an organisation of three words', 'ohjaaja Maija Uusi Yhdistys', []],
    ['no first name', 'projektipäällikkö Xonny Qvibberla', []],
    ['a word behind a title', 'ohjaaja Qvibberla tuli', []],
    ['a place behind a title', 'ohjaaja Pohjola tuli', []],
    ['a first name behind a title', 'ohjaaja Maija tuli', []],
    ['an organisation behind a title', 'ohjaaja Kaupunki tuli', []],
    ['a title in a sentence below', 'Siellä oli Maija Qvibberla\nohjaaja', []],
    ['no title behind', 'Maija Qvibberla, kirkas', []],
    ['a form before a word without one', 'Hanketta koordinoi Suomen Punainen Risti', []],
    ['a place in a form', 'Hanketta vetää Salon Seutu', []],
    ['a house of that name', 'ohjaaja Maija Qvibberla -talo', []],
    ['a house of that surname', 'herra Virtanen -näyttely', []],
    ['what only looks like an age', 'Siellä oli Maija Qvibberla (470)', []],
    ['a word that ends in one of them', 'esikertoo Maija Qvibberla', []],
  ])('%s', (_what, text, expected) => {
    expect(inContext(text)).toEqual(expected);
  });
});

describe('a known person', () => {
  const finder = createNameFinder(
    [
      { first: ['Xonny'], last: ['Qvibberla'] },
      { first: ['Anna-Liisa'], last: ['Mäki'] },
    ],
    register,
  );
  it.each<[string, string, string[], TextKind?]>([
    ['as named', 'siellä Xonny Qvibberla oli', ['Xonny Qvibberla']],
    ['turned round', 'Qvibberla, Xonny', ['Qvibberla, Xonny']],
    ['in forms', 'Xonnyn Qvibberlalle', ['Xonnyn Qvibberlalle']],
    ['in small letters', 'xonny qvibberla', ['xonny qvibberla']],
    ['without diacritics', 'Anna-Liisa Maki', ['Anna-Liisa Maki']],
    ['by a part of the first name', 'Anna Mäki', ['Anna Mäki']],
    ['with a middle name', 'Xonny Maija Qvibberla', ['Xonny Maija Qvibberla']],
    ['with an initial', 'X. Qvibberla', ['X. Qvibberla']],
    ['with an initial behind', 'Qvibberla, X.', ['Qvibberla, X.']],
    ['in one word', 'xonnyqvibberla', ['xonnyqvibberla']],
    ['by an initial in one word', 'xqvibberla', ['xqvibberla']],
    ['by the surname', 'silloin Qvibberla tuli', ['Qvibberla']],
    ['by the surname in a form', 'silloin Qvibberlan luona', ['Qvibberlan']],
    ['not by the surname in small letters', 'silloin qvibberla tuli', []],
    ['not by the first name', 'silloin Xonny tuli', []],
    ['not by two first names', 'silloin Anna Liisa tuli', []],
    ['not with a word between', 'Xonny tuli ja Qvibberlainen jäi', []],
    ['a word with an initial', 'silloin L. Mäki tuli', ['L. Mäki']],
    ['a word behind a title', 'silloin ohjaaja Mäki tuli', ['Mäki']],
    ['a word within a sentence', 'silloin Mäki tuli', ['Mäki']],
    ['not a word that begins a sentence', 'Tuli. Mäki on korkea', []],
    ['not a company', 'silloin Qvibberla Oy tuli', []],
    ['not a thing called so', 'silloin Qvibberla -koulu alkoi', []],
    ['with a title behind a dash', 'silloin Qvibberla -ohjaaja tuli', ['Qvibberla']],
    ['not another name', 'silloin Mäkelä tuli', []],
    ['a title: both', 'Xonny Qvibberlan koti', ['Xonny Qvibberlan'], 'title'],
    ['a title: not a surname alone', 'Qvibberlan koti', [], 'title'],
    ['an address: a surname alone', 'qvibberla', ['qvibberla'], 'address'],
    ['an address: not a word', 'maki', [], 'address'],
  ])('%s', (_what, text, expected, kind) => {
    expect(cut(text, finder.find(text, kind))).toEqual(expected);
  });
});

describe('a table', () => {
  const cells = (text: string): string[] =>
    findInTable(text, splitText(text), 0, register).map(
      ({ kind, value }) => `${kind}|${text.slice(value.start, value.end)}`,
    );
  const table = (...rows: string[]): string =>
    ['| Yhteyshenkilö | Asema | Kunta |', '|---|---|---|', ...rows].join('\n');
  it.each([
    [
      'a column of persons',
      table('| Xonny Qvibberla | a | Salla |', '| Maija Malli | b | Kemi |'),
      ['name|Xonny Qvibberla', 'name|Maija Malli'],
    ],
    ['nobody', table('| Ei ole | a | Salla |'), []],
    ['an empty cell', table('| | | |'), []],
    [
      'until a line without cells',
      table('| Maija Malli | a | b |', '', '| Aino Malli | a | b |'),
      ['name|Maija Malli'],
    ],
    [
      'until another table',
      table('| Maija Malli | a | b |', '| Aino Malli | a | b |', '|---|---|---|'),
      ['name|Maija Malli'],
    ],
    [
      'an empty row',
      table('| Xonny Qvibberla | a | b |', '| | | |', '| Maija Malli | a | b |'),
      ['name|Xonny Qvibberla', 'name|Maija Malli'],
    ],
    [
      'a row of hyphens',
      table('| Xonny Qvibberla | a | b |', '| - | - | - |', '| Maija Malli | a | b |'),
      ['name|Xonny Qvibberla', 'name|Maija Malli'],
    ],
    ['no ruler', '| Yhteyshenkilö |\n| Maija Malli |', []],
    ['a ruler without hyphens', '| Yhteyshenkilö |\n| |\n| Maija Malli |', []],
    ['no label', '| Kunta |\n|---|\n| Maija Malli |', []],
    ['a column of posts', '| Yhteyshenkilön asema |\n|---|\n| ohjaaja |\n| |', ['role|ohjaaja']],
  ])('%s', (_what, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });
  it('two hundred rows and no more', () => {
    expect(cells(table(...Array.from({ length: 210 }, () => '| Maija Malli | a | b |')))).toHaveLength(200);
  });
});

describe('an address in the web', () => {
  const names = createNameFinder([{ first: ['Xonny'], last: ['Qvibberla'] }], register);
  const parts = (text: string, whole = false): string[] => cut(text, findInAddresses(text, names, register, whole));
  it.each<[string, string[], boolean?]>([
    ['katso https://satukyla.fi/xonny-qvibberla/sivu', ['xonny-qvibberla']],
    ['katso www.satukyla.fi/x?nimi=qvibberla&a=1', ['qvibberla']],
    ['katso satukyla.fi/xonny_qvibberla.', ['xonny_qvibberla.']],
    ['katso https://qvibberla.fi', ['qvibberla.fi']],
    ['katso https://satukyla.fi/maija-virtanen', []],
    ['xonny-qvibberla tuli', []],
    ['kansio/xonny-qvibberla.txt', ['xonny-qvibberla'], true],
    ['kansio/maija-virtanen.txt', ['maija-virtanen'], true],
    ['kansio/VirtanenMaija.txt', ['VirtanenMaija'], true],
    ['kansio/maija-kaupunki.txt', [], true],
    ['kansio/uusi-alku.txt', [], true],
    ['kansio/suvi-pohjola.txt', [], true],
  ])('%j: %j', (text, expected, whole) => {
    expect(parts(text, whole)).toEqual(expected);
  });
  it('is looked through without known persons too', () => {
    expect(findInAddresses('a/maija-virtanen', undefined, register, true)).toHaveLength(1);
    expect(findInAddresses('a/Maija Keski-Korhonen.txt', undefined, register, true)).toHaveLength(1);
    expect(findInAddresses('a/keski-korhonen-maija', undefined, register, true)).toHaveLength(1);
    expect(findInAddresses('a/maija-keski-suomi', undefined, register, true)).toEqual([]);
    expect(findInAddresses('a/xonny-qvibberla', undefined, register, true)).toEqual([]);
  });
});
