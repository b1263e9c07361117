/** Persons in a value that is known to name some, and the nominative of a form. The names are nobody's. */
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../pipeline/model/person.ts';
import { findNominative } from '../../../pipeline/redact/nominatives.ts';
import {
  findPersonsInProse,
  findRuns,
  readLeadingName,
  readPersons,
  toPerson,
} from '../../../pipeline/redact/persons.ts';
import { redaction, redactorOfDocument } from '../read-redaction.ts';

const { register } = redaction;
const show = (persons: readonly Person[]): string[] =>
  persons.map(({ first, last }) => `${first.join(' ')}|${last.join('/')}`);

describe('a value that is a name', () => {
  it.each([
    ['Maija Virtanen', ['Maija|Virtanen']],
    ['Virtanen Maija', ['Maija|Virtanen']],
    ['Virtanen, Maija', ['Maija|Virtanen']],
    ['Maija Kaarina Virtanen', ['Maija Kaarina|Virtanen']],
    ['maija virtanen', ['maija|virtanen']],
    ['suvi virtanen', ['suvi|virtanen']],
    ['MAIJA VIRTANEN', ['MAIJA|VIRTANEN']],
    ['Maija\nVirtanen', ['Maija|Virtanen']],
    ['Maija von Virtanen', ['Maija|Virtanen']],
    ['projektipäällikkö Maija Virtanen', ['Maija|Virtanen']],
    ['FT Maija Virtanen', ['Maija|Virtanen']],
    ['Maija Virtanen, KTM', ['Maija|Virtanen']],
    ['Maija Virtanen, ohjaaja', ['Maija|Virtanen']],
    ['Maija Virtanen, Kemin kaupunki', ['Maija|Virtanen']],
    ['Maija Virtanen, Rovaniemi', ['Maija|Virtanen']],
    ['Maija Virtanen (Oulu)', ['Maija|Virtanen']],
    ['Maija Virtanen / Oulu', ['Maija|Virtanen']],
    ['Maija Virtanen, Kemi', ['Maija|Virtanen']],
    ['Maija Virtanen, Lapin liitto', ['Maija|Virtanen']],
    ['Maija Virtanen, Hakkarainen', ['Maija|Virtanen', '|Hakkarainen']],
    ['Maija Virtanen maija@satukyla.fi 040 123', ['Maija|Virtanen']],
    ['[Maija Virtanen, "Aino Malli"]', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen ja Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen och Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen and Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen sekä Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen tai Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen sij. Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen / Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen; Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen & Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen (Aino Malli)', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen | Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtanen\nAino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija ja Aino Virtanen', ['Maija|Virtanen', 'Aino|Virtanen']],
    ['Maija Virtanen ja Aino', ['Maija|Virtanen', 'Aino|Virtanen']],
    ['Maija Malli/Qvibberla', ['Maija|Malli/Qvibberla']],
    ['Maija Malli ja Qvibberla', ['Maija|Malli', '|Qvibberla']],
    ['Maija Malli & Qvibberla', ['Maija|Malli', '|Qvibberla']],
    ['Maija Malli ja Kemin kaupunki', ['Maija|Malli']],
    ['helmi laine', ['helmi|laine']],
    ['suvi salo', ['suvi|salo']],
    ['mäki tuuli', ['tuuli|mäki']],
    ['maija qvibberla', ['maija|qvibberla']],
    ['Virtanen', ['|Virtanen']],
    ['Xonny Qvibberla', ['Xonny|Qvibberla/Xonny']],
    ['Maija Piispa', ['Maija|Piispa']],
    ['Maija tulee', []],
    ['Maija Virtanen tulee mukaan', ['Maija|Virtanen']],
    ['Yksi Kaksi Kolme Neljä Viisi Kuusi', ['Yksi Kaksi Kolme|Neljä/Yksi']],
  ])('%j', (value, expected) => {
    expect(show(readPersons(value, register))).toEqual(expected);
  });

  it.each([
    '',
    'Myöhemmin palkattava projektipäällikkö',
    'ei ole',
    'projektipäällikkö',
    'FT',
    'Oy',
    'Kemin kaupunki',
    'M.',
    'maija@satukyla.fi',
    '040 123 4567',
    'Salo',
    'Maija',
  ])('%j names nobody', (value) => {
    expect(readPersons(value, register)).toEqual([]);
  });
});

