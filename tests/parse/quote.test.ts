/** The source line of a value: whole where it is short, cut where it is long, and never with what is withheld. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQuoter, type QuoteSource } from '../../pipeline/parse/quote.ts';
import { redactorOf } from '../redact/read-redaction.ts';

const { redact, find } = redactorOf('Lempi Satunen');
function quote(text: string, value: string, rest: Partial<QuoteSource> = {}) {
  const start = text.indexOf(value);
  const source = { text, entry: { start: 0, end: text.length }, withheld: [], isList: false, redact, find, ...rest };
  const { text: line, start: from, end } = createQuoter(source).quote({ start, end: start + value.length });
  return { line, marked: line.slice(from, end) };
}

describe('a quote', () => {
  it('is the line, with the value marked', () => {
    expect(quote('Eka: 1\r\nMyönnetty:\t 391\u00a0780 \r\nKolmas', '391\u00a0780')).toEqual({
      line: 'Myönnetty: 391 780',
      marked: '391 780',
    });
  });

  it('of several lines is the first one', () => {
    expect(quote('Teksti:\nEnsimmäinen\nToinen', 'Ensimmäinen\nToinen')).toEqual({
      line: 'Ensimmäinen',
      marked: 'Ensimmäinen',
    });
  });

  it('of a long line is cut around the value', () => {
    const { line, marked } = quote(`${'a '.repeat(300)}ARVO${' b'.repeat(300)}`, 'ARVO');
    expect(marked).toBe('ARVO');
    expect(line.length).toBeLessThan(160);
    expect(line).toMatch(/^….*….?$/);
  });

  it('in a list is the cell alone', () => {
    expect(quote('A1;Nimi;Lempi Satunen;100', 'Nimi', { isList: true }).line).toBe('Nimi');
  });

  it('goes no further than its entry, and ends before what a label withholds', () => {
    const text = 'Hanke: X Asema: Rehtori Kunta: Y';
    expect(quote(text, 'Y', { withheld: [{ start: 16, end: 23 }] }).line).toBe('Kunta: Y');
    expect(quote(text, 'X', { withheld: [{ start: 16, end: 23 }] }).line).toBe('Hanke: X Asema:');
    expect(quote(text, 'X', { entry: { start: 7, end: 8 } }).line).toBe('X');
  });

  it.each([
    ['Kuvaus: ota yhteys lempi@satu.example tai 050 123 4567, alku', 'alku'],
    ['alku Lempi\nSatunen loppu', 'alku Lempi\nSatunen loppu'],
    ['Lempi\nSatunen: alku', 'alku'],
    ['alku 050\u00a0123 4567', 'alku 050\u00a0123'],
  ])('has no personal data: %s', (text, value) => {
    expect(quote(text, value).line).not.toMatch(/lempi|satu|050|4567/i);
  });

  it('is made of any text, and marks no more than it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.nat(600), fc.nat(600), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const whole = { start: 0, end: text.length };
        const harmless = { text, entry: whole, withheld: [], isList: false, redact: (same: string) => same };
        const made = createQuoter({ ...harmless, find: () => [] }).quote({ start, end });
        // Looked through or not, a quote without personal data is the same.
        expect(createQuoter({ ...harmless, find: () => [whole] }).quote({ start, end })).toEqual(made);
        expect(made.text).not.toContain('\n');
        expect(made.start).toBeLessThanOrEqual(made.end);
        expect(made.end).toBeLessThanOrEqual(made.text.length);
      }),
    );
  });
});
