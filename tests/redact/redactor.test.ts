import { describe, expect, it } from 'vitest';
import { findContacts } from '../../pipeline/redact/find-contacts.ts';
import { readPersons } from '../../pipeline/redact/persons.ts';
import { normalise } from '../../pipeline/redact/normalise.ts';
import { createRedactor, hashWithheld, type TextClass } from '../../pipeline/redact/redactor.ts';
import { redaction, redactorOf } from './read-redaction.ts';

const redact = (text: string, names: readonly string[] = []): string => redactorOf(...names).redact(text);

describe('e-mail addresses', () => {
  it.each([
    'maija.malli@esimerkki.fi',
    'maija.malli(at)esimerkki.fi',
    'Maija.Malli [at] esimerkki.fi',
    'maija.malli (at) esimerkki (dot) fi',
    'maija.malli at esimerkki.fi',
    'm@e.fi',
    'äijä.öljynen@malli-kunta.esimerkki.fi',
  ])('withholds %s', (address) => {
    expect(redact(`Kysy: ${address}, kiitos.`)).toBe('Kysy: [withheld: e-mail], kiitos.');
  });

  it.each(['Hankkeet ovat at-merkin kaltaisia (at) ja', 'Tapaamme at work', '5 @ 3'])('leaves %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('phone numbers', () => {
  it.each([
    '050 500 2102',
    '0501234567',
    '040-123 4567',
    '+358 40 123 4567',
    '+358401234567',
    '00358 50 4081922',
    '09 8868 7300',
    '(09) 8868 7300',
    '05 352 000',
    '029 502 4000',
    '050\u00a0500\u00a02102',
  ])('withholds %s', (number) => {
    expect(redact(`Soita ${number}.`)).toBe('Soita [withheld: phone].');
  });

  it('withholds a short number behind a word that says it is one', () => {
    expect(redact('Vaihde 352 000, puh. 12345')).toBe('Vaihde [withheld: phone], puh. [withheld: phone]');
  });

  it.each([
    '0180774-6',
    'Y-tunnus 0204023-3.',
    '1.8.2020- 31.10.2023',
    '01.05.2017 – 30.04.2020',
    '2014/4543/09 02 01 01/2016/KESELY',
    '00100 Helsinki',
    '391 780',
    '16–64-vuotiaat',
    '0–10',
    '2019-03-01',
    'vuosina 2014 2020 ja 500000-1000000 €',
    '0,5 prosenttia',
  ])('leaves %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('contact persons', () => {
  const names = ['Maija Meikäläinen'];
  it.each([
    'Maija Meikäläinen',
    'Meikäläinen Maija',
    'MAIJA MEIKÄLÄINEN',
    'Maija Meikäläisen',
    'Meikäläinen, Maija',
    'Maija\nMeikäläinen',
  ])('withholds %j', (name) => {
    expect(redact(`Vetäjä on ${name} nyt.`, names)).toBe('Vetäjä on [withheld: name] nyt.');
  });

  it.each(['Anna-Liisa Meikäläinen', "Maija O'Malli", 'Maija Malli/Mallila', 'Maija [Kaisa] Mallila'])(
    'takes %s as it is',
    (name) => {
      expect(redact(`Vetäjä on ${name} nyt.`, [name])).toBe('Vetäjä on [withheld: name] nyt.');
    },
  );

  it('withholds the surname alone, and leaves a first name', () => {
    expect(redact('Maija kulki, Meikäläinen jäi.', names)).toBe('Maija kulki, [withheld: name] jäi.');
  });

  it('counts what it withheld', () => {
    const counted = new Map<TextClass, number>();
    redactorOf(...names).redact(
      'Maija Meikäläinen, maija@esimerkki.fi, 050 123 4567, Meikäläinen Maija',
      'prose',
      counted,
    );
    expect(Object.fromEntries(counted)).toEqual({ text_email: 1, text_phone: 1, text_name: 2 });
  });

  it('finds the names that labels give, wherever they stand', () => {
    const named = (text: string): string[] =>
      findContacts(normalise(text).text, redaction.register).flatMap(({ persons }) =>
        persons.map(({ first, last }) => [...first, ...last].join(' ')),
      );
    expect(named('x\r\nHankkeen yhteyshenkilön nimi: Maija  Meikäläinen\r\n  Yhteyshenkilön nimi:\r\n')).toEqual([
      'Maija Meikäläinen',
    ]);
    expect(named("---\ncontact_name: 'Maija Meikäläinen'\n---")).toEqual(['Maija Meikäläinen']);
    expect(named('contact_name: [Maija Meikäläinen, "Matti Mallila"]')).toEqual(['Maija Meikäläinen', 'Matti Mallila']);
  });
});

describe('what lies over one another', () => {
  const persons = readPersons('Maija Malli', redaction.register);
  const denying = (...texts: readonly string[]): ((text: string) => string) => {
    const policy = { ...redaction.policy, deny: new Set(texts.map(hashWithheld)) };
    return createRedactor(persons, { ...redaction, policy }).redact;
  };

  it('is withheld to its end, of the class that begins first', () => {
    expect(denying('Malli Satukyla')('Hanke, Maija Malli Satukyla, alkaa')).toBe('Hanke, [withheld: name], alkaa');
    expect(denying('hanke Maija')('Meidän hanke Maija Malli alkaa')).toBe('Meidän [withheld: by request] alkaa');
  });

  it('is of the class that reaches furthest where two begin together', () => {
    expect(denying('Maija Malli Satukyla')('Hanke, Maija Malli Satukyla, alkaa')).toBe(
      'Hanke, [withheld: by request], alkaa',
    );
    expect(denying('Maija')('Hanke, Maija Malli, alkaa')).toBe('Hanke, [withheld: name], alkaa');
  });
});
