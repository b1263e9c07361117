/** The first steps of the data page, run as they are written in a folder with the files of a release. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHECK_COMMAND, SNIPPETS } from '../../site/pages/data/snippets.ts';
import texts from '../../site/language/fi.json' with { type: 'json' };
import { createWorkspace, readDocuments, type Workspace } from '../flow/workspace.ts';
import { run, runPython } from './formats/write-files.ts';

let project: Workspace;
let folder: string;
beforeAll(async () => {
  project = createWorkspace(readDocuments());
  expect((await project.run('build', '--release', '2026-11-01')).status).toBe(0);
  folder = project.place('downloads');
});
// The files alone, as they were downloaded.
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(project.place('dist/data/latest'), folder, { recursive: true });
});

const readRows = (table: string): Record<string, string>[] =>
  parse(readFileSync(path.join(folder, `${table}.csv`)), { columns: true });

/** Municipalities with projects, as the release's own table counts them. */
const listCovered = (): Record<string, string>[] =>
  readRows('municipalities').filter((row) => Number(row['project_count']) > 0);

/** Runs a program in the folder, as in a terminal without a screen, and gives what it prints. */
function runHere(program: string, ...parameters: readonly string[]): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', MPLBACKEND: 'Agg' };
  const { status, stdout, stderr } = spawnSync(program, parameters, { cwd: folder, encoding: 'utf8', env });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Rows of a printed table: the number of the row, then its cells; no cell of ours has spaces. */
function readPrinted(text: string): string[][] {
  const [header, ...rows] = text.trimEnd().split('\n');
  expect(header?.trim().split(/\s+/u)).toEqual(['project_id', 'area_code', 'area_name', 'share_equal']);
  return rows.map((row) => row.trim().split(/\s+/u).slice(1));
}

/** The first ten target municipalities of projects, the share with so many decimals. */
function listTargets(decimals: number): string[][] {
  const targets = readRows('project_areas').filter(
    (row) => row['area_level'] === 'municipality' && row['role'] === 'target' && row['share_equal'] !== '0',
  );
  expect(targets.length).toBeGreaterThan(10);
  return targets
    .slice(0, 10)
    .map((row) => [
      row['project_id']!,
      row['area_code']!,
      row['area_name']!,
      Number(row['share_equal']).toFixed(decimals),
    ]);
}

describe('the snippet', () => {
  it('for R draws a map and lists the places of projects', () => {
    writeFileSync(path.join(folder, 'start.R'), SNIPPETS.r);
    expect(readPrinted(runHere('Rscript', 'start.R'))).toEqual(listTargets(8));
    // Without a screen R draws into this file.
    expect(readFileSync(path.join(folder, 'Rplots.pdf')).length).toBeGreaterThan(20_000);
  });

  it('for Python draws a map and lists the places of projects', () => {
    writeFileSync(path.join(folder, 'start.py'), SNIPPETS.python);
    expect(readPrinted(runHere('/usr/bin/python3', 'start.py'))).toEqual(listTargets(6));
    const picture = readFileSync(path.join(folder, 'kunnat.png'));
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeGreaterThan(20_000);
  });

  it('for DuckDB counts projects and money as the published tables do', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`SET file_search_path = '${folder}'`);
    const result = (await connection.runAndReadAll(SNIPPETS.duckdb))
      .getRowObjectsJson()
      .sort((a, b) => (JSON.stringify(a['area_code']) < JSON.stringify(b['area_code']) ? -1 : 1));
    connection.closeSync();
    const covered = listCovered();
    expect(covered.map((row) => row['code'])).toEqual(expect.arrayContaining(['074', '240']));
    const expected = covered.map((row) => [row['code'], row['name_fi'], row['project_count']]);
    expect(result.map((row) => [row['area_code'], row['area_name'], row['hankkeita']])).toEqual(expected);
    // The tables divide whole cents, so that none is lost: a cent's difference for each of the five projects.
    for (const [index, row] of result.entries()) {
      const cents = Math.abs(Number(row['julkinen_rahoitus']) - Number(covered[index]?.['funding_realised_public']));
      expect(cents).toBeLessThan(0.051);
    }
    const total = covered.reduce((sum, row) => sum + Number(row['funding_realised_public']), 0);
    expect(total).toBeGreaterThan(745_950);
    expect(result.reduce((sum, row) => sum + Number(row['julkinen_rahoitus']), 0)).toBeCloseTo(total, 0);
  });

  it('for QGIS filters a layer of the GeoPackage, which opens as a choropleth', () => {
    const script = path.join(import.meta.dirname, 'filter-layer.py');
    const result: unknown = JSON.parse(
      runPython(script, path.join(folder, 'hankekartta.gpkg'), 'municipalities', SNIPPETS.qgis),
    );
    expect(result).toMatchObject({
      offered: expect.arrayContaining(['municipalities', 'projects', 'project_areas']) as string[],
      renderer: 'RuleRenderer',
      count: 308,
      accepted: true,
      filtered: listCovered().map((row) => row['code']),
    });
    for (const name of ['hankekartta.gpkg', 'municipalities']) expect(texts.data.start.qgis).toContain(name);
  });

  it('for Excel finds a municipality by its code, typed in Finnish', () => {
    const script = path.join(import.meta.dirname, 'type-formula.py');
    const result: unknown = JSON.parse(runPython(script, path.join(folder, 'hankekartta.xlsx'), SNIPPETS.excel));
    expect(result).toEqual({
      sheets: expect.arrayContaining(['projects', 'municipalities', 'codebook']) as string[],
      value: Number(readRows('municipalities').find((row) => row['code'] === '074')?.['project_count']),
      shown: '1',
      error: 0,
    });
    for (const name of ['hankekartta.xlsx', 'codebook']) expect(texts.data.start.excel).toContain(name);
  });

  it('that checks downloads finds them whole, whichever they are, and a changed one', () => {
    for (const name of readdirSync(folder)) if (name.endsWith('.csv')) rmSync(path.join(folder, name));
    const lines = run('sh', '-c', `cd '${folder}' && LC_ALL=C ${CHECK_COMMAND}`).trimEnd().split('\n');
    expect(lines).toContain('hankekartta.gpkg: OK');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line).toMatch(/: OK$/u);
    writeFileSync(path.join(folder, 'projects.jsonl'), '{}\n');
    const { status, stdout } = spawnSync('sh', ['-c', CHECK_COMMAND], { cwd: folder, encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, expect.stringContaining('projects.jsonl: FAILED')]);
  });
});
