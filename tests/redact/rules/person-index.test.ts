/** Who is named in which document and about which project. The names are nobody's. */
import { expect, it } from 'vitest';
import type { Person } from '../../../pipeline/model/person.ts';
import { createPersonIndex, type NamedEntry } from '../../../pipeline/redact/person-index.ts';

const [MAIJA, AINO, PEKKA]: readonly Person[] = [
  { first: ['Maija'], last: ['Malli'] },
  { first: ['Aino'], last: ['Malli'] },
  { first: ['Pekka'], last: ['Malli'] },
];
const list = (...persons: (Person | undefined)[]): Person[] => persons.filter((person) => person !== undefined);
const entry = (document: string, projectId: string, persons: readonly Person[], fields: NamedEntry['fields'] = {}) => ({
  document,
  projectId,
  persons,
  unwithheld: [] as Person[],
  fields,
});
const index = (...entries: NamedEntry[]) => {
  const made = createPersonIndex();
  made.add(entries);
  return made;
};

it('a project has the persons of every document about it, each once', () => {
  const [one, two] = [entry('a', '1', list(MAIJA, AINO)), entry('b', '1', list(AINO, PEKKA))];
  const made = index(one, two, entry('c', '2', list(PEKKA)));
  expect(made.ofProject([one, two]).persons).toEqual(list(MAIJA, AINO, PEKKA));
  expect(made.ofProject([one]).persons).toEqual(list(MAIJA, AINO, PEKKA));
  expect(made.ofDocument('a')).toEqual(list(MAIJA, AINO, PEKKA));
  expect(made.ofDocument('c')).toEqual(list(PEKKA));
  expect(made.ofDocument('d')).toEqual([]);
});

it('a document has the persons of all its projects', () => {
  const made = index(entry('a', '1', list(MAIJA)), entry('a', '2', list(AINO)), entry('b', '2', list(PEKKA)));
  expect(made.ofDocument('a')).toEqual(list(MAIJA, AINO, PEKKA));
  expect(made.ofDocument('b')).toEqual(list(AINO, PEKKA));
});

it('documents that come one after another are brought together', () => {
  const made = createPersonIndex();
  for (const person of list(MAIJA, AINO, PEKKA, MAIJA)) made.add([entry('a', '1', [person])]);
  expect(made.ofDocument('a')).toEqual(list(MAIJA, AINO, PEKKA));
});

it('two entries with one name and one beneficiary are about one project, however these are written', () => {
  const named = { name: 'Väylä', beneficiary_name: 'Kemin kaupunki' };
  const other = { name: 'VAYLA', beneficiary_name: 'Kemin Kaupunki' };
  const [one, two] = [entry('a', '1', list(MAIJA), named), entry('b', '2', list(AINO), other)];
  const made = index(one, two);
  expect(made.ofProject([one]).persons).toEqual(list(MAIJA, AINO));
  expect(made.ofDocument('b')).toEqual(list(AINO, MAIJA));
});

it.each([
  [{ name: 'Väylä' }],
  [{ beneficiary_name: 'Kemin kaupunki' }],
  [{ name: 'Väylä', beneficiary_name: 'Tornion kaupunki' }],
  [{ name: 'Polku', beneficiary_name: 'Kemin kaupunki' }],
  [{}],
])('%j is not about the project of that name and beneficiary', (fields) => {
  const [one, two] = [
    entry('a', '1', list(MAIJA), { name: 'Väylä', beneficiary_name: 'Kemin kaupunki' }),
    entry('b', '2', list(AINO), fields),
  ];
  const made = index(one, two);
  expect(made.ofProject([one]).persons).toEqual(list(MAIJA));
  expect(made.ofDocument('b')).toEqual(list(AINO));
});

it('one list is given back itself, which name finders know again', () => {
  const persons = list(MAIJA, AINO);
  const made = index(entry('a', '1', persons), entry('a', '2', persons), entry('a', '3', []));
  expect(made.ofDocument('a')).toBe(persons);
  expect(made.ofProject([entry('a', '1', persons)]).persons).toBe(persons);
});

it('entries are withheld where each of them was redacted by every person of the project', () => {
  const [one, two] = [entry('a', '1', list(MAIJA, AINO)), entry('b', '1', list(AINO, MAIJA))];
  expect(index(one, two).ofProject([one, two]).areWithheld).toBe(true);
  const less = entry('b', '1', list(AINO));
  expect(index(one, less).ofProject([one, less]).areWithheld).toBe(false);
  const late = { ...one, unwithheld: list(AINO) };
  expect(index(late).ofProject([late]).areWithheld).toBe(false);
  const nobody = entry('a', '1', []);
  expect(index(nobody).ofProject([nobody])).toEqual({ persons: [], areWithheld: true });
});
