/** Small workbooks that stand for more than anybody's memory or patience: refused or read, and quickly. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { parse } from '../../pipeline/parse/index.ts';
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
