import { makeCard, makeList, makePage } from './plant-documents.ts';
import { plainLetters, type MadePerson } from './make-person.ts';
import { full, inFrontMatter, page, plainText, vetaja, told, type Kind, type Make } from './plant-kind.ts';

export const ELSEWHERE: readonly Kind[] = [
  [
    'elsewhere',
    'named on a page, told on its card',
    (person, code) => ({
      [`sivu/${code}.txt`]: makePage({ code, contact: full(person) }),
      [`kortti/${code}.txt`]: makeCard({ code, end: `Toimintatavat\n\n${told(person)}` }),
    }),
  ],
  [
    'elsewhere',
    'named on a page, told on a card without its code',
    (person, code) => ({
      [`sivu/${code}.txt`]: makePage({ code, contact: full(person), name: `Yhteinen ${code}` }),
      [`kortti/${code}.txt`]: makeCard({
        code: `2014/${code.slice(1)}/09 02 01 01/2016/KESELY`,
        name: `Yhteinen ${code}`,
        summary: told(person),
      }),
    }),
  ],
  [
    'elsewhere',
    'told on page 2 of the file',
    (person, code) =>
      page(
        code,
        makePage({ code, contact: full(person) }) + makePage({ code: `A${code.slice(1)}`, summary: told(person) }),
      ),
  ],
  [
    'elsewhere',
    'named by a column of the row',
    (person, code) => ({
      [`${code}.csv`]: makeList(
        [{ code, name: `Väylä, vetäjänä ${person.last}`, more: [full(person)] }],
        ['Yhteyshenkilö'],
      ),
    }),
  ],
  [
    'elsewhere',
    'named by the team, told in the summary',
    (person, code) => ({
      [`${code}.txt`]: makeCard({ code, team: `Projektitiimi:\n\n${vetaja(full(person))}`, summary: told(person) }),
    }),
  ],
  [
    'elsewhere',
    'named by an address',
    (person, code) => page(code, makePage({ code, summary: `Kysy: ${person.email}. ${full(person)} vastaa.` })),
  ],
  [
    'elsewhere',
    'named on a page, told in a list',
    (person, code) => ({
      [`${code}.txt`]: makePage({ code, contact: full(person) }),
      [`${code}.csv`]: makeList([{ code, name: `Väylä, vetäjänä ${person.last}` }]),
    }),
  ],
  ['elsewhere', 'behind a title, no label', plainText((person) => `Projektipäällikkö ${full(person)} kertoo.`)],
  ['elsewhere', 'with a title behind', plainText((person) => `${full(person)}, projektipäällikkö, kertoo.`)],
  ['elsewhere', 'with a title in brackets', plainText((person) => `Väylää avaa ${full(person)} (ohjaaja).`)],
  [
    'elsewhere',
    'a title and a verb',
    plainText((person) => `Projektipäällikkönä toimi 1.1.2019 alkaen ${full(person)}.`),
  ],
  [
    'elsewhere',
    'a title, an initial',
    plainText(({ first, last }) => `Väylän avasi projektipäällikkö ${first.charAt(0)}. ${last}.`),
  ],
  ['elsewhere', 'who leads', plainText((person) => `Hanketta vetää ${full(person)}.`)],
  ['elsewhere', 'beside a number, no label', plainText((person) => `Kysy lisää: ${full(person)}, ${person.phone}.`)],
];

