import { readFileSync } from 'node:fs';
import { gatherPersons } from '../../pipeline/redact/gather-persons.ts';
import { readPersons } from '../../pipeline/redact/persons.ts';
import { createRedactor, type Redaction, type Redactor } from '../../pipeline/redact/redactor.ts';
import { createRegister } from '../../pipeline/redact/register.ts';

const data = (name: string): string =>
  readFileSync(new URL(`../../pipeline/redact/data/${name}`, import.meta.url), 'utf8');

/** What the program's redactor knows without any configuration. */
export const redaction: Redaction = {
  register: createRegister({
    firstNames: data('first-names.txt'),
    surnames: data('surnames.txt'),
    titles: data('titles.csv'),
    organisationWords: data('organisation-words.csv'),
  }),
  policy: { allow: new Set(), deny: new Set(), namesNaturalPersons: false },
};

/** A redactor that knows whom these values of a label name. */
export function redactorOf(...labels: readonly string[]): Redactor {
  return createRedactor(
    labels.flatMap((label) => readPersons(label, redaction.register)),
    redaction,
  );
}

/** A redactor that knows whom a document names. */
export function redactorOfDocument(text: string): Redactor {
  return createRedactor(gatherPersons(text, redaction.register), redaction);
}
