/** A throw anywhere in the program costs one document or one project, never the rest; and it says nothing of the document's text. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as rules from '../../pipeline/validate/rules/date-order.ts';
import * as shares from '../../pipeline/locate/locate-targets.ts';
import { createWorkspace, writePage } from './workspace.ts';

vi.mock(import('../../pipeline/validate/rules/date-order.ts'), { spy: true });
vi.mock(import('../../pipeline/locate/locate-targets.ts'), { spy: true });
afterEach(() => {
  vi.resetAllMocks();
});

const DOCUMENTS = {
  'documents/a.txt': writePage('S10001', 'Ensimmäinen'),
  'documents/b.txt': writePage('S10002', 'Salainen nimi'),
};

describe('a bug of ours', () => {
  it('in a document: the rest is published, the status says that a bug was met', async () => {
    vi.mocked(rules.checkDateOrder).mockImplementation((entry) => {
      if (entry.projectId === 'S10002') throw new TypeError(`no ${String(entry.fields.name)}`);
      return [];
    });
    const workspace = createWorkspace(DOCUMENTS);
    const { status, stdout, stderr } = await workspace.run('build', '--release', '2026-01-01');
    expect(status).toBe(70);
    expect(stdout).toMatch(/^Projects +1 published$/m);
    expect(stdout).toMatch(/^Entries +2 read, 1 quarantined$/m);
    expect(stderr).toContain('b.txt:1:1 error internal/document-failed');
    expect(stderr + workspace.read('issues.json')).not.toContain('Salainen');
  });

  it('in a project, after the documents were read', async () => {
    vi.mocked(shares.locateTargets).mockImplementation((project) => {
      if (project.projectId === 'S10002') throw new RangeError(String(project.fields.name));
      return { value: [], issues: [] };
    });
    const workspace = createWorkspace(DOCUMENTS);
    const { status, stdout, stderr } = await workspace.run('build', '--release', '2026-01-01');
    expect(status).toBe(70);
    expect(stdout).toMatch(/^Projects +1 published$/m);
    expect(stderr).toContain('b.txt:1:1 error internal/project-failed');
    expect(stderr).toContain('RangeError');
    expect(stderr).not.toContain('Salainen');
  });
});

describe('a file that cannot be read', () => {
  it.skipIf(process.platform !== 'linux')('for a name that is no UTF-8 costs itself alone', async () => {
    const workspace = createWorkspace(DOCUMENTS);
    const name = Buffer.concat([
      Buffer.from(path.join(workspace.folder, 'documents/v')),
      Buffer.from([0xe4]),
      Buffer.from('.txt'),
    ]);
    writeFileSync(name, writePage('S10003', 'Kolmas'));
    const { status, stdout, stderr } = await workspace.run('build', '--release', '2026-01-01');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Projects +2 published$/m);
    expect(stderr).toContain('error read/unreadable-file');
  });

  it('since another one has its name in other letters costs the two of them alone', async () => {
    const workspace = createWorkspace(DOCUMENTS);
    workspace.write({
      ['documents/p\u00e4.txt']: writePage('S10003', 'Kolmas'),
      ['documents/pa\u0308.txt']: writePage('S10004', 'Neljäs'),
    });
    const { status, stdout, stderr } = await workspace.run('build', '--release', '2026-01-01');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Projects +2 published$/m);
    expect(stderr).toContain('error read/same-name');
    const issues = workspace.readJson('issues.json') as { code: string; count: number }[];
    expect(issues).toContainEqual(expect.objectContaining({ code: 'read/same-name', count: 2 }));
  });
});
