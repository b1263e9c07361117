/** What is remembered of documents and projects: after any edits the flow gives what it gives without a memory. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { holdDrafts, type HeldDrafts } from '../../pipeline/commands/draft.ts';
import { loadSettings } from '../../pipeline/config.ts';
import { loadContext } from '../../pipeline/context.ts';
import { toHead } from '../../pipeline/gather-projects.ts';
import type { SourceFile } from '../../pipeline/model/project.ts';
import { UNTOLD } from '../../pipeline/model/progress.ts';
import { TABLE_NAMES } from '../../pipeline/model/table.ts';
import { openMemory, type MemoryOrigin } from '../../pipeline/read/memory.ts';
import { describeMemory } from '../../pipeline/release/last-build.ts';
import { openTables } from '../../pipeline/release/tables.ts';
import { locateEntries, locateProjects, toEntries } from '../../pipeline/run.ts';
import { createTally } from '../../pipeline/tally.ts';
import { readDocument, ROOT } from '../flow/workspace.ts';
import { RUNS } from '../properties/generated.ts';

const top = mkdtempSync(path.join(tmpdir(), 'hankekartta-memory-'));
afterAll(() => {
  rmSync(top, { recursive: true });
});

const settings = {
  ...loadSettings({}, ROOT),
  documents: [path.join(top, 'documents')],
  memory: path.join(top, 'memory'),
};
const context = loadContext(settings);

const PAGE = readDocument('eura2014/S22188.txt');
/** Two projects, of which a page, a card or another list can state more; and what nobody can read. */
const TEXTS = [
  PAGE,
  PAGE.replace('S22188', 'S20154'),
  PAGE.replace(/\d \d{3} \d{3}/, '1 234 567'),
  readDocument('eura2014/S20154.txt'),
  readDocument('project-card/osallisuuden-askeleet.txt'),
  'Koodi,Rahasto,Hankkeen nimi,Tl,Tila\nS20154,ESR,Toinen nimi,5,Toiminnassa\nS22188,ESR,Listalla,5,Toiminnassa\n',
  'Koodi,Rahasto,Hankkeen nimi,Tl,Tila\nS22188,ESR,Listalla,5,Päättynyt\nS10002,ESR,Maija Malli,5,Toiminnassa\n',
  '---\nproject_code: S10002\nname: Käsin kirjoitettu\n---\n\nYhteyshenkilö: Maija Malli, maija.malli@jokin.example\n',
  '',
];
const NAMES = ['a.txt', 'b.txt', 'c/lista.csv', 'd.md', 'Maija Malli.txt'];

/** All that the flow gives, and its rows. */
async function run(cache: boolean, held?: HeldDrafts): Promise<object> {
  const tally = createTally(context.redaction);
  const projects: unknown[] = [];
  const tables = openTables(context, '2026-01-01', held?.written);
  const options = held === undefined ? {} : { held: held.runs };
  for await (const project of locateProjects({ ...settings, cache }, context, tally, UNTOLD, options)) {
    projects.push(project.read());
    tables.addProject(project.read());
  }
  const rows = [tables.digest(TABLE_NAMES), ...tables.provenance, ...tables.quotes];
  tables.close();
  const { documents, entries, quarantined } = tally;
  // Through JSON: an absent value is not there, whichever way it came.
  return JSON.parse(
    JSON.stringify({
      projects,
      rows,
      issues: tally.issues.list(),
      withheld: [...tally.withheld].sort(),
      documents,
      entries,
      quarantined,
    }),
  ) as object;
}

const edit = fc.record({
  name: fc.constantFrom(...NAMES),
  text: fc.option(fc.constantFrom(...TEXTS), { nil: undefined, freq: 4 }),
  source: fc.constantFrom(undefined, '2026-01-01', '2026-01-02'),
});

function apply({ name, text, source }: { name: string; text: string | undefined; source: string | undefined }): void {
  const file = path.join(top, 'documents', name);
  mkdirSync(path.dirname(file), { recursive: true });
  if (text === undefined) rmSync(file, { force: true });
  else writeFileSync(file, text);
  const sources = source === undefined ? [] : [{ match: name, retrieved: source }];
  writeFileSync(path.join(top, 'documents', 'sources.json'), JSON.stringify({ sources }));
}

