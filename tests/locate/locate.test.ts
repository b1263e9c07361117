import { describe, expect, it } from 'vitest';
import { locate } from '../../pipeline/locate/index.ts';
import { listTargets } from './list-targets.ts';
import { makeProject } from './make-project.ts';
import { expectVintage, readGazetteer } from './read-gazetteer.ts';

const gazetteer = readGazetteer();

describe('a document that states all three levels', () => {
  it('gives the stated rows, the derived country, and no issue', () => {
    const { rows, issues } = listTargets({
      region: ['Lappi'],
      sub_region: ['Kemi-Tornion', 'Torniolaakson'],
      municipality: ['Keminmaa', 'Simo', 'Ylitornio', 'Tornio', 'Tervola', 'Kemi'],
    });
    expect(rows).toEqual([
      'municipality 240 Kemi stated name 1/6',
      'municipality 241 Keminmaa stated name 1/6',
      'municipality 751 Simo stated name 1/6',
      'municipality 845 Tervola stated name 1/6',
      'municipality 851 Tornio stated name 1/6',
      'municipality 976 Ylitornio stated name 1/6',
      'sub_region 192 Kemi-Tornion stated genitive 5/6',
      'sub_region 193 Torniolaakson stated genitive 1/6',
      'region 19 Lappi stated name 1',
      'country FI - derived municipality 1',
    ]);
    expect(issues).toEqual([]);
  });

  it('derives the coarser levels that are not stated', () => {
    const { rows } = listTargets({ municipality: ['Vaasa', 'Seinäjoki', 'Laihia'] });
    expect(rows).toEqual([
      'municipality 399 Laihia stated name 1/3',
      'municipality 743 Seinäjoki stated name 1/3',
      'municipality 905 Vaasa stated name 1/3',
      'sub_region 142 - derived municipality 1/3',
      'sub_region 152 - derived municipality 2/3',
      'region 14 - derived municipality 1/3',
      'region 15 - derived municipality 2/3',
      'country FI - derived municipality 1',
    ]);
  });
});

describe('a document that states no municipality', () => {
  it('shares among the sub-regions, and regions follow from them', () => {
    const { rows } = listTargets({ region: ['Lappi', 'Kainuu'], sub_region: ['Rovaniemen', 'Itä-Lapin', 'Kajaanin'] });
    expect(rows).toEqual([
      'sub_region 182 Kajaanin stated genitive 1/3',
      'sub_region 191 Rovaniemen stated genitive 1/3',
      'sub_region 194 Itä-Lapin stated genitive 1/3',
      'region 18 Kainuu stated name 1/3',
      'region 19 Lappi stated name 2/3',
      'country FI - derived sub_region 1',
    ]);
  });

  it('shares among the regions where only they are stated', () => {
    const { rows } = listTargets({ region: ['Pohjanmaa', 'Norra Savolax'] });
    expect(rows).toEqual([
      'region 11 Norra Savolax stated name_sv 1/2',
      'region 15 Pohjanmaa stated name 1/2',
      'country FI - derived region 1',
    ]);
  });

  it.each(['Valtakunnallinen', 'koko maa', 'KOKO MAA'])('reads %s as the whole country', (name) => {
    expect(listTargets({ region: [name] }).rows).toEqual([`country FI ${name} stated name 1`]);
  });

  it('has no target rows where nothing is stated', () => {
    expect(listTargets({})).toEqual({ rows: [], issues: [] });
  });
});

describe('contradictions', () => {
  it('reports a municipality outside every region stated, and the region that is left without one', () => {
    const { rows, issues } = listTargets(
      { region: ['Lappi', 'Kainuu'], municipality: ['Kemi', 'Vaasa'] },
      { start_date: '2019-01-01' },
    );
    expect(rows.filter((row) => row.startsWith('region'))).toEqual([
      'region 15 - derived municipality 1/2',
      'region 18 Kainuu stated name 0',
      'region 19 Lappi stated name 1/2',
    ]);
    expect(issues).toEqual([
      'warning locate/municipality-outside-region Vaasa 4',
      'warning locate/region-without-municipality Kainuu 2',
    ]);
  });

  it('compares sub-regions with regions where no municipality is stated', () => {
    const { issues } = listTargets({ region: ['Lappi'], sub_region: ['Oulun'] }, { start_date: '2019-01-01' });
    expect(issues).toEqual([
      'warning locate/sub-region-outside-region Oulun 2',
      'warning locate/region-without-sub-region Lappi 1',
    ]);
  });
});

describe('names that are on no list', () => {
  it('are issues with candidates; the areas that were found share the whole', () => {
    const project = makeProject({ municipality: ['Kemi', 'Kemii', 'Atlantis'] });
    const { value, issues } = locate(project, gazetteer, expectVintage(gazetteer, 2026));
    expect(value.located[0]).toMatchObject({ code: '240', shareEqual: { numerator: 1, denominator: 1 } });
    expect(issues).toEqual([
      {
        code: 'locate/unknown-name',
        severity: 'warning',
        document: 'a/S10001.txt',
        line: 2,
        column: 1,
        message: 'unexpected municipality name Kemii, expected perhaps Kemi, Lemi',
        found: 'Kemii',
        count: 1,
      },
      expect.objectContaining({
        found: 'Atlantis',
        message: 'unexpected municipality name Atlantis, expected the name of a municipality',
      }),
    ]);
  });

  it('says when the name is one of another level', () => {
    const { issues } = locate(makeProject({ municipality: ['Ylä-Savo'] }), gazetteer, expectVintage(gazetteer, 2026));
    expect(issues[0]?.message).toBe(
      'unexpected Ylä-Savo, the name of a sub-region, expected the name of a municipality',
    );
  });

  it('counts repeats', () => {
    const { issues } = locate(
      makeProject({ municipality: ['Atlantis', 'Atlantis'] }),
      gazetteer,
      expectVintage(gazetteer, 2026),
    );
    expect(issues.map((issue) => [issue.found, issue.line, issue.count])).toEqual([['Atlantis', 1, 2]]);
  });
});
