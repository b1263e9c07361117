/** The rules that what is shown rests on: a project's state, what a collection may be called, shares to the cent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCents } from '../../pipeline/model/cents.ts';
import { apportion } from '../../pipeline/publish/apportion.ts';
import { findCollectionKind } from '../../site/model/collection.ts';
import { splitCents } from '../../site/model/shares.ts';
import { findState } from '../../site/model/state.ts';

describe('the state of a project', () => {
  it.each([
    ['ongoing', '2017-12-31', 'ended'],
    ['planned', '2017-12-31', 'ended'],
    ['ongoing', '2026-11-25', 'ongoing'],
    ['ongoing', undefined, 'ongoing'],
    ['cancelled', '2017-12-31', 'cancelled'],
    ['ended', '2030-01-01', 'ended'],
    [undefined, '2017-12-31', 'ended'],
    [undefined, '2030-01-01', 'unknown'],
    [undefined, undefined, 'unknown'],
  ] as const)('%s until %s is %s on 25 November 2026', (status, end, state) => {
    const project = {
      project_id: 'x',
      family: 'eura-list',
      source_document: 'x',
      source_sha256: 'x',
      ...(status === undefined ? {} : { status }),
      ...(end === undefined ? {} : { end_date: end }),
    } as const;
    expect(findState(project, '2026-11-25')).toBe(state);
  });
});

describe('what a collection may be called', () => {
  const project = { project_id: 'x', family: 'eura2014', source_document: 'x', source_sha256: 'x' } as const;
  const inclusion = { ...project, fund: 'ESF', priority_axis_code: '5', programming_period: '2014-2020' } as const;
  it('inclusion, only if every project is of the fund and axis that are for it', () => {
    expect(findCollectionKind([inclusion, project])).toBe('inclusion');
    expect(findCollectionKind([inclusion, { ...inclusion, fund: 'ERDF' }])).toBe('general');
    expect(findCollectionKind([inclusion, { ...inclusion, priority_axis_code: '1' }])).toBe('general');
    expect(findCollectionKind([inclusion, { ...inclusion, programming_period: '2021-2027' }])).toBe('general');
    expect(findCollectionKind([project])).toBe('general');
    expect(findCollectionKind([])).toBe('general');
  });
});

describe('shares', () => {
  it('of whole numbers are those of the coverage tables, from decimals as they are published', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }),
        (cents, weights) => {
          const sum = weights.reduce((total, weight) => total + weight, 0);
          const exact = apportion(
            toCents(cents),
            weights.map((weight) => ({ numerator: weight, denominator: sum })),
          );
          expect(
            splitCents(
              cents,
              weights.map((weight) => weight / sum),
            ),
          ).toEqual(exact);
        },
      ),
      // A tie of two remainders whose products differ in the last digits that a number holds.
      { numRuns: 5_000, examples: [[-87451171490, [12, 7, 1]]] },
    );
  });
});
