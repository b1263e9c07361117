import { describe, expect, it } from 'vitest';
import { locate } from '../../pipeline/locate/index.ts';
import { listTargets } from './list-targets.ts';
import { makeProject } from './make-project.ts';
import { expectVintage, readGazetteer } from './read-gazetteer.ts';

const gazetteer = readGazetteer();

describe('former municipalities', () => {
  it.each([
    ['Juankoski', '297', 'Kuopio', '112', '11'],
    ['Jalasjärvi', '301', 'Kurikka', '142', '14'],
    ['Luvia', '051', 'Eurajoki', '041', '04'],
    ['Valtimo', '541', 'Nurmes', '125', '12'],
    ['Honkajoki', '214', 'Kankaanpää', '044', '04'],
    ['Pertunmaa', '507', 'Mäntyharju', '101', '10'],
  ])('%s follows to its successor in 2026', (name, code, successor, subRegion, region) => {
    const { value, issues } = locate(makeProject({ municipality: [name] }), gazetteer, expectVintage(gazetteer, 2026));
    expect(value.located.map((row) => [row.code, row.match])).toEqual([
      [code, 'former_municipality'],
      [subRegion, 'municipality'],
      [region, 'municipality'],
      ['FI', 'municipality'],
    ]);
    expect(value.located[0]).toMatchObject({ name: successor, nameInSource: name, places: [{ line: 1, column: 1 }] });
    expect(issues.map((issue) => [issue.code, issue.severity])).toEqual([['locate/ended-municipality', 'info']]);
  });

  it('keeps Pertunmaa in 2024 and follows it from 2025', () => {
    expect(listTargets({ municipality: ['Pertunmaa'] }, {}, 2024).rows[0]).toBe(
      'municipality 588 Pertunmaa stated name 1',
    );
    expect(listTargets({ municipality: ['Pertunmaa'] }, {}, 2025).rows[0]).toBe(
      'municipality 507 Pertunmaa stated former_municipality 1',
    );
  });

  it('makes one row of old names that meet in one successor, and counts the areas of the vintage', () => {
    const { rows } = listTargets({ municipality: ['Juankoski', 'Siilinjärvi', 'Maaninka', 'KUOPIO'] });
    expect(rows.slice(0, 2)).toEqual([
      'municipality 297 Juankoski | Maaninka | KUOPIO stated name 1/2',
      'municipality 749 Siilinjärvi stated name 1/2',
    ]);
  });
});

describe('region changes', () => {
  const stated = { region: ['Pohjanmaa'], sub_region: ['Kyrönmaa'], municipality: ['Isokyrö'] };

  it('keeps what a change left behind with share 0, and says so', () => {
    const { rows, issues } = listTargets(stated, { start_date: '2016-01-01', end_date: '2016-12-31' });
    expect(rows).toEqual([
      'municipality 152 Isokyrö stated name 1',
      'sub_region 142 - derived municipality 1',
      'sub_region 151 Kyrönmaa stated former_area 0',
      'region 14 - derived municipality 1',
      'region 15 Pohjanmaa stated name 0',
      'country FI - derived municipality 1',
    ]);
    expect(issues).toEqual([
      'info locate/ended-area Kyrönmaa 2',
      'info locate/area-changed-since Kyrönmaa 2',
      'info locate/area-changed-since Pohjanmaa 1',
    ]);
  });

  it('names the year of the change', () => {
    const { issues } = locate(
      makeProject(
        { region: ['Pohjanmaa'], municipality: ['Isokyrö'] },
        { start_date: '2016-03-01', end_date: '2018-02-28' },
      ),
      gazetteer,
      expectVintage(gazetteer, 2026),
    );
    expect(issues[0]?.message).toBe(
      'unexpected region Pohjanmaa, expected Etelä-Pohjanmaa (14) for Isokyrö since 2021; Pohjanmaa stays with share 0',
    );
  });

  it('names the municipality where the others of its region stayed', () => {
    const { issues } = locate(
      makeProject(
        { region: ['Pohjanmaa'], municipality: ['Isokyrö', 'Vaasa'] },
        { start_date: '2016-03-01', end_date: '2018-02-28' },
      ),
      gazetteer,
      expectVintage(gazetteer, 2026),
    );
    expect(issues.map((issue) => [issue.code, issue.line, issue.message])).toEqual([
      [
        'locate/area-changed-since',
        2,
        'unexpected municipality Isokyrö in Pohjanmaa (15), expected Etelä-Pohjanmaa (14) for Isokyrö since 2021',
      ],
    ]);
  });

  it('is a contradiction for a project that began after the change', () => {
    const { rows, issues } = listTargets(
      { region: ['Pohjanmaa'], municipality: ['Isokyrö'] },
      { start_date: '2022-01-01', end_date: '2022-12-31' },
    );
    expect(rows).toContain('region 15 Pohjanmaa stated name 0');
    expect(issues).toEqual([
      'warning locate/municipality-outside-region Isokyrö 2',
      'warning locate/region-without-municipality Pohjanmaa 1',
    ]);
  });

  it('lets an ended sub-region that stands alone carry the whole', () => {
    const { rows } = listTargets({ sub_region: ['Kyrönmaa'] });
    expect(rows).toEqual([
      'sub_region 151 Kyrönmaa stated former_area 1',
      'region 15 - derived sub_region 1',
      'country FI - derived sub_region 1',
    ]);
  });

  it('leaves the shares to the areas of the vintage where there are some', () => {
    const { rows } = listTargets({ sub_region: ['Kyrönmaa', 'Vaasan'] });
    expect(rows.slice(0, 2)).toEqual([
      'sub_region 151 Kyrönmaa stated former_area 0',
      'sub_region 152 Vaasan stated genitive 1',
    ]);
  });
});
