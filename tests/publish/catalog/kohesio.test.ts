/** The list of operations under the Commission's Table Schema and the rules of its validator. */
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookFor, SHARED } from '../../missing.ts';
import {
  joinNutsCodes,
  readKohesioColumns,
  writeKohesio,
  type KohesioReport,
  type Operation,
} from '../../../pipeline/publish/catalog/kohesio.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PLACE = 'standards/kohesio/schema.json';
const SCHEMA = join(SHARED, PLACE);
const official = lookFor(PLACE);
const columns = readKohesioColumns(readFileSync(join(ROOT, 'schemas/1.0/mappings/kohesio.csv'), 'utf8'));
const FUNDS = new Map([
  ['ESF', 'Euroopan sosiaalirahasto (ESR)'],
  ['ESF+', 'Euroopan sosiaalirahasto plus (ESR+)'],
]);

const WHOLE = {
  project_id: 'S20154',
  name: 'Hanke; "yksi", kaksi',
  start_date: '2015-03-01',
  end_date: '2018-02-28',
  beneficiary_name: 'Yhdistys ry',
  beneficiary_business_id: '1762900-8',
  summary: 'Ensimmäinen\n\ntoinen, "kolmas"',
  programming_period: '2014-2020',
  fund: 'ESF',
};
const operation = (changes: Record<string, string | undefined>): Operation => ({
  project: { ...WHOLE, ...changes },
  nutsCode: 'FI1D7',
});
const OPERATIONS: Operation[] = [
  operation({}),
  operation({ project_id: 'A1', fund: 'ESF+', programming_period: '2021-2027' }),
  operation({ project_id: 'A2', summary: undefined }),
  operation({ project_id: 'A3', end_date: undefined, beneficiary_name: undefined }),
  operation({ project_id: 'A4', start_date: '2019-01-01' }),
  { project: { ...WHOLE, project_id: 'A5' } },
  { project: { ...WHOLE, project_id: 'A6', place_postal_code: '00100' } },
];

function write(operations: readonly Operation[]): { csv: string; report: KohesioReport } {
  const writer = writeKohesio(columns, operations, FUNDS);
  let csv = '';
  for (;;) {
    const step = writer.next();
    if (step.done === true) return { csv, report: step.value };
    csv += step.value;
  }
}

const { csv, report } = write(OPERATIONS);
const rows: Record<string, string>[] = parse(csv, { columns: true });

describe('kohesio.csv', () => {
  it('has the rows that lack nothing, with dates as the validator reads them', () => {
    expect(rows.map((row) => row['Operation_Unique_Identifier'])).toEqual(['S20154', 'A1', 'A6']);
    expect(rows[0]).toMatchObject({
      Operation_Name_Programme_Language: WHOLE.name,
      Operation_Summary_Programme_Language: WHOLE.summary,
      Operation_Start_Date: '01/03/2015',
      Operation_End_Date: '28/02/2018',
      Location_Indicator_NUTS_code: 'FI1D7',
      Fund_Code: 'ESF',
    });
    expect(csv.split('\r\n')[0]).not.toContain(';');
  });

  it('names a fund that the schema has no code for', () => {
    expect(rows[1]).toMatchObject({ Fund_Code: '', Fund_Name: 'Euroopan sosiaalirahasto plus (ESR+)' });
  });

  it('calls no amount of ours eligible expenditure', () => {
    expect(csv).not.toMatch(/Expenditure|Cofinancing|CoFinancing|Category/);
  });

  it('says what is left out, and why', () => {
    expect(report.rows).toEqual({ total: 7, written: 3, omitted: 4 });
    expect(report.omitted_rows).toEqual([
      { project_id: 'A2', reasons: ['missing Operation_Summary_Programme_Language'] },
      { project_id: 'A3', reasons: ['missing Operation_End_Date', 'missing Beneficiary_Name'] },
      { project_id: 'A4', reasons: ['start after end'] },
      { project_id: 'A5', reasons: ['missing location'] },
    ]);
    expect(report.omitted_by_reason.reduce((sum, { count }) => sum + count, 0)).toBe(5);
    for (const { column, note } of report.columns_left_out)
      for (const language of ['fi', 'sv', 'en'] as const) expect(note[language], column).toMatch(/\S/);
  });
});

describe.skipIf(official.isMissing)(`the published schema${official.note}`, () => {
  interface Field {
    readonly name: string;
    readonly type: string;
    readonly constraints?: { readonly required?: boolean; readonly enum?: string[]; readonly minimum?: number };
  }
  const { fields } = JSON.parse(official.isMissing ? '{"fields":[]}' : readFileSync(SCHEMA, 'utf8')) as {
    fields: Field[];
  };

  it('has our columns in its order, and every other one is named with a reason', () => {
    expect(columns.map(({ column, isRequired }) => [column, isRequired])).toEqual(
      fields.map(({ name, constraints }) => [name, constraints?.required ?? false]),
    );
    const written = Object.keys(rows[0] ?? {});
    expect([...written, ...report.columns_left_out.map(({ column }) => column)].sort()).toEqual(
      fields.map(({ name }) => name).sort(),
    );
  });

  it('finds no error', () => {
    const faults = rows.flatMap((row) =>
      fields.flatMap(({ name, type, constraints }) => {
        const cell = row[name];
        if (cell === undefined) return [];
        if (cell === '') return constraints?.required === true ? [`${name} is empty`] : [];
        if (type === 'date' && !/^\d{2}\/\d{2}\/\d{4}$/.test(cell)) return [`${name}: ${cell}`];
        if (constraints?.enum?.includes(cell) === false) return [`${name}: ${cell}`];
        return [];
      }),
    );
    expect(faults).toEqual([]);
  });
});

it.each([
  [[], undefined],
  [['FI1B1'], 'FI1B1'],
  [['FI1C1', 'FI1C2'], 'FI1C'],
  [['FI1B1', 'FI1D7'], 'FI1'],
  [['FI1B1', 'FI200'], 'FI'],
  [['FI', 'FI1B1'], 'FI'],
])('the smallest area that holds %j is %s', (codes, expected) => {
  expect(joinNutsCodes(codes)).toBe(expected);
});
