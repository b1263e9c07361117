/**
 * CONTRIBUTING's guides, followed to the letter in a copy of the repository: a block of code that names a file is that file or a change
 * to it, and a block of `sh` is run. What the guides promise is then looked for in what the copy builds.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.dirname(import.meta.dirname);
const NOT_COPIED = new Set(['.git', '.hankekartta', 'node_modules', 'dist', 'data']);
/** In the order of the document: a language is a copy of another one, with the words of every page. */
const GUIDES = ['a document family', 'a format', 'a field', 'a page', 'a language'];

interface Step {
  readonly kind: string;
  /** Path of the file that a block is, or changes. */
  readonly file: string;
  readonly code: string;
}

/** The blocks of code of each section `## Add …`. */
function readGuides(markdown: string): Map<string, Step[]> {
  const sections = markdown.split(/^## /m).filter((section) => section.startsWith('Add '));
  return new Map(
    sections.map((section) => {
      const title = section.slice('Add '.length, section.indexOf('\n'));
      const blocks = section.matchAll(/^```(?<kind>\w+)(?: (?<file>\S+))?\n(?<code>.*?)^```$/gms);
      return [
        title,
        [...blocks].map(({ groups }) => ({ kind: '', code: '', ...groups, file: groups?.['file'] ?? '' })),
      ];
    }),
  );
}

/** A text with the hunks of a block applied; each has to find its place, and only one. */
function applyChange({ file, code }: Step, text: string): string {
  return code.split(/^@@\n/m).reduce((current, hunk) => {
    const lines = hunk.trimEnd().split('\n');
    const side = (sign: string): string =>
      lines
        .filter((line) => line.startsWith(' ') || line.startsWith(sign))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    const parts = `\n${current}`.split(`\n${side('-')}`);
    if (parts.length !== 2) throw new Error(`expected once in ${file}, found ${parts.length - 1} times:\n${side('-')}`);
    return parts.join(`\n${side('+')}`).slice(1);
  }, text);
}

const copy = mkdtempSync(path.join(tmpdir(), 'hankekartta-guides-'));
const place = (...names: string[]): string => path.join(copy, ...names);
const read = (...names: string[]): string => readFileSync(place(...names), 'utf8');

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Runs a program in the copy; fails with all that it said. */
async function run(program: string, ...argv: string[]): Promise<void> {
  // The copy's own tests are another run than this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const child = spawn(program, argv, { cwd: copy, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const [status] = (await once(child, 'close')) as [number | null];
  expect(status, `${program} ${argv.join(' ')}\n${said}`).toBe(0);
}

async function follow(step: Step): Promise<void> {
  if (step.kind === 'sh') await run('sh', '-ec', step.code);
  else if (step.kind === 'diff') writeFileSync(place(step.file), applyChange(step, read(step.file)));
  else {
    mkdirSync(path.dirname(place(step.file)), { recursive: true });
    writeFileSync(place(step.file), step.code, { flag: 'wx' });
  }
}

/** What somebody writes who follows a guide; what `sh` makes is not written. */
function measure(steps: readonly Step[]): { files: number; lines: number } {
  const written = steps.filter(({ kind }) => kind !== 'sh');
  const count = ({ kind, code }: Step): number =>
    code.split('\n').filter((line) => (kind === 'diff' ? line.startsWith('+') : line !== '')).length;
  return {
    files: new Set(written.map(({ file }) => file)).size,
    lines: written.reduce((lines, step) => lines + count(step), 0),
  };
}

const guides = readGuides(readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8'));

/** A document of the new family, and one with the new field. */
const DOCUMENTS = {
  'tietue.json':
    '{\n  "hankekoodi": "S30001",\n  "nimi": "Yhdess\\u00e4",\n  "kunnat": "Vaasa",\n  "yhteyshenkilo": "Maija Esimerkki"\n}\n',
  'muistio.md': '---\nproject_code: S30002\nname: Avoin ovi\nacronym: AVO\nmunicipalities: [Kuopio]\n---\n\nTeksti.\n',
};

beforeAll(() => {
  cpSync(ROOT, copy, { recursive: true, filter: (from) => !NOT_COPIED.has(path.relative(ROOT, from)) });
  // The folder is the copy's own, what lies in it is not: a program that installs packages must not touch ours.
  mkdirSync(place('node_modules'));
  for (const name of readdirSync(path.join(ROOT, 'node_modules')))
    if (name === '.hankekartta-stamp') cpSync(path.join(ROOT, 'node_modules', name), place('node_modules', name));
    else symlinkSync(path.join(ROOT, 'node_modules', name), place('node_modules', name));
  for (const [name, text] of Object.entries(DOCUMENTS)) {
    mkdirSync(place('data/documents'), { recursive: true });
    writeFileSync(place('data/documents', name), text);
  }
}, 60_000);

describe('each guide can be followed', () => {
  it.each(GUIDES)(
    '%s',
    async (guide) => {
      const steps = guides.get(guide) ?? [];
      expect(steps.length).toBeGreaterThan(1);
      for (const step of steps) await follow(step);
      const { files, lines } = measure(steps);
      process.stdout.write(`Add ${guide}: ${files} files, ${lines} lines\n`);
    },
    60_000,
  );

  it('and no other guide has code that nobody tries', () => {
    const others = [...guides].filter(([guide, steps]) => !GUIDES.includes(guide) && steps.length > 0);
    expect(others.map(([guide]) => guide)).toEqual([]);
  });
});

describe('what is made by following them', () => {
  it.concurrent(
    'compiles',
    async () => {
      await run(process.execPath, place('node_modules/typescript/bin/tsc'));
    },
    180_000,
  );

  it.concurrent(
    'passes the tests of families, the new one among them',
    async () => {
      const tests = ['tests/parse/cases.test.ts', 'tests/parse/plugins.test.ts', 'tests/properties/every-byte.test.ts'];
      await run(
        process.execPath,
        place('node_modules/vitest/vitest.mjs'),
        'run',
        '--project=unit',
        '-t',
        'json-record|as its program writes it',
        ...tests,
      );
    },
    180_000,
  );

  it.concurrent(
    'builds',
    async () => {
      await run(process.execPath, 'pipeline/hankekartta.js', 'build', '--release', '2026-01-01');
    },
    180_000,
  );

  const readRows = (...names: string[]): Record<string, string>[] =>
    parseCsv(read('dist', ...names), { columns: true, bom: true });
  const readLines = (name: string): Record<string, unknown>[] =>
    read('dist/data/latest', name)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line.replace('\u001e', '')) as Record<string, unknown>);

  it('the family: its document is published with its places, and the person is not', () => {
    expect(readRows('data/latest/projects.csv').find(({ family }) => family === 'json-record')).toMatchObject({
      project_id: 'S30001',
      name: 'Yhdessä',
      source_document: 'tietue.json',
    });
    const provenance = JSON.stringify(readLines('provenance.jsonl').find(({ project_id: id }) => id === 'S30001'));
    expect(provenance).toContain('tietue.json');
    const files = readdirSync(place('dist/data/2026-01-01'), { recursive: true, encoding: 'utf8' });
    const texts = files.filter((name) => /\.(?:csv|json|jsonl|geojson|geojsons)$/.test(name));
    expect(texts.filter((name) => read('dist/data/2026-01-01', name).includes('Esimerkki'))).toEqual([]);
  });
  it('the format: its file has every project, behind a record separator each, and the manifest names it', () => {
    const text = read('dist/data/latest/projects.geojsons');
    expect(text.match(/^\u001e\{.*\}$/gmu)).toHaveLength(2);
    expect(readLines('projects.geojsons').map(({ id, geometry }) => [id, geometry === null])).toEqual([
      ['S30001', false],
      ['S30002', false],
    ]);
    const manifest = read('dist/data/latest/manifest.json');
    expect(manifest).toContain('"projects.geojsons"');
    expect(manifest).toContain('application/geo+json-seq');
    expect(read('dist/data.html')).toContain('projects.geojsons');
    expect(read('dist/catalog.ttl')).toContain('geo+json-seq');
  });

  it('the field: it is in the schema, in every table of projects and in the codebook', () => {
    expect(read('dist/schemas/1.0/projects.schema.json')).toContain('"acronym"');
    expect(readRows('data/latest/projects.csv').map(({ acronym }) => acronym)).toEqual(['', 'AVO']);
    expect(read('dist/data/latest/datapackage.json')).toContain('"acronym"');
    expect(read('dist/schemas/1.0/projects.html')).toContain('Lyhenne');
  });

  it('the page and the language: every page is there in it, the new one too', () => {
    expect(read('dist/kiitokset.html')).toContain('<h1>Kiitokset</h1>');
    expect(read('dist/sv/kiitokset.html')).toContain('<h1>Tack</h1>');
    const page = read('dist/se/kiitokset.html');
    expect(page).toContain('<html lang="se"');
    expect(page).toContain('davvisámegiella');
    expect(read('dist/se/index.html')).toContain('hreflang="se"');
    expect(read('dist/en/index.html')).toContain('href="../se/index.html"');
  });
});
