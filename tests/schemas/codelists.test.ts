import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookFor, SHARED } from '../missing.ts';
import { FOLDER, readSchemas, type Schema } from './read-schemas.ts';

type Row = Readonly<Record<string, string>>;

const COLUMNS = ['code', 'title_en', 'title_fi', 'title_sv', 'description_en'];
const schemas = readSchemas();
const listNames = readdirSync(join(FOLDER, 'codelists')).map((file) => file.replace('.csv', ''));

function readList(name: string): Row[] {
  return parse(readFileSync(join(FOLDER, 'codelists', `${name}.csv`), 'utf8'), { columns: true });
}
const codesOf = (name: string) => readList(name).map((row) => row['code']);

/** The codelist of each column that has an enum: table, column, list. */
const ENUMS: [table: string, column: string, list: string][] = [
  ['projects', 'family', 'family'],
  ['projects', 'fund', 'fund'],
  ['projects', 'status', 'status'],
  ['project-areas', 'area_level', 'area-level'],
  ['project-areas', 'role', 'area-role'],
  ['project-areas', 'evidence', 'evidence'],
  ['project-areas', 'match', 'match'],
  ['partners', 'partner_role', 'partner-role'],
  ['sustainability', 'criterion', 'sustainability-criterion'],
  ['sustainability', 'dimension', 'sustainability-dimension'],
  ['coverage-summary', 'level', 'area-level'],
  ['coverage-summary', 'row', 'coverage-row'],
  ['area-changes', 'kind', 'area-change-kind'],
  ['area-changes', 'area_level', 'area-level'],
  ['changes', 'change', 'change-kind'],
  ['issues', 'severity', 'severity'],
];

const property = (table: string, column: string): Schema | undefined => schemas.get(table)?.properties?.[column];

describe('codelists and enums', () => {
  it.each(ENUMS)('%s.%s has the codes of %s, in their order', (table, column, list) => {
    expect(property(table, column)?.enum).toEqual(codesOf(list));
  });

  it('leave no enum of a table without a codelist', () => {
    // The configuration is nobody's data: its codes are explained where they are set.
    const found = [...schemas].flatMap(([table, { properties = {} }]) =>
      table === 'config'
        ? []
        : Object.entries(properties).flatMap(([column, { enum: codes }]) =>
            codes === undefined ? [] : [`${table}.${column}`],
          ),
    );
    expect(found.sort()).toEqual(ENUMS.map(([table, column]) => `${table}.${column}`).sort());
  });

  it('agree on the classes of withheld data', () => {
    expect(property('redactions', 'classes')?.items?.properties?.['class']?.enum).toEqual(codesOf('withheld-class'));
  });
});

describe.each(listNames)('codelist %s', (name) => {
  const rows = readList(name);

  it('has its columns, unique codes, and no empty title', () => {
    const extra: Record<string, string[]> = {
      'sustainability-criterion': ['dimension'],
      authorities: ['spellings', 'valid_from', 'valid_to', 'attested'],
      'priority-axis': ['programming_period', 'number', 'attested', 'seen'],
      'specific-objective': ['programming_period', 'number', 'attested', 'seen'],
      'issue-code': ['severity', 'description_fi', 'description_sv', 'advice_en', 'advice_fi', 'advice_sv'],
      'catalog-text': ['description_fi', 'description_sv'],
      'eu-vocabulary': ['vocabulary', 'iri', 'seen'],
      'file-format': ['file_type', 'media_type', 'non_proprietary', 'machine_readable', 'reference_system', 'seen'],
      'shape-exception': ['version', 'severity', 'path', 'component', 'issue'],
    };
    const columns = name === 'authorities' ? ['code', 'title_fi', 'title_sv', 'title_en'] : COLUMNS;
    expect(Object.keys(rows[0] ?? {})).toEqual([...columns, ...(extra[name] ?? [])]);
    expect(new Set(rows.map((row) => row['code'])).size).toBe(rows.length);
    for (const row of rows)
      for (const column of columns) expect(row[column], `${row['code']} ${column}`).toMatch(/^\S/);
  });
});

describe.each(['priority-axis', 'specific-objective'])('%s', (name) => {
  it('is told by period and number, and says how well its names are attested', () => {
    const rows = readList(name);
    for (const { code, programming_period: period = '', number = '', attested } of rows) {
      expect(code).toBe(`${period}/${number}`);
      expect(number).toMatch(name === 'priority-axis' ? /^\d+$/ : /^\d+\.\d+$/);
      expect(['official', 'two sources', 'one source', 'own translation']).toContain(attested);
    }
    expect(new Set(rows.map((row) => row['programming_period']))).toEqual(new Set(['2014-2020', '2021-2027']));
  });
});

