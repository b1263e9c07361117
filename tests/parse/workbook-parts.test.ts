/** Workbooks whose parts other programs wrote, edited or damaged: every cell is read, or it is told that it was not. */
import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { parse } from '../../pipeline/parse/index.ts';
import { readWorkbook } from '../../pipeline/parse/workbook/read-workbook.ts';
import { readParseContext } from './read-context.ts';

const context = readParseContext();
const HEADER = ['Koodi', 'Rahasto', 'Hankkeen nimi', 'Tl', 'Tila'];
const ROW = ['S10001', 'ESR', 'Nimi', '5', 'Toiminnassa'];
const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const BOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

type Edits = Readonly<Record<string, ((text: string) => string) | undefined>>;

function makeParts(): Record<string, Uint8Array> {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER, ROW]), 'Lista');
  return unzipSync(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Uint8Array);
}

/** A workbook of a list, of which parts were edited as texts, or left out. */
function makeBook(edits: Edits): Uint8Array {
  const parts = makeParts();
  for (const [name, edit] of Object.entries(edits)) {
    const before = strFromU8(parts[name] ?? new Uint8Array());
    const after = edit?.(before);
    expect(after).not.toBe(before);
    if (after !== undefined) parts[name] = strToU8(after);
  }
  const isKept = (name: string): boolean => !(name in edits) || edits[name] !== undefined;
  return zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => isKept(name))), { level: 1 });
}

const read = (bytes: Uint8Array) => parse({ path: 'a.xlsx', bytes, sha256: '' }, context);
const readRows = (bytes: Uint8Array) => {
  const workbook = readWorkbook(bytes);
  return 'sheets' in workbook ? workbook.sheets[0]?.rows : workbook.problem;
};

const nameAs = (cell: string) => (text: string) => text.replace(/<c r="C2".*?<\/c>/, cell);
const textAs = (item: string) => (text: string) => text.replace('<si><t>Nimi</t></si>', item);
const everywhere = (edit: (text: string) => string): Edits =>
  Object.fromEntries([SHEET, STRINGS, BOOK, RELATIONS].map((name) => [name, edit]));

it.each<[string, Edits, string?]>([
  ['an empty text', { [STRINGS]: textAs('<si/>') }, ''],
  ['a text with attributes', { [STRINGS]: textAs('<si a="1"><t xml:space="preserve">Nimi</t></si>') }],
  ['runs of a text', { [STRINGS]: textAs('<si><r><rPr><b/></rPr><t>Ni</t></r><r><t>mi</t></r></si>') }],
  ['unescaped runs', { [STRINGS]: textAs('<si><r><t><![CDATA[Ni<]]></t></r><r><t>mi</t></r></si>') }, 'Ni<mi'],
  ['a comment in a text', { [STRINGS]: textAs('<si><r><t>Ni<!-- ]] --></t></r><r><t>mi</t></r></si>') }],
  ['a cell within a comment', { [SHEET]: (text) => text.replace('</row>', '<!--<c r="A1"><v>1</v></c>--></row>') }],
  ['ends with spaces', { [SHEET]: nameAs('<c r="C2" t="str"><v>Nimi</v ></c\n>') }],
  ['elements over several lines', { [SHEET]: (text) => text.replaceAll('<c ', '<c\n').replaceAll('</c>', '</c\n>') }],
  [
    'a cell without attributes at the begin of a row',
    { [SHEET]: (text) => text.replace(/<c r="A2".*?<\/c>/, '<c><v>77</v></c>') },
    '77',
  ],
  ['the other quotes', everywhere((text) => text.replaceAll('"', "'"))],
])('%s: read as it is', (_, edits, value) => {
  const expected = value === '77' ? ['77', ...ROW.slice(1)] : [...ROW.slice(0, 2), value ?? 'Nimi', ...ROW.slice(3)];
  expect(readRows(makeBook(edits))?.slice(0, 2)).toEqual([HEADER, expected]);
  expect(read(makeBook(edits)).issues.filter(({ code }) => code !== 'parse/unreadable-row')).toEqual([]);
});

it.each(['le', 'be'])('parts in UTF-16%s are read, and bounded as others are', (order) => {
  const encode = (text: string) => {
    const bytes = Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
  };
  const make = (edit: (text: string) => string) => {
    const parts = makeParts();
    for (const name of [SHEET, STRINGS]) parts[name] = encode(edit(strFromU8(parts[name] ?? new Uint8Array())));
    return zipSync(parts, { level: 1 });
  };
  expect(readRows(make((text) => text))).toEqual([HEADER, ROW]);
  expect(readRows(make((text) => text.replace('</row>', () => `${'<c/>'.repeat(13_000_000)}</row>`)))).toBe(
    'a workbook that is larger than any list',
  );
});

const addSheet =
  (attributes: string) =>
  (text: string): string =>
    text.replace(/<sheet [^>]*>/, (sheet) => `${sheet}<sheet ${attributes} sheetId="2"/>`);
const addRelation = (text: string): string =>
  text.replace('</Relationships>', (end) => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
    return `<Relationship Id="rId9" Type="${type}" Target="worksheets/sheet2.xml"/>${end}`;
  });
const withSecond = (edit: (text: string) => string): Edits => ({
  [BOOK]: addSheet('name="Toinen" r:id="rId9"'),
  [RELATIONS]: addRelation,
  'xl/worksheets/sheet2.xml': () => edit(strFromU8(makeParts()[SHEET] ?? new Uint8Array())),
});

