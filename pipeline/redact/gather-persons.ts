import { ADDRESS_GATE, findAddresses } from './find-addresses.ts';
import { findContacts } from './find-contacts.ts';
import { normalise } from './normalise.ts';
import type { Person } from '../model/person.ts';
import { toPerson } from './persons.ts';
import type { NameRegister } from './register.ts';

const LOCAL_NAME = /^(\p{L}{2,}(?:-\p{L}+)?)[._](?:\p{L}\.)?(\p{L}{3,}(?:-\p{L}+)?)(?=[^\p{L}])/u;
/** What the beginnings of addresses say that are nobody's. */
const NOBODY =
  /^(?:etunimi|sukunimi|firstname|lastname|fornamn|info|asiakaspalvelu|kirjaamo|toimisto|posti|hanke|projekti|tieto)/i;

/** Persons whom a document names: behind its contact labels, in its team's text, in its addresses (`first.last@…`). */
export function gatherPersons(document: string, register: NameRegister): Person[] {
  const { text } = normalise(document);
  const labelled = findContacts(text, register).flatMap(({ persons }) => persons);
  const addressed = ADDRESS_GATE.test(text)
    ? findAddresses(text, register).flatMap(({ start, end }): Person[] => {
        const match = LOCAL_NAME.exec(text.slice(start, end));
        const [first = '', last = ''] = match?.slice(1) ?? [];
        return match === null || NOBODY.test(first) || NOBODY.test(last) ? [] : [toPerson([first, last], register)];
      })
    : [];
  return mergePersons([...labelled, ...addressed]);
}

/** Each person once, in the order in which they are named. */
export function mergePersons(persons: readonly Person[]): Person[] {
  const seen = new Map<string, Person>();
  for (const person of persons) addPerson(seen, person);
  return [...seen.values()];
}

/** What two namings of one person have in common. */
export const personKey = ({ first, last }: Person): string => `${first.join(' ')}|${last.join(' ')}`.toLowerCase();

/** Adds a person who is not there yet. */
export function addPerson(seen: Map<string, Person>, person: Person): void {
  const key = personKey(person);
  if (!seen.has(key)) seen.set(key, person);
}