describe('which word is the surname', () => {
  it.each([
    ['Maija Virtanen', 'Maija|Virtanen'],
    ['Virtanen Maija', 'Maija|Virtanen'],
    ['Virtanen Maija Kaarina', 'Maija Kaarina|Virtanen'],
    // Both are first names; one is a surname too.
    ['Matti Aino', 'Matti|Aino'],
    ['Maija Olavi', 'Maija|Olavi'],
    ['Xonny Qvibberla', 'Xonny|Qvibberla/Xonny'],
    ['Xonny Maija', 'Maija|Xonny'],
    ['Maija Qvibberla', 'Maija|Qvibberla'],
  ])('of %s', (name, expected) => {
    expect(show([toPerson(name.split(' '), register)])).toEqual([expected]);
  });
});

describe('the name that a value begins with', () => {
  const lead = (value: string): string | undefined => {
    const found = readLeadingName(value, register);
    return found === undefined ? undefined : `${value.slice(found.start, found.end)}|${found.words.join(' ')}`;
  };
  it.each([
    ['Xonny Qvibberla', 'Xonny Qvibberla|Xonny Qvibberla'],
    ['Xonny Qvibberla tulee', 'Xonny Qvibberla|Xonny Qvibberla'],
    ['**Xonny Qvibberla**', 'Xonny Qvibberla|Xonny Qvibberla'],
    ['  "Xonny Qvibberla"', 'Xonny Qvibberla|Xonny Qvibberla'],
    ['(Xonny Qvibberla)', 'Xonny Qvibberla|Xonny Qvibberla'],
    ['Xonny Q. Qvibberla', 'Xonny Q. Qvibberla|Xonny Qvibberla'],
    ['Xonny von Qvibberla', 'Xonny von Qvibberla|Xonny Qvibberla'],
    ['Xonny Yonny Zonny Qvibberla Wonny', 'Xonny Yonny Zonny Qvibberla|Xonny Yonny Zonny Qvibberla'],
    ['ohjaaja Xonny Qvibberla', 'Xonny Qvibberla|Xonny Qvibberla'],
    ['FT, Xonny Qvibberla', 'Xonny Qvibberla|Xonny Qvibberla'],
    ['yksi kaksi kolme Xonny Qvibberla', 'Xonny Qvibberla|Xonny Qvibberla'],
    ['yksi kaksi kolme neljä Xonny Qvibberla', undefined],
    ['Maija Kemin', 'Maija Kemin|Maija Kemin'],
    ['Maija Salo', 'Maija Salo|Maija Salo'],
    ['Xonny Pohjolassa', undefined],
    ['Xonny Pohjola', undefined],
    ['Xonny Kaupunki', undefined],
    ['Xonny Ohjaaja', undefined],
    ['Xonny Ohjausryhmä', undefined],
    ['Xonny', undefined],
    ['xonny qvibberla', undefined],
    ['Xonny Qv', undefined],
    ['5 Xonny Qvibberla', undefined],
    ['', undefined],
  ])('%j', (value, expected) => {
    expect(lead(value)).toBe(expected);
  });
});

describe('persons in prose about persons', () => {
  it.each([
    ['mukana Maija Virtanen ja Aino Malli', ['Maija|Virtanen', 'Aino|Malli']],
    ['Maija Virtasen kanssa', ['Maija|Virtanen']],
    ['Xonny Qvibberla', ['Xonny|Qvibberla/Xonny']],
    ['Xonny Qvibbersen', ['Xonny|Qvibbersen/Qvibbernen/Xonny']],
    ['Ohjaaja Maija Virtanen', ['Maija|Virtanen']],
    ['Maija Virtanen Ohjaaja', ['Maija|Virtanen']],
    ['Maija M. Virtanen', ['Maija|Virtanen']],
    ['Maija\nVirtanen', ['Maija|Virtanen']],
    ['Maija Virtanen\nRahoittaja', ['Maija|Virtanen']],
    ['Maija Virtanen Salossa', ['Maija|Virtanen']],
    ['Maija Kaarina Salo', ['Maija Kaarina|Salo']],
    ['Uusimaalainen Maija Virtanen', ['Maija|Virtanen']],
    ['Ohjausryhmä Maija Virtanen', ['Maija|Virtanen']],
    ['Maija', []],
    ['Kemin Kaupunki', []],
    ['Xonny Pohjolassa', []],
    ['Ohjaaja Maija', []],
    ['maija virtanen', []],
  ])('%j', (text, expected) => {
    const persons = findPersonsInProse(text, register);
    if (text.includes('Qvibbersen')) expect(persons[0]?.last).toContain('Qvibbernen');
    else expect(show(persons)).toEqual(expected);
  });
});

