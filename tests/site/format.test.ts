import { describe, expect, it } from 'vitest';
import { findInitial, sortByName } from '../../site/finnish-order.ts';
import {
  formatBytes,
  formatDate,
  formatEuros,
  formatMillions,
  formatNumber,
  formatPeriod,
  formatWholeEuros,
} from '../../site/format.ts';

/** Spaces below stand for no-break spaces. */
const hard = (text: string): string => text.replaceAll(' ', '\u00a0');

describe('numbers', () => {
  it.each([
    [0, 0, '0'],
    [999, 0, '999'],
    [1000, 0, '1 000'],
    [1234567, 0, '1 234 567'],
    [-90757.11, 2, '−90 757,11'],
    [0.5, 2, '0,50'],
    [-0.001, 2, '0,00'],
  ])('%s with %s decimals is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(hard(text));
  });

  it('amounts keep their cents, sums are rounded', () => {
    expect(formatEuros(391780)).toBe(hard('391 780 €'));
    expect(formatEuros(303102.5)).toBe(hard('303 102,50 €'));
    expect(formatWholeEuros(138781.89)).toBe(hard('138 782 €'));
    expect(formatMillions(999_999)).toBe(hard('999 999 €'));
    expect(formatMillions(507_444_818)).toBe(hard('507,4 milj. €'));
  });

  it('sizes of files', () => {
    expect([0, 999, 1000, 99_949, 358_000, 999_499, 999_500, 4_612_902].map(formatBytes)).toEqual(
      ['0 tavua', '999 tavua', '1,0 kB', '99,9 kB', '358 kB', '999 kB', '1,0 MB', '4,6 MB'].map(hard),
    );
  });
});

describe('dates', () => {
  it('have no leading zeros', () => {
    expect(formatDate('2019-03-01')).toBe('1.3.2019');
  });

  it('leave an open end open', () => {
    expect(formatPeriod('2019-03-01', '2020-12-31')).toBe('1.3.2019–31.12.2020');
    expect(formatPeriod('2019-03-01', undefined)).toBe('1.3.2019–');
    expect(formatPeriod(undefined, '2020-12-31')).toBe('–31.12.2020');
    expect(formatPeriod(undefined, undefined)).toBe(undefined);
  });
});

describe('Finnish order', () => {
  const sort = (names: string[]): string[] =>
    sortByName(
      names,
      (name) => name,
      (name) => name,
    );

  it('puts å, ä and ö after z, foreign letters beside theirs, and ignores case and punctuation', () => {
    expect(
      sort(['Öja', 'Äänekoski', 'Åbo', 'Zeppelin', 'äiti', '"Yksi"', 'Ünal', 'Ylä', '3D', 'arki', 'Éclair', 'eko']),
    ).toEqual(['3D', 'arki', 'Éclair', 'eko', '"Yksi"', 'Ylä', 'Ünal', 'Zeppelin', 'Åbo', 'äiti', 'Äänekoski', 'Öja']);
  });

  it('puts a shorter name first, words before what runs on, and equal names by code', () => {
    expect(sort(['Iisalmi', 'Ii', 'Ii b', 'Iia'])).toEqual(['Ii', 'Ii b', 'Iia', 'Iisalmi']);
    const twins = [
      { name: 'Kaustinen', code: '236' },
      { name: 'Kaustinen', code: '161' },
    ];
    expect(
      sortByName(
        twins,
        ({ name }) => name,
        ({ code }) => code,
      ).map(({ code }) => code),
    ).toEqual(['161', '236']);
  });

  it('takes composed and decomposed letters for the same', () => {
    expect(sort(['A\u0308\u0308b', 'Z', 'A\u030ar'])).toEqual(['Z', 'A\u030ar', 'A\u0308\u0308b']);
  });

  it('lists under a capital letter', () => {
    expect(['äänekoski', '"Yksi"', 'Éclair', '3D', '', '日本'].map(findInitial)).toEqual([
      'Ä',
      'Y',
      'E',
      '#',
      '#',
      '#',
    ]);
  });
});
