/** The same classes in the next release. */
import { describe, expect, it } from 'vitest';
import type { TableData } from '../../pipeline/publish/format.ts';
import { chooseMapClasses } from '../../pipeline/publish/map-classes.ts';
import type { Row, TableName } from '../../pipeline/model/table.ts';
import { readTables } from './formats/make-release.ts';

const described = readTables();

function makeTables(rows: Partial<Record<TableName, readonly Row[]>>): ReadonlyMap<TableName, TableData> {
  return new Map(
    Object.entries(rows).map(([name, values]) => [
      name as TableName,
      { table: described.get(name as TableName)!, rows: values.map((row) => ({ values: row })) },
    ]),
  );
}

/** Municipalities with so many projects each. */
const counted = (counts: readonly number[]) =>
  makeTables({ municipalities: counts.map((count, index) => ({ code: String(index), project_count: count })) });
const breaksOf = (classes: ReturnType<typeof chooseMapClasses>, measure = 'projects') =>
  classes.classes.find((scheme) => scheme.measure === measure && scheme.area_level === 'municipality');

describe('classes of the maps', () => {
  const first = chooseMapClasses(counted([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), undefined, '2026-01-01');

  it('stay when there are more projects', () => {
    const next = chooseMapClasses(counted([0, 2, 2, 3, 9, 9, 12, 14, 8, 9]), first, '2026-02-01');
    expect(breaksOf(next)).toEqual(breaksOf(first));
    expect(breaksOf(next)?.since).toBe('2026-01-01');
  });

  it('are chosen anew when the old ones say nothing any more', () => {
    const next = chooseMapClasses(counted([20, 31, 22, 53, 94, 25, 46, 77, 68, 29]), first, '2026-03-01');
    expect(breaksOf(next)?.since).toBe('2026-03-01');
    expect(breaksOf(next)?.breaks).not.toEqual(breaksOf(first)?.breaks);
    // And old ones that say nothing stay where no others would say more.
    const alike = chooseMapClasses(counted([1, 1, 1, 1]), first, '2026-04-01');
    expect(breaksOf(alike)).toEqual(breaksOf(first));
  });

  it('cover every measure and level, known or not', () => {
    expect(first.classes).toHaveLength(18);
    expect(first.classes.filter(({ breaks }) => breaks.length > 4)).toEqual([]);
    expect(breaksOf(first, 'granted')?.breaks).toEqual([]);
  });

  it('of what runs in a year follow from the years, cancelled projects and other roles left out', () => {
    const project = (id: string, start: string, end: string, status = 'ended') => ({
      project_id: id,
      start_date: start,
      end_date: end,
      status,
    });
    const area = (id: string, code: string, role = 'target') => ({
      project_id: id,
      area_level: 'municipality',
      area_code: code,
      role,
      share_equal: 1,
    });
    const classes = chooseMapClasses(
      makeTables({
        projects: [
          project('A', '2019-01-01', '2020-12-31'),
          project('B', '2020-05-01', '2020-06-01'),
          project('C', '2020-05-01', '2020-06-01', 'cancelled'),
          project('D', '2020-05-01', '2020-06-01'),
        ],
        project_areas: [area('A', '1'), area('A', '2'), area('B', '1'), area('C', '1'), area('D', '1', 'beneficiary')],
      }),
      undefined,
      '2026-01-01',
    );
    // In 2020 one area has two projects and the other one; in 2019 both have one.
    expect(breaksOf(classes, 'ongoing')?.breaks).toEqual([2]);
  });
});
