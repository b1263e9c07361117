/** How numbers, money, dates and quoted texts are written, by hand. */
import { expect, it } from 'vitest';
import { createNotation } from '../../site/language/notation.ts';
import english from '../../site/language/en.json' with { type: 'json' };
import finnish from '../../site/language/fi.json' with { type: 'json' };

const fi = createNotation(finnish.notation);
const en = createNotation(english.notation);

it.each<[string, string]>([
  [fi.number(999), '999'],
  [fi.number(1000), '1 000'],
  [fi.number(-1_234_567.25, 1), '−1 234 567,3'],
  [fi.number(-0.4), '0'],
  [en.number(1000), '1,000'],
  [fi.euros(1234.5), '1 234,50 €'],
  [fi.percent(0.004), '< 1 %'],
  [fi.percent(0.997), '> 99 %'],
  [fi.date('2019-03-01'), '1.3.2019'],
  // What a text says is never a pattern's.
  [fi.quote("A $& B $' C $$"), "”A $& B $' C $$”"],
])('%j is %j', (written, expected) => {
  expect(written.replaceAll('\u00a0', ' ')).toBe(expected);
});
