import fc from 'fast-check';

/** A contact person who does not exist: what a document says of them, and none of which may be published. */
export interface Person {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly phone: string;
}

const FIRST_NAMES = 'Aino Veikko Maija Eero Lempi Tauno Anna-Liisa Jörgen Åsa Kyösti Pirkko Onni'.split(' ');
const SURNAMES =
  'Esimerkkilä Mallikas Keksinen Satunen Tarulainen Kuvitelma Olematon Mielikuva-Haave Påhittström Luulosaari'.split(
    ' ',
  );
/** Words that no sentence of the demo holds. */
const ROLES = ['Satuvastaava', 'Tarukoordinaattori', 'Haaveasiantuntija (ma.)', 'Keksintöpäällikkö, va.'];

/** Digits without a zero. */
const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from('123456789')), minLength: length, maxLength: length });

/** Subscriber numbers begin with `000`, which no number in use does; the forms are those that documents have. */
export const phone: fc.Arbitrary<string> = fc.oneof(
  digits(4).map((end) => `050 000 ${end}`),
  digits(4).map((end) => `050000${end}`),
  digits(4).map((end) => `040-000${end}`),
  digits(4).map((end) => `+358 40 000 ${end}`),
  digits(4).map((end) => `+358 (0)40 000 ${end}`),
  digits(4).map((end) => `00358 50 000${end}`),
  digits(4).map((end) => `09 000 ${end} (Satukylä)`),
  digits(4).map((end) => `(09) 000 ${end}`),
  digits(3).map((end) => `Vaihde 05 000 ${end}`),
);

/** What all forms of a phone number have in common when blanks and hyphens are gone: `000` and the last digits. */
export function phoneCore(written: string): string {
  return /000[1-9]+$/.exec(written.replaceAll(/[\s()-]|\p{L}/gu, ''))?.[0] ?? written;
}

const AT = ['(at)', '@', ' (at) ', '[at]', '(ät)'] as const;

export const person: fc.Arbitrary<Person> = fc
  .record({
    first: fc.constantFrom(...FIRST_NAMES),
    last: fc.constantFrom(...SURNAMES),
    isReversed: fc.boolean(),
    role: fc.constantFrom(...ROLES),
    at: fc.constantFrom(...AT),
    phone,
  })
  .map(({ first, last, isReversed, role, at, phone: number }) => ({
    name: isReversed ? `${last} ${first}` : `${first} ${last}`,
    role,
    email: `${mailName(first)}.${mailName(last)}${at}satukyla.example`,
    phone: number,
  }));

/** Letters as mail addresses have them: å and ä become a, ö becomes o. */
export function mailName(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const reverseName = (name: string): string => name.split(' ').reverse().join(' ');

/** Sentences and lines of a free text that give the person away. */
export function mention(one: Person): fc.Arbitrary<string> {
  const { name, email, phone: number } = one;
  return fc.constantFrom(
    `Lisätietoja antaa ${name}, ${email} tai ${number}.`,
    `Ilmoittautumiset: ${reverseName(name)}, puh. ${number}`,
    `${name.toUpperCase()} kutsuu koolle, ${reverseName(name).toLowerCase()} kirjaa.`,
    `Yhteyttä voi ottaa (${email}).`,
    `Hankkeen yhteyshenkilön nimi: ${name}`,
    `Yhteyshenkilön sähköpostisoite: ${email}`,
    `Puhelinnumero: ${number}`,
    `${reverseName(name).replace(' ', ', ')} on tavattavissa numerossa ${number} arkisin.`,
  );
}
