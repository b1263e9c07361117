import type { ProjectPersons } from './person-index.ts';
import type { Quote } from '../model/issue.ts';
import type { FieldName, Fields, Origin, Project, WithheldClass } from '../model/project.ts';
import type { Clean } from '../model/redacted.ts';
import { classifyBeneficiary, isPersonType } from './natural-persons.ts';
import { findOfficial } from './officials.ts';
import type { TextKind } from './find-names.ts';
import { createRedactor, isAllowed, type Redaction, type Redactor, type TextClass } from './redactor.ts';

/** A project that may leave, and what was withheld from it on its way out. */
export interface RedactedProject {
  readonly project: Clean<Project>;
  readonly counts: ReadonlyMap<WithheldClass, number>;
}

/** Fields in which a surname is the name of an organisation, a street or a place. */
const TITLES: ReadonlySet<string> = new Set([
  'beneficiary_name',
  'beneficiary_type',
  'beneficiary_street_address',
  'beneficiary_post_office',
  'place_street_address',
  'place_post_office',
  'responsible_authority',
  'priority_axis_name',
  'specific_objective_name',
  'organisation_type',
]);
export const kindOfField = (name: string): TextKind => (TITLES.has(name) ? 'title' : 'prose');

/** What would say who a natural person is, or where they live: nothing finer than a NUTS 2 area may. */
const OF_A_PERSON = [
  'beneficiary_business_id',
  'beneficiary_street_address',
  'beneficiary_postal_code',
  'beneficiary_post_office',
  'beneficiary_website',
  'place_street_address',
  'place_postal_code',
  'place_post_office',
] as const satisfies readonly FieldName[];

/** What stands where a natural person's name stood. */
const NATURAL_PERSON = '[withheld: natural person]';
const OFFICIAL = '[withheld: name]';

/**
 * The one door for what is known of a project: every text of it, its source lines, the names of its documents. Its entries have been
 * redacted by what their own documents say; here by what all documents of the project say.
 */
export function redactProject(
  project: Project,
  { persons, areWithheld }: ProjectPersons,
  redaction: Redaction,
): RedactedProject {
  const redactor = createRedactor(persons, redaction);
  const counts = new Map<WithheldClass, number>();
  const count = (kind: WithheldClass): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const counted = new Map<TextClass, number>();
  const clean = <T>(value: T, kind: TextKind): T =>
    typeof value === 'string' ? (redactor.redact(value, kind, counted) as string as T) : value;
  const cleanRow = <T extends object>(row: T): T => (areWithheld ? row : cleanAll(row));
  const cleanAll = <T extends object>(row: T): T =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]: [string, unknown]) => [name, clean(value, kindOfField(name))]),
    ) as T;

  const beneficiary = withholdBeneficiary(project.fields, redaction, count);
  const partners = project.partners.map((partner) => withholdPartner(partner, redaction, count));
  const redacted: Project = {
    ...project,
    fields: areWithheld
      ? { ...beneficiary.fields, ...cleanAll(pickName(beneficiary.fields)) }
      : cleanAll(beneficiary.fields),
    partners: partners.map(({ name, ...rest }) => ({ ...cleanRow(rest), name: clean(name, 'title') })),
    sections: project.sections.map(cleanRow),
    sustainability: project.sustainability.map(cleanRow),
    ...(areWithheld ? {} : redactPlaces(project, redactor, counted)),
    sources: project.sources.map((source) => ({ ...source, document: redactor.redactAddress(source.document) })),
    ...(project.sourceUrl === undefined ? {} : { sourceUrl: redactor.redactAddress(project.sourceUrl) }),
    ...(beneficiary.isPerson ? { isNaturalPerson: true } : {}),
  };
  const origins = beneficiary.isPerson ? withholdOrigins(redacted.origins) : redacted.origins;
  for (const [kind, number] of counted) counts.set(kind, (counts.get(kind) ?? 0) + number);
  return { project: { ...redacted, origins } as Clean<Project>, counts };
}

/** The name that no entry is redacted in: whether it is a person's is told here. */
const pickName = ({ beneficiary_name: name }: Fields): Fields => (name === undefined ? {} : { beneficiary_name: name });

function redactPlaces(
  { areas, origins }: Project,
  redactor: Redactor,
  counted: Map<TextClass, number>,
): Pick<Project, 'areas' | 'origins'> {
  return {
    areas: areas.map((area) => ({
      ...area,
      name: redactor.redact(area.name, 'title', counted),
      place: redactPlace(area.place, redactor),
    })),
    origins: Object.fromEntries(Object.entries(origins).map(([key, origin]) => [key, redactPlace(origin, redactor)])),
  };
}

/** Of a natural person no source line is quoted: the mark stands in place of the name's, those of the other values go with them. */
function withholdOrigins(origins: Project['origins']): Project['origins'] {
  const kept = { ...origins };
  for (const field of OF_A_PERSON) Reflect.deleteProperty(kept, field);
  const name = kept['beneficiary_name'];
  if (name?.quote !== undefined)
    kept['beneficiary_name'] = { ...name, quote: { text: NATURAL_PERSON, start: 0, end: NATURAL_PERSON.length } };
  return kept;
}

function withholdBeneficiary(
  fields: Fields,
  { register, policy }: Redaction,
  count: (kind: WithheldClass) => void,
): { fields: Fields; isPerson: boolean } {
  const { beneficiary_name: name, beneficiary_type: type } = fields;
  if (name === undefined || policy.namesNaturalPersons || isAllowed(name, policy)) return { fields, isPerson: false };
  if (classifyBeneficiary(name, register) !== undefined || isPersonType(type)) {
    count('natural_person');
    const kept: Record<string, unknown> = { ...fields, beneficiary_name: NATURAL_PERSON };
    for (const field of OF_A_PERSON) Reflect.deleteProperty(kept, field);
    return { fields: kept, isPerson: true };
  }
  const official = findOfficial(name, register);
  if (official === undefined) return { fields, isPerson: false };
  count('official');
  return {
    fields: { ...fields, beneficiary_name: name.slice(0, official.start) + OFFICIAL + name.slice(official.end) },
    isPerson: false,
  };
}

function withholdPartner(
  partner: Project['partners'][number],
  { register, policy }: Redaction,
  count: (kind: WithheldClass) => void,
): Project['partners'][number] {
  if (policy.namesNaturalPersons || isAllowed(partner.name, policy)) return partner;
  const { business_id: _id, ...rest } = partner;
  if (classifyBeneficiary(partner.name, register) !== undefined) {
    count('natural_person');
    return { ...rest, name: NATURAL_PERSON };
  }
  const official = findOfficial(partner.name, register);
  if (official === undefined) return partner;
  count('official');
  return { ...partner, name: partner.name.slice(0, official.start) + OFFICIAL + partner.name.slice(official.end) };
}

function redactPlace<T extends Origin | Project['areas'][number]['place']>(place: T, redactor: Redactor): T {
  return place.quote === undefined ? place : { ...place, quote: redactQuote(place.quote, redactor) };
}

/** The line with its mark under the value; where something lies across the value's border, the whole line is the value. */
function redactQuote(quote: Quote, { redact }: Redactor): Quote {
  const { text, start, end } = quote;
  const whole = redact(text);
  if (whole === text) return quote;
  const [before, value, behind] = [
    redact(text.slice(0, start)),
    redact(text.slice(start, end)),
    redact(text.slice(end)),
  ];
  if (before + value + behind !== whole) return { text: whole, start: 0, end: whole.length };
  return { text: whole, start: before.length, end: before.length + value.length };
}
