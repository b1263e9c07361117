/** Which entries make a project together, what of each is published, and what is said of the rest. */
import { describe, expect, it } from 'vitest';
import { createMergePlan, keyEntry, merge } from '../../pipeline/merge/index.ts';
import { toCents } from '../../pipeline/model/cents.ts';
import type { Entry } from '../../pipeline/model/project.ts';
import { makeEntry, onLine } from '../make-entry.ts';

const plan = (...entries: Entry[]): ReturnType<typeof createMergePlan> => createMergePlan(entries.map(keyEntry));
const partner = (name: string): Entry['partners'] => [{ position: 1, name, partner_role: 'part_implementer' }];
const area = (name: string): Entry['areas'] => [{ level: 'municipality', name, place: onLine(3) }];

const page = makeEntry({ document: 'page.txt', rank: 3 });
const card = makeEntry({ document: 'card.txt', rank: 2, family: 'project-card' });
const list = makeEntry({ document: 'list.csv', rank: 1, family: 'eura-list', place: { ...onLine(9), column: 2 } });

describe('the plan', () => {
  it('puts projects in the order of their ids, and the winner of each first', () => {
    const { groups, quarantined, issues } = plan(list, card, makeEntry({ projectId: 'S09999' }), page);
    expect(groups).toEqual([
      { projectId: 'S09999', place: { document: 'a/S10001.txt', line: 1, column: 1 }, members: [2] },
      { projectId: 'S10001', place: { document: 'page.txt', line: 1, column: 1 }, members: [3, 1, 0] },
    ]);
    expect([quarantined, issues]).toEqual([0, []]);
  });

  it('takes the newer of one rank first, then the dated one, then the one whose path and place come first', () => {
    const same = { fields: { name: 'Esimerkki' } };
    const entries = [
      makeEntry({ document: 'c', retrieved: '2020-01-01', ...same, partners: partner('A') }),
      makeEntry({ document: 'b', retrieved: '2021-01-01', ...same, partners: partner('B') }),
      makeEntry({ document: 'a', ...same, sections: [{ position: 1, heading: 'x', text: 'y' }] }),
      makeEntry({ document: 'a', ...same, place: onLine(5), areas: area('Kemi') }),
      makeEntry({
        document: 'a',
        ...same,
        place: { ...onLine(1), column: 2 },
        sustainability: [],
        restated: [],
        areas: area('Kemi'),
        partners: [],
        sections: [{ position: 1, heading: 'x', text: 'y' }],
      }),
    ];
    expect(plan(...entries).groups[0]?.members).toEqual([1, 0, 2, 4, 3]);
  });

  it('counts a repetition once and says it where it is', () => {
    const again = { ...page, document: 'again.txt', place: { ...onLine(4), column: 3 } };
    const { groups, quarantined, issues } = plan(page, again);
    expect([groups[0]?.members, quarantined]).toEqual([[1], 0]);
    expect(issues).toEqual([
      {
        code: 'merge/duplicate-document',
        severity: 'info',
        document: 'page.txt',
        line: 1,
        column: 1,
        message: 'unexpected repetition of again.txt:4, expected one document of the project',
        found: 'S10001',
        count: 1,
      },
    ]);
  });

  it.each<[string, Partial<Entry>, Partial<Entry>]>([
    ['fields', { fields: { name: 'Yksi' } }, { fields: { name: 'Kaksi' } }],
    ['partners', { partners: partner('Kemi') }, { partners: partner('Tornio') }],
    [
      'sections',
      { sections: [{ position: 1, heading: 'x', text: 'y' }] },
      { sections: [{ position: 1, heading: 'x', text: 'z' }] },
    ],
    [
      'sustainability',
      { sustainability: [{ criterion: 'wellbeing', dimension: 'social_cultural', direct: 1 }] },
      { sustainability: [{ criterion: 'wellbeing', dimension: 'social_cultural', direct: 2 }] },
    ],
    ['areas', { areas: area('Kemi') }, { areas: area('Tornio') }],
    ['levels of areas', { areas: area('Kainuu') }, { areas: [{ level: 'region', name: 'Kainuu', place: onLine(3) }] }],
  ])('sets two aside that contradict each other in %s', (_, one, other) => {
    const { groups, quarantined, issues } = plan(
      makeEntry({ document: 'a.txt', ...one }),
      makeEntry({ document: 'b.txt', place: { ...onLine(2), column: 7 }, ...other }),
    );
    expect([groups, quarantined]).toEqual([[], 2]);
    expect(issues[1]).toEqual({
      code: 'merge/conflicting-documents',
      severity: 'error',
      document: 'b.txt',
      line: 2,
      column: 7,
      message:
        'unexpected second, different document of the project (also a.txt:1), expected one, or a date for each in sources.json ("retrieved")',
      found: 'S10001',
      count: 1,
      project_id: 'S10001',
    });
    expect(issues[0]?.message).toContain('(also b.txt:2)');
  });

  it('what only one of two states is no contradiction, nor where an area’s name stands', () => {
    const more = makeEntry({
      document: 'b.txt',
      fields: { name: 'Esimerkki', summary: 'x' },
      partners: partner('Kemi'),
    });
    expect(plan(page, more)).toMatchObject({ quarantined: 0, groups: [{ members: [1, 0] }] });
    const there = makeEntry({ document: 'b.txt', areas: [{ level: 'municipality', name: 'Kemi', place: onLine(30) }] });
    expect(plan(makeEntry({ areas: area('Kemi') }), there).issues).toMatchObject([
      { code: 'merge/duplicate-document' },
    ]);
  });

  describe('where dates order what contradicts', () => {
    const named = (document: string, name: string, retrieved?: string): Entry =>
      makeEntry({ document, fields: { name }, ...(retrieved === undefined ? {} : { retrieved }) });
    const asides = (...entries: Entry[]): string[] => {
      const { groups, quarantined, issues } = plan(...entries);
      const aside = issues.filter(({ code }) => code === 'merge/conflicting-documents').map(({ document }) => document);
      expect(quarantined).toBe(aside.length);
      expect((groups[0]?.members.length ?? 0) + issues.length).toBe(entries.length);
      return aside.sort();
    };

    it.each<[string, Entry[], string[]]>([
      ['two days', [named('a', 'A', '2020-01-01'), named('b', 'B', '2021-01-01')], []],
      ['one day', [named('a', 'A', '2020-01-01'), named('b', 'B', '2020-01-01')], ['a', 'b']],
      ['an undated one against all dated ones', [named('a', 'A', '2020-01-01'), named('b', 'B')], ['b']],
      [
        'an undated one that one dated one agrees with',
        [named('a', 'A', '2020-01-01'), named('b', 'B', '2021-01-01'), named('c', 'A')],
        [],
      ],
      [
        'two of one day, one of another',
        [named('a', 'A', '2020-01-01'), named('b', 'B', '2020-01-01'), named('c', 'C', '2021-01-01')],
        ['a', 'b'],
      ],
      [
        'an undated one that says one thing otherwise and the rest alike',
        [
          makeEntry({ document: 'a', retrieved: '2020-01-01', fields: { name: 'A', summary: 'x' } }),
          makeEntry({ document: 'b', fields: { name: 'B', summary: 'x' } }),
        ],
        ['b'],
      ],
      ['one day twice, the same', [named('a', 'A', '2020-01-01'), named('b', 'A', '2020-01-01')], []],
    ])('%s', (_, entries, expected) => {
      expect(asides(...entries)).toEqual(expected);
    });
  });

  it('names five others at most and says how many more there are', () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      makeEntry({ document: `${index}.txt`, fields: { name: `${index}` } }),
    );
    const { issues } = plan(...many);
    expect(issues[0]?.message).toContain('(also 1.txt:1, 2.txt:1, 3.txt:1, 4.txt:1, 5.txt:1, 2 more)');
    expect(issues[7]?.message).toContain('(also 0.txt:1, 1.txt:1, 2.txt:1, 3.txt:1, 4.txt:1, 2 more)');
    expect(plan(...many.slice(0, 6)).issues[0]?.message).toContain('4.txt:1, 5.txt:1), expected');
  });

  it('points at two projects of one name, beneficiary and start date, in whatever case, and merges them not', () => {
    const fields = { name: 'Esimerkki', beneficiary_name: 'Kemi', start_date: '2020-01-01' };
    const one = makeEntry({ fields });
    const other = makeEntry({
      projectId: 'S10002',
      document: 'b.txt',
      place: onLine(3),
      fields: { ...fields, name: 'ESIMERKKI' },
    });
    const { groups, issues } = plan(other, one);
    expect(groups).toHaveLength(2);
    expect(issues).toEqual([
      {
        code: 'merge/possible-duplicate',
        severity: 'warning',
        document: 'b.txt',
        line: 3,
        column: 1,
        message: 'unexpected equality of name, beneficiary and start date with S10001, expected different projects',
        found: 'S10002',
        count: 1,
      },
    ]);
    for (const name of ['name', 'beneficiary_name', 'start_date'] as const) {
      const { [name]: _, ...rest } = fields;
      expect(plan(makeEntry({ fields: rest }), makeEntry({ projectId: 'S10002', fields: rest })).issues).toEqual([]);
    }
  });
});

