/** Readers of a label's value, into a draft: which fields, from which span, and what is told of what cannot be read. */
import { describe, expect, it } from 'vitest';
import { createDraft, openDocument, type Draft } from '../../pipeline/parse/draft.ts';
import {
  findAxis,
  readMoneyRange,
  readOrganisations,
  readProjectIdentity,
  readStatedAxis,
} from '../../pipeline/parse/project-card/readers.ts';
import {
  readAreas,
  readCodeAndName,
  readDay,
  readMoney,
  readName,
  readPeriod,
  readStatusWords,
  valueSpan,
  type Reader,
} from '../../pipeline/parse/readers.ts';
import { redaction } from '../redact/read-redaction.ts';

const BEFORE = 'Otsikko: ';

/** What a reader makes of a value that stands behind some words, and where it says that it was. */
function read(reader: Reader, value: string) {
  const text = `${BEFORE}${value}\nS10001`;
  const draft = createDraft(
    openDocument({ path: 'a.txt', bytes: new Uint8Array(), sha256: '' }, text, redaction),
    'project-card',
    3,
  );
  reader(draft, { start: BEFORE.length, end: BEFORE.length + value.length });
  const at = text.indexOf('S10001');
  if (!draft.hasField('project_code') && !draft.hasField('journal_number'))
    draft.setField('project_code', 'S10001', { start: at, end: at + 6 });
  const { entry, issues } = draft.finish({ start: 0, end: text.length });
  const { project_code: code, ...fields } = entry?.fields ?? {};
  return {
    fields: { ...fields, ...(code === 'S10001' ? {} : { project_code: code }) },
    from: Object.fromEntries(
      Object.entries(entry?.origins ?? {}).flatMap(([name, { column, endColumn = 0 }]) =>
        name === 'project_code' ? [] : [[name, text.slice(column - 1, endColumn - 1)]],
      ),
    ),
    partners: entry?.partners.map(({ position, name }) => [position, name]),
    areas: entry?.areas.map(({ level, name }) => [level, name]),
    issues: issues.map(({ code: issue, found }) => [issue, found]),
  };
}
const nothing = { fields: {}, issues: [] };

describe('a range of money', () => {
  it.each<[string, number | undefined, number | undefined, Record<string, string>]>([
    ['500000-1000000 €', 50_000_000, 100_000_000, { budget_min: '500000', budget_max: '1000000' }],
    ['500 000 – 1 000 000 euroa', 50_000_000, 100_000_000, { budget_min: '500 000', budget_max: '1 000 000' }],
    // The same digits in both ends: each has its own place.
    ['50000—50000€', 5_000_000, 5_000_000, { budget_min: '50000', budget_max: '50000' }],
    ['75000 €', 7_500_000, 7_500_000, { budget_min: '75000', budget_max: '75000' }],
    ['Yli 1000000 €', 100_000_000, undefined, { budget_min: '1000000' }],
    ['yli1000000', 100_000_000, undefined, { budget_min: '1000000' }],
    ['ALLE 50000 €', undefined, 5_000_000, { budget_max: '50000' }],
  ])('%s', (value, low, high, from) => {
    const found = read(readMoneyRange, value);
    expect(found).toMatchObject({ from, issues: [] });
    expect([found.fields.budget_min, found.fields.budget_max]).toEqual([low, high]);
  });

  it.each(['', ' \t', '\u00a0'])('is not there: %j', (value) => {
    expect(read(readMoneyRange, value)).toMatchObject(nothing);
  });

  it.each(['paljon', 'yli 5-6 €', 'alle', '-5 €', '5--6', '5-', '5,50-6 €', '5 € - 6 €', '1e6'])(
    'cannot be read: %s',
    (value) => {
      expect(read(readMoneyRange, value)).toMatchObject({ fields: {}, issues: [['parse/unreadable-value', value]] });
    },
  );

  it('whose amounts are not in thousands is told amount by amount', () => {
    expect(read(readMoneyRange, '5 00-1000 €')).toMatchObject({
      fields: { budget_max: 100_000 },
      issues: [['parse/unreadable-value', '5 00']],
    });
  });
});

