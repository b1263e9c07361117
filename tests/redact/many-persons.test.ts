/** Persons are found in texts alike whether a document names a few or hundreds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNameFinder } from '../../pipeline/redact/find-names.ts';
import { createPersonIndex } from '../../pipeline/redact/person-index.ts';
import type { Person } from '../../pipeline/model/person.ts';
import { redaction } from './read-redaction.ts';

const FEW: readonly Person[] = [
  { first: ['Lempi'], last: ['Satunen'] },
  { first: ['Anna-Maija'], last: ['Virta-Malli'] },
  { first: ['Åke'], last: ['Öhman'] },
];
/** Names that no text below has, of as many beginnings. */
const STRANGERS: readonly Person[] = Array.from({ length: 200 }, (_, index) => ({
  first: ['Xqw'],
  last: [`Zz${Array.from(String(index), (digit) => 'bcdfghjklm'.charAt(Number(digit))).join('a')}qx`],
}));
const text = fc
  .array(
    fc.constantFrom(
      'Lempi',
      'lempi',
      'Satusen',
      'Satuselle',
      'SATUNEN',
      'Satunen-Malli',
      'L.',
      'lempi.satunen',
      'LempiSatunen',
      'Anna',
      'Maijan',
      'Anna-Maijalle',
      'Virta',
      'virran',
      'Mallin',
      'Virta-Mallille',
      'Åken',
      'Öhman',
      'Ohman',
      'ja',
      ',',
      '.',
      'sana',
      '(',
    ),
    { maxLength: 12 },
  )
  .chain((words) => fc.constantFrom(' ', '', '\n', '-').map((between) => words.join(between)));

it('the same places in the text', () => {
  const few = createNameFinder(FEW, redaction.register);
  const many = createNameFinder([...FEW, ...STRANGERS], redaction.register);
  let found = 0;
  fc.assert(
    fc.property(text, fc.constantFrom('prose' as const, 'address' as const, 'title' as const), (words, kind) => {
      const spans = few.find(words, kind);
      found += spans.length;
      expect(many.find(words, kind)).toEqual(spans);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(100);
});

it('documents of one project are about the persons of each of them', () => {
  const index = createPersonIndex();
  const [one, two, three] = FEW as [Person, Person, Person];
  const entry = (document: string, projectId: string, persons: readonly Person[]) => ({
    document,
    projectId,
    persons,
    unwithheld: [],
    fields: {},
  });
  const shared = [one, two];
  const entries = [entry('a.txt', 'S1', shared), entry('a.txt', 'S2', shared), entry('b.txt', 'S2', [two, three])];
  index.add(entries);
  index.add([entry('c.txt', 'S3', [])]);
  expect(index.ofDocument('a.txt')).toEqual(FEW);
  expect(index.ofDocument('b.txt')).toEqual(FEW);
  expect(index.ofDocument('c.txt')).toEqual([]);
  expect(index.ofProject(entries.slice(0, 1))).toEqual({ persons: shared, areWithheld: true });
  expect(index.ofProject(entries.slice(1))).toEqual({ persons: FEW, areWithheld: false });
  // As an entry comes back from disk: equal persons, another list.
  expect(index.ofProject([entry('a.txt', 'S1', [{ ...one }, { ...two }])]).persons).toBe(shared);
});
