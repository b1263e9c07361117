import type { Person } from '../model/person.ts';
import { mergePersons, personKey } from './gather-persons.ts';
import { createRedactor, type Redaction, type Redactor } from './redactor.ts';

/** Persons, each once, and what takes them out of texts. */
export interface People {
  readonly persons: readonly Person[];
  readonly redactor: Redactor;
  readonly includesAll: (others: readonly Person[]) => boolean;
}

/** @param named may name one of them more than once */
export function gatherPeople(named: readonly Person[], redaction: Redaction): People {
  const persons = mergePersons(named);
  const keys = new Set(persons.map(personKey));
  return {
    persons,
    redactor: createRedactor(persons, redaction),
    includesAll: (others) => others.every((person) => keys.has(personKey(person))),
  };
}