it.each([
  ['siellä Maija Qvibberla oli', ['Maija Qvibberla']],
  ['Maijan Qvibberlan', ['Maijan Qvibberlan']],
  ['siellä Maija M. Qvibberla ja Aino Malli', ['Maija M. Qvibberla', 'Aino Malli']],
  ['Xonny Qvibberla', []],
  ['Maija Kaupunki', []],
  ['Maija', []],
  ['maija qvibberla', []],
])('runs of names in %j', (text, expected) => {
  expect(findRuns(text, register).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

describe('the nominative of a form', () => {
  it.each([
    ['Virtasen', 'Virtanen'],
    ['Virtasella', 'Virtanen'],
    ['Virtaselta', 'Virtanen'],
    ['Virtaselle', 'Virtanen'],
    ['Virtasesta', 'Virtanen'],
    ['Virtasessa', 'Virtanen'],
    ['Virtaseksi', 'Virtanen'],
    ['Virtasena', 'Virtanen'],
    ['Mäkisen', 'Mäkinen'],
    ['Mäen', 'Mäki'],
    ['Mäellä', 'Mäki'],
    ['Lahden', 'Lahti'],
    ['Niemen', 'Niemi'],
    ['Järven', 'Järvi'],
    ['Kallion', 'Kallio'],
    ['Lammen', 'Lampi'],
    ['Rannan', 'Ranta'],
    ['Aallon', 'Aalto'],
    ['Virran', 'Virta'],
    ['Kulmalan', 'Kulmala'],
    ['Pekan', 'Pekka'],
    ['Sepän', 'Seppä'],
    ['Pellon', 'Pelto'],
    ['Rädyn', 'Räty'],
    ['Särjen', 'Särki'],
    ['Kurjen', 'Kurki'],
    ['Kankaan', 'Kangas'],
    ['Tuomaan', 'Tuomas'],
    ['Johanneksen', 'Johannes'],
    ['Erikin', 'Erik'],
    ['Danielin', 'Daniel'],
    ['Lindqvistin', 'Lindqvist'],
    ['Suvanteen', 'Suvanne'],
    ['Maijan', 'Maija'],
    ['Peltoa', 'Pelto'],
    // Itself, where it is in the register or nothing is.
    ['Virtanen', 'Virtanen'],
    ['Maija', 'Maija'],
    ['Qvibberlan', 'Qvibberlan'],
    ['kaupungin', 'kaupungin'],
    ['An', 'An'],
    ['', ''],
  ])('%s is of %s', (form, nominative) => {
    expect(findNominative(form, register)).toBe(nominative);
  });
});

describe('in a whole document', () => {
  it.each([
    'Hanke toimii Kemin alueella.',
    'Paikka on Rovaniemi.',
    'Mukana Lapin kunnat.',
    'Oulu ja Oulun seutu.',
    'Hankkeessa ei ole riskiä.',
  ])('what stands behind a contact’s name, or in place of one, is nobody: %j', (text) => {
    const behind = ', Kemin kaupunki; (Rovaniemi), Lapin liitto, Oulu'.split(/(?<=[;)]), /);
    const labels = [...behind, ' / Oulu'].map((place) => `Yhteyshenkilö: Maija Qvibberla${place}`);
    const document = [...labels, 'Yhteyshenkilö: ei ole', '', text].join('\n');
    expect(redactorOfDocument(document).redact(text)).toBe(text);
  });
});
