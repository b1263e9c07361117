/** Workbooks as people save them: what their cells hold, and where. */
import { utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { fieldsInEuros } from '../../pipeline/model/cents.ts';
import type { Entry } from '../../pipeline/model/project.ts';
import type { Issue } from '../../pipeline/model/issue.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { LIMITS } from '../../pipeline/parse/limits.ts';
import { readWorkbook } from '../../pipeline/parse/workbook/read-workbook.ts';
import { readParseContext } from './read-context.ts';

const HEADER = ['Hankekoodi ', 'Rahasto', 'Tl', 'Hankkeen nimi', 'Aloituspvm', 'Toteutuspaikan postinumero'];
const row = (code: string, ...more: unknown[]): unknown[] => [code, 'ESR+', '4', `Väylä ${code}`, ...more];

function toSheet(rows: readonly (readonly unknown[])[]): WorkSheet {
  return utils.aoa_to_sheet(
    rows.map((cells) => [...cells]),
    { UTC: true },
  );
}

function toBytes(sheets: Readonly<Record<string, WorkSheet>>, settings: WorkBook['Workbook'] = {}): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = { ...book.Workbook, ...settings };
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

function read(bytes: Uint8Array, path = 'lista.xlsx'): { value: Entry[]; issues: Issue[] } {
  const { value, issues } = parse({ path, bytes, sha256: '' }, readParseContext());
  return { value, issues: [...issues] };
}

const readRows = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const workbook = readWorkbook(bytes);
  return 'sheets' in workbook ? (workbook.sheets[0]?.rows ?? []) : [[workbook.problem]];
};

it('days of both calendars, with a time or without, are ISO dates', () => {
  const days = [36526, 43466, 45000.5, 60, 61].map((v) => ({ t: 'n', v, z: 'd.m.yyyy' }));
  const sheet = toSheet([days]);
  expect(readRows(toBytes({ A: sheet }))).toEqual([
    ['2000-01-01', '2019-01-01', '2023-03-15 12:00:00', '1900-02-29', '1900-03-01'],
  ]);
  // The calendar of old Macintosh files begins 1,462 days later.
  expect(readRows(toBytes({ A: sheet }, { WBProps: { date1904: true } }))[0]?.slice(0, 3)).toEqual([
    '2004-01-02',
    '2023-01-02',
    '2027-03-16 12:00:00',
  ]);
});

it('codes keep the zeros that they are shown with, amounts are what they are and not what is shown', () => {
  const cells = [
    { t: 'n', v: 730, z: '00000' },
    { t: 's', v: '00730' },
    { t: 'n', v: 730, z: '0####' },
    { t: 'n', v: 20154, z: '"S"00000' },
    { t: 'n', v: 443909.256, z: '# ##0' },
    { t: 'n', v: 0.1 + 0.2 },
    { t: 'n', v: -12.5, z: '0.00 "€"' },
    { t: 'b', v: true },
    { t: 'e', v: 0x2a, w: '#N/A' },
  ];
  expect(readRows(toBytes({ A: toSheet([cells]) }))).toEqual([
    ['00730', '00730', '00730', 'S20154', '443909.256', '0.3', '-12.5', 'true', ''],
  ]);
});

