import fc from 'fast-check';
import { FinnishBusinessIds } from 'finnish-business-ids';
import { phone } from './persons.ts';
import type { Places } from './places.ts';

/** An organisation that does not exist, at a real post office. */
export interface Organisation {
  readonly name: string;
  /** One of the types that the service knows. */
  readonly type: string;
  readonly businessId: string;
  readonly streetAddress: string;
  readonly postalCode: string;
  readonly postOffice: string;
  readonly phone: string;
  readonly website: string;
}

const PLACES_OF_FICTION = ['Satukylän', 'Mallilan', 'Esimerkkiniemen', 'Keksittylän', 'Tarulan', 'Kuvitelmaharjun'];
/** Endings by type; a type without its own ends in `yhteisö`. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  Kuntayhtymä: ['palvelukuntayhtymä'],
  Ammattikorkeakoulu: ['ammattikorkeakoulu Oy'],
  'Ammatillinen oppilaitos': ['ammattiopisto', 'koulutuskuntayhtymä, Satuopisto ja lukio'],
  Säätiö: ['säätiö sr', 'nuorten säätiö'],
  Mikroyritys: ['paja Oy', 'valmennus Tmi'],
  Seurakunta: ['seurakunta'],
  'Muu järjestö tai yhdistys': ['yhdistys ry', 'kansalaistoiminnan tuki - Majakka ry', 'setlementti ry'],
};
const STREETS = ['Satutie', 'Kuvitelmankatu', 'Tarunpolku', 'Esimerkkikuja'];

/** Numbers that begin with 99 have not been given to anybody; the check digit is right. */
export const businessId: fc.Arbitrary<string> = fc.integer({ min: 9_900_000, max: 9_999_998 }).map((number) => {
  const withCheckDigit = (digits: number): string =>
    `${digits}-${FinnishBusinessIds.calculateChecksum(String(digits))}`;
  // One number in eleven has no check digit; the next one has.
  const id = withCheckDigit(number);
  return FinnishBusinessIds.isValidBusinessId(id) ? id : withCheckDigit(number + 1);
});

const name = (type: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...PLACES_OF_FICTION), fc.constantFrom(...(KINDS[type] ?? ['yhteisö'])))
    .map((words) => words.join(' '));

export function organisation({ municipalities, organisationTypes }: Places): fc.Arbitrary<Organisation> {
  const withPost = municipalities.filter(({ postalCodes }) => postalCodes.length > 0);
  const post = fc
    .tuple(fc.constantFrom(...withPost), fc.nat())
    .map(([{ name: office, postalCodes }, index]) => ({ office, code: postalCodes[index % postalCodes.length] ?? '' }));
  const names = new Map(organisationTypes.map((type) => [type, name(type)]));
  const named = fc
    .constantFrom(...organisationTypes)
    .chain((type) => (names.get(type) ?? name(type)).map((title) => ({ type, title })));
  const street = fc.oneof(
    { arbitrary: fc.tuple(fc.constantFrom(...STREETS), fc.integer({ min: 1, max: 99 })), weight: 4 },
    { arbitrary: fc.tuple(fc.constant('PL'), fc.integer({ min: 1, max: 99 })), weight: 1 },
  );
  return fc
    .record({ named, businessId, street, post, phone, isLoud: fc.boolean() })
    .map(({ named: { type, title }, businessId: id, street: line, post: { office, code }, phone: number, isLoud }) => ({
      name: title,
      type,
      businessId: id,
      streetAddress: line.join(' '),
      postalCode: code,
      postOffice: isLoud ? office.toUpperCase() : office,
      phone: number,
      website: 'https://satukyla.example',
    }));
}
