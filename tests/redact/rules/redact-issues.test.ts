/** The door of the issues. The names are nobody's. */
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../pipeline/model/issue.ts';
import type { Person } from '../../../pipeline/model/person.ts';
import { createPersonIndex } from '../../../pipeline/redact/person-index.ts';
import { redactIssues } from '../../../pipeline/redact/redact-issues.ts';
import { redaction } from '../read-redaction.ts';

const entry = (document: string, projectId: string, ...persons: Person[]) => ({
  document,
  projectId,
  persons,
  unwithheld: [],
  fields: {},
});
const issue = (document: string, more: Partial<Issue> = {}): Issue => ({
  code: 'parse/unknown-label',
  severity: 'warning',
  document,
  line: 3,
  column: 4,
  message: 'unexpected label, expected another',
  count: 2,
  ...more,
});
const people = createPersonIndex();
people.add([
  entry('xonny-qvibberla.txt', 'A1', { first: ['Xonny'], last: ['Qvibberla'] }),
  entry('b.txt', 'B1', { first: ['Xonna'], last: ['Zonkala'] }),
]);
const redact = (...issues: Issue[]) => redactIssues(issues, people, redaction);

describe('an issue', () => {
  it('with nobody in it leaves as it is', () => {
    const plain = issue('b.txt', { found: 'Tulokset', project_id: 'B1' });
    expect(redact(plain)).toEqual([plain]);
    expect(redact(issue('b.txt'))).toEqual([issue('b.txt')]);
    expect(redact()).toEqual([]);
  });

  it.each([
    ['a person of its document', 'b.txt', 'Xonna Zonkala', '[withheld: name]'],
    ['a person of another document', 'b.txt', 'Xonny Qvibberla', 'Xonny Qvibberla'],
    ['nobody’s document', 'c.txt', 'Xonna Zonkala', 'Xonna Zonkala'],
    ['an address', 'c.txt', 'maija@satukyla.fi', '[withheld: e-mail]'],
    ['a stranger whose first name the register has', 'c.txt', 'Maija Qvibberla', '[withheld: name]'],
    ['an organisation', 'c.txt', 'Kemin Kaupunki', 'Kemin Kaupunki'],
  ])('quotes %s', (_what, document, found, expected) => {
    expect(redact(issue(document, { found }))).toEqual([issue(document, { found: expected })]);
  });

  it('speaks of a person of its document in its message; a stranger is no quote there', () => {
    const said = (message: string) => redact(issue('b.txt', { message }))[0]?.message;
    expect(said('unexpected Xonna Zonkala')).toBe('unexpected [withheld: name]');
    expect(said('unexpected Uusi Alku')).toBe('unexpected Uusi Alku');
  });

  it('stands in a document that is called after a person, and others speak of that document', () => {
    expect(
      redact(
        issue('xonny-qvibberla.txt', { found: 'xonny-qvibberla.txt' }),
        issue('b.txt', { message: 'also in xonny-qvibberla.txt, xonny-qvibberla.txt', found: 'xonny-qvibberla.txt' }),
      ),
    ).toEqual([
      issue('[withheld: name].txt', { found: '[withheld: name].txt' }),
      issue('b.txt', {
        message: 'also in [withheld: name].txt, [withheld: name].txt',
        found: '[withheld: name].txt',
      }),
    ]);
  });

  it.each([
    ['A1', 'A1'],
    ['Xonna Zonkala', undefined],
    ['040 123 4567', undefined],
  ])('of the project %s', (project_id, expected) => {
    const [redacted] = redact(issue('b.txt', { project_id }));
    expect(redacted?.project_id).toBe(expected);
    expect(redacted).toEqual(issue('b.txt', expected === undefined ? {} : { project_id: expected }));
  });
});
