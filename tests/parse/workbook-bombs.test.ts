/** Small workbooks that stand for more than anybody's memory or patience: refused or read, and quickly. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { parse } from '../../pipeline/parse/index.ts';
import { readWorkbook } from '../../pipeline/parse/workbook/read-workbook.ts';
import { readParseContext } from './read-context.ts';

const context = readParseContext();
const HEADER = ['Koodi', 'Rahasto', 'Hankkeen nimi', 'Tl', 'Tila'];
const ROW = ['S10001', 'ESR', 'Nimi', '5', 'Toiminnassa'];
const SHEET = 'xl/worksheets/sheet1.xml';

const read = (bytes: Uint8Array) => parse({ path: 'a.xlsx', bytes, sha256: '' }, context);
const listProjects = (bytes: Uint8Array) => read(bytes).value.map(({ projectId }) => projectId);

function makeParts(rows: readonly (readonly string[])[] = [HEADER, ROW]): Record<string, Uint8Array> {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Lista');
  return unzipSync(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Uint8Array);
}

/** A workbook of a list whose parts were edited as texts. */
function makeBook(
  edits: Readonly<Record<string, (text: string) => string>>,
  rows?: readonly (readonly string[])[],
): Uint8Array {
  const parts = makeParts(rows);
  for (const [name, edit] of Object.entries(edits)) parts[name] = strToU8(edit(new TextDecoder().decode(parts[name])));
  return zipSync(parts, { level: 1 });
}

/** One row behind the list for each number from 3 on, of one cell. */
const addCells =
  (count: number, attributes: string, writeValue: (row: number) => string = String) =>
  (text: string): string => {
    const write = (row: number): string =>
      `<row r="${row}"><c r="A${row}" ${attributes}><v>${writeValue(row)}</v></c></row>`;
    const rows = Array.from({ length: count }, (_, index) => write(index + 3));
    return text.replace('</sheetData>', () => `${rows.join('')}</sheetData>`);
  };

const repeatSheet =
  (count: number) =>
  (text: string): string =>
    text.replace(/<sheet [^>]*>/, (sheet) =>
      Array.from({ length: count }, (_, index) => sheet.replace('Lista', `L${index}`)).join(''),
    );

const WIDE = [[...HEADER, ...Array.from({ length: 495 }, (_, index) => `s${index}`)], ROW];

it.each<[string, () => Uint8Array]>([
  [
    'a row behind the last of any sheet',
    () =>
      makeBook({
        [SHEET]: (text) =>
          text.replace('</sheetData>', '<row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData>'),
      }),
  ],
  [
    'a thousand cells that are one long text',
    () =>
      makeBook({
        'xl/sharedStrings.xml': (text) => text.replace('Nimi', 'x'.repeat(100_000)),
        [SHEET]: addCells(1000, 't="s"', () => '7'),
      }),
  ],
  ['short rows below a wide one', () => makeBook({ [SHEET]: addCells(10_000, '') }, WIDE)],
  ['many sheets that are one part', () => makeBook({ 'xl/workbook.xml': repeatSheet(300) })],
  [
    'sheets that are one part of blanks',
    () => makeBook({ 'xl/workbook.xml': repeatSheet(250), [SHEET]: (text) => text + ' '.repeat(3_000_000) }),
  ],
  [
    'charts that are one part of blanks',
    () =>
      makeBook({
        'xl/workbook.xml': repeatSheet(250),
        'xl/_rels/workbook.xml.rels': (text) => text.replaceAll('/worksheet"', '/chartsheet"'),
        [SHEET]: (text) => text + ' '.repeat(3_000_000),
      }),
  ],
  [
    'sheets of one name, of which the last is small',
    () =>
      makeBook({
        'xl/workbook.xml': (text) =>
          text.replace(/<sheet [^>]*>/, (sheet) => sheet.repeat(250) + sheet.replace(/r:id="\w+"/, 'r:id="rId99"')),
        [SHEET]: (text) => text + ' '.repeat(3_000_000),
      }),
  ],
  [
    'texts that are read with each group of sheets',
    () =>
      makeBook({
        'xl/workbook.xml': repeatSheet(250),
        'xl/sharedStrings.xml': (text) => text + ' '.repeat(25_000_000),
      }),
  ],
  ['empty cells', () => makeBook({ [SHEET]: addToRow('<c/>'.repeat(13_000_000)) })],
  [
    'sheets that are one part of many cells',
    () => makeBook({ 'xl/workbook.xml': repeatSheet(50), [SHEET]: addToRow('<x:c/>'.repeat(1_000_000)) }),
  ],
  [
    'formats',
    () => makeBook({ 'xl/styles.xml': (text) => text.replace('</cellXfs>', `${'<xf/>'.repeat(9_000_000)}</cellXfs>`) }),
  ],
])('%s: refused', (_, make) => {
  const { value, issues } = read(make());
  expect(value).toEqual([]);
  const message = 'unexpected a workbook that is larger than any list, expected a workbook';
  expect(issues).toMatchObject([{ code: 'parse/unreadable-bytes', message }]);
});

it('sheets that are one part are read as often as they are named', () => {
  expect(listProjects(makeBook({ 'xl/workbook.xml': repeatSheet(25) }))).toEqual(Array(25).fill('S10001'));
});

it('a part that is called as the prototype of objects is none', () => {
  const bytes = zipSync({ ...makeParts(), prototype: [new Uint8Array(2_000_000), { level: 9 }] });
  // A name of as many signs, so that nothing else of the file changes.
  const named = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('prototype', '__proto__'), 'latin1');
  expect(listProjects(named)).toEqual(['S10001']);
});

