/** The npm package in an empty folder: installed from the tarball with what it depends on and nothing else, run, and programmed against. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashFiles, ROOT } from '../flow/workspace.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hankekartta-package-'));
const documents = path.join(ROOT, 'data', 'documents', 'eura2014');
const ENV = { ...process.env, SOURCE_DATE_EPOCH: '1767312000' };

function run(command: string, argv: readonly string[], cwd = folder): string {
  const { status, stdout, stderr } = spawnSync(command, argv, { cwd, encoding: 'utf8', env: ENV });
  expect({ command: [command, ...argv], status, stderr: status === 0 ? '' : stderr }).toMatchObject({ status: 0 });
  return stdout;
}

let tarball: string;
beforeAll(() => {
  tarball = run('npm', ['pack', '--silent', '--pack-destination', folder], ROOT).trim();
  writeFileSync(path.join(folder, 'package.json'), '{"private":true,"type":"module"}');
  run('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', `./${tarball}`]);
  cpSync(documents, path.join(folder, 'documents'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(path.join(ROOT, 'compiled'), { recursive: true });
});

describe('the package', () => {
  it('brings no compiler, no test and no source', () => {
    const { devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const installed = path.join(folder, 'node_modules');
    const brought = ['esbuild', 'typescript', 'vitest', '@turf/turf', 'playwright-core'];
    expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(brought));
    expect(brought.filter((name) => existsSync(path.join(installed, name)))).toEqual([]);
    const files = readdirSync(path.join(installed, 'hankekartta'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => /(?<!\.d)\.ts$/.test(name) || /(^|\/)tests\//.test(name))).toEqual([]);
    expect(readFileSync(path.join(installed, 'hankekartta/compiled/THIRD-PARTY.txt'), 'utf8')).toContain('@turf/bbox');
  });

  it('builds the same bytes as the repository, with several workers, and remembers in the publisher’s folder', () => {
    const options = ['build', '--documents', 'documents', '--release', '2026-01-02', '--jobs', '2'];
    run('npx', ['hankekartta', ...options, '--out', 'packed']);
    const elsewhere = path.join(folder, 'repository');
    mkdirSync(elsewhere);
    cpSync(path.join(folder, 'documents'), path.join(elsewhere, 'documents'), { recursive: true });
    writeFileSync(path.join(elsewhere, 'hankekartta.config.json'), '{}');
    run('node', [path.join(ROOT, 'pipeline/hankekartta.js'), ...options, '--out', 'cloned'], elsewhere);
    expect(hashFiles(path.join(folder, 'packed'))).toEqual(hashFiles(path.join(elsewhere, 'cloned')));
    expect(run('npx', ['hankekartta', 'verify', 'packed'])).toContain('0 fault(s)');
    expect(existsSync(path.join(folder, '.hankekartta', 'builds'))).toBe(true);
    expect(run('npx', ['hankekartta', ...options, '--out', 'packed'])).toContain('nothing changed');
  });

  it('is programmed against as pipeline/README.md shows, types included', () => {
    const readme = readFileSync(path.join(ROOT, 'pipeline', 'README.md'), 'utf8');
    const program = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    expect(program).toContain("from 'hankekartta'");
    const source = path.join(folder, 'program.ts');
    writeFileSync(source, program);
    const options: ts.CompilerOptions = {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      strict: true,
      skipLibCheck: false,
      types: ['node'],
      typeRoots: [path.join(ROOT, 'node_modules/@types')],
      outDir: folder,
    };
    const compiled = ts.createProgram([source], options);
    const faults = ts.getPreEmitDiagnostics(compiled);
    expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
    compiled.emit();
    const printed = run('node', ['program.js']);
    expect(printed).toMatch(/S20154 \[\n\s+'target 240 Kemi'/);
    expect(printed).toContain('2015-03-01 []');
    const tables = readdirSync(path.join(folder, 'tables'));
    expect(tables).toEqual(expect.arrayContaining(['projects.csv', 'municipalities.geojson', 'hankekartta.gpkg']));
    // What the program publishes of the areas is what the build does.
    const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
    expect(read('tables/municipalities.csv')).toBe(read('packed/data/2026-01-02/municipalities.csv'));
    expect(read('tables/area_changes.csv')).toBe(read('packed/data/2026-01-02/area_changes.csv'));
  });

  // Compressing a whole site again, which the servers' own tests do too, takes minutes.
  const isAsked = process.env['NEW_PUBLISHER'] !== undefined;
  const note = isAsked ? '' : ' (NEW_PUBLISHER=1 asks for it)';
  const title = `takes a new publisher from an empty folder to a site that nginx serves${note}`;
  it.skipIf(!isAsked)(title, { timeout: 1_800_000 }, () => {
    const script = path.join(ROOT, 'tests/programs/new-publisher.sh');
    const own = readdirSync(documents).slice(0, 2);
    const argv = [
      path.join(folder, tarball),
      path.join(ROOT, 'site/HOSTING.md'),
      ...own.map((name) => path.join(documents, name)),
    ];
    expect(run('sh', [script, ...argv])).toMatch(/curl: \d\d types of file, 0 faults/);
  });
});
