import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, looksLikeFormula } from '../../../pipeline/publish/formats/formula-guard.ts';
import { semicolonCsv } from '../../../pipeline/publish/formats/semicolon-csv.ts';
import { HOSTILE_TEXTS, makeRelease, writeTable } from './make-release.ts';

const release = makeRelease();
const text = Buffer.from(await writeTable(semicolonCsv, release, 'projects')).toString('utf8');
const records = parse<Record<string, string>>(text, {
  delimiter: ';',
  bom: true,
  columns: true,
  record_delimiter: '\r\n',
});

describe('CSV for spreadsheets', () => {
  it('begins with a byte-order mark and ends its rows with CRLF', () => {
    expect(text.startsWith('\uFEFFproject_id;project_code;')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    // A header, the rows, and nothing after the last row's end.
    expect(text.split('\r\n')).toHaveLength(1 + records.length + 1);
  });

  it('keeps every text, line breaks and separators included, behind its guard', () => {
    const taglines = records.slice(1, 1 + HOSTILE_TEXTS.length).map(({ tagline }) => tagline);
    expect(taglines).toEqual(HOSTILE_TEXTS.map(guardFormula));
    expect(taglines.slice(0, 8)).toEqual([
      "'=1+1",
      "'+358 50",
      "'-12",
      "'@SUM(A1:A9)",
      "'\tsarkain",
      "'＝1+1",
      "''=jo suojattu",
      "'tavallinen heittomerkki",
    ]);
    expect(records[0]?.['name']).toBe('\'=HYPERLINK("https://example.com")');
  });

  it('writes decimal commas and guards no number, date or code', () => {
    expect(records[0]).toMatchObject({
      funding_granted_eu_state: '-1234,5',
      funding_realised_eu_state: '0,07',
      participants_planned: '0',
      participants_realised: '',
      start_date: '2015-02-28',
      beneficiary_postal_code: '00100',
      gender_analysis: 'true',
      gender_mainstreaming: 'false',
    });
  });
});

describe('the guard', () => {
  it.each([
    '\u200b',
    '\u00ad',
    '\u2060',
    '\ufeff',
    '\u180e',
    '\u3164',
    '\u00a0',
    ' ',
    '\u0000',
    '\u202e',
    '\u{e0001}',
    '\u200b \u200b',
  ])('sees a formula behind %j', (hidden) => {
    for (const sign of '=+-@＝＋－＠﹢﹣﹦﹫−') {
      expect(guardFormula(`${hidden}${sign}1+1`)).toBe(`'${hidden}${sign}1+1`);
      expect(guardFormula(`'${hidden}${sign}1+1`)).toBe(`''${hidden}${sign}1+1`);
    }
    expect(guardFormula(`${hidden}1+1`)).toBe(`${hidden}1+1`);
  });

  it('can be taken off again and never lets a formula through', () => {
    const start = fc.constantFrom(
      '',
      "'",
      "''",
      '=',
      '-',
      '+',
      '@',
      '\t',
      '\r',
      '\n',
      '＝',
      ' ',
      '\u200b',
      '\u200b=',
      'a',
    );
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const original = first + rest;
        const guarded = guardFormula(original);
        expect(guarded).not.toMatch(/^[\s\u200b]*[=+\-@\t\r\n]/u);
        expect(looksLikeFormula(guarded) ? guarded.slice(1) : guarded).toBe(original);
      }),
    );
  });
});