it('the axes and objectives that documents state with code and name are on the lists, under that name', () => {
  const titles = new Map(
    ['priority-axis', 'specific-objective'].flatMap((name) =>
      readList(name).map((row) => [row['code'] ?? '', row['title_fi'] ?? '']),
    ),
  );
  for (const code of ['S20154', 'S21528', 'S22125', 'S22188']) {
    const text = readFileSync(join(FOLDER, '../../data/documents/eura2014', `${code}.txt`), 'utf8');
    const stated = [...text.matchAll(/^(?:Toimintalinja|Erityistavoite): (\d+(?:\.\d+)?)\.? (.+?)\s*$/gmu)];
    expect(stated).toHaveLength(2);
    for (const [, number = '', name] of stated) expect(titles.get(`2014-2020/${number}`)).toBe(name);
  }
});

it('has five criteria per dimension, in source order', () => {
  const dimensions = readList('sustainability-criterion').map((row) => row['dimension']);
  const fiveOf = (dimension: string) => Array<string>(5).fill(dimension);
  expect(dimensions).toEqual([...fiveOf('ecological'), ...fiveOf('economic'), ...fiveOf('social_cultural')]);
});

describe('authorities', () => {
  /** How a source's spelling is compared: commas get lost and spaces doubled on the way. */
  const normalise = (name: string) => name.replaceAll(',', ' ').trim().split(/\s+/u).join(' ');
  const codes = new Map<string, string>();
  const rows = readList('authorities');
  for (const { code = '', title_fi: title = '', spellings = '' } of rows) {
    for (const name of [title, ...spellings.split('|').filter((spelling) => spelling !== '')]) {
      codes.set(normalise(name), code);
    }
  }

  it('lists the 15 ELY centres and the 18 regional councils of the mainland and the former 19th', () => {
    expect(rows.filter((row) => row['code']?.startsWith('ely_'))).toHaveLength(15);
    expect(rows.filter((row) => row['code']?.startsWith('council_'))).toHaveLength(19);
  });

  it('of all periods, with the years in which each was there', () => {
    const years = new Map(rows.map((row) => [row['code'] ?? '', [row['valid_from'], row['valid_to']]]));
    expect(years.get('ely_lapland')).toEqual(['2010-01-01', '2025-12-31']);
    expect(years.get('edc_lapland')).toEqual(['2026-01-01', '']);
    expect(rows.filter((row) => row['code']?.startsWith('edc_'))).toHaveLength(10);
    for (const [from = '', to = ''] of years.values()) {
      for (const day of [from, to]) expect(day).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/);
      if (from !== '' && to !== '') expect(from < to).toBe(true);
    }
  });

  it('gives no spelling to two authorities', () => {
    const spellings = rows
      .flatMap((row) => [row['title_fi'] ?? '', ...(row['spellings'] ?? '').split('|')])
      .filter(Boolean);
    expect(new Set(spellings.map(normalise)).size).toBe(spellings.length);
  });

  it.each([
    ['Pohjois-Pohjanmaan elinkeino-, liikenne- ja ympäristökeskus', 'ely_north_ostrobothnia'],
    ['Pohjois-Pohjanmaan  elinkeino- liikenne- ja ympäristökeskus ', 'ely_north_ostrobothnia'],
    ['Keski-Suomen ELY-keskus', 'ely_central_finland'],
    ['Etelä-Savon maakuntaliitto', 'council_south_savo'],
    ['Sosiaali- ja terveysministeriö', 'ministry_social_affairs_health'],
  ])('knows %j', (spelling, code) => {
    expect(codes.get(normalise(spelling))).toBe(code);
  });

  const list = join(SHARED, 'lists/projektilista-2014-2020.csv');
  const real = lookFor('lists');
  it.skipIf(real.isMissing)(
    `resolves every authority of the real list but those of its damaged rows${real.note}`,
    () => {
      const damaged = ['A70408', 'A70423', 'A70447', 'A70452'];
      const projects: Row[] = parse(readFileSync(list, 'utf8'), { columns: true, bom: true });
      const unknown = projects.filter(
        (row) => !damaged.includes(row['Koodi'] ?? '') && !codes.has(normalise(row['Viranomainen'] ?? '')),
      );
      expect(projects).toHaveLength(2881);
      expect(unknown).toEqual([]);
    },
  );
});