describe('an axis', () => {
  it.each([
    ['Toimintalinja 5 (ESR)', '5', 'ESF', { priority_axis_code: '5', fund: 'ESR' }],
    ['toimintalinja\u00a012. (EAKR) ja muuta', '12', 'ERDF', { priority_axis_code: '12', fund: 'EAKR' }],
    ['Toimintalinja 5', '5', undefined, { priority_axis_code: '5' }],
  ] as const)('%s', (value, code, fund, from) => {
    const found = read(readStatedAxis, value);
    expect(found).toMatchObject({ from, issues: [] });
    expect([found.fields.priority_axis_code, found.fields.fund]).toEqual([code, fund]);
  });

  it.each(['Linja 5', 'Toimintalinja', 'Toimintalinja V', 'x Toimintalinja 5'])('is not %s', (value) => {
    expect(findAxis(value, 0)).toBeUndefined();
    expect(read(readStatedAxis, value)).toMatchObject({ fields: {}, issues: [['parse/unreadable-value', value]] });
  });

  it('may be left out', () => {
    expect(read(readStatedAxis, ' ')).toMatchObject(nothing);
  });

  it('of a fund that nobody knows is an axis without a fund', () => {
    expect(read(readStatedAxis, 'Toimintalinja 5 (XYZ)')).toMatchObject({
      fields: { priority_axis_code: '5' },
      issues: [['parse/unreadable-value', 'XYZ']],
    });
  });
});

describe('an identity', () => {
  it('is a code or a journal number, as its form says', () => {
    expect(read(readProjectIdentity, 's20154').fields).toEqual({ project_code: 'S20154' });
    expect(read(readProjectIdentity, '2014/1/09').fields).toMatchObject({ journal_number: '2014/1/09' });
    expect(read(readProjectIdentity, 'S2015')).toMatchObject({
      fields: {},
      issues: [['parse/unreadable-value', 'S2015']],
    });
  });
});

describe('organisations', () => {
  it('are the beneficiary and those that take part', () => {
    expect(read(readOrganisations, 'Kemin kaupunki, Diak; Humak')).toMatchObject({
      fields: { beneficiary_name: 'Kemin kaupunki' },
      partners: [
        [1, 'Diak'],
        [2, 'Humak'],
      ],
    });
    expect(read(readOrganisations, 'Kemin kaupunki')).toMatchObject({
      fields: { beneficiary_name: 'Kemin kaupunki' },
      partners: [],
    });
  });
});

describe('a code and a name', () => {
  const reader = readCodeAndName('priority_axis_code', 'priority_axis_name');
  it.each([
    ['5. Sosiaalinen osallisuus', '5', 'Sosiaalinen osallisuus'],
    ['10.1. Työelämän tasa-arvo', '10.1', 'Työelämän tasa-arvo'],
    ['5\u00a0Osallisuus', '5', 'Osallisuus'],
  ])('%s', (value, code, name) => {
    expect(read(reader, value)).toMatchObject({
      fields: { priority_axis_code: code, priority_axis_name: name },
      from: { priority_axis_code: code, priority_axis_name: name },
      issues: [],
    });
  });

  it.each(['Osallisuus', '5.Osallisuus', '123. Osallisuus', '5.'])('are not in %s', (value) => {
    expect(read(reader, value)).toMatchObject({ fields: {}, issues: [['parse/unreadable-value', value]] });
  });

  it.each(['', '-', 'Kesken.'])('may be left out: %j', (value) => {
    expect(read(reader, value)).toMatchObject(nothing);
  });
});

