/** Labels and what is read behind them, each by the one rule that finds it. The names are nobody's. */
import { describe, expect, it } from 'vitest';
import { findContacts } from '../../../pipeline/redact/find-contacts.ts';
import { redaction } from '../read-redaction.ts';

/** Each contact as `kind|value|persons`, `?` before the kind of a label that only looks like a person's. */
const read = (text: string): string[] =>
  findContacts(text, redaction.register).map(
    ({ kind, isKnown, value, persons }) =>
      `${isKnown ? '' : '?'}${kind}|${text.slice(value.start, value.end)}|${persons
        .map(({ first, last }) => `${first.join(' ')} ${last.join('/')}`.trim())
        .join(', ')}`,
  );
const words = (count: number): string => 'sana '.repeat(count).trim();

describe('a label at the beginning of a line', () => {
  it.each([
    ['Yhteyshenkilö: Maija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    ['Kontaktperson: Maija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    ['Contact person: Maija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    ['- 2) Yhteyshenkilö = Maija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    ['Yhteyshenkilön asema: ohjaaja', ['role|ohjaaja|']],
    ['Yhteyshenkilön sähköposti: maija', ['email|maija|']],
    ['Yhteyshenkilön puhelin: 5', ['phone|5|']],
    [
      'Projektitiimi: Maija Qvibberla\nPekka Zonkala',
      ['team|Maija Qvibberla\nPekka Zonkala|Maija Qvibberla, Pekka Zonkala'],
    ],
    ['Ohjausryhmä: Maija Qvibberla, Kemi', ['group||Maija Qvibberla']],
    ['Yhteyshenkilö: Maija\nQvibberla', ['name|Maija\nQvibberla|Maija Qvibberla']],
    ['Yhteyshenkilö:\nMaija\nQvibberla', ['name|Maija\nQvibberla|Maija Qvibberla']],
    ['Yhteyshenkilö:\nMaija Qvibberla\nKemi', ['name|Maija Qvibberla|Maija Qvibberla']],
    ['Yhteyshenkilö: Maija Qvibberla. Hanke alkaa Kemissä', ['name|Maija Qvibberla|Maija Qvibberla']],
    ['Yhteyshenkilö: tulossa. Maija Qvibberla kertoo', ['name|tulossa. Maija Qvibberla kertoo|Maija Qvibberla']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['a word alone', 'Yhteyshenkilö: Qvibberla', ['name|Qvibberla|']],
    ['a word alone, and prose', 'Yhteyshenkilö: Qvibberla. Hanke alkaa', ['name|Qvibberla|']],
    ['a surname of the register', 'Yhteyshenkilö: Virtanen', ['name|Virtanen|Virtanen']],
    ['a post that looks like a name', 'Yhteyshenkilön asema: X. Qvibberla', ['role|X. Qvibberla|']],
    ['a post and words', 'Yhteyshenkilön asema: Xonny Qvibberla tulee', ['role|Xonny Qvibberla tulee|']],
    ['a word in a group', 'Ohjausryhmä: Qvibberla', []],
    ['an initial before it', 'Yhteyshenkilö: X. Qvibberla', ['name|X. Qvibberla|Qvibberla']],
    ['two initials before it', 'Yhteyshenkilö: X. Y. Qvibberla', ['name|X. Y. Qvibberla|Qvibberla']],
    ['behind a label for a surname', 'Sukunimi: Qvibberla', ['name|Qvibberla|Qvibberla']],
    ['behind a label for a surname in Swedish', 'Efternamn: Qvibberla', ['name|Qvibberla|Qvibberla']],
    ['behind a label for a surname in English', 'Last name: Qvibberla', ['name|Qvibberla|Qvibberla']],
    [
      'two words that no register has',
      'Yhteyshenkilö: Xonny Qvibberla',
      ['name|Xonny Qvibberla|Xonny Qvibberla/Xonny'],
    ],
    ['prose behind them', 'Yhteyshenkilö: Xonny Qvibberla tulee', ['name|Xonny Qvibberla|Xonny Qvibberla/Xonny']],
    ['an organisation alone', 'Yhteyshenkilö: Yhdistys', []],
    ['a place alone', 'Yhteyshenkilö: Salo', []],
    ['a title alone', 'Yhteyshenkilö: Ohjaaja', []],
    ['a small letter', 'Yhteyshenkilö: ilmoitetaan', []],
    ['an organisation of two words', 'Yhteyshenkilö: Kemin Kaupunki', []],
    ['nothing', 'Yhteyshenkilö:', []],
  ])('behind a known label: %s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('a value of twelve words is withheld whole, of a longer one its names alone', () => {
    const value = (count: number): string => `Maija Qvibberla, ${words(count)}`;
    expect(read(`Yhteyshenkilö: ${value(10)}`)).toEqual([`name|${value(10)}|Maija Qvibberla`]);
    expect(read(`Yhteyshenkilö: ${value(11)}`)).toEqual(['name||Maija Qvibberla']);
  });

  it('a role of twelve words is withheld, a longer one is prose', () => {
    expect(read(`Yhteyshenkilön asema: ${words(12)}`)).toEqual([`role|${words(12)}|`]);
    expect(read(`Yhteyshenkilön asema: ${words(13)}`)).toEqual([]);
  });
});

describe('a label that only looks like a person’s', () => {
  it.each([
    ['four words', 'Kontaktien kuvailu: yksi kaksi kolme neljä', ['?name|yksi kaksi kolme neljä|']],
    ['five words', 'Kontaktien kuvailu: yksi kaksi kolme neljä viisi', []],
    [
      'a person in five words',
      'Kontaktien kuvailu: Maija Qvibberla, yksi kaksi kolme',
      ['?name|Maija Qvibberla, yksi kaksi kolme|Maija Qvibberla'],
    ],
    ['a count', 'Kontaktien kuvailu: 40 kpl', []],
    ['a count with a point', 'Kontaktien kuvailu: 1 400,5', []],
    ['a word of 12 letters behind a count', `Kontaktien kuvailu: 5 ${'a'.repeat(12)}`, []],
    ['a word of 13 letters behind a count', `Kontaktien kuvailu: 5 ${'a'.repeat(13)}`, [`?name|5 ${'a'.repeat(13)}|`]],
    ['words around a count', 'Kontaktien kuvailu: noin 5 kpl', ['?name|noin 5 kpl|']],
    ['a role of four words', 'Kontaktien kuvailun asema: yksi kaksi kolme neljä', ['?role|yksi kaksi kolme neljä|']],
    ['a role of five words', 'Kontaktien kuvailun asema: yksi kaksi kolme neljä viisi', []],
    ['a word with a capital', 'Kontaktien kuvailu: Qvibberla', ['?name|Qvibberla|']],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('the text of a team', () => {
  it.each([
    ['a capital within a sentence', 'Projektitiimi: mukana on myös Qvibberla'],
    ['a name that begins a sentence', 'Projektitiimi: Maija tulee'],
    ['words alone, a line each', 'Projektitiimi:\nQvibberla\nZonkala'],
    ['a word and a post', 'Projektitiimi: Qvibberla, ohjaaja'],
    ['a name in a form', 'Projektitiimi: Virtasen tukena kaksi ohjaajaa'],
    ['a name behind a stop', 'Projektitiimi: kolme työntekijää. Virtanen tulee'],
    ['a name that nobody knows at its beginning', 'Projektitiimi: Qvibberla vetää hanketta'],
    ['a word at its beginning, which could be a name', 'Projektitiimi: Kolme työntekijää'],
    ['a word that is a name too', 'Projektitiimi: Suvi tulee'],
  ])('is withheld with %s', (_what, text) => {
    expect(read(text)).toEqual([`team|${text.slice('Projektitiimi:'.length).trim()}|`]);
  });

  it.each([
    ['no capital', 'Projektitiimi: kolme työntekijää'],
    ['a place', 'Projektitiimi: kolme työntekijää, Salla'],
    ['a place in a form', 'Projektitiimi: kolme työntekijää Sallassa'],
    ['an organisation', 'Projektitiimi: kolme työntekijää, Kaupunki'],
    ['a title', 'Projektitiimi: kolme, Ohjaaja'],
  ])('stays with %s', (_what, text) => {
    expect(read(text)).toEqual([]);
  });

  it('a group’s text stays whatever it says, and its persons are known', () => {
    expect(read('Ohjausryhmä: mukana on myös Qvibberla')).toEqual([]);
    expect(read('Ohjausryhmä:\nMaija Qvibberla\nPekka Zonkala')).toEqual(['group||Maija Qvibberla, Pekka Zonkala']);
  });
});

describe('labels in a row', () => {
  it.each([
    ['Yhteyshenkilö: Maija Qvibberla, puhelin: 5', ['name|Maija Qvibberla|Maija Qvibberla', 'phone|5|']],
    ['Yhteyshenkilö: Maija Qvibberla (puhelin: 5', ['name|Maija Qvibberla|Maija Qvibberla', 'phone|5|']],
    ['Yhteyshenkilö: Maija Qvibberla | Puhelin: 5', ['name|Maija Qvibberla|Maija Qvibberla', 'phone|5|']],
    ['Yhteyshenkilö: Maija Qvibberla - puhelin: 5', ['name|Maija Qvibberla|Maija Qvibberla', 'phone|5|']],
    ['Yhteyshenkilö: Puhelin: 5', ['phone|5|']],
    ['Yhteyshenkilön asema: Puhelin: 5', ['phone|5|']],
    [
      'Yhteyshenkilö: Aino Malli, kontaktien kuvailu: Pekka Zonkala',
      ['name|Aino Malli|Aino Malli', '?name|Pekka Zonkala|Pekka Zonkala'],
    ],
    [
      'Projektitiimi: Maija Qvibberla; yhteyshenkilö: Pekka Zonkala',
      ['team|Maija Qvibberla|Maija Qvibberla', 'name|Pekka Zonkala|Pekka Zonkala'],
    ],
    ['Hanke alkaa. Yhteyshenkilö: Maija\nQvibberla', ['name|Maija\nQvibberla|Maija Qvibberla']],
    ['Hanke alkaa. Yhteyshenkilö:\nMaija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    // A label that no table has, within a line: nobody is behind it.
    ['Yhteyshenkilö: Maija Qvibberla, kontaktien kuvailu: hyvin', ['name|Maija Qvibberla|Maija Qvibberla']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Yhteyshenkilöt: Maija Qvibberla\nXonny Zonkala', ['Maija Qvibberla', 'Xonny Zonkala']],
    ['Yhteyshenkilöt:\nMaija Qvibberla\nXonny Zonkala', ['Maija Qvibberla', 'Xonny Zonkala']],
    ['Yhteyshenkilö:\n\n\nMaija Qvibberla\nPekka Zonkala', ['Maija Qvibberla', 'Pekka Zonkala']],
    ['Yhteyshenkilö:\nMaija\nQvibberla\nPekka Zonkala', ['Maija\nQvibberla', 'Pekka Zonkala']],
    ['Yhteyshenkilöt: Maija\nQvibberla\nXonny Zonkala', ['Maija\nQvibberla', 'Xonny Zonkala']],
    ['Yhteyshenkilöt: Qvibberla\nXonny Zonkala', ['Qvibberla', 'Xonny Zonkala']],
    ['Kontaktien kuvailut: hyvin\nPekka Zonkala', ['hyvin']],
    ['Yhteyshenkilön asema:\nohjaaja\nPekka Zonkala', ['ohjaaja']],
    ['Yhteyshenkilöt: ilmoitetaan\nPekka Zonkala', []],
    ['Yhteyshenkilön asema: ohjaaja\nPekka Zonkala', ['ohjaaja']],
  ])('%j with the persons below', (text, expected) => {
    expect(read(text).map((contact) => contact.split('|')[1])).toEqual(expected);
  });
});

describe('a label without a sign', () => {
  it.each([
    ['above its value', 'Yhteyshenkilö\nXonny Qvibberla', ['name|Xonny Qvibberla|Xonny Qvibberla/Xonny']],
    ['with a bullet', '## Yhteyshenkilö\n\nXonny Qvibberla', ['name|Xonny Qvibberla|Xonny Qvibberla/Xonny']],
    ['a team', 'Projektitiimi\nMaija Qvibberla', ['team|Maija Qvibberla|Maija Qvibberla']],
    ['above nothing', 'Yhteyshenkilö', []],
    ['above the next label', 'Yhteyshenkilö\nRahoittaja: Kemi', []],
    ['that only looks like one', 'Kontaktien kuvailu\nXonny Qvibberla', []],
    ['before a name', 'Yhteyshenkilö Maija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    ['with a bullet before a name', '- Yhteyshenkilö Maija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    [
      'before a name that no register has',
      'Yhteyshenkilö Xonny Qvibberla.',
      ['name|Xonny Qvibberla|Xonny Qvibberla/Xonny'],
    ],
    ['before a name in quotation marks', 'Yhteyshenkilö "Maija Qvibberla"', ['name|"Maija Qvibberla|Maija Qvibberla']],
    ['before a name and signs', 'Yhteyshenkilö Xonny Qvibberla."', ['name|Xonny Qvibberla|Xonny Qvibberla/Xonny']],
    [
      'before a name and four words',
      `Yhteyshenkilö Maija Qvibberla ${words(4)}`,
      [`name|Maija Qvibberla ${words(4)}|Maija Qvibberla`],
    ],
    ['with a verb', 'Yhteyshenkilönä toimii Maija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    ['with a verb in Swedish', 'Kontaktperson är Maija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    ['with a verb in English', 'Contact person is Maija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    [
      'of five words',
      'Hankkeen ja projektin virallinen yhteyshenkilö Maija Qvibberla',
      ['name|Maija Qvibberla|Maija Qvibberla'],
    ],
    ['of six words', 'Hankkeen ja projektin toinen virallinen yhteyshenkilö Maija Qvibberla', []],
    [
      'before a name and words',
      'Yhteyshenkilö Maija Qvibberla Kemin kaupungista',
      ['name|Maija Qvibberla Kemin kaupungista|Maija Qvibberla Kemin'],
    ],
    ['before a name and six words', `Yhteyshenkilö Maija Qvibberla ${words(5)}`, ['name||Maija Qvibberla']],
    ['before a name and a number', 'Yhteyshenkilö Maija Qvibberla 5', ['name||Maija Qvibberla']],
    [
      'with a verb before a name and words',
      'Yhteyshenkilönä toimii Maija Qvibberla kesään asti',
      ['name||Maija Qvibberla'],
    ],
    ['before a name that no register has and words', 'Yhteyshenkilö Xonny Qvibberla tulee', []],
    ['before prose', 'Yhteyshenkilö valitaan', []],
    ['before an organisation', 'Yhteyshenkilö Kemin Kaupunki', []],
    ['for a role', 'Yhteyshenkilön asema Maija Qvibberla', []],
    ['of a group', 'Terveisin Maija Qvibberla', ['name|Maija Qvibberla|Maija Qvibberla']],
    ['that no table has', 'Kontaktien kuvailu Maija Qvibberla', []],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a name behind a sign', () => {
  it.each([
    ['a label that no table has', 'Laatinut: Maija Virtanen', ['?name|Maija Virtanen|Maija Virtanen']],
    ['with a bullet', '* Laatinut: Maija Virtanen', ['?name|Maija Virtanen|Maija Virtanen']],
    [
      'two persons',
      'Laatinut: Maija Virtanen ja Pekka Virtanen',
      ['?name|Maija Virtanen ja Pekka Virtanen|Maija Virtanen, Pekka Virtanen'],
    ],
    [
      'two persons and a comma',
      'Laatinut: Maija Virtanen, Pekka Virtanen',
      ['?name|Maija Virtanen, Pekka Virtanen|Maija Virtanen, Pekka Virtanen'],
    ],
    ['a surname first', 'Laatinut: Virtanen, Maija', ['?name|Virtanen, Maija|Maija Virtanen']],
    ['a name that no register has', 'Mukana: Xonny Qvibberla', []],
    ['what somebody did', 'Laatinut: Xonny Qvibberla', ['name|Xonny Qvibberla|Xonny Qvibberla/Xonny']],
    ['a person and prose', 'Mukana: Maija Virtanen vuonna', []],
    ['a person and an organisation', 'Mukana: Maija Virtanen, Kemin Kaupunki', []],
    ['the name of a model', 'Mallin nimi: Maija Virtanen', []],
    ['the name of a person', 'Henkilön nimi: Maija Virtanen', ['?name|Maija Virtanen|Maija Virtanen']],
    ['the name of a beneficiary', 'Hakija: Maija Virtanen', []],
    ['a label of forty characters', `${'a'.repeat(40)}: Maija Virtanen`, ['?name|Maija Virtanen|Maija Virtanen']],
    ['a label of 41 characters', `${'a'.repeat(41)}: Maija Virtanen`, []],
    [
      'a title before the sign',
      'Kemin kaupunki, rehtori: Xonny Qvibberla',
      ['name|Xonny Qvibberla|Xonny Qvibberla/Xonny'],
    ],
    [
      'two titles',
      'Kemi, rehtori: Xonny Qvibberla, pastori: Xonna Zonkala',
      ['name|Xonny Qvibberla|Xonny Qvibberla/Xonny', 'name|Xonna Zonkala|Xonna Zonkala/Xonna'],
    ],
    ['a title before an organisation', 'Kemi, rehtori: Kemin Kaupunki', []],
    ['no title before it', 'Kemi, aihe: Xonny Qvibberla', []],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('reads a label of its own kind once', () => {
    expect(read('Projektipäällikkö: Xonny Qvibberla')).toEqual(['name|Xonny Qvibberla|Xonny Qvibberla/Xonny']);
  });
});

it('the cells below a heading of a table', () => {
  expect(read('| Yhteyshenkilö | Kunta |\n|---|---|\n| Maija Qvibberla | Salla |')).toContain(
    'name|Maija Qvibberla|Maija Qvibberla',
  );
});

it.each(['', 'Hanke alkaa keväällä.', 'Yhteistyö Maija Qvibberla', 'Tulokset: hyviä'])('%j has no contact', (text) => {
  expect(read(text)).toEqual([]);
});