describe('the record', () => {
  it('has each field of the first that states it, with the place there', () => {
    const { value } = merge([
      {
        ...list,
        fields: { name: 'Lista', summary: 'Listan', start_date: '2020-01-01' },
        origins: { name: onLine(9), summary: onLine(9), start_date: onLine(9) },
      },
      { ...page, fields: { name: 'Sivu' }, origins: { name: onLine(2) }, sourceUrl: 'https://esimerkki.example/1' },
      {
        ...card,
        fields: { name: 'Kortti', summary: 'Kortin' },
        origins: { name: onLine(4), summary: onLine(5) },
        retrieved: '2020-02-02',
      },
    ]);
    expect(value).toEqual({
      projectId: 'S10001',
      family: 'eura2014',
      sourceUrl: 'https://esimerkki.example/1',
      sources: [
        { document: 'page.txt', sha256: '0'.repeat(64) },
        { document: 'card.txt', sha256: '0'.repeat(64), retrieved: '2020-02-02' },
        { document: 'list.csv', sha256: '0'.repeat(64) },
      ],
      fields: { name: 'Sivu', summary: 'Kortin', start_date: '2020-01-01' },
      partners: [],
      sections: [],
      sustainability: [],
      areas: [],
      areasSource: 0,
      origins: {
        name: { ...onLine(2), source: 0 },
        summary: { ...onLine(5), source: 1 },
        start_date: { ...onLine(9), source: 2 },
      },
    });
  });

  it('has the rows of a table, and the areas, of the first that has any; whole, and with their places alone', () => {
    const { value } = merge([
      { ...page, origins: { 'partners/1/name': onLine(7) } },
      { ...card, partners: partner('Kemi'), origins: { 'partners/1/name': onLine(2), name: onLine(1) } },
      {
        ...list,
        partners: partner('Tornio'),
        areas: area('Kemi'),
        origins: { 'partners/1/name': onLine(3), 'sections/1/text': onLine(4) },
      },
    ]);
    expect(value.partners).toEqual(partner('Kemi'));
    expect([value.areas, value.areasSource]).toEqual([area('Kemi'), 2]);
    expect(value.origins).toEqual({ 'partners/1/name': { ...onLine(2), source: 1 } });
  });

  it('says what another states otherwise, at its place there, money in euros, a long text by its length', () => {
    const long = 'x'.repeat(200);
    const { issues } = merge([
      {
        ...page,
        fields: { name: 'Sivu', funding_planned_public: toCents(150), summary: long, place_post_office: 'KEMI' },
      },
      {
        ...list,
        fields: {
          name: 'Lista',
          funding_planned_public: toCents(250),
          summary: `${long}x`,
          place_post_office: 'KEMI',
          fund: 'ESF',
        },
        origins: { name: { ...onLine(9), column: 4 } },
      },
    ]);
    const said = { code: 'merge/value-differs', severity: 'info', document: 'list.csv', line: 9, count: 1 };
    expect(issues).toEqual([
      {
        ...said,
        column: 4,
        message: 'unexpected other value of name for S10001, expected Sivu as in page.txt',
        found: 'Lista',
      },
      {
        ...said,
        column: 2,
        message: 'unexpected other value of funding_planned_public for S10001, expected 1.5 as in page.txt',
        found: '2.5',
      },
      {
        ...said,
        column: 2,
        message: `unexpected other value of summary for S10001, expected ${long} as in page.txt`,
        found: 'a text of 201 characters',
      },
    ]);
  });
});
