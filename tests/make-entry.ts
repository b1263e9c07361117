import type { Place } from '../pipeline/model/issue.ts';
import type { Entry } from '../pipeline/model/project.ts';

/** A line as a place: its first five columns. */
export const onLine = (line: number): Place => ({ line, column: 1, endLine: line, endColumn: 6 });

/** A page that says nothing but what the test is about. */
export function makeEntry(own: Partial<Entry> = {}): Entry {
  return {
    document: 'a/S10001.txt',
    sha256: '0'.repeat(64),
    family: 'eura2014',
    rank: 3,
    projectId: 'S10001',
    place: onLine(1),
    fields: { name: 'Esimerkki' },
    partners: [],
    sections: [],
    sustainability: [],
    areas: [],
    origins: {},
    restated: [],
    withheld: {},
    withheldAt: [],
    persons: [],
    unwithheld: [],
    ...own,
  };
}
