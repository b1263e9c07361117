import fc from 'fast-check';
import { freeText, sentence, withMentions } from './free-text.ts';
import { organisation, type Organisation } from './organisations.ts';
import { person, type Person } from './persons.ts';
import type { Places } from './places.ts';
import { projectFacts, writeAmount, writeDay, type ProjectFacts } from './project.ts';

/** A Markdown document that somebody wrote by hand: front matter in English names, free text under headings. */
export interface HandWrittenFacts extends ProjectFacts {
  readonly contact: Person | undefined;
  readonly partners: readonly Organisation[];
  readonly summary: string;
  readonly targetGroups: string;
  readonly lessons: string;
  readonly layout: {
    /** Dates and amounts as the service writes them, else as computers do. */
    readonly isFinnish: boolean;
    readonly listStyle: 'flow' | 'block';
  };
}

export function handWritten(places: Places): fc.Arbitrary<HandWrittenFacts> {
  return fc.option(person, { freq: 2, nil: undefined }).chain((contact) => {
    const text = contact === undefined ? freeText : withMentions(freeText, contact);
    return fc
      .record({
        project: projectFacts(places),
        partners: fc.array(organisation(places), { maxLength: 2 }),
        summary: text,
        targetGroups: sentence,
        lessons: freeText,
        layout: fc.record({ isFinnish: fc.boolean(), listStyle: fc.constantFrom('flow', 'block') }),
      })
      .map(({ project, ...page }): HandWrittenFacts => ({ ...project, ...page, contact }));
  });
}

/** YAML reads a JSON string as it is. */
const quote = (value: string): string => JSON.stringify(value);

function writeList(key: string, names: readonly string[], style: 'flow' | 'block'): string[] {
  if (names.length === 0) return [];
  if (style === 'flow') return [`${key}: [${names.map(quote).join(', ')}]`];
  return [`${key}:`, ...names.map((name) => `  - ${name}`)];
}

export function writeHandWritten(facts: HandWrittenFacts): string {
  const { applicant, contact, areas, layout, money, objective } = facts;
  const day = layout.isFinnish ? writeDay : (iso: string): string => iso;
  const amount = layout.isFinnish ? writeAmount : String;
  return [
    '---',
    `project_code: ${facts.code}`,
    `name: ${quote(facts.name)}`,
    `fund: ${layout.isFinnish ? facts.fund : facts.fund === 'ESR' ? 'ESF' : 'ERDF'}`,
    `priority_axis_code: "${facts.axis.code}"`,
    `priority_axis_name: ${facts.axis.name}`,
    ...(objective === undefined ? [] : [`specific_objective_code: "${objective.code}"`]),
    `start_date: ${day(facts.start)}`,
    `end_date: ${day(facts.end)}`,
    `status: ${facts.status.toLowerCase()}`,
    `responsible_authority: ${facts.authority}`,
    `beneficiary_name: ${quote(applicant.name)}`,
    `beneficiary_business_id: ${applicant.businessId}`,
    `beneficiary_postal_code: "${applicant.postalCode}"`,
    `organisation_phone: ${quote(applicant.phone)}`,
    ...(contact === undefined ? [] : writeContact(contact)),
    `funding_granted_eu_state: ${amount(money[0])}`,
    `funding_realised_eu_state: ${amount(money[1])}`,
    `funding_planned_public: ${amount(money[2])}`,
    `funding_realised_public: ${amount(money[3])}`,
    ...writeList('regions', areas.regions, layout.listStyle),
    ...writeList('sub_regions', areas.subRegions, layout.listStyle),
    ...writeList('municipalities', areas.municipalities, layout.listStyle),
    ...(facts.partners.length === 0 ? [] : ['partners:', ...facts.partners.flatMap(writePartner)]),
    '---',
    '',
    facts.summary,
    '',
    '## Kohderyhmät',
    '',
    facts.targetGroups,
    '',
    '## Mitä opittiin',
    '',
    facts.lessons,
    '',
  ].join('\n');
}

function writeContact({ name, role, email, phone }: Person): string[] {
  return [
    `contact_name: ${name}`,
    `contact_role: ${role}`,
    `contact_email: ${quote(email)}`,
    `contact_phone: ${quote(phone)}`,
  ];
}

function writePartner({ name, type, businessId }: Organisation): string[] {
  return [`  - name: ${quote(name)}`, `    organisation_type: ${type}`, `    business_id: ${businessId}`];
}
