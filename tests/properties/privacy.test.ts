/** Nothing that stands after a contact label or in a project team comes out of parsing, wherever else the document repeats it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../pipeline/parse/index.ts';
import { phone, phoneCore, type Person } from '../demo/persons.ts';
import { rewrite, rewritings } from '../demo/rewrite.ts';
import { DOCUMENTS, parseContext, RUNS, toFile } from './generated.ts';

/** Everything that parsing gives, as one text: lower case, line breaks and runs of spaces made one space. */
function readAll(path: string, text: string): string {
  // Whom a document names is for the redactor alone, and leaves with nothing.
  const everything = JSON.stringify(parse(toFile(path, text), parseContext), (key, value: unknown) =>
    key === 'persons' || key === 'unwithheld' ? undefined : value,
  );
  return everything
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/(?:\\n|\s)+/g, ' ');
}

/** What of a person stands in a text: the kinds of data, not the data. */
function findPersonal(text: string, { name, role, email, phone: number }: Person): string[] {
  const words = name.toLowerCase().split(' ');
  const digits = text.replaceAll(/(?<=\d)[ ()/-]+(?=\d)/g, '');
  const found = {
    name: [words.join(' '), words.toReversed().join(' '), words.toReversed().join(', ')].some((order) =>
      text.includes(order),
    ),
    role: text.includes(role.toLowerCase()),
    email: text.includes(email.toLowerCase()) || text.includes((email.split(/[ @([]/)[0] ?? '').toLowerCase()),
    phone: digits.includes(phoneCore(number)),
  };
  return Object.entries(found).flatMap(([kind, isThere]) => (isThere ? [kind] : []));
}

describe('persons of generated documents', () => {
  for (const family of ['eura2014', 'project-card', 'markdown'] as const) {
    it(`of family ${family} are nowhere`, () => {
      fc.assert(
        fc.property(DOCUMENTS[family], rewritings, ({ path, text, persons }, names) => {
          const everything = readAll(path, rewrite(text, names));
          expect(everything).toContain('keksitty');
          expect(persons.flatMap((person) => findPersonal(everything, person))).toEqual([]);
        }),
        RUNS,
      );
    });
  }
});

describe('in any free text', () => {
  const page = (line: string): string =>
    `1 Hanke\nHankekoodi: S12345\n2 Hakijan perustiedot\nHankkeen yhteyshenkilön nimi: Lempi Satunen\n` +
    `3 Suunnitelman mukainen tiivistelmä toteutuksesta\nAlku. ${line} Loppu.\n`;

  it('a phone number does not stay, however it is written and whatever stands before it', () => {
    const before = fc.constantFrom(
      '',
      'Soita ',
      'puh. ',
      'Puh: ',
      'puh ',
      'p. ',
      '(',
      'Toimisto, ',
      'tai ',
      'gsm ',
      'Tel.',
      '/ ',
    );
    fc.assert(
      fc.property(before, phone, (word, number) => {
        expect(readAll('a.txt', page(word + number)).replaceAll(/[ ()/-]/g, '')).not.toContain(phoneCore(number));
      }),
      RUNS,
    );
  });

  it.each([
    'lempi.satunen@satukyla.example',
    'lempi.satunen (at) satukyla.example',
    'lempi.satunen[at]satukyla.example',
    'lempi.satunen at satukyla.example',
    'lempi.satunen(at)satukyla(dot)example',
    'LEMPI.SATUNEN@SATUKYLA.EXAMPLE',
    'lempi_satunen@posti.satukyla.example',
    'mailto:lempi.satunen@satukyla.example',
    '<lempi.satunen@satukyla.example>',
  ])('an e-mail address does not stay: %s', (address) => {
    expect(readAll('a.txt', page(address))).not.toMatch(/satunen|satukyla/);
  });

  it.each([
    'Lempi Satunen',
    'Satunen Lempi',
    'Satunen, Lempi',
    'LEMPI SATUNEN',
    'lempi satunen',
    'Lempi Satusen',
    'Lempi Satuselle',
    'Lempi\nSatunen',
    'Lempi\u00A0Satunen',
    'Lempi  Satunen',
    '"Lempi Satunen"',
    'Lempi Satunen-Tarulainen',
  ])('the contact person’s name does not stay: %s', (name) => {
    expect(readAll('a.txt', page(name))).not.toMatch(/satu[ns]|lempi/);
  });

  it.each([
    'Lempi Satunen, projektipäällikkö',
    'Lempi Satunen (ma.)',
    'Lempi Satunen / Onni Tarulainen',
    'Lempi Satunen ja Onni Tarulainen',
    'Satunen, Lempi',
  ])('the name does not stay where its label says more than it: %s', (label) => {
    const text = page('Soita: Lempi Satunen tai Onni.').replace(': Lempi Satunen\n', `: ${label}\n`);
    expect(readAll('a.txt', text)).not.toMatch(/satunen|lempi/);
  });

  it.each([
    'p.0500001111',
    'Onni:0500001111',
    'puh.(09) 000 1111',
    '050 000 1112/050 000 1111',
    '050–000 1111',
    '(+358) 50 000 1111',
  ])('a phone number does not stay that is written without care: %s', (written) => {
    expect(readAll('a.txt', page(written)).replaceAll(/[ ()/–-]/g, '')).not.toContain('0001111');
  });

  it('dates, amounts, business ids, codes and journal numbers stay', () => {
    const line =
      '1.3.2019-31.12.2020, 391 780 euroa, 9900000-4, S20154, 2014/4543/09 02 01 01/2016/KESELY, 94100 Kemi, 0,5';
    expect(readAll('a.txt', page(line))).toContain(line.toLowerCase());
  });
});
