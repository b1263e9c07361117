import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReadContext } from '../../pipeline/context.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { changeOne, listCorpus, makeCorpus } from './corpus.ts';
import { isInstalled, measureShell } from './measure.ts';
import { readStages } from './report.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const COUNT = 60;

function digest(files: readonly string[]): string[] {
  return files.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));
}

describe('the documents of the bench', () => {
  it('are the same bytes each time, pages of real length that all can be read', () => {
    const folder = makeCorpus(ROOT, COUNT);
    const files = listCorpus(folder);
    expect(files).toHaveLength(COUNT);
    const before = digest(files);
    rmSync(folder, { recursive: true });
    expect(digest(listCorpus(makeCorpus(ROOT, COUNT)))).toEqual(before);
    const documents = files.map((file) => ({ path: path.basename(file), bytes: readFileSync(file), sha256: '' }));
    const length = documents.reduce((sum, { bytes }) => sum + bytes.length, 0) / COUNT;
    expect(length).toBeGreaterThan(11_500);
    expect(length).toBeLessThan(14_500);
    const context = loadReadContext({ root: ROOT, privacy: {} }).parse;
    const found = documents.map((document) => parse(document, context));
    expect(found.flatMap(({ issues }) => issues).filter(({ severity }) => severity === 'error')).toEqual([]);
    const codes = found.flatMap(({ value }) => value.map(({ fields }) => fields.project_code));
    expect(codes).toEqual(files.map((file) => path.basename(file, '.txt')));
    const putBack = changeOne(folder);
    expect(digest(files).filter((each, index) => each !== before[index])).toHaveLength(1);
    putBack();
    expect(digest(files)).toEqual(before);
    rmSync(folder, { recursive: true });
  });
});

it('is what the page of performance holds: nobody writes into a section by hand', () => {
  const page = readFileSync(path.join(ROOT, 'pipeline/PERFORMANCE.md'), 'utf8');
  const [, ...sections] = page.split(/^## /mu);
  expect(sections.length).toBeGreaterThan(0);
  const printed =
    /^(\d+) documents\n\n\1 pages, [\d.]+ MB\. .+, Node [\d.]+; load average at the beginning [\d.]+\. (?:One round|Medians of \d+ rounds by CPU)\.\n(?:\n(?:\|.+\|\n)+){3,4}$/u;
  for (const section of sections) expect(`${section.trimEnd()}\n`).toMatch(printed);
});

it('reads what build --verbose tells of its stages', () => {
  const stderr = [
    'reading /home/a documents',
    '   5.00 s, CPU  10.25 s, 300 MB at most  reading /home/a documents (50 documents, 10/s)',
    '     0.30 s, CPU   0.60 s  projects.csv',
    '',
  ].join('\n');
  expect(readStages(stderr)).toEqual([
    { name: 'reading (50 documents, 10/s)', wall: 5, cpu: 10.25, memory: 300e6, isPart: false },
    { name: 'projects.csv', wall: 0.3, cpu: 0.6, isPart: true },
  ]);
});

it('measures other programs by what the shell says of them, and knows a missing one', () => {
  expect(isInstalled('sh')).toBe(true);
  expect(isInstalled('hankekartta-no-such-program')).toBe(false);
  const cost = measureShell('i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done', ROOT);
  expect(cost?.cpu).toBeGreaterThan(0);
  expect(cost?.cpu).toBeLessThan((cost?.wall ?? 0) + 0.5);
  expect(measureShell('exit 3', ROOT)).toBeUndefined();
});
