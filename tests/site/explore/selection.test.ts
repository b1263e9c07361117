/** Every address gives its view again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOn,
  changeSelection,
  clearFilters,
  type Facet,
  FACETS,
  hasFilters,
  MEASURES,
  parseSelection,
  PLACE_LEVELS,
  type Selection,
  toggleValue,
  WHOLE,
  writeSelection,
} from '../../../site/explore/selection.ts';

const words = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const value = fc
  .oneof(fc.constantFrom('ESF', 'ESF+', '2014-2020', '10.1', 'a&b=c', '%', '#', '?', 'å ä', 'unknown'), words)
  .map((text) => text.trim())
  .filter((text) => text !== '');

const facets: fc.Arbitrary<Selection['facets']> = fc
  .dictionary(fc.constantFrom(...FACETS), fc.uniqueArray(value, { minLength: 1, maxLength: 4 }))
  .map((chosen) => Object.fromEntries(Object.entries(chosen).map(([facet, values]) => [facet, values.toSorted()])));

const selection: fc.Arbitrary<Selection> = fc.record(
  {
    place: fc.record({
      level: fc.constantFrom(...PLACE_LEVELS),
      code: fc.stringMatching(/^[0-9A-Za-z]{1,6}$/),
    }),
    measure: fc.constantFrom(...MEASURES),
    rows: fc.constant('municipality' as const),
    facets,
    text: words,
  },
  { requiredKeys: ['facets'] },
);

describe('the address of a selection', () => {
  it('gives the selection again', () => {
    fc.assert(
      fc.property(selection, (chosen) => {
        expect(parseSelection(writeSelection(chosen))).toEqual(chosen);
      }),
    );
  });

  it('gives the selection again on the page of every measure, whichever is the default', () => {
    fc.assert(
      fc.property(
        selection,
        fc.option(fc.constantFrom(...MEASURES), { nil: undefined }),
        fc.constantFrom(...MEASURES),
        (chosen, own, usual) => {
          const { parse, write } = addressOn(own, usual);
          const { measure, ...rest } = chosen;
          const normal = measure === undefined || measure === usual ? rest : chosen;
          expect(parse(write(chosen))).toEqual(normal);
          expect(parse('').measure).toBe(own === usual ? undefined : own);
        },
      ),
    );
  });

  it('is one address, however it was written', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const address = writeSelection(parseSelection(query));
        expect(writeSelection(parseSelection(address))).toBe(address);
      }),
    );
  });

  it('is empty for the whole, and leaves out what nobody understands', () => {
    expect(writeSelection(WHOLE)).toBe('');
    expect(parseSelection('?place=planet-3&measure=joy&rows=all&fund=&utm_source=x&text=%20')).toEqual(WHOLE);
    expect(parseSelection('fund=ESF&fund=ERDF&fund=ESF').facets.fund).toEqual(['ERDF', 'ESF']);
  });
});

describe('changes of a selection', () => {
  it('take a value in and out again', () => {
    fc.assert(
      fc.property(selection, fc.constantFrom(...FACETS), value, (chosen, facet: Facet, option) => {
        fc.pre(!(chosen.facets[facet] ?? []).includes(option));
        const once = toggleValue(chosen, facet, option);
        expect(once.facets[facet]).toContain(option);
        expect(parseSelection(writeSelection(once))).toEqual(once);
        expect(toggleValue(once, facet, option)).toEqual(chosen);
      }),
    );
  });

  it('keep place and measure when filters are cleared', () => {
    fc.assert(
      fc.property(selection, (chosen) => {
        const cleared = clearFilters(chosen);
        expect(hasFilters(cleared)).toBe(false);
        expect([cleared.place, cleared.measure]).toEqual([chosen.place, chosen.measure]);
      }),
    );
    expect(changeSelection({ ...WHOLE, text: 'x' }, { text: '  ' })).toEqual(WHOLE);
  });
});
