/** Addresses, numbers and identity codes, each class and what only looks like it. They are nobody's. */
import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../../pipeline/redact/find-addresses.ts';
import { findIdentityCodes } from '../../../pipeline/redact/find-identity-codes.ts';
import { findNumbers } from '../../../pipeline/redact/find-numbers.ts';
import type { Span } from '../../../pipeline/redact/span.ts';
import { redaction } from '../read-redaction.ts';

const cut = (text: string, spans: readonly Span[]): string[] => spans.map(({ start, end }) => text.slice(start, end));
const addresses = (text: string): string[] => cut(text, findAddresses(text, redaction.register));
const numbers = (text: string): string[] => cut(text, findNumbers(text));
const codes = (text: string): string[] => cut(text, findIdentityCodes(text));

describe('an address', () => {
  it.each([
    'a@b.fi',
    'maija.malli@satukyla.fi',
    'maija.malli@posti.satukyla.fi',
    'maija_malli+a%b@satukyla.fi',
    'maija.malli @ satukyla.fi',
    'maija.malli\\@satukyla.fi',
    'maija.malli@satukyla . fi',
    'maija.malli@satukyla(dot)fi',
    'maija.malli@satukyla piste fi',
    'maija.malli@satukyla.abcde',
    'maija.malli@satukyla',
    'maija@satukyla',
    'maija.malli(at)satukyla.fi',
    'maija.malli[at]satukyla.fi',
    'maija.malli <at> satukyla.fi',
    'maija.malli(a)satukyla.fi',
    'maija.malli(ät)satukyla.fi',
    'maija.malli(at-merkki)satukyla.fi',
    'maija.malli(miukumauku)satukyla.fi',
    'maija.malli(snabel-a)satukyla.fi',
    'maija.malli(kissanhäntä)satukyla.fi',
    'maija.malli ät satukyla.fi',
    'maija.malli at satukyla.fi',
    'maija at satukyla.fi',
    'mallila ät satukyla.fi',
    'mallila(at)satukyla.fi',
    'maija.malli (at) satukyla',
    'tuki (at) satukyla.fi',
    'tuki(a)satukyla.fi',
    'maija (a) satukyla.fi',
    'tuki.tiimi (a) satukyla.fi',
    '{maija.malli, aino.malli}@satukyla.fi',
    '(maija;aino)@satukyla.fi',
    'maija.\nmalli@satukyla.fi',
  ])('%j', (address) => {
    expect(addresses(address)).toEqual([address]);
    expect(addresses(`Kysy: ${address}, kiitos. Sana`)).toEqual([address]);
  });

  it.each([
    'Seuraa @satukyla.fi',
    'hinta 5 @ 3',
    'Tapaamme at work',
    'mallila at satukyla.fi',
    'mallila (a) satukyla.fi',
    'maija.malli at satukyla.zzz',
    'mallila (at) satukyla',
    'maija.malli (a) satukyla',
    'ryhmä (at) työ',
    '@',
    'www.satukyla.fi',
    'mallila@5',
  ])('none in %j', (text) => {
    expect(addresses(text)).toEqual([]);
  });

  it('ends with the last domain that exists', () => {
    expect(addresses('Kysy: maija@satukyla.fi.Hanke alkaa')).toEqual(['maija@satukyla.fi']);
    expect(addresses('a@b.fi c@d.fi')).toEqual(['a@b.fi', 'c@d.fi']);
  });
});

describe('a phone number', () => {
  it.each([
    '040 123 4567',
    '0401234567',
    '040-1234567',
    '(040) 123 4567',
    '040/123 4567',
    '050 123456',
    '0457 123 4567',
    '0400 123 456',
    '+358 40 123 4567',
    '+358401234567',
    '(+358) 40 123 4567',
    '+46 8 123 456 78',
    '00358 40 123 4567',
    '0046 8 123 456 78',
    '358 40 123 4567',
    '09 1234 567',
    '(09) 1234 567',
    '016 123 456',
    '020 123 4567',
    '0295 123 456',
    '0800 12345',
    '09 12 34 56',
    '040\n123 4567',
  ])('%j', (number) => {
    expect(numbers(number)).toEqual([number]);
    expect(numbers(`Tavoitat minut ${number}, kiitos.`)).toEqual([number]);
  });

  it.each([
    ['puh. 12345', ['12345']],
    ['puh. 1234', []],
    ['Puh. (vaihde) 12345', ['12345']],
    ['gsm 12345', ['12345']],
    ['tel: 12345', ['12345']],
    ['vaihde 352 000', ['352 000']],
    ['fax 12345', ['12345']],
    ['soita 12345', ['12345']],
    ['p. 12345', ['12345']],
    ['☎ 12345', ['12345']],
    ['numeroon 12345', ['12345']],
    ['puh. 1234567-1', []],
    ['040 123 4567 tai 050 123 4567', ['040 123 4567', '050 123 4567']],
    ['040 123 4567 1.1.2019', ['040 123 4567']],
  ])('in %j: %j', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it.each([
    '1234567-1',
    'FI12345671',
    '1.1.2019 - 31.12.2020',
    '2019-01-01',
    '01.01.2019',
    '2014-2020',
    '1/2020',
    '2014/4543/09 02 01 01/2016/KESELY',
    '00100 Helsinki',
    '0,5 %',
    '0400 €',
    '100 000 euroa',
    '0037 1234 5671',
    'FI12 1234 5678 1234 56',
    '09 02 01 01',
    'klo 08.00-16.00',
    'ISSN 0317-8471',
    'S20123',
    '12345',
    '0123',
    'AB0401234567',
    'EAKR 040 123',
  ])('none in %j', (text) => {
    expect(numbers(text)).toEqual([]);
  });
});

describe('an identity code', () => {
  // 131052-308T is the register's own example of a code; the last sign is the remainder of 131052308 by 31.
  it.each([
    ['131052-308T', ['131052-308T']],
    ['131052-308t', ['131052-308t']],
    ['131052A308T', ['131052A308T']],
    ['131052+308T', ['131052+308T']],
    ['131052Y308T', ['131052Y308T']],
    ['131052F308T', ['131052F308T']],
    ['13.10.52-308T', ['13.10.52-308T']],
    ['13.10.1952-308T', ['13.10.1952-308T']],
    ['131052 - 308T', ['131052 - 308T']],
    ['131052308T', ['131052308T']],
    ['131052/308T', ['131052/308T']],
    ['hetu131052-308T', ['131052-308T']],
    // Mistyped, and still a person's.
    ['131052-308A', ['131052-308A']],
    ['hetu: 131052 - 3088', ['131052 - 3088']],
    ['henkilötunnus 131052 308A', ['131052 308A']],
    ['131052 - 308A', ['131052 - 308A']],
    ['131052 - 3088', []],
    ['131052308A', []],
    ['131352-308T', []],
    ['321052-308T', []],
    ['001052-308T', []],
    ['131052-308G', []],
    ['131052-308TT', []],
    ['1131052-308T', []],
    ['A131052-308T', []],
    ['131052-30T', []],
    // Swedish: the check digit of 811228-987 is 4.
    ['811228-9874', ['811228-9874']],
    ['19811228-9874', ['19811228-9874']],
    ['811228+9874', ['811228+9874']],
    ['811228-9875', []],
    ['811328-9874', []],
    ['811228-98741', []],
  ])('in %j: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});
