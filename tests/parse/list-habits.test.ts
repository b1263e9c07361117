/** Lists as people and programs leave them: what is read, and what is told instead of being guessed. */
import { describe, expect, it } from 'vitest';
import { fieldsInEuros } from '../../pipeline/model/cents.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { readParseContext } from './read-context.ts';

const AMOUNTS = [
  'Myönnetty EU- ja valtion rahoitus',
  'Toteutunut EU- ja valtion rahoitus',
  'Suunniteltu julkinen rahoitus yhteensä',
  'Toteutunut julkinen rahoitus yhteensä',
];
const COLUMNS = ['Koodi', 'Rahasto', 'Hankkeen nimi', 'Tl', 'Toteuttajan nimi', ...AMOUNTS];
const HEADER = COLUMNS.join(',');
const row = (code: string, amounts: string): string => `${code},ESR,Tori,5,Kemin kaupunki,${amounts}`;

function read(content: string | Uint8Array, path = 'lista.csv') {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { value, issues } = parse({ path, bytes, sha256: '' }, readParseContext());
  return {
    fields: value.map(({ fields }): Record<string, unknown> => fieldsInEuros(fields)),
    amounts: Object.fromEntries(
      value.map(({ projectId, fields }) => {
        const all = fieldsInEuros(fields);
        const { funding_granted_eu_state: one, funding_realised_eu_state: two } = all;
        return [projectId, [one, two, all.funding_planned_public, all.funding_realised_public]];
      }),
    ),
    areas: value.map(({ areas }) => areas.map(({ name }) => name)),
    issues: issues.map(({ code, severity, line }) => [code, severity, line]),
    messages: issues.map(({ message }) => message),
  };
}
const REFUSED = (line: number): unknown[] => ['parse/unreadable-row', 'error', line];
const ABSENT = (line: number): unknown[] => ['parse/unreadable-value', 'warning', line];

describe('amounts with decimal commas in a list that separates with commas', () => {
  const doubtful = row('S20001', '1000,50,900,25,,');

  it('are not read where padding may as well be empty columns', () => {
    expect(read([HEADER, doubtful].join('\n'))).toMatchObject({ fields: [], issues: [REFUSED(2)] });
    // Some rows are padded, some not; and all are as long as one another, as a spreadsheet leaves them.
    const mixed = [row('S20002', '1000,500,900,250'), row('S20003', '1000,500,900,250,,')];
    const found = read([HEADER, doubtful, ...mixed].join('\n'));
    expect(found.issues).toEqual([REFUSED(2)]);
    expect(found.amounts).toEqual({ S20002: [1000, 500, 900, 250], S20003: [1000, 500, 900, 250] });
    expect(read([`${HEADER},,`, doubtful, row('S20003', '1000,500,900,250,,')].join('\n')).issues).toEqual([
      REFUSED(2),
    ]);
  });

  it('are read as the padding of all other rows says', () => {
    const padded = [row('S20002', '1000,500,900,250,,'), row('S20003', '7000,600,800,260,,')];
    expect(read([HEADER, doubtful, ...padded].join('\n'))).toMatchObject({
      amounts: { S20001: [1000, 50, 900, 25] },
      issues: [],
    });
    const bare = [row('S20002', '1000,500,900,250'), row('S20003', '7000,600,800,260')];
    expect(read([HEADER, doubtful, ...bare].join('\n'))).toMatchObject({
      amounts: { S20002: [1000, 500, 900, 250] },
      issues: [REFUSED(2)],
    });
  });

  it('are none where the list has decimal points, and where no program writes them so', () => {
    const point = row('S20002', '1000.50,500,900,250');
    expect(read([HEADER, doubtful, point, row('S20003', '1,2,3,4,,')].join('\n'))).toMatchObject({
      amounts: { S20001: [1000, 50, 900, 25], S20003: [1, 2, 3, 4] },
      issues: [],
    });
    expect(read([HEADER, row('S20001', '8750,0,8750,0,,')].join('\n'))).toMatchObject({
      amounts: { S20001: [8750, 0, 8750, 0] },
      issues: [],
    });
  });

  it('are not read where a name before them could take some of them', () => {
    const whole = row('S20001', '1000,50,900,25,80,10,7,05');
    expect(read([HEADER, whole].join('\n'))).toMatchObject({ fields: [], issues: [REFUSED(2)] });
  });
});

