/** Natural persons among beneficiaries, and officials behind organisations. The names are nobody's. */
import { describe, expect, it } from 'vitest';
import { classifyBeneficiary, isPersonType } from '../../../pipeline/redact/natural-persons.ts';
import { findNaturalPersons, findOfficial } from '../../../pipeline/redact/officials.ts';
import { redaction } from '../read-redaction.ts';

const { register } = redaction;

describe('a beneficiary that is', () => {
  it.each([
    ['person', 'Maija Virtanen'],
    ['person', 'Virtanen Maija'],
    ['person', 'VIRTANEN MAIJA'],
    ['person', 'maija virtanen'],
    ['person', 'Virtanen, Maija'],
    ['person', 'Maija Kaarina Virtanen'],
    ['person', 'Maija Kaarina Qvibberla'],
    ['person', 'Anna-Liisa Virtanen'],
    ['person', 'Maija Virtanen-Mattila'],
    ['person', 'Maija Mattila'],
    ['person', 'Maija von Virtanen'],
    ['person', 'Maija K. Virtanen'],
    ['person', 'Maija ja Pekka Virtanen'],
    ['person', 'Maija & Pekka Virtanen'],
    ['person', 'Maija Virtanen och Pekka Virtanen'],
    ['person', 'Maija Virtanen ja Pekka'],
    ['person', 'Maija Virtanen, Pekka Virtanen'],
    ['person', 'Maija Virtanen; Pekka Virtanen'],
    ['person', 'M. Virtanen'],
    ['person', 'M.K. Virtanen'],
    ['person', 'Virtanen M.'],
    ['person', 'Virtanen, M'],
    ['person', 'Maija Luulosaari'],
    ['person', '"Maija Virtanen"'],
    ['person', '- Maija Virtanen'],
    ['person', 'Maija Virtanen s. 1950'],
    ['person', 'Maija Virtanen (1950)'],
    ['person', 'Maija Virtanen 1234567-1'],
    ['person', 'Maija Virtanen LKV'],
    ['person', 'Maija Virtanen ym.'],
    ['person', 'Maija Virtanen, Kemi'],
    ['person', 'Maija Virtanen (Kemi)'],
    ['person', 'Dr. Maija Virtanen'],
    ['person', 'Maija Virtanen, maatalousyrittäjä'],
    ['person', 'Maatalousyhtymä Virtanen Maija ja Pekka'],
    ['sole_trader', 'Tmi Maija Virtanen'],
    ['sole_trader', 'T:mi Maija Virtanen'],
    ['sole_trader', 'Toiminimi Maija Qvibberla'],
    ['sole_trader', 'Maija Virtanen Tmi'],
    ['sole_trader', 'Maija Virtanen, tmi'],
    ['sole_trader', 'Tmi M. Virtanen'],
    ['sole_trader', 'Tmi Virtanen'],
    ['sole_trader', 'Kukka Tmi Maija Virtanen'],
    ['sole_trader', 'Maija Virtanen Tmi Kukka'],
    ['sole_trader', 'Enskild firma Maija Virtanen'],
    ['sole_trader', 'Tmi Kukkakauppa Maija Virtanen'],
    ['estate', 'Maija Virtasen kuolinpesä'],
    ['estate', 'Virtasen perikunta'],
    ['estate', 'Kuolinpesä Maija Virtanen'],
    ['estate', 'Maija Virtanen kp'],
    ['estate', 'Maija Virtanen oikeudenomistajat'],
    ['estate', 'Dödsbo efter Maija Virtanen'],
    ['estate', 'Maija Virtasen jakamaton kuolinpesä'],
  ])('a %s: %s', (kind, name) => {
    expect(classifyBeneficiary(name, register)?.kind).toBe(kind);
  });

  it.each([
    ['Tmi Maija Virtanen', 'Maija Virtanen'],
    ['Maija Virtasen kuolinpesä', 'Maija Virtanen'],
    ['Maija Virtanen, Kemi', 'Maija Virtanen'],
    ['Dr. Maija Virtanen', 'Maija Virtanen'],
    ['VIRTANEN MAIJA', 'Virtanen Maija'],
  ])('%s is called %s', (written, name) => {
    expect(classifyBeneficiary(written, register)?.name).toBe(name);
  });
});

it.each([
  '',
  'Virtanen',
  'Maija',
  'Kemin kaupunki',
  'Kemi Tornio',
  'Virtanen Oy',
  'Maija Virtanen Oy',
  'Maija Virtanen Ky',
  'Maija Virtanen ry',
  'Oy Maija Virtanen Ab',
  'Lapin liitto',
  'Maija Virtasen säätiö',
  'Tmi Kukkakauppa',
  'M. Qvibberla',
  'S Pohjola',
  'Xonny Qvibberla',
  'kuolinpesä',
  'Uusi Alku',
  'Maija tulee',
  `Maija ${'a'.repeat(120)}`,
  'Yksi Kaksi Kolme Neljä Viisi Kuusi',
])('%j is no natural person', (name) => {
  expect(classifyBeneficiary(name, register)).toBeUndefined();
});