it('after any edits what is remembered, and what is held, is what would be made', { timeout: 300_000 }, async () => {
  mkdirSync(path.join(top, 'documents'));
  const held = holdDrafts();
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      for (const each of edits) apply(each);
      const clean = await run(false);
      expect(await run(true)).toEqual(clean);
      expect(await run(true, held)).toEqual(clean);
      // What was held was still marked as of use: the next process finds it.
      expect(await run(true)).toEqual(clean);
      expect(await run(true)).toEqual(clean);
    }),
    { ...RUNS, numRuns: 40 },
  );
});

it('makes again only what something else came in for', async () => {
  const source = { path: 'a.txt', bytes: Buffer.from(PAGE), sha256: 'a'.repeat(64) };
  const made = toEntries(source, context);
  const first = await locateEntries([made], context, createTally(context.redaction)).next();
  if (first.done === true) throw new Error('expected a project');
  const located = first.value.read();
  const origin = { folder: path.join(top, 'memory', 'other'), documents: 'd', projects: 'p' };
  /** Which of its two halves a run makes; `document` and `known` are what comes in. */
  const run = (document: SourceFile, known: unknown, from: MemoryOrigin = origin): string[] => {
    const memory = openMemory(from, toHead);
    const did: string[] = [];
    const make = () => {
      did.push('project');
      return { value: { project: located, withheld: new Map([['text_name', 2] as const]) }, issues: [] };
    };
    const again = () => {
      throw new Error('nothing was damaged');
    };
    let kept = memory.recallDocument(document, again);
    if (kept === undefined) {
      did.push('document');
      kept = memory.keepDocument(made, document);
    }
    expect(kept.heads).toEqual(JSON.parse(JSON.stringify(made.entries.map(toHead))));
    expect(kept.issues).toEqual(made.issues);
    const project = memory.takeProject([{ document: kept, position: 0 }], known, make).value;
    expect(project?.read()).toEqual(located);
    expect(project?.withheld.get('text_name')).toBe(2);
    memory.save();
    memory.close();
    return did;
  };
  const persons = { persons: [], areWithheld: true };
  expect(run(source, persons)).toEqual(['document', 'project']);
  expect(run(source, persons)).toEqual([]);
  expect(run(source, { ...persons, areWithheld: false })).toEqual(['project']);
  expect(run(source, persons, { ...origin, projects: 'q' })).toEqual(['project']);
  expect(run(source, persons, { ...origin, documents: 'e' })).toEqual(['document', 'project']);
  for (const other of [
    { path: 'b.txt' },
    { retrieved: '2026-01-01' },
    { sourceUrl: 'https://x.example/' },
    { bytes: Buffer.from(`${PAGE} `) },
  ])
    expect(run({ ...source, ...other }, persons)).toEqual(['document', 'project']);
});

it('nobody can read there whom the documents name', async () => {
  writeFileSync(path.join(top, 'documents', 'e.txt'), PAGE);
  await run(true);
  const folder = path.join(settings.memory, 'cache');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:pack|json)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(1);
  const bytes = files.map((name) => readFileSync(path.join(folder, name), 'latin1')).join('');
  for (const word of ['S22188', 'Malli', 'hanke', 'example']) expect(bytes).not.toContain(word);
});

it('keeps for the next process what a process that goes on did not open', async () => {
  writeFileSync(path.join(top, 'documents', 'a.txt'), PAGE);
  const held = holdDrafts();
  for (let draft = 0; draft < 3; draft += 1) await run(true, held);
  const store = readdirSync(path.join(top, 'memory'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('index.json'),
  );
  expect(store).not.toEqual([]);
  const before = store.map((name) => readFileSync(path.join(top, 'memory', name), 'utf8'));
  await run(true);
  expect(store.map((name) => readFileSync(path.join(top, 'memory', name), 'utf8'))).toEqual(before);
});

it('is of the code that a process loaded, and of the schemas that each run reads', () => {
  const root = path.join(top, 'program');
  const put = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  put('pipeline/rule.ts', 'old');
  put('schemas/1.0/a.json', 'old');
  const describe = () => describeMemory({ ...settings, root }).documents;
  const before = describe();
  // Somebody updates the program while a watcher runs: what that makes is still made by the old one.
  put('pipeline/rule.ts', 'new');
  expect(describe()).toBe(before);
  put('schemas/1.0/a.json', 'new');
  expect(describe()).not.toBe(before);
});
