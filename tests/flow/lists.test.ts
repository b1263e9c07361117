/** Real documents together with the service's real list: who wins, what is quarantined, what is reported. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookFor, SHARED } from '../missing.ts';
import { createWorkspace } from './workspace.ts';

const [DOCUMENTS, LISTS] = [path.join(SHARED, 'documents'), path.join(SHARED, 'lists')];
const LIST = 'projektilista-2014-2020.csv';

interface Issue {
  readonly code: string;
  readonly severity: string;
  readonly document: string;
  readonly line: number;
  readonly message: string;
  readonly found?: string;
}

const lists = lookFor('lists');
describe.skipIf(lists.isMissing)(`documents and list${lists.note}`, () => {
  it('2,881 projects, four rows quarantined, the page before the list', { timeout: 120_000 }, async () => {
    const workspace = createWorkspace();
    const { status, stdout } = await workspace.run(
      'build',
      '--documents',
      DOCUMENTS,
      '--documents',
      LISTS,
      '--release',
      '2026-01-02',
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Projects +2881 published$/m);
    expect(stdout).toMatch(/^Entries +2886 read, 4 quarantined$/m);

    const projects = workspace.readLines('projects.jsonl');
    const ids = projects.map((project) => String(project['project_id']));
    expect(new Set(ids).size).toBe(2881);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toEqual(expect.arrayContaining(['S22188', 'S20154', '2014-4543-09-02-01-01-2016-KESELY', 'A70301']));
    for (const shifted of ['A70408', 'A70423', 'A70447', 'A70452']) expect(ids).not.toContain(shifted);

    const page = projects.find((project) => project['project_id'] === 'S20154');
    expect(page).toMatchObject({
      family: 'eura2014',
      source_document: 'S20154.txt',
      funding_granted_eu_state: 280_681,
      status: 'ended',
    });
    const issues = workspace.readJson('issues.json') as Issue[];
    expect(issues.filter(({ severity }) => severity === 'error').map(({ code, line }) => [code, line])).toEqual([
      ['parse/unreadable-row', 109],
      ['parse/unreadable-row', 124],
      ['parse/unreadable-row', 148],
      ['parse/unreadable-row', 153],
    ]);
    const older = issues.filter(({ code, message }) => code === 'merge/value-differs' && message.includes('S20154'));
    expect(older.every(({ document, line }) => document === LIST && line === 2195)).toBe(true);
    expect(older.map(({ message, found }) => [/value of (\w+)/.exec(message)?.[1], found])).toEqual([
      ['status', 'ongoing'],
      ['status_label', 'Toiminnassa'],
      ['funding_granted_eu_state', '175063'],
      ['funding_realised_eu_state', '90757.11'],
      ['funding_realised_public', '106951.11'],
    ]);
    const negative = projects.filter(
      (project) => Number(project['funding_realised_public']) < 0 || Number(project['funding_realised_eu_state']) < 0,
    );
    expect(negative.length).toBeGreaterThan(0);

    const provenance = workspace.readLines('provenance.jsonl').find((line) => line['project_id'] === 'S20154');
    expect((provenance?.['sources'] as { document: string }[]).map(({ document }) => document)).toEqual([
      'S20154.txt',
      LIST,
    ]);
    const fields = Object.values(provenance?.['fields'] as Record<string, number[]>);
    expect(fields.every(([source]) => source === 0)).toBe(true);
  });
});