describe('the official of', () => {
  it.each([
    ['Kemin kaupunki, rehtori Maija Virtanen', 'rehtori Maija Virtanen'],
    ['Kemin kaupunki, Maija Virtanen', 'Maija Virtanen'],
    ['Kemin kaupunki, Virtanen, Maija', 'Virtanen, Maija'],
    ['Kemin kaupunki / Maija Virtanen', 'Maija Virtanen'],
    ['Kemin kaupunki; Maija Virtanen', 'Maija Virtanen'],
    ['Kemin kaupunki - Maija Virtanen', 'Maija Virtanen'],
    ['Kemin kaupunki: Maija Virtanen', 'Maija Virtanen'],
    ['Kemin kaupunki c/o Maija Virtanen', 'Maija Virtanen'],
    ['Kemin kaupunki (Maija Virtanen)', 'Maija Virtanen'],
    ['Kemin kaupunki, yhteyshenkilö Maija Virtanen', 'yhteyshenkilö Maija Virtanen'],
    ['Kemin kaupunki, att. Maija Virtanen', 'att. Maija Virtanen'],
    ['Kemin kaupunki, Maija Qvibberla', 'Maija Qvibberla'],
    ['Kemin kaupunki, rehtori Xonny Qvibberla', 'rehtori Xonny Qvibberla'],
    ['Kemin kaupunki, rehtori Qvibberla', 'rehtori Qvibberla'],
    ['Kemin kaupunki, rehtori X. Qvibberla', 'rehtori X. Qvibberla'],
    ['Kemin kaupunki, M. Virtanen', 'M. Virtanen'],
    ['Kemin kaupunki, sivistystoimi, Maija Virtanen', 'Maija Virtanen'],
    ['Kemin kaupunki perusturvajohtaja Maija Virtanen', 'perusturvajohtaja Maija Virtanen'],
    ['Kemin kaupunki VIRTANEN MAIJA', 'VIRTANEN MAIJA'],
    ['Suur Kemin kaupunki Virtanen Maija', 'Virtanen Maija'],
    ['rehtori Maija Virtanen, Kemin kaupunki', 'rehtori Maija Virtanen'],
    ['Maija Virtanen, Kemin kaupunki', 'Maija Virtanen'],
    ['Kemin kaupunki,&nbsp;Maija Virtanen', 'Maija Virtanen'],
    ['Kemin kaupunki', undefined],
    ['Kemin kaupunki, rehtori', undefined],
    ['Kemin kaupunki, sivistystoimi', undefined],
    ['Kemin kaupunki, Tornion kaupunki', undefined],
    ['Kemin kaupunki, rehtori Tornion Kaupunki', undefined],
    ['Kemin kaupunki, Xonny Qvibberla', undefined],
    ['Lapin yliopisto - tutkimuskeskus', undefined],
    ['Uusi Alku, Avoin Ovi', undefined],
  ])('%s', (name, expected) => {
    const span = findOfficial(name, register);
    expect(span === undefined ? undefined : name.slice(span.start, span.end)).toBe(expected);
  });
});

it.each([
  ['Yksityishenkilö', true],
  ['yksityishenkilöt', true],
  ['Luonnollinen henkilö', true],
  ['Yksityinen elinkeinonharjoittaja', true],
  ['Enskild person', true],
  ['Fysisk person', true],
  ['Natural person', true],
  ['Kunta', false],
  ['Muu kuin yksityishenkilö', false],
  ['', false],
  [undefined, false],
])('a beneficiary of the type %j: %s', (type, expected) => {
  expect(isPersonType(type)).toBe(expected);
});

describe('whom the names of a project say', () => {
  const find = (name: string | undefined, type?: string, partners: string[] = [], allowed = ''): string[] =>
    findNaturalPersons(
      {
        ...(name === undefined ? {} : { beneficiary_name: name }),
        ...(type === undefined ? {} : { beneficiary_type: type }),
      },
      partners.map((partner) => ({ name: partner })),
      { register, isAllowed: (one) => one === allowed },
    ).map(({ first, last }) => `${first.join(' ')}|${last.join('/')}`);

  it.each<[string, string[], string[]]>([
    ['a person', find('Maija Virtanen'), ['Maija|Virtanen']],
    ['a trader', find('Tmi Maija Virtanen'), ['Maija|Virtanen']],
    ['an official', find('Kemin kaupunki, rehtori Maija Virtanen'), ['Maija|Virtanen']],
    ['an organisation', find('Kemin kaupunki'), []],
    ['nobody', find(undefined), []],
    ['by the type', find('Xonny Qvibberla', 'Yksityishenkilö'), ['Xonny|Qvibberla/Xonny']],
    ['by the type of nobody', find(undefined, 'Yksityishenkilö'), []],
    ['not by another type', find('Xonny Qvibberla', 'Kunta'), []],
    [
      'partners',
      find('Kemin kaupunki', undefined, ['Aino Virtanen', 'Oulun yliopisto, Pekka Virtanen']),
      ['Aino|Virtanen', 'Pekka|Virtanen'],
    ],
    ['whom the publisher allows', find('Maija Virtanen', 'Yksityishenkilö', [], 'Maija Virtanen'), []],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected);
  });
});
