/** An error says which project it keeps out wherever the document says it, so that a program finds why one is missing. */
import { describe, expect, it } from 'vitest';
import { guard } from '../../pipeline/guard.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { readParseContext } from './read-context.ts';

const context = readParseContext();
const HEADING = 'Koodi;Hankkeen nimi;Tl;Aloituspvm;Päättymispvm;Tila';

/** Errors of a list of one row, and whose they are. */
function readRow(row: string): (readonly [code: string, projectId: string | undefined])[] {
  const bytes = new TextEncoder().encode(`${HEADING}\n${row}\n`);
  const { issues } = parse({ path: 'lista.csv', bytes, sha256: '' }, context);
  return issues.filter(({ severity }) => severity === 'error').map(({ code, project_id: id }) => [code, id]);
}

describe('an error names its project', () => {
  it('where a row cannot be read but its code can', () => {
    expect(readRow('S12345;Hanke;5;milloin;1.2.2020;Päättynyt')).toEqual([['parse/unreadable-row', 'S12345']]);
  });

  it('and no project where the code cannot be read, or may stand in another column', () => {
    expect(readRow('koodi on tämä;Hanke;5;milloin;1.2.2020;Päättynyt')).toEqual([['parse/unreadable-row', undefined]]);
    expect(readRow(';Hanke;5;milloin;1.2.2020;Päättynyt')).toEqual([['parse/unreadable-row', undefined]]);
    expect(readRow('S12345;Hanke;5')).toEqual([['parse/unreadable-row', undefined]]);
  });

  it('where the program fails at a project', () => {
    const place = { document: 'a.txt', line: 1, column: 1 };
    const fail = (): never => {
      throw new Error('bug');
    };
    expect(guard('internal/project-failed', { ...place, project_id: 'S12345' }, fail).issues).toMatchObject([
      { project_id: 'S12345' },
    ]);
    expect(guard('internal/document-failed', place, fail).issues[0]).not.toHaveProperty('project_id');
  });
});