describe('a row with more cells than columns', () => {
  it('is divided in a list that separates with commas alone', () => {
    const semicolons = (line: string): string => line.replaceAll(',', ';');
    const name = row('S20001', '1,2,3,4').replace('Tori', 'Tori, kahvila');
    expect(read([HEADER, name].join('\n')).fields).toMatchObject([{ name: 'Tori, kahvila' }]);
    expect(read(semicolons([HEADER, name].join('\n')))).toMatchObject({ fields: [], issues: [REFUSED(2)] });
  });

  it('is not put together over quoted cells', () => {
    const quoted = row('S20001', '1,2,3,4').replace('Tori', '"Tori, halli",kahvila');
    expect(read([HEADER, quoted].join('\n'))).toMatchObject({ fields: [], issues: [REFUSED(2)] });
  });

  it('is not read where a name would take in what the next column could hold', () => {
    const axis = row('S20001', '1,2,3,4').replace('Tori', 'Tori,4');
    const amount = row('S20002', '77,1,2,3,4');
    expect(read([HEADER, axis, amount].join('\n'))).toMatchObject({ fields: [], issues: [REFUSED(2), REFUSED(3)] });
  });
});

describe('small things', () => {
  it('cost their value and not their row', () => {
    const header = `${HEADER},Aloituspvm,Tila,Kunta`;
    const rows = [
      `${row('S20001', '1000.005,2,3,4')},1.3.2015,Toiminnassa,Kemi (240)`,
      `${row('S20002', '1,2,3,4')},1.4.2015,Toiminnassa 2015,240`,
      `${row('S20003', '1,2,3,4')},2011-01-31T23:30:00-05:00,Toiminnassa,Kemi`,
    ];
    const { fields, issues, areas } = read([header, ...rows].join('\n'));
    expect(fields).toMatchObject([
      { project_code: 'S20001', funding_realised_eu_state: 2, start_date: '2015-03-01', status: 'ongoing' },
      { project_code: 'S20002', funding_granted_eu_state: 1 },
      { project_code: 'S20003', funding_granted_eu_state: 1, status: 'ongoing' },
    ]);
    expect(fields.map((each) => [each['funding_granted_eu_state'], each['start_date'], each['status_label']])).toEqual([
      [undefined, '2015-03-01', 'Toiminnassa'],
      [1, '2015-04-01', undefined],
      [1, undefined, 'Toiminnassa'],
    ]);
    expect(areas).toEqual([[], [], ['Kemi']]);
    expect(issues).toEqual([2, 2, 3, 3, 4].map(ABSENT));
  });

  it('are not what stands in the wrong column', () => {
    const header = `${HEADER},Aloituspvm,Kunta`;
    const rows = [
      `${row('S20001', 'paljon,2,3,4')},1.3.2015,Kemi`,
      `${row('S20002', '1,2,3,4')},3000,Kemi`,
      `${row('S20003', '1,1.3.2015,3,4')},1.3.2015,Kemi`,
      `${row('S20004', '1,2,3,4')},1.3.2015,1.3.2015`,
      `${row('S20005', '1,2,3,4')},31.2.2015,Kemi`,
    ];
    expect(read([header, ...rows].join('\n'))).toMatchObject({ fields: [], issues: [2, 3, 4, 5, 6].map(REFUSED) });
  });

  it('are cells that a row lacks at its end', () => {
    const rows = [row('S20001', '1000,2000'), row('S20002', '1,2,3,4')];
    expect(read([HEADER, ...rows, ''].join('\n'))).toMatchObject({
      amounts: { S20001: [1000, 2000, undefined, undefined], S20002: [1, 2, 3, 4] },
      issues: [ABSENT(2)],
    });
  });

  it('are not cells that a row lacks before its end', () => {
    const rows = [
      'S20001,ESR,Tori,5,1000,2000,3000,4000',
      'S20002,ESR,Tori,Kemin kaupunki,1000,2000,3000,4000',
      row('S20003', '1000,50'),
      'S20004,ESR,Tori',
    ];
    expect(read([HEADER, ...rows, ''].join('\n'))).toMatchObject({ fields: [], issues: [2, 3, 4, 5].map(REFUSED) });
  });

  it('are a last row that breaks off: how its last cell went on is unknown', () => {
    const rows = [row('S20001', '1,2,3,4'), row('S20002', '3000,4000,12')];
    expect(read([HEADER, ...rows].join('\n'))).toMatchObject({
      amounts: { S20002: [3000, 4000, undefined, undefined] },
      issues: [ABSENT(3)],
    });
  });
});

describe('days', () => {
  it.each([
    ['2011-01-31T23:30:00-05:00', undefined],
    ['2011-01-31T22:00:00Z', undefined],
    ['2011-01-31T22:00:00.000+0000', undefined],
    ['2011-01-31T10:00:00+09:00', undefined],
    ['2011-01-31T20:59:59Z', '2011-01-31'],
    ['2011-01-31T00:00:00.000Z', '2011-01-31'],
    ['2011-01-31T23:30:00+02:00', '2011-01-31'],
    ['2011-07-31T00:00:00+03:00', '2011-07-31'],
    ['31.1.2011 klo 23.30', '2011-01-31'],
  ])('%s', (written, day) => {
    const { fields } = read([`${HEADER},Aloituspvm`, `${row('S20001', '1,2,3,4')},${written}`].join('\n'));
    expect(fields[0]?.['start_date']).toBe(day);
  });
});

