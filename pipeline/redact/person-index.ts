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
  // The list of an entry while it is the only one, since the pages of a document share theirs; then each person once, since a thousand
  // copies of one page name the same ones.
  const byKey = new Map<string, readonly Person[] | Map<string, Person>>();
  const keysByDocument = new Map<string, Set<string>>();
  const addTo = (key: string, persons: readonly Person[]): void => {
    const known = byKey.get(key);
    if (known === persons || persons.length === 0) return;
    if (known === undefined) byKey.set(key, persons);
    else {
      const all = known instanceof Map ? known : new Map<string, Person>();
      for (const person of known instanceof Map ? persons : [...known, ...persons]) addPerson(all, person);
      byKey.set(key, all);
    }
  };
  const listsOf = (keys: Iterable<string>): (readonly Person[])[] =>
    [...keys].map((key) => {
      const known = byKey.get(key) ?? [];
      return known instanceof Map ? [...known.values()] : known;
    });
  return {
    add(entries) {
      for (const entry of entries) {
        const keys = keysOf(entry);
        const known = keysByDocument.get(entry.document) ?? new Set();
        keysByDocument.set(entry.document, known);
        for (const key of keys) {
          known.add(key);
          addTo(key, entry.persons);
        }
      }
    },
    ofProject(entries) {
      const persons = mergeLists([
        ...listsOf(new Set(entries.flatMap(keysOf))),
        ...entries.map((entry) => entry.persons),
      ]);
      // An entry's persons are some of the project's: as many are all of them.
      const areWithheld = entries.every((entry) => entry.persons.length - entry.unwithheld.length === persons.length);
      return { persons, areWithheld };
    },
    ofDocument: (document) => mergeLists(listsOf(keysByDocument.get(document) ?? [])),
  };
}

/** Each list has each person once; where the first has them all, it is the answer itself, which name finders know again. */
function mergeLists(lists: readonly (readonly Person[])[]): readonly Person[] {
  const [first = [], ...others] = new Set(lists.filter(({ length }) => length > 0));
  if (others.length === 0) return first;
  const all = mergePersons([first, ...others].flat());
  return all.length === first.length ? first : all;
}
