import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCents } from '../../pipeline/model/cents.ts';
import { locate } from '../../pipeline/locate/index.ts';
import type { Fields } from '../../pipeline/model/project.ts';
import { createCoverage, type Coverage } from '../../pipeline/publish/coverage.ts';
import { expectVintage, readGazetteer } from '../locate/read-gazetteer.ts';
import { makeProject, type StatedNames } from '../locate/make-project.ts';

const gazetteer = readGazetteer();
const vintage = expectVintage(gazetteer, 2026);

function cover(...projects: (readonly [StatedNames, Partial<Fields>])[]): Coverage {
  const coverage = createCoverage(vintage, '2026-01-01');
  for (const [stated, fields] of projects) coverage.add(locate(makeProject(stated, fields), gazetteer, vintage).value);
  return coverage;
}
const rowOf = (coverage: Coverage, level: 'municipality' | 'sub_region' | 'region', code: string) =>
  coverage.areaRows(level).find((row) => row['code'] === code);
const summaryOf = (coverage: Coverage, level: string) => coverage.summaryRows().filter((row) => row.level === level);

describe('coverage', () => {
  it('splits money by equal shares in whole cents, the odd cents to the lowest codes', () => {
    // 100.00 EUR over Halsua 074, Kaustinen 236 and Lestijärvi 421.
    const coverage = cover([
      { municipality: ['Kaustinen', 'Lestijärvi', 'Halsua'] },
      { funding_planned_public: toCents(10_000) },
    ]);
    const sums = ['074', '236', '421'].map((code) => rowOf(coverage, 'municipality', code)?.['funding_planned_public']);
    expect(sums).toEqual([33.34, 33.33, 33.33]);
    expect(rowOf(coverage, 'sub_region', '161')).toMatchObject({ project_count: 1, funding_planned_public: 100 });
  });

  it('splits a negative amount as its opposite', () => {
    const coverage = cover([
      { municipality: ['Kaustinen', 'Lestijärvi', 'Halsua'] },
      { funding_realised_public: toCents(-10_000) },
    ]);
    const sums = ['074', '236', '421'].map(
      (code) => rowOf(coverage, 'municipality', code)?.['funding_realised_public'],
    );
    expect(sums).toEqual([-33.34, -33.33, -33.33]);
  });

  it('counts a cancelled project apart and its money nowhere', () => {
    const coverage = cover([
      { municipality: ['Kemi'] },
      { status: 'cancelled', funding_planned_public: toCents(10_000) },
    ]);
    expect(rowOf(coverage, 'municipality', '240')).toMatchObject({
      project_count: 0,
      cancelled_count: 1,
      funding_planned_public: 0,
    });
    expect(summaryOf(coverage, 'municipality')[0]).toMatchObject({
      row: 'all',
      project_count: 0,
      funding_planned_public: 0,
    });
  });

  it('calls a project ongoing while its end has not passed', () => {
    const ended = [{ municipality: ['Kemi'] }, { status: 'ongoing', end_date: '2025-12-31' }] as const;
    const going = [{ municipality: ['Kemi'] }, { status: 'ongoing', end_date: '2026-01-01' }] as const;
    expect(rowOf(cover(ended, going), 'municipality', '240')).toMatchObject({ project_count: 2, ongoing_count: 1 });
  });

  it('says what has no area at a level, and leaves money of an ended sub-region unplaced', () => {
    const coverage = cover(
      [{ region: ['Lappi'] }, { funding_planned_public: toCents(500) }],
      [{ sub_region: ['Kyrönmaa'] }, { funding_planned_public: toCents(700) }],
    );
    const counts = summaryOf(coverage, 'sub_region').map(
      ({ row, project_count: projects, funding_planned_public: money }) => [row, projects, money],
    );
    expect(counts).toEqual([
      ['all', 2, 12],
      ['placed', 0, 0],
      ['unplaced', 2, 12],
    ]);
  });

  it('has a row for every area, also without projects', () => {
    const coverage = cover();
    expect(
      ['municipality', 'sub_region', 'region'].map((level) => coverage.areaRows(level as 'region').length),
    ).toEqual([308, 69, 19]);
  });
});

it('totals agree at every level, to the cent, whatever the projects', () => {
  const names = vintage.areas('municipality').map(({ nameFi }) => nameFi);
  const project = fc.tuple(
    fc.record({
      municipality: fc.subarray(names, { maxLength: 8 }),
      region: fc.subarray(['Lappi', 'Kainuu', 'Uusimaa'], { maxLength: 2 }),
    }),
    fc.record({ funding_planned_public: fc.integer({ min: -1_000_000, max: 100_000_000 }).map(toCents) }),
  );
  fc.assert(
    fc.property(fc.array(project, { maxLength: 5 }), (projects) => {
      const coverage = cover(...projects);
      for (const level of ['municipality', 'sub_region', 'region'] as const) {
        const cents = coverage
          .areaRows(level)
          .reduce((sum, row) => sum + Math.round(Number(row['funding_planned_public']) * 100), 0);
        const [all, placed, unplaced] = summaryOf(coverage, level).map((row) =>
          Math.round(row.funding_planned_public * 100),
        );
        expect(cents).toBe(placed);
        expect((placed ?? 0) + (unplaced ?? 0)).toBe(all);
      }
    }),
    { numRuns: 30, seed: 1 },
  );
});