describe('bytes', () => {
  const list = [
    HEADER,
    ...Array.from({ length: 30 }, (_, index) => row(`S2${1000 + index}`, '1,2,3,4').replace('Tori', 'Työtä')),
  ];
  const text = list.join('\n');

  it('of UTF-8 with some that are not: the rest is read, the place is told', () => {
    const bytes = Buffer.from(text.replace('Työtä', 'Ty~tä'));
    bytes[bytes.indexOf('~')] = 0xf6;
    const { fields, issues } = read(bytes);
    expect(fields).toHaveLength(30);
    expect(fields.map(({ name }) => name).slice(0, 2)).toEqual(['Ty\uFFFDtä', 'Työtä']);
    expect(issues).toEqual([
      ['parse/damaged-text', 'info', 2],
      ['parse/damaged-text', 'info', 2],
    ]);
  });

  it('of Windows-1252, also where two letters by accident are one of UTF-8', () => {
    const { fields, issues } = read(Buffer.from(text.replace('Työtä', 'TYÖ\u00a0TÄ\u0096Å\u0094'), 'latin1'));
    expect(fields.map(({ name }) => name).slice(0, 2)).toEqual(['TYÖ TÄ–Å”', 'Työtä']);
    expect(issues).toEqual([]);
  });

  it('of both are refused: whichever it is taken for, half of it would be wrong', () => {
    const [head = '', ...rows] = list;
    const bytes = Buffer.concat([
      Buffer.from(`${head}\n`, 'latin1'),
      Buffer.from(rows.slice(0, 14).join('\n')),
      Buffer.from(`\n${rows.slice(14).join('\n')}`, 'latin1'),
    ]);
    expect(read(bytes)).toMatchObject({ fields: [], issues: [['parse/unreadable-bytes', 'error', 1]] });
  });
});

describe('headings', () => {
  it('with the code of another list: the form that knows more columns is taken', () => {
    const changed = [HEADER.replace('Koodi', 'Hankekoodi'), row('S20001', '1,2,3,4')].join('\n');
    expect(read(changed)).toMatchObject({
      fields: [{ programming_period: '2014-2020', funding_granted_eu_state: 1, funding_realised_public: 4 }],
      issues: [],
    });
    const now = 'Koodi;Rahasto;Hankkeen nimi;Rahoittava viranomainen;Tukitoimen ala;Suunniteltu julkinen rahoitus';
    expect(read(`${now}\nS30001;ESR+;Tori;Lapin liitto;152;10`)).toMatchObject({
      fields: [{ programming_period: '2021-2027', intervention_field_code: '152', funding_planned_public: 10 }],
      issues: [],
    });
  });

  it('in two lines', () => {
    const upper = 'Koodi;Rahasto;Hankkeen;Tl;Toteuttajan nimi;Myönnetty;Toteutunut;Suunniteltu;';
    const lower = ';;nimi;;;EU- ja valtion rahoitus;EU- ja valtion rahoitus;julkinen rahoitus yhteensä;';
    const both = [upper, lower, row('S20001', '1,2,3').replaceAll(',', ';')].join('\n');
    expect(read(both)).toMatchObject({
      fields: [{ name: 'Tori', funding_granted_eu_state: 1, funding_realised_eu_state: 2, funding_planned_public: 3 }],
      issues: [],
    });
  });

  it('that are none of ours, over rows of projects: a warning that says what is expected', () => {
    const { issues, messages } = read('Numero;Otsikko;Summa\nS20001;Tori;1000\nS20002;Halli;2000');
    expect(issues).toEqual([['parse/unreadable-list', 'warning', 2]]);
    expect(messages[0]).toMatch(/expected a heading with column Hankekoodi or Koodi and 4 more/);
    expect(read('Kunta;Väkiluku\nKemi;19000').issues).toEqual([['parse/unknown-family', 'info', 1]]);
  });
});

it('codes that a spreadsheet took for numbers get their zeros back', () => {
  const header = 'Hankekoodi;Rahasto;Hankkeen nimi;Tukitoimen ala;Toteutuspaikan postinumero;Tukimuoto;Tl';
  expect(read(`${header}\nS30001;ESR+;Tori;27;730;1;4`).fields).toMatchObject([
    { intervention_field_code: '027', place_postal_code: '00730', support_form_code: '01', priority_axis_code: '4' },
  ]);
});