/** The second style of the workbook's cells is of that format. */
const addFormat =
  (format: string) =>
  (text: string): string =>
    text
      .replace(/<numFmts.*?<\/numFmts>|<numFmts[^>]*\/>/s, '')
      .replace(/<styleSheet[^>]*>/, '$&<numFmts><numFmt numFmtId="200" formatCode="FORMAT"/></numFmts>')
      .replace('FORMAT', format)
      .replace(/<cellXfs.*<\/cellXfs>/s, '<cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>');

it('a format as long as a book costs no more for being used often', () => {
  const bytes = makeBook({
    'xl/styles.xml': addFormat('0'.repeat(200_000)),
    [SHEET]: addCells(5000, 's="1"'),
  });
  expect(listProjects(bytes)).toEqual(['S10001']);
});

it.each(['-5', '2958466', '1e300', 'NaN'])('a number that is no day is what it is: %s', (number) => {
  const bytes = makeBook({
    'xl/styles.xml': addFormat('dd.mm.yyyy'),
    [SHEET]: addCells(1, 's="1"', () => number),
  });
  expect(listProjects(bytes)).toEqual(['S10001']);
});

/** Cells behind those of the second row, and what stands behind all cells. */
const addToRow =
  (cells: string, behind = '') =>
  (text: string): string =>
    text
      .replace(/(?<row><row r="2".*?)<\/row>/s, (row) => row.replace('</row>', () => `${cells}</row>`))
      .replace('</sheetData>', () => `</sheetData>${behind}`);

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

it.each<[string, (text: string) => string]>([
  ['a link from every cell', addToRow('', '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>')],
  ['the same with a prefix', addToRow('', '<x:hyperlink ref="A1:XFD1048576" location="x"/>')],
  ['a link within a link', addToRow('', '<hyper<hyperlink a="">link ref="A1:XFD1048576" location="x"/>')],
  [
    'a long formula that many cells share',
    (text) =>
      addCells(
        20_000,
        '',
      )(text)
        .replaceAll('<v>', '<f t="shared" si="0"/><v>')
        .replace('<f t="shared" si="0"/>', () => `<f t="shared" ref="A3:A20003" si="0">${'A1+'.repeat(300_000)}1</f>`),
  ],
  [
    'the same behind another element',
    (text) =>
      addCells(
        20_000,
        '',
      )(text)
        .replaceAll('<v>', '<foo si="0"/><v>')
        .replace('<foo si="0"/>', () => `<f si="0"><g t="shared" si="0"/>${'A1+'.repeat(300_000)}1</f>`),
  ],
  [
    'many formulas of an array',
    (text) => addCells(50_000, '')(text).replaceAll('<v>', '<f t="array" ref="A1:A1">1</f><v>'),
  ],
])('%s: read, as it costs nothing', (_, edit) => {
  const workbook = readWorkbook(makeBook({ [SHEET]: edit }));
  expect('sheets' in workbook && workbook.sheets[0]?.rows.slice(0, 2)).toEqual([HEADER, ROW]);
});

it('comments and other workbooks are not read, however often they are named', () => {
  const relation = (id: number) =>
    `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/>`;
  const bytes = makeBook({
    'xl/comments1.xml': () =>
      `<comments><authors/><commentList>${'<comment ref="A1"><text><t>a</t></text></comment>'.repeat(5000)}</commentList></comments>`,
    'xl/worksheets/_rels/sheet1.xml.rels': () =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${range(0, 2000).map(relation).join('')}</Relationships>`,
    '[Content_Types].xml': (text) =>
      text.replace(
        '</Types>',
        `${'<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>'.repeat(5000)}</Types>`,
      ),
  });
  expect(listProjects(bytes)).toEqual(['S10001']);
});

it.each(['<f t="shared" si="0"/>', '<f t="shared" si="0"></f>', '<f/>', '<f t="array" ref="F2:F3">1+1</f>'])(
  'a formula of several cells is told where its value was not saved, and its value is read: %s',
  (formula) => {
    const rows = [[...HEADER, 'Suunniteltu julkinen rahoitus yhteensä'], ROW];
    const cell = (value: string) => addToRow(`<c r="F2">${formula}${value}</c>`);
    const withValue = read(makeBook({ [SHEET]: cell('<v>12</v>') }, rows));
    expect([withValue.value[0]?.fields.funding_planned_public, withValue.issues]).toEqual([1200, []]);
    const without = read(makeBook({ [SHEET]: cell('') }, rows));
    expect(without.issues).toMatchObject([{ code: 'parse/unreadable-value', line: 2, column: 6 }]);
    expect(without.issues[0]?.message).toContain('formula without a value');
  },
);

it('a text that is written as an attribute of formulas is what it is', () => {
  const cell = '<c r="F2" t="inlineStr"><is><t>t="shared" t="array"</t></is></c>';
  const workbook = readWorkbook(makeBook({ [SHEET]: addToRow(cell) }));
  expect('sheets' in workbook && workbook.sheets[0]?.rows[1]?.[5]).toBe('t="shared" t="array"');
});

it.each(['#SPILL!', '#CALC!', 'toString', '__proto__', ''])(
  'an error nobody knows is told at its place: %s',
  (error) => {
    const cell = `<c r="D2" t="e"><v>${error}</v></c>`;
    const { issues } = read(makeBook({ [SHEET]: (text) => text.replace(/<c r="D2".*?<\/c>/, cell) }));
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'parse/unreadable-value',
        line: 2,
        column: 4,
        message: expect.stringContaining('error of the spreadsheet program') as string,
      }),
    );
  },
);
