import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardFormula } from '../../../pipeline/publish/formats/formula-guard.ts';
import { fitCell } from '../../../pipeline/publish/formats/xlsx/encode-text.ts';
import { semicolonCsv } from '../../../pipeline/publish/formats/semicolon-csv.ts';
import { xlsx } from '../../../pipeline/publish/formats/xlsx/index.ts';
import type { Table } from '../../../pipeline/model/table.ts';
import type { TableRow } from '../../../pipeline/publish/format.ts';
import { convertFile, EVERY_SHEET } from './convert-file.ts';
import { run, type WrittenFolder, writeFiles } from './write-files.ts';

let written: WrittenFolder;
beforeAll(async () => {
  written = await writeFiles([xlsx, semicolonCsv]);
});
afterAll(() => rmSync(written.folder, { recursive: true }));

function convert(file: string, target: string, ...options: readonly string[]): void {
  convertFile(join(written.folder, file), target, written.folder, ...options);
}

/** The cells of a table as LibreOffice writes them again, text cells fitted to a spreadsheet's cell. */
function listCells(table: Table, rows: Iterable<TableRow>): string[][] {
  return [...rows].map(({ values }) =>
    table.columns.map(({ name }) => {
      const value = values[name];
      if (value === undefined) return '';
      return typeof value === 'boolean'
        ? String(value).toUpperCase()
        : fitCell(String(value), `${table.name}.csv`).text;
    }),
  );
}

describe('LibreOffice', () => {
  it('opens the workbook and has every cell as it was', () => {
    convert('hankekartta.xlsx', EVERY_SHEET);
    for (const [name, { table, rows }] of written.release.tables) {
      const text = readFileSync(join(written.folder, `hankekartta-${name}.csv`), 'utf8');
      const [header, ...found]: string[][] = parse(text, { relax_column_count: true });
      expect(header).toEqual(table.columns.map((column) => column.name));
      // LibreOffice shows fifteen digits and amounts with two decimals.
      const round = (cells: string[][]) =>
        cells.map((row) => row.map((cell) => (/^-?\d+\.\d+$/u.test(cell) ? Number(cell).toFixed(2) : cell)));
      expect(round(found)).toEqual(round(listCells(table, rows)));
    }
    const text = readFileSync(join(written.folder, 'hankekartta-codebook.csv'), 'utf8');
    const [header, ...codebook]: string[][] = parse(text, { relax_column_count: false });
    expect(header?.slice(0, 5)).toEqual(['table', 'column', 'title_en', 'title_fi', 'title_sv']);
    const columns = [...written.release.tables.values()].reduce((sum, { table }) => sum + 1 + table.columns.length, 0);
    expect(codebook).toHaveLength(columns);
  });

  it('knows dates as dates, codes as text and nothing as a formula', () => {
    convert('hankekartta.xlsx', 'fods');
    const xml = readFileSync(join(written.folder, 'hankekartta.fods'), 'utf8');
    expect(xml).toMatch(/office:value-type="date" office:date-value="2015-02-28"/u);
    expect(xml).toMatch(/office:value-type="string"[^>]*>\s*<text:p>00100<\/text:p>/u);
    expect(xml).toMatch(/office:value-type="string"[^>]*>\s*<text:p>=1\+1<\/text:p>/u);
    expect(xml).toMatch(/office:value-type="string"[^>]*>\s*<text:p>10\.1<\/text:p>/u);
    expect(xml).toMatch(/office:value-type="float" office:value="-1234\.5"/u);
    // It keeps a boolean of a workbook as the formula TRUE() or FALSE().
    const formulas = new Set([...xml.matchAll(/table:formula="([^"]*)"/gu)].map(([, formula]) => formula));
    expect([...formulas].sort()).toEqual(['of:=FALSE()', 'of:=TRUE()']);
  });

  it('opens a semicolon file with decimal commas and runs nothing in it', () => {
    // Finnish (1035) reads `0,07` as a number; formulas are looked for as when a user opens the file.
    const filter = '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1035,false,true,false,false,false,0,true';
    run('mv', join(written.folder, 'projects.csv'), join(written.folder, 'semicolon.csv'));
    convert('semicolon.csv', 'fods', filter);
    const xml = readFileSync(join(written.folder, 'semicolon.fods'), 'utf8');
    expect(xml).not.toContain('table:formula=');
    expect(xml).toMatch(/office:value-type="float" office:value="0\.07"/u);
    expect(xml).toMatch(/office:value-type="float" office:value="-1234\.5"/u);
    expect(xml).toContain(`<text:p>${guardFormula('=1+1').replace("'", '&apos;')}</text:p>`);
  });
});
