import type { Person } from '../model/person.ts';
import { fold } from './normalise.ts';
import { addPerson, mergePersons } from './gather-persons.ts';

/** What the index needs to know of an entry. */
export interface NamedEntry {
  readonly document: string;
  readonly projectId: string;
  readonly persons: readonly Person[];
  readonly unwithheld: readonly Person[];
  readonly fields: { readonly name?: string; readonly beneficiary_name?: string };
}

/**
 * Who is named in which document and about which project. Two entries that call their project and its beneficiary the same are about
 * one project, also where they have no identity in common: a card and a page.
 */
export interface PersonIndex {
  add(entries: readonly NamedEntry[]): void;
  ofProject(entries: readonly NamedEntry[]): ProjectPersons;
  /** Persons of a document and of every project that it is about. */
  ofDocument(document: string): readonly Person[];
}

export interface ProjectPersons {
  readonly persons: readonly Person[];
  /** Whether every entry has been redacted by all of them already: most projects have one document. */
  readonly areWithheld: boolean;
}

const likeness = ({ fields }: NamedEntry): string | undefined =>
  fields.name === undefined || fields.beneficiary_name === undefined
    ? undefined
    : fold(`= ${fields.name}|${fields.beneficiary_name}`);
const keysOf = (entry: NamedEntry): string[] => {
  const like = likeness(entry);
  return like === undefined ? [entry.projectId] : [entry.projectId, like];
};

export function createPersonIndex(): PersonIndex {
  // Once each: a thousand copies of one page name the same persons.
  const byKey = new Map<string, Map<string, Person>>();
  const keysByDocument = new Map<string, Set<string>>();
  const ofKeys = (keys: Iterable<string>): Person[] =>
    mergePersons([...keys].flatMap((key) => [...(byKey.get(key)?.values() ?? [])]));
  return {
    add(entries) {
      for (const entry of entries) {
        const keys = keysOf(entry);
        const known = keysByDocument.get(entry.document) ?? new Set();
        keysByDocument.set(entry.document, known);
        for (const key of keys) {
          known.add(key);
          if (entry.persons.length === 0) continue;
          const persons = byKey.get(key) ?? new Map<string, Person>();
          byKey.set(key, persons);
          for (const person of entry.persons) addPerson(persons, person);
        }
      }
    },
    ofProject(entries) {
      const persons = mergePersons([
        ...entries.flatMap((entry) => entry.persons),
        ...ofKeys(new Set(entries.flatMap(keysOf))),
      ]);
      // An entry's persons are some of the project's: as many are all of them.
      const areWithheld = entries.every((entry) => entry.persons.length - entry.unwithheld.length === persons.length);
      return { persons, areWithheld };
    },
    ofDocument: (document) => ofKeys(keysByDocument.get(document) ?? []),
  };
}
