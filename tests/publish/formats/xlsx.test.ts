import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { xlsx } from '../../../pipeline/publish/formats/xlsx/index.ts';
import { encodeCellText, fitCell } from '../../../pipeline/publish/formats/xlsx/encode-text.ts';
import type { Row, TableName } from '../../../pipeline/model/table.ts';
import { createSink, HOSTILE_TEXTS, LONG_TEXT, makeRelease, writeTable } from './make-release.ts';

const release = makeRelease();
const parts = unzipSync(new Uint8Array(await writeTable(xlsx, release, 'projects')));

function readPart(name: string): string {
  const part = parts[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  return strFromU8(part);
}

const sheetNames = [...readPart('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/gu)].map(([, name]) => name);

interface ReadCell {
  readonly type: string;
  readonly style: number;
  readonly content: string;
}

/** Cells of a sheet by their references. */
function readSheet(name: string): Map<string, ReadCell> {
  const xml = readPart(`xl/worksheets/sheet${sheetNames.indexOf(name) + 1}.xml`);
  const cells = xml.matchAll(
    /<c r="([A-Z]+\d+)"(?: s="(\d)")?(?: t="(\w+)")?>(?:<is><t[^>]*>([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)<\/c>/gu,
  );
  return new Map(
    [...cells].map(([, reference = '', style = '0', type = 'n', text, value]) => [
      reference,
      { type, style: Number(style), content: text ?? value ?? '' },
    ]),
  );
}

function decodeXml(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text
    .replace(/&(\w+);/gu, (_, name: string) => entities[name] ?? '')
    .replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function findReference(name: TableName, column: string, rowNumber: number): string {
  const index = release.tables.get(name)!.table.columns.findIndex((each) => each.name === column);
  const letters =
    index < 26
      ? String.fromCharCode(65 + index)
      : `${String.fromCharCode(64 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`;
  return `${letters}${rowNumber}`;
}

describe('the workbook', () => {
  it('has a sheet per table and a codebook, and is a workbook by its first parts', () => {
    expect(sheetNames).toEqual([...release.tables.keys(), 'codebook']);
    expect(Object.keys(parts).slice(0, 3)).toEqual(['_rels/.rels', 'docProps/core.xml', 'xl/styles.xml']);
    const listed = [...readPart('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/gu)].map(([, part]) => part);
    expect([...listed].sort()).toEqual(
      Object.keys(parts)
        .filter((part) => !/\.rels$|Content_Types/u.test(part))
        .sort(),
    );
  });

  it('says what it is', () => {
    const core = readPart('docProps/core.xml');
    expect(core).toContain('2026-11-21T00:00:00Z');
    expect(core).toContain('https://creativecommons.org/licenses/by/4.0/');
    expect(core).toContain('Statistics Finland &amp; National Land Survey');
    expect(core).toContain('1:4 500 000');
  });
});

describe('a sheet of the workbook', () => {
  const cells = readSheet('projects');
  const find = (column: string, rowNumber: number) => cells.get(findReference('projects', column, rowNumber));

  it('has the columns in its frozen first row', () => {
    const { table } = release.tables.get('projects')!;
    expect(table.columns.map(({ name }) => find(name, 1)?.content)).toEqual(table.columns.map(({ name }) => name));
    expect(readPart('xl/worksheets/sheet1.xml')).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
  });

  it('has typed cells: dates, codes as text, numbers, booleans', () => {
    // 2015-02-28 is 42,063 days after 1899-12-30.
    expect(find('start_date', 2)).toEqual({ type: 'n', style: 4, content: '42063' });
    expect(find('end_date', 2)).toEqual({ type: 'n', style: 4, content: '43890' });
    expect(find('beneficiary_postal_code', 2)).toEqual({ type: 'inlineStr', style: 2, content: '00100' });
    expect(find('specific_objective_code', 2)).toEqual({ type: 'inlineStr', style: 2, content: '10.1' });
    expect(find('funding_granted_eu_state', 2)).toEqual({ type: 'n', style: 5, content: '-1234.5' });
    expect(find('participants_planned', 2)).toEqual({ type: 'n', style: 0, content: '0' });
    expect(find('gender_analysis', 2)).toEqual({ type: 'b', style: 0, content: '1' });
    expect(find('gender_mainstreaming', 2)).toEqual({ type: 'b', style: 0, content: '0' });
    expect(find('participants_realised', 2)).toBeUndefined();
    // Excel and LibreOffice disagree on the days before 1900-03-01.
    expect(find('start_date', HOSTILE_TEXTS.length + 4)).toEqual({
      type: 'inlineStr',
      style: 2,
      content: '1899-12-31',
    });
  });

  it('has every text exact, and those that look like a formula marked as text', () => {
    const found = HOSTILE_TEXTS.map((_, index) => find('tagline', index + 3));
    expect(found.map((cell) => decodeXml(cell?.content ?? ''))).toEqual([...HOSTILE_TEXTS]);
    expect(found.map((cell) => cell?.style === 3)).toEqual(HOSTILE_TEXTS.map((_, index) => index < 7));
    const [, cellStyles = ''] = /<cellXfs [^>]*>(.*)<\/cellXfs>/u.exec(readPart('xl/styles.xml')) ?? [];
    const styles = [...cellStyles.matchAll(/<xf [^>]*>/gu)].map(([style]) => style);
    expect(styles.map((style) => style.includes('quotePrefix="1"'))).toEqual([false, false, false, true, false, false]);
    expect(styles.map((style) => /numFmtId="(\d+)"/u.exec(style)?.[1])).toEqual(['0', '49', '49', '49', '164', '4']);
    for (const name of Object.keys(parts)) expect(readPart(name)).not.toContain('<f>');
  });

  it('says visibly where a text was cut, and the codebook counts it', () => {
    const cut = decodeXml(find('final_report', 2)?.content ?? '');
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut.endsWith(' [… cut: a cell holds 32767 characters; the whole text is in projects.csv]')).toBe(true);
    expect(LONG_TEXT.startsWith(cut.slice(0, cut.indexOf(' [… cut')))).toBe(true);
    const codebook = [...readSheet('codebook')]
      .filter(([reference]) => reference.startsWith('M'))
      .map(([, cell]) => cell.content);
    expect(codebook.filter((content) => content !== '0')).toEqual(['cells_cut', '1']);
  });
});

describe('the codebook', () => {
  it('describes every table and column in three languages', () => {
    const cells = readSheet('codebook');
    const rows = [...release.tables.values()].flatMap(({ table }) => [
      [table.name, '', table.title.en, table.title.fi, table.title.sv],
      ...table.columns.map(({ name, title }) => [table.name, name, title.en, title.fi, title.sv]),
    ]);
    const found = rows.map((_, index) =>
      ['A', 'B', 'C', 'D', 'E'].map((letter) => decodeXml(cells.get(`${letter}${index + 2}`)?.content ?? '')),
    );
    expect(found).toEqual(rows);
  });
});

describe('a text cell', () => {
  it('has nothing that XML cannot hold', () => {
    expect(encodeCellText('a\u0000b\u0007c\u000bd\uffffe')).toBe('abcde');
    expect(encodeCellText('1\r\n2 & <3> "4" \ufffd')).toBe('1_x000D_\n2 &amp; &lt;3&gt; &quot;4&quot; \ufffd');
    expect(encodeCellText('_x0041_ _x00_ x0041_')).toBe('_x005F_x0041_ _x00_ x0041_');
  });

  it('is whole up to 32,767 characters and never cut inside one', () => {
    expect(fitCell('a'.repeat(32_767), 'x.csv').isCut).toBe(false);
    for (const start of ['', 'a']) {
      const { text, isCut } = fitCell(start + LONG_TEXT, 'x.csv');
      expect(isCut).toBe(true);
      expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    }
  });
});

describe('a table longer than a sheet', () => {
  it('goes on in a sheet of its own', async () => {
    const { table } = release.tables.get('coverage_summary')!;
    function* makeRows(): Generator<{ values: Row }> {
      for (let i = 0; i < 1_048_577; i += 1) yield { values: { project_count: i } };
    }
    const sink = createSink();
    await xlsx.write([{ table, rows: makeRows() }], sink, release.context);
    const long = unzipSync(new Uint8Array(sink.bytes()), { filter: ({ name }) => name !== 'xl/worksheets/sheet1.xml' });
    expect(strFromU8(long['xl/workbook.xml']!)).toContain('<sheet name="coverage_summary_2" sheetId="2" r:id="rId2"/>');
    const second = strFromU8(long['xl/worksheets/sheet2.xml']!);
    expect([...second.matchAll(/<v>(\d+)<\/v>/gu)].map(([, value]) => value)).toEqual(['1048575', '1048576']);
    expect(second).toContain('<t>level</t>');
  });
});
