import { makeMarkdown, makePage } from './plant-documents.ts';
import type { MadePerson } from './make-person.ts';

/** Documents that hold one person's data, of one kind of place and spelling. */
export interface Plant {
  readonly kind: string;
  readonly group:
    | 'label'
    | 'team'
    | 'value'
    | 'form'
    | 'elsewhere'
    | 'address'
    | 'number'
    | 'code'
    | 'outside'
    | 'beneficiary'
    | 'issue';
  readonly person: MadePerson;
  readonly files: Readonly<Record<string, string>>;
}

export type Make = (person: MadePerson, code: string) => Plant['files'];
export type Kind = readonly [group: Plant['group'], kind: string, make: Make];

export const page = (code: string, text: string): Plant['files'] => ({ [`${code}.txt`]: text });
export const full = ({ first, last }: MadePerson): string => `${first} ${last}`;
export const told = ({ lastForms }: MadePerson): string =>
  `Väylää avaa ${lastForms[0] ?? ''}. Kysy ${lastForms[3] ?? ''} lisää.`;

export const inFrontMatter =
  (write: (name: string) => string): Make =>
  (person, code) => ({ [`${code}.md`]: makeMarkdown(code, write(full(person)), `# Tiivistelmä\n\n${told(person)}`) });

export const vetaja = (name: string): string => `Vetäjänä toimii ${name} ja ohjaajana joku muu.`;

export const inText =
  (write: (person: MadePerson) => string): Make =>
  (person, code) =>
    page(
      code,
      makePage({ code, contact: full(person), summary: `Avataan väylä.\n\n${write(person)}\n\nVäylä jatkuu.` }),
    );

export const plainText =
  (write: (person: MadePerson) => string): Make =>
  (person, code) =>
    page(code, makePage({ code, report: `Väylä avattiin. ${write(person)} Väylä jatkuu.` }));
