/** Single values, from the words of the forms to what is published; what is nearly one is none. */
import { describe, expect, it } from 'vitest';
import {
  deriveProjectId,
  readCents,
  readCount,
  readDate,
  readFlag,
  readFund,
  readJournalNumber,
  readProjectCode,
  readStatus,
} from '../../pipeline/parse/values.ts';

const DAY = '2019-03-01';

describe('a date', () => {
  it.each([
    ['1.3.2019', DAY],
    ['01.03.2019', DAY],
    ['1. 3. 2019', DAY],
    ['2019-03-01', DAY],
    ['29.2.2020', '2020-02-29'],
    ['1.1.1900', '1900-01-01'],
    // A time of day says nothing about a project.
    ['1.3.2019 0:00', DAY],
    ['1.3.2019 klo 9.30', DAY],
    ['1.3.2019, klo 9.30', DAY],
    ['2019-03-01 00:00:00', DAY],
    ['2019-03-01T00:00:00.000', DAY],
    // One with a zone, where Finland has the same day in summer and winter.
    ['2019-03-01T23:59:59+02:00', DAY],
    ['2019-03-01T00:00+03:00', DAY],
    ['2019-03-01T00:00+0200', DAY],
    ['2019-03-01T20:59Z', DAY],
    ['2019-03-01T20:59+00:00', DAY],
    ['2019-03-01T20:59-0000', DAY],
  ])('%s is %s', (text, day) => {
    expect(readDate(text)).toBe(day);
  });

  it.each([
    '29.2.2019',
    '31.4.2019',
    '0.3.2019',
    '1.13.2019',
    '31.12.1899',
    '1.3.19',
    '1.3',
    '2019-3-1',
    '2019/03/01',
    'x1.3.2019',
    '1.3.2019 x',
    '1.3.2019 0:00 x',
    // In Finland it may be the day after.
    '2019-03-01T21:00Z',
    '2019-03-01T22:00+00:00',
    // Zones in which another day may be meant.
    '2019-03-01T00:00+01:00',
    '2019-03-01T00:00+12:00',
    '2019-03-01T00:00-02:00',
    '2019-03-01T00:00+02:30',
    '2019-03-01T00:00+00:30',
  ])('is not %s', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});

describe('an amount', () => {
  it.each([
    ['391 780', 39_178_000],
    ['391780', 39_178_000],
    ['90757.11', 9_075_711],
    ['12,5', 1250],
    ['0,05', 5],
    ['-12,5', -1250],
    ['−12', -1200],
    ['–12', -1200],
    ['-0', 0],
    ['500000 €', 50_000_000],
    ['500000 euroa', 50_000_000],
    ['500000EUR', 50_000_000],
    ['443.909,00', 44_390_900],
    ['1.443.909,5 €', 144_390_950],
    ['1 234 567 890,12', 123_456_789_012],
  ])('%s is %d cents', (text, cents) => {
    expect(readCents(text)).toBe(cents);
  });

  it.each([
    '',
    '-',
    '12,345',
    '1.000',
    '1 00',
    '12 3456',
    '1,2,3',
    '12 %',
    '1e5',
    '0x10',
    '１２',
    '1234567890123',
    '1.00.000,00',
  ])('is not %s', (text) => {
    // A dot and three digits: thousands or thousandths, nobody knows.
    expect(readCents(text)).toBeUndefined();
  });
});

it.each([
  ['240', 240],
  ['1 240', 1240],
  ['1 234 567', 1_234_567],
  ['123456789', 123_456_789],
  ['1234567890', undefined],
  ['12 40', undefined],
  ['1240 h', undefined],
  ['-3', undefined],
  ['2,5', undefined],
  ['', undefined],
])('the count %s is %s', (text, count) => {
  expect(readCount(text)).toBe(count);
});

it.each([
  [readFlag, 'Kyllä', true],
  [readFlag, 'EI', false],
  [readFlag, 'ehkä', undefined],
  [readProjectCode, 's20154', 'S20154'],
  [readProjectCode, 'J12345', 'J12345'],
  [readProjectCode, 'A123456', 'A123456'],
  [readProjectCode, 'A123456789', 'A123456789'],
  [readProjectCode, 'S123456', undefined],
  [readProjectCode, 'A1234567', undefined],
  [readProjectCode, 'S2015', undefined],
  [readProjectCode, 'xS20154', undefined],
  [readJournalNumber, '2014/4543/09 02 01 01/2016/KESELY', '2014/4543/09 02 01 01/2016/KESELY'],
  [readJournalNumber, 'EURA/2014/4543', 'EURA/2014/4543'],
  [readJournalNumber, 'äely/1/2', 'äely/1/2'],
  [readJournalNumber, '2014', undefined],
  [readJournalNumber, '/2014/1', undefined],
  [readJournalNumber, '2014/../1', undefined],
  [readJournalNumber, `1/${'2'.repeat(98)}`, `1/${'2'.repeat(98)}`],
  [readJournalNumber, `1/${'2'.repeat(99)}`, undefined],
  [readStatus, 'Toiminta PÄÄTTYNYT', 'ended'],
  [readStatus, 'Peruuntunut', 'cancelled'],
  [readStatus, 'Keskeytynyt', 'interrupted'],
  [readStatus, 'Hanke käynnissä', 'ongoing'],
  [readStatus, 'constructor', undefined],
  [readFund, 'esr', 'ESF'],
  [readFund, 'ESR +', 'ESF+'],
  [readFund, 'EAKR', 'ERDF'],
  [readFund, 'JTF', 'JTF'],
  [readFund, '__proto__', undefined],
] as const)('%o reads %s as %s', (read, text, value) => {
  expect(read(text)).toBe(value);
});

it.each([
  ['S20154', '2014/1', 'S20154'],
  [undefined, '2014/4543/09 02 01 01/2016/keSely', '2014-4543-09-02-01-01-2016-KESELY'],
  [undefined, '/2014//ä_1/', '2014-Ä-1'],
  [undefined, undefined, undefined],
])('a project of code %s and journal number %s is %s', (code, journal, id) => {
  expect(deriveProjectId(code, journal)).toBe(id);
});