it.each<[string, Edits, string[]]>([
  ['a list without its part', { [SHEET]: undefined }, []],
  ['a list whose part is called otherwise', { [RELATIONS]: (text) => text.replace('/sheet1', '/sheet7') }, []],
  ['a part beside the file', { [RELATIONS]: (text) => text.replace('worksheets/', 'file:///etc/') }, []],
  [
    'a second sheet without a part',
    { [BOOK]: addSheet('name="Toinen" r:id="rId9"'), [RELATIONS]: addRelation },
    ['S10001'],
  ],
  ['a second sheet without a relation', { [BOOK]: addSheet('name="Toinen" r:id="rId9"') }, ['S10001']],
  ['no texts', { [STRINGS]: undefined }, []],
  ['half of the texts', { [STRINGS]: (text) => text.slice(0, text.length / 2) }, []],
  ['a text that is not there', { [SHEET]: nameAs('<c r="C2" t="s"><v>50</v></c>') }, []],
  ['a text below the first', { [SHEET]: nameAs('<c r="C2" t="s"><v>-1</v></c>') }, []],
  ['a second sheet with a text that is not there', withSecond(nameAs('<c r="C2" t="s"><v>50</v></c>')), ['S10001']],
  [
    'a second sheet that ends within its cells',
    withSecond((text) => text.slice(0, text.indexOf('</row>'))),
    ['S10001'],
  ],
  [
    'a cell twice',
    { [SHEET]: (text) => text.replace('</row>', '<c r="A1" t="str"><v>Koodi</v></c></row>') },
    ['S10001'],
  ],
  [
    'a row twice',
    {
      [SHEET]: (text) =>
        text.replace('</sheetData>', '<row r="2"><c r="A2" t="str"><v>S10002</v></c></row></sheetData>'),
    },
    ['S10002'],
  ],
  [
    'a row above the first',
    {
      [SHEET]: (text) =>
        text.replace('</sheetData>', '<row r="0"><c r="A0" t="str"><v>S10002</v></c></row></sheetData>'),
    },
    ['S10001'],
  ],
  ['a cell in a column of small letters', { [SHEET]: (text) => text.replace('r="C2"', 'r="c2"') }, ['S10001']],
])('%s: an error says that it was not all read', (_, edits, projects) => {
  const { value, issues } = read(makeBook(edits));
  expect(value.map(({ projectId }) => projectId)).toEqual(projects);
  expect(issues.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'parse/unreadable-bytes', message: expect.stringContaining('sheet') as string },
  ]);
});

it('sheets of one name cannot be told apart', () => {
  const edits = withSecond((text) => text.replace('Nimi', 'Toinen'));
  const { issues } = read(makeBook({ ...edits, [BOOK]: addSheet('name="Lista" r:id="rId9"') }));
  expect(issues.map(({ code, severity }) => [code, severity])).toContainEqual(['parse/unreadable-bytes', 'error']);
});

it.each<[string, string, string]>([
  ['a text as a number', '<c r="C2"><v>Nimi</v></c>', 'text in place of a number'],
  ['a number that has no end', '<c r="C2"><v>1e999</v></c>', 'text in place of a number'],
  ['a day that is none', '<c r="C2" t="d"><v>toString</v></c>', 'text in place of a number'],
  ['an error', '<c r="C2" t="e"><v>#REF!</v></c>', 'error #REF! of the spreadsheet program'],
])('%s is no value, and told at its place', (_, cell, message) => {
  const { value, issues } = read(makeBook({ [SHEET]: nameAs(cell) }));
  expect(value.map(({ fields }) => fields.name)).toEqual([undefined]);
  expect(issues).toMatchObject([
    { code: 'parse/unreadable-value', line: 2, column: 3, message: expect.stringContaining(message) as string },
  ]);
});

it('a workbook of hidden sheets alone, or of none, is told of', () => {
  const hidden = makeBook({ [BOOK]: (text) => text.replace('<sheet ', '<sheet state="veryHidden" ') });
  const none = makeBook({ [BOOK]: (text) => text.replace(/<sheet [^>]*>/, '') });
  for (const bytes of [hidden, none])
    expect(read(bytes).issues).toMatchObject([
      { code: 'parse/unreadable-bytes', message: 'unexpected a workbook that shows no sheet, expected a workbook' },
    ]);
});

it('a workbook with a password, or in the old format, is said to be one', () => {
  const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  // A package that is locked can hold the signs of another one.
  for (const bytes of [
    signature,
    Buffer.concat([signature, Buffer.alloc(512), makeBook({ [SHEET]: (text) => `${text} ` })]),
  ])
    expect(read(bytes).issues).toMatchObject([
      { code: 'parse/unreadable-bytes', message: expect.stringContaining('password') as string },
    ]);
});

it.each(['xl/worksheets/sheet1.xml', 'XL/Worksheets/Sheet1.xml'])('a part that is there twice: %s', (name) => {
  const other = 'xl/worksheets/sheet9.xml';
  const bytes = zipSync({ ...makeParts(), [other]: strToU8('<worksheet/>') });
  const twice = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(other, name), 'latin1');
  expect(readRows(twice)).toBe('a workbook that holds a part twice');
});