export const OUTSIDE: readonly Kind[] = [
  [
    'outside',
    'name of the file',
    (person, code) => ({ [`${code}-${person.last}-${person.first}.txt`]: makePage({ code, contact: full(person) }) }),
  ],
  [
    'outside',
    'folder',
    (person, code) => ({ [`${person.first}_${person.last}/${code}.txt`]: makePage({ code, contact: full(person) }) }),
  ],
  [
    'outside',
    'folder without letters of its own',
    (person, code) => ({
      [`${plainLetters(person.first)}.${plainLetters(person.last)}/${code}.txt`]: makePage({
        code,
        contact: full(person),
      }),
    }),
  ],
  [
    'outside',
    'address in the name of the file',
    (person, code) => ({ [`${code} ${person.email}.txt`]: makePage({ code }) }),
  ],
  [
    'outside',
    'source_url',
    (person, code) => ({
      [`${code}.d/${code}.txt`]: makePage({ code, contact: full(person) }),
      [`${code}.d/sources.json`]: JSON.stringify({
        sources: [
          {
            match: '*.txt',
            retrieved: '2024-01-01',
            source_url: `https://satukyla.example/${plainLetters(person.first)}-${plainLetters(person.last)}/${code}`,
          },
        ],
      }),
    }),
  ],
  [
    'outside',
    'official behind an organisation',
    (person, code) => ({
      [`${code}.csv`]: makeList([{ code, implementer: `Kemin kaupunki, rehtori ${full(person)}` }]),
    }),
  ],
  ...(
    [
      ['a semicolon', (name) => `Kemin kaupunki; ${name}`],
      ['a colon', (name) => `Kemin kaupunki, yhteyshenkilö: ${name}`],
      ['c/o', (name) => `Kemin kaupunki c/o ${name}`],
      ['a contact word', (name) => `Kemin kaupunki, yht.hlö ${name}`],
      ['the person first', (name) => `rehtori ${name}, Kemin kaupunki`],
    ] as readonly (readonly [string, (name: string) => string])[]
  ).map(([kind, write]): Kind => [
    'outside',
    `official: ${kind}`,
    (person, code) => ({ [`${code}.csv`]: makeList([{ code, implementer: write(full(person)) }]) }),
  ]),
  [
    'outside',
    'partner line',
    (person, code) =>
      page(
        code,
        makePage({ code, section2: `Osatoteuttajat\nTornion kaupunki / sivistysjohtaja ${full(person)}, 0204023-3` }),
      ),
  ],
];

const list =
  (write: (person: MadePerson) => string): Make =>
  (person, code) => ({ [`${code}.csv`]: makeList([{ code, implementer: write(person), name: `Tuki ${code}` }]) });

export const BENEFICIARIES: readonly Kind[] = [
  ['beneficiary', 'First Surname', list(full)],
  ['beneficiary', 'Surname First', list(({ first, last }) => `${last} ${first}`)],
  ['beneficiary', 'SURNAME FIRST', list(({ first, last }) => `${last} ${first}`.toUpperCase())],
  ['beneficiary', 'two first names', list(({ first, last }) => `${last} ${first} Tapani`)],
  ['beneficiary', 'Tmi', list((person) => `Tmi ${full(person)}`)],
  ['beneficiary', 'small letters', list((person) => full(person).toLowerCase())],
  ['beneficiary', 'Tmi with a trade', list((person) => `Tmi Kukkakauppa ${full(person)}`)],
  ['beneficiary', 'a calling', list((person) => `maatalousyrittäjä ${full(person)}`)],
  ['beneficiary', 'a calling behind', list((person) => `${full(person)}, maatalousyrittäjä`)],
  ['beneficiary', 'a joint farm', list(({ first, last }) => `Maatalousyhtymä ${last} ${first} ja Ulla`)],
  ['beneficiary', 'two persons', list((person) => `Ulla ja ${full(person)}`)],
  ['beneficiary', 'estate', list(({ first, lastForms }) => `${first} ${lastForms[1] ?? ''} kuolinpesä`)],
];

export const ISSUES: readonly Kind[] = [
  [
    'issue',
    'address in a header cell',
    (person, code) => ({ [`${code}.csv`]: makeList([{ code, more: ['x'] }], [person.email]) }),
  ],
  [
    'issue',
    'name in a header cell',
    (person, code) => ({ [`${code}.csv`]: makeList([{ code, more: ['x'] }], [full(person)]) }),
  ],
  [
    'issue',
    'name in the wrong column',
    (person, code) => ({ [`${code}.csv`]: makeList([{ code, axis: full(person) }]) }),
  ],
  [
    'issue',
    'an unknown label’s text',
    (person, code) => page(code, makePage({ code, section2: `${full(person)}: kysy` })),
  ],
  [
    'issue',
    'an unreadable value',
    (person, code) =>
      page(code, makePage({ code, contact: full(person) }).replace('100 001', `${full(person)} tietää`)),
  ],
  ['issue', 'a key', inFrontMatter((name) => `${name}: tietää\ncontact_name: ${name}`)],
];
