/** Whom a document names: behind its labels and in its addresses. The names are nobody's. */
import { describe, expect, it } from 'vitest';
import { addPerson, gatherPersons, mergePersons, personKey } from '../../../pipeline/redact/gather-persons.ts';
import { redaction } from '../read-redaction.ts';

const gather = (text: string): string[] =>
  gatherPersons(text, redaction.register).map(({ first, last }) => `${first.join(' ')}|${last.join('/')}`);

describe('a person in an address', () => {
  it.each([
    ['maija.virtanen@satukyla.fi', ['maija|virtanen']],
    ['maija_virtanen@satukyla.fi', ['maija|virtanen']],
    ['Maija.Virtanen(at)satukyla.fi', ['Maija|Virtanen']],
    ['maija.k.virtanen@satukyla.fi', ['maija|virtanen']],
    ['anna-liisa.virtanen@satukyla.fi', ['anna-liisa|virtanen']],
    ['maija.virtanen-malli@satukyla.fi', ['maija|virtanen-malli']],
    ['virtanen.maija@satukyla.fi', ['maija|virtanen']],
    ['xonny.qvibberla@satukyla.fi', ['xonny|qvibberla/xonny']],
    ['maija.virtanen2@satukyla.fi', ['maija|virtanen']],
    ['al.bah@satukyla.fi', ['al|bah']],
    ['maija.virtanen&#64;satukyla.fi', ['maija|virtanen']],
    ['Kysy: maija.virtanen@satukyla.fi, pekka.zonkala@satukyla.fi', ['maija|virtanen', 'pekka|zonkala']],
    ['maija.virtanen@satukyla.fi tai Maija.Virtanen@satukyla.fi', ['maija|virtanen']],
  ])('%s', (text, expected) => {
    expect(gather(text)).toEqual(expected);
  });

  it.each([
    'maija@satukyla.fi',
    'mvirtanen@satukyla.fi',
    'maija.vi@satukyla.fi',
    'm.virtanen@satukyla.fi',
    'etunimi.sukunimi@satukyla.fi',
    'firstname.lastname@satukyla.fi',
    'fornamn.efternamn@satukyla.fi',
    'info.kemi@satukyla.fi',
    'kemi.info@satukyla.fi',
    'asiakaspalvelu.kemi@satukyla.fi',
    'kirjaamo.kemi@satukyla.fi',
    'kemi.kirjaamo@satukyla.fi',
    'toimisto.kemi@satukyla.fi',
    'posti.kemi@satukyla.fi',
    'hanke.uusialku@satukyla.fi',
    'projekti.uusialku@satukyla.fi',
    'tietosuoja.kemi@satukyla.fi',
    'maija.virtanen ja muut',
  ])('nobody in %s', (text) => {
    expect(gather(text)).toEqual([]);
  });
});

it('names of labels come first, in the order in which they are named, each once', () => {
  expect(
    gather(
      'pekka.zonkala@satukyla.fi\nYhteyshenkilö: Maija Virtanen\nProjektipäällikkö: maija virtanen\nYhteyshenkilö: Aino Malli',
    ),
  ).toEqual(['Maija|Virtanen', 'Aino|Malli', 'pekka|zonkala']);
});

it('a label that the end of a line or an entity divides is read', () => {
  expect(gather('Yhteys-\nhenkilö:&nbsp;Maija Virtanen')).toEqual(['Maija|Virtanen']);
});

it('two namings of one person differ in case alone', () => {
  const [one, same, other] = [
    { first: ['Maija', 'Aino'], last: ['Virtanen'] },
    { first: ['MAIJA', 'Aino'], last: ['virtanen'] },
    { first: ['Maija'], last: ['Aino', 'Virtanen'] },
  ];
  expect(personKey(one)).toBe(personKey(same));
  expect(personKey(one)).not.toBe(personKey(other));
  expect(mergePersons([one, same, other, one])).toEqual([one, other]);
  expect(personKey({ first: ['Anna', 'Maija'], last: ['Malli'] })).not.toBe(
    personKey({ first: ['AnnaMaija'], last: ['Malli'] }),
  );
  expect(personKey({ first: [], last: ['Malli', 'Mäki'] })).not.toBe(personKey({ first: [], last: ['MalliMäki'] }));
  const seen = new Map([[personKey(one), one]]);
  addPerson(seen, same);
  expect([...seen.values()]).toEqual([one]);
  addPerson(seen, other);
  expect([...seen.values()]).toEqual([one, other]);
});
