/** A folder such as people have: broken files, other people's files, and good documents, which are published. */
import { expect, it } from 'vitest';
import { createWorkspace, readDocument, writePage } from './workspace.ts';

const GOOD = readDocument('eura2014/S22188.txt');
const TRUNCATED = readDocument('eura2014/S20154.txt').slice(0, 1200);

const DOCUMENTS = {
  'documents/good.txt': GOOD,
  'documents/empty.txt': '',
  'documents/binary.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
  'documents/windows.txt': Buffer.from(writePage('S10001', 'Ääkköset'), 'latin1'),
  'documents/truncated.txt': TRUNCATED,
  'documents/label.txt': writePage('S10002', 'Tuntematon nimike', '\nLempiväri: sininen\n'),
  'documents/nameless.txt': '1 Hanke\n\nHankkeen nimi: Koodi puuttuu\n',
  'documents/twice/a.txt': writePage('S10003', 'Ensimmäinen'),
  'documents/twice/b.txt': `\n${writePage('S10003', 'Toinen')}`,
  'documents/other.csv': 'nimi;ikä\nMaija;7\n',
  'documents/list.csv':
    'Koodi,Rahasto,Hankkeen nimi,Tl,Tila\nS10004,ESR,Listalla,5,Toiminnassa\nS10005,xyz,Ei luettavissa,5,Toiminnassa\n',
  'documents/notes.md': '# Muistiinpanoja\n\nEi hanke.\n',
  'documents/picture.png': 'png',
} as const;

const PUBLISHED = ['S10002', 'S10004', 'S20154', 'S22188'];

/** `code severity document:line:column`, in the order of documents. */
const ISSUES = [
  'parse/unreadable-bytes error binary.txt:1:1',
  'parse/unknown-family error empty.txt:1:1',
  'parse/unknown-label warning label.txt:9:1',
  'parse/missing-section warning label.txt:10:1',
  'parse/unreadable-row error list.csv:3:8',
  'parse/no-identity error nameless.txt:1:1',
  'parse/missing-section warning nameless.txt:4:1',
  'parse/unknown-family info notes.md:1:1',
  'parse/unknown-family info other.csv:1:1',
  'read/ignored-file info picture.png:1:1',
  'parse/missing-section warning truncated.txt',
  'merge/conflicting-documents error twice/a.txt:1:1',
  'parse/missing-section warning twice/a.txt:8:1',
  'merge/conflicting-documents error twice/b.txt:1:1',
  'parse/missing-section warning twice/b.txt:9:1',
  'parse/unreadable-bytes error windows.txt:7:16',
].sort();

interface ListedIssue {
  readonly code: string;
  readonly severity: string;
  readonly document: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

function summarise(issues: unknown): string[] {
  return (issues as ListedIssue[])
    .map(({ code, severity, document, line, column }) => {
      // Where a cut document ends is the cut's business.
      const place = document === 'truncated.txt' ? '' : `:${line}:${column}`;
      return `${code} ${severity} ${document}${place}`;
    })
    .sort();
}

function expectNoStack({ stdout, stderr }: { stdout: string; stderr: string }): void {
  expect(stdout + stderr).not.toMatch(/internal error|^\s+at .*:\d+:\d+/m);
  expect(stdout + stderr).not.toContain('node_modules');
}

it('publishes what is readable and says what is not, and where', async () => {
  const workspace = createWorkspace(DOCUMENTS);
  const outcome = await workspace.run('build', '--release', '2026-01-02');
  expect(outcome.status).toBe(0);
  expectNoStack(outcome);
  expect(workspace.readLines('projects.jsonl').map((project) => project['project_id'])).toEqual(PUBLISHED);
  expect(summarise(workspace.readJson('issues.json'))).toEqual(ISSUES);
  expect(workspace.readCsv('issues.csv')).toHaveLength(ISSUES.length);
  expect(outcome.stdout).toMatch(/^Projects +4 published$/m);
  expect(outcome.stdout).toMatch(/^Entries +11 read, 7 quarantined$/m);
  for (const error of ISSUES.filter((issue) => issue.includes(' error ')))
    expect(outcome.stderr).toContain(`${error.split(' ')[2] ?? ''} error ${error.split(' ')[0] ?? ''} `);
});

it('keeps every value of a good document among bad ones', async () => {
  const alone = createWorkspace({ 'documents/good.txt': GOOD });
  await alone.run('build', '--release', '2026-01-02');
  const [expected] = alone.readLines('projects.jsonl');
  const among = createWorkspace(DOCUMENTS);
  await among.run('build', '--release', '2026-01-02');
  expect(among.readLines('projects.jsonl').find((project) => project['project_id'] === 'S22188')).toEqual(expected);
});

it('a cut document keeps what stands before the cut', async () => {
  const workspace = createWorkspace({ 'documents/truncated.txt': TRUNCATED });
  expect((await workspace.run('build', '--release', '2026-01-02')).status).toBe(0);
  const [project] = workspace.readLines('projects.jsonl');
  expect(project).toMatchObject({
    project_id: 'S20154',
    start_date: '2015-03-01',
    beneficiary_business_id: '1762900-8',
  });
  expect(project).not.toHaveProperty('funding_granted_eu_state');
});

it('build --strict: published all the same, status 1', async () => {
  const workspace = createWorkspace(DOCUMENTS);
  expect((await workspace.run('build', '--strict', '--release', '2026-01-02')).status).toBe(1);
  expect(workspace.readLines('projects.jsonl')).toHaveLength(PUBLISHED.length);
  const good = createWorkspace({ 'documents/good.txt': GOOD });
  expect((await good.run('build', '--strict', '--release', '2026-01-02')).status).toBe(0);
});

it('check says the same as text, JSON and SARIF, and writes nothing', async () => {
  const workspace = createWorkspace(DOCUMENTS);
  const text = await workspace.run('check');
  expect(text.status).toBe(1);
  expectNoStack(text);
  const lines = text.stdout.trim().split('\n');
  expect(lines).toHaveLength(ISSUES.length + 1);
  expect(lines).toContain(
    'label.txt:9:1 warning parse/unknown-label unexpected label, expected a label of section 1 (found: Lempiväri)',
  );
  expect(lines.at(-1)).toBe('12 documents, 4 projects, 7 quarantined; 7 error, 6 warning, 3 info');
  expect(text.stdout).not.toContain('sininen');

  const json = await workspace.run('check', '--format', 'json', 'documents');
  expect(json.status).toBe(1);
  expect(summarise(JSON.parse(json.stdout))).toEqual(ISSUES);

  const sarif = await workspace.run('check', '--format', 'sarif');
  const { version, runs } = JSON.parse(sarif.stdout) as { version: string; runs: { results: { ruleId: string }[] }[] };
  expect(version).toBe('2.1.0');
  expect(runs[0]?.results.map(({ ruleId }) => ruleId).sort()).toEqual(
    ISSUES.map((issue) => issue.split(' ')[0]).sort(),
  );

  expect(workspace.exists('dist')).toBe(false);
});

it('check without an error: status 0', async () => {
  const workspace = createWorkspace({
    'documents/good.txt': GOOD,
    'documents/label.txt': DOCUMENTS['documents/label.txt'],
  });
  expect((await workspace.run('check')).status).toBe(0);
});
