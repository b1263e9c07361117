/** Classes of maps: few, round, and none that holds nearly everything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBreaks, findLargestShare } from '../../pipeline/publish/choose-breaks.ts';

describe('breaks', () => {
  it('are round numbers where round numbers tell areas apart', () => {
    const values = Array.from({ length: 100 }, (_, index) => 1000 * 2 ** (index / 10));
    const breaks = chooseBreaks([values], false);
    expect(breaks.every((limit) => /^[125]0*$/.test(String(limit)))).toBe(true);
    expect(findLargestShare([values], breaks)).toBeLessThanOrEqual(0.4);
  });

  it('are single numbers where counts lie close together', () => {
    const counts = [1, 2, 3, 4, 5, 6, 7].flatMap((step) => Array.from({ length: 20 }, () => 200 + step));
    const breaks = chooseBreaks([counts], true);
    expect(findLargestShare([counts], breaks)).toBeLessThanOrEqual(0.4);
    expect(breaks.every(Number.isInteger)).toBe(true);
  });

  it('are none where all values are alike, and one where there are two', () => {
    expect(chooseBreaks([], true)).toEqual([]);
    expect(chooseBreaks([[]], true)).toEqual([]);
    expect(chooseBreaks([[3, 3, 3]], true)).toEqual([]);
    expect(chooseBreaks([[1, 1, 2]], true)).toEqual([2]);
  });

  it('serve several years, and the worst of them decides', () => {
    const years = [
      [1, 1, 2, 2, 3],
      [3, 4, 5, 6, 7],
    ];
    const breaks = chooseBreaks(years, true);
    expect(findLargestShare(years, breaks)).toBeLessThanOrEqual(0.6);
  });

  it('ascend, make at most five classes of which none is empty, and do not depend on the order of the areas', () => {
    const values = fc.array(
      fc.oneof(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.01, max: 1e8, noNaN: true })),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(values, (areas) => {
        const breaks = chooseBreaks([areas], false);
        expect(breaks.length).toBeLessThanOrEqual(4);
        expect(breaks).toEqual(breaks.toSorted((a, b) => a - b));
        const classes = areas.map((value) => breaks.filter((limit) => value >= limit).length);
        expect(new Set(classes).size).toBe(breaks.length + 1);
        expect(chooseBreaks([areas.toReversed()], false)).toEqual(breaks);
      }),
      { numRuns: 40 },
    );
  });
});