describe('a period', () => {
  it.each([
    ['Alkaa 1.3.2019 ja päättyy 31.12.2020', { start_date: '2019-03-01', end_date: '2020-12-31' }],
    // The same day twice has two places.
    ['alkaa 1.3.2019 ja päättyy 1.3.2019', { start_date: '2019-03-01', end_date: '2019-03-01' }],
    ['Alkaa 1.3.2019', { start_date: '2019-03-01' }],
    ['päättyy 31.12.2020', { end_date: '2020-12-31' }],
    ['Alkaa 1.3.2019 ja pa\u0308a\u0308ttyy 31.12.2020', { start_date: '2019-03-01', end_date: '2020-12-31' }],
  ])('%s', (value, fields) => {
    const found = read(readPeriod, value);
    expect(found).toMatchObject({ fields, issues: [] });
    expect(Object.keys(found.fields)).toEqual(Object.keys(fields));
  });

  it('has a place for each of its days', () => {
    expect(read(readPeriod, 'Alkaa 1.3.2019 ja päättyy 11.3.2019').from).toEqual({
      start_date: '1.3.2019',
      end_date: '11.3.2019',
    });
  });

  it.each(['joskus', 'Alkaa', '1.3.2019-31.12.2020'])('cannot be read: %s', (value) => {
    expect(read(readPeriod, value)).toMatchObject({ fields: {}, issues: [['parse/unreadable-value', value]] });
  });

  it('whose day no calendar has keeps the other', () => {
    expect(read(readPeriod, 'Alkaa 31.2.2019 ja päättyy 31.12.2020')).toMatchObject({
      fields: { end_date: '2020-12-31' },
      issues: [['parse/unreadable-value', '31.2.2019']],
    });
  });
});

describe('a status', () => {
  it('is its words, and a code where they are known', () => {
    expect(read(readStatusWords, 'Toiminta päättynyt').fields).toEqual({
      status_label: 'Toiminta päättynyt',
      status: 'ended',
    });
    expect(read(readStatusWords, 'Arkistoitu')).toMatchObject({
      fields: { status_label: 'Arkistoitu' },
      issues: [['parse/unknown-status', 'Arkistoitu']],
    });
    expect(read(readStatusWords, '–')).toMatchObject(nothing);
  });
});

it.each<[Reader, string]>([
  [readName('name'), 'kesken.'],
  [readMoney('funding_planned_public'), '-'],
  [readDay('start_date'), '–'],
  [readAreas('region'), ''],
])('what the forms write for nothing is nothing', (reader, value) => {
  expect(read(reader, value)).toMatchObject({ ...nothing, areas: [] });
});

it('names of areas are divided where lists are', () => {
  expect(read(readAreas('municipality'), 'Kemi, Tornio;Ii').areas).toEqual([
    ['municipality', 'Kemi'],
    ['municipality', 'Tornio'],
    ['municipality', 'Ii'],
  ]);
});

describe('a second value of a field', () => {
  const twice = (first: string, second: string) => {
    const reader = (draft: Draft, span: { readonly start: number; readonly end: number }): void => {
      draft.setField('name', first, span);
      draft.setField('name', second, span);
    };
    return read(reader, 'Tori');
  };

  it('is told, and the first one stays', () => {
    expect(twice('Tori', 'Kirjasto')).toMatchObject({
      fields: { name: 'Tori' },
      issues: [['parse/repeated-value', 'Tori']],
    });
  });

  it('that says the same is none', () => {
    expect(twice('Tori', 'Tori')).toMatchObject({ fields: { name: 'Tori' }, issues: [] });
  });
});

it.each([
  ['Nimi: Tori ', 'Tori'],
  ['Nimi:', ''],
  ['Nimi', ''],
  ['Nimi: a: b', 'a: b'],
])('the value of %j is %j', (line, value) => {
  const text = `${line}\nToinen: 2`;
  const span = valueSpan(text, { start: 0, end: line.length });
  expect(text.slice(span.start, span.end)).toBe(value);
});