it('a list under a merged title and an empty row, with formulas, in the second of several sheets', () => {
  const formula = { t: 'n', v: 45000, f: 'DATE(2023,3,15)', z: 'd.m.yyyy' };
  const list = toSheet([
    ['Hankkeet 2021–2027'],
    [],
    HEADER,
    row('S30901', formula, { t: 'n', v: 730, z: '00000' }),
    row('S30902', new Date(Date.UTC(2023, 11, 31)), '94100'),
    [],
    ['Lähde: EURA 2021'],
  ]);
  list['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 5 } }];
  const bytes = toBytes({
    Ohje: toSheet([['Ohje'], ['Lista on toisella välilehdellä.']]),
    Tyhjä: toSheet([]),
    Lista: list,
  });
  const { value, issues } = read(bytes);
  expect(value.map(({ fields }) => fieldsInEuros(fields))).toMatchObject([
    { project_code: 'S30901', name: 'Väylä S30901', start_date: '2023-03-15', place_postal_code: '00730' },
    { project_code: 'S30902', name: 'Väylä S30902', start_date: '2023-12-31', place_postal_code: '94100' },
  ]);
  expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([
    // The sheet with instructions is nobody's; an empty one is not worth a word.
    ['parse/unknown-family', 1, 1],
    ['parse/list-note', 1, 1],
    ['parse/list-note', 7, 1],
  ]);
});

it('every value stands at its row and column, also behind cells with quotes and line breaks', () => {
  const list = toSheet([
    HEADER,
    ['S30901', 'ESR+', '4', 'Väylä "auki"\nja kiinni', '1.3.2023', '94100'],
    row('S30902', '1.4.2023', '94101'),
  ]);
  const { value } = read(toBytes({ Lista: list }));
  expect(value.map(({ fields }) => fields.name)).toEqual(['Väylä "auki" ja kiinni', 'Väylä S30902']);
  const places = value.map(({ origins }) =>
    Object.fromEntries(
      Object.entries(origins).map(([field, { line, column, endLine, endColumn }]) => [
        field,
        [line, column, endLine, endColumn],
      ]),
    ),
  );
  expect(places).toMatchObject([
    { project_code: [2, 1, 2, 2], name: [2, 4, 2, 5], start_date: [2, 5, 2, 6], place_postal_code: [2, 6, 2, 7] },
    { project_code: [3, 1, 3, 2], name: [3, 4, 3, 5], start_date: [3, 5, 3, 6], place_postal_code: [3, 6, 3, 7] },
  ]);
});

it('lists in two sheets are both read, a hidden one is not', () => {
  const sheets = {
    Yksi: toSheet([HEADER, row('S30901')]),
    Kaksi: toSheet([HEADER, row('S30902')]),
    Vanha: toSheet([HEADER, row('S30903')]),
  };
  const bytes = toBytes(sheets, {
    Sheets: [
      { name: 'Yksi', Hidden: 0 },
      { name: 'Kaksi', Hidden: 0 },
      { name: 'Vanha', Hidden: 1 },
    ],
  });
  expect(read(bytes).value.map(({ projectId }) => projectId)).toEqual(['S30901', 'S30902']);
});

it('a row that cannot be read is an issue at its cell', () => {
  const { value, issues } = read(
    toBytes({ Lista: toSheet([HEADER, row('S30901', 'keväällä'), row('S30902', '1.3.2023')]) }),
  );
  expect(value.map(({ projectId }) => projectId)).toEqual(['S30902']);
  expect(issues).toMatchObject([{ code: 'parse/unreadable-row', line: 2, column: 5, found: 'keväällä' }]);
});

it('a workbook that looks like a list and lacks the codes is a warning that says so', () => {
  const sheet = toSheet([HEADER.slice(1), row('S30901').slice(1)]);
  expect(read(toBytes({ Lista: sheet })).issues).toMatchObject([
    { code: 'parse/unreadable-list', severity: 'warning', message: expect.stringContaining('Hankekoodi') as string },
  ]);
});

it('what is no workbook is an error, whatever its name says', () => {
  const page = Buffer.from('<table><tr><td>Koodi</td></tr></table>');
  const whole = toBytes({ Lista: toSheet([HEADER, row('S30901')]) });
  const noBook = zipSync({ 'a.txt': Buffer.from('a') });
  for (const bytes of [new Uint8Array(), page, whole.slice(0, whole.length / 2), noBook]) {
    const { value, issues } = read(bytes);
    expect(value).toEqual([]);
    expect(issues).toMatchObject([{ code: 'parse/unreadable-bytes', severity: 'error' }]);
  }
});

it('a workbook that unpacks to more than anybody has is refused, also where it hides its size', () => {
  const parts = unzipSync(toBytes({ Lista: toSheet([HEADER, row('S30901')]) }));
  const large = zipSync({ ...parts, 'xl/media/image1.png': [new Uint8Array(LIMITS.unpackedBytes), { level: 1 }] });
  expect(large.length).toBeLessThan(LIMITS.documentBytes);
  expect(read(large).issues).toMatchObject([{ code: 'parse/unreadable-bytes', severity: 'error' }]);
  // The directory says that its largest part is empty: nothing of it is unpacked.
  const view = new DataView(large.buffer, large.byteOffset, large.byteLength);
  for (let index = 0; index < large.length - 46; index += 1)
    if (view.getUint32(index, true) === 0x02014b50 && view.getUint32(index + 24, true) > 1e8)
      view.setUint32(index + 24, 0, true);
  expect(read(large).value.map(({ projectId }) => projectId)).toEqual(['S30901']);
});

it('words and days of merged cells are each row’s, a number is the first one’s and told', () => {
  const list = toSheet([
    [...HEADER, 'Suunniteltu julkinen rahoitus'],
    [...row('S30901', new Date(Date.UTC(2023, 2, 1)), '94100'), 1000],
    ['S30902', '', '4', 'Toinen', '', '94101', ''],
    ['S30903', '', '4', 'Kolmas', '', '94102', ''],
  ]);
  const down = (column: number) => ({ s: { r: 1, c: column }, e: { r: 3, c: column } });
  list['!merges'] = [down(1), down(4), down(6)];
  const { value, issues } = read(toBytes({ Lista: list }));
  expect(value.map(({ fields }) => [fields.fund, fields.start_date, fields.funding_planned_public])).toEqual([
    ['ESF+', '2023-03-01', 100_000],
    ['ESF+', '2023-03-01', undefined],
    ['ESF+', '2023-03-01', undefined],
  ]);
  expect(issues).toMatchObject([{ code: 'parse/unreadable-value', severity: 'warning', line: 3, column: 7, count: 2 }]);
});

it('a heading of two lines, the upper one merged over columns', () => {
  const list = toSheet([
    ['Hankekoodi', 'Rahasto', 'Tl', 'Hankkeen nimi', 'Suunniteltu', '', 'Toteutunut'],
    ['', '', '', '', 'EU- ja valtion rahoitus', 'julkinen rahoitus', 'julkinen rahoitus'],
    [...row('S30901'), 1000, 2000, 3000],
  ]);
  list['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 1, c: 0 } },
    { s: { r: 0, c: 4 }, e: { r: 0, c: 5 } },
  ];
  const { value, issues } = read(toBytes({ Lista: list }));
  expect(value.map(({ fields }) => fieldsInEuros(fields))).toMatchObject([
    { funding_planned_eu_state: 1000, funding_planned_public: 2000, funding_realised_public: 3000 },
  ]);
  expect(issues).toEqual([]);
});

it('a formula whose value was not saved is told, once for each column', () => {
  const parts = unzipSync(toBytes({ Lista: toSheet([HEADER, row('S30901', 1), row('S30902', 2)]) }));
  const name = 'xl/worksheets/sheet1.xml';
  const xml = Buffer.from(parts[name] ?? []).toString();
  const without = xml.replaceAll(/(<c r="E[23]"[^>]*>)<v>\d<\/v>/g, '$1<f>DATE(2023,3,1)</f>');
  expect(without).not.toBe(xml);
  const { value, issues } = read(zipSync({ ...parts, [name]: Buffer.from(without) }));
  expect(value.map(({ fields }) => fields.start_date)).toEqual([undefined, undefined]);
  expect(issues).toMatchObject([
    {
      code: 'parse/unreadable-value',
      severity: 'warning',
      line: 2,
      column: 5,
      count: 2,
      message: expect.stringContaining('formula') as string,
    },
  ]);
});
