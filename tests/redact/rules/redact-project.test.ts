/** The door of a project: what of it leaves, field by field. The names are nobody's. */
import { describe, expect, it } from 'vitest';
import { toCents } from '../../../pipeline/model/cents.ts';
import type { Person } from '../../../pipeline/model/person.ts';
import type { Fields, Project } from '../../../pipeline/model/project.ts';
import { kindOfField, redactProject } from '../../../pipeline/redact/redact-project.ts';
import { hashWithheld, type Redaction } from '../../../pipeline/redact/redactor.ts';
import { redaction } from '../read-redaction.ts';

const PERSON: Person = { first: ['Xonny'], last: ['Qvibberla'] };
const place = { line: 1, column: 1, endLine: 1, endColumn: 9 };
const quoted = (text: string, value: string) => ({
  ...place,
  quote: { text, start: text.indexOf(value), end: text.indexOf(value) + value.length },
});

function makeProject(fields: Fields, more: Partial<Project> = {}): Project {
  return {
    projectId: 'A1',
    family: 'eura2014',
    sources: [{ document: 'a.txt', sha256: '0'.repeat(64) }],
    fields,
    partners: [],
    sections: [],
    sustainability: [],
    areas: [],
    areasSource: 0,
    origins: {},
    ...more,
  };
}
const redact = (project: Project, areWithheld = false, by: Redaction = redaction) => {
  const { project: redacted, counts } = redactProject(project, { persons: [PERSON], areWithheld }, by);
  return { ...redacted, counts: Object.fromEntries(counts) };
};
const withPolicy = (policy: Partial<Redaction['policy']>): Redaction => ({
  ...redaction,
  policy: { ...redaction.policy, ...policy },
});

const OF_A_PERSON = {
  beneficiary_business_id: '1234567-1',
  beneficiary_street_address: 'Mallikatu 1',
  beneficiary_postal_code: '00100',
  beneficiary_post_office: 'Kemi',
  beneficiary_website: 'https://satukyla.fi',
  place_street_address: 'Mallikatu 2',
  place_postal_code: '00200',
  place_post_office: 'Tornio',
} as const;

describe('a natural person as beneficiary', () => {
  const origins = Object.fromEntries(
    ['name', 'beneficiary_name', ...Object.keys(OF_A_PERSON)].map((field) => [
      field,
      { ...quoted('Tuensaaja: Maija Virtanen', 'Maija Virtanen'), source: 0 },
    ]),
  );
  const fields: Fields = { name: 'Uusi alku', beneficiary_name: 'Maija Virtanen', ...OF_A_PERSON };

  it.each([
    ['a person', {}],
    ['a sole trader', { beneficiary_name: 'Tmi Maija Virtanen' }],
    ['an estate', { beneficiary_name: 'Maija Virtasen kuolinpesä' }],
    ['of a type that says so', { beneficiary_name: 'Qvibberla', beneficiary_type: 'Yksityishenkilö' }],
  ] as const)('%s goes without name, number, address and source lines', (_what, more) => {
    const redacted = redact(makeProject({ ...fields, ...more }, { origins }));
    const kept = { ...more, name: 'Uusi alku', beneficiary_name: '[withheld: natural person]' };
    expect(redacted.fields).toEqual(kept);
    expect(redacted.isNaturalPerson).toBe(true);
    expect(redacted.counts).toEqual({ natural_person: 1 });
    expect(Object.keys(redacted.origins)).toEqual(['name', 'beneficiary_name']);
    expect(redacted.origins['beneficiary_name']?.quote).toEqual({
      text: '[withheld: natural person]',
      start: 0,
      end: 26,
    });
  });

  it('whose name has no source line gets none', () => {
    const bare = { beneficiary_name: { ...place, source: 0 } };
    expect(redact(makeProject(fields, { origins: bare })).origins).toEqual(bare);
    expect(redact(makeProject(fields)).origins).toEqual({});
  });

  it.each([
    ['named by the publisher’s wish', withPolicy({ namesNaturalPersons: true })],
    ['whom the publisher allows', withPolicy({ allow: new Set([hashWithheld('maija virtanen')]) })],
  ])('%s stays', (_what, by) => {
    const redacted = redact(makeProject(fields, { origins }), false, by);
    expect(redacted.fields).toEqual(fields);
    expect(redacted.origins).toEqual(origins);
    expect(redacted.counts).toEqual({});
    expect(redacted).not.toHaveProperty('isNaturalPerson');
  });
});

describe('another beneficiary', () => {
  it.each(['Kemin kaupunki', 'Virtanen Oy', 'Maija Virtasen säätiö', 'Satukylän yhdistys ry'])('%s stays', (name) => {
    const fields: Fields = { beneficiary_name: name, ...OF_A_PERSON };
    const redacted = redact(makeProject(fields));
    expect(redacted.fields).toEqual(fields);
    expect(redacted.counts).toEqual({});
    expect(redacted).not.toHaveProperty('isNaturalPerson');
  });

  it('a project without one stays', () => {
    expect(redact(makeProject({ name: 'Uusi alku' })).fields).toEqual({ name: 'Uusi alku' });
    expect(redact(makeProject({ beneficiary_type: 'Yksityishenkilö' })).counts).toEqual({});
  });

  it.each([
    ['Kemin kaupunki, rehtori Maija Virtanen', 'Kemin kaupunki, [withheld: name]'],
    ['Kemin kaupunki (Maija Virtanen)', 'Kemin kaupunki ([withheld: name])'],
    ['Maija Virtanen, Kemin kaupunki', '[withheld: name], Kemin kaupunki'],
  ])('the official in %s is withheld, and nothing else', (name, expected) => {
    const redacted = redact(makeProject({ beneficiary_name: name, ...OF_A_PERSON }));
    expect(redacted.fields).toEqual({ beneficiary_name: expected, ...OF_A_PERSON });
    expect(redacted.counts).toEqual({ official: 1 });
    expect(redacted).not.toHaveProperty('isNaturalPerson');
  });
});

describe('a partner', () => {
  const OF_PARTNER = { position: 1, partner_role: 'implementing_organisation' } as const;
  const partner = (name: string) => ({ ...OF_PARTNER, name, business_id: '1234567-1' });
  const partners = (name: string, by = redaction) => {
    const { partners, counts } = redact(makeProject({}, { partners: [partner(name)] }), false, by);
    return [partners, counts];
  };
  it.each([
    ['Maija Virtanen', { ...OF_PARTNER, name: '[withheld: natural person]' }, { natural_person: 1 }],
    ['Tmi Maija Virtanen', { ...OF_PARTNER, name: '[withheld: natural person]' }, { natural_person: 1 }],
    ['Kemin kaupunki, rehtori Maija Virtanen', partner('Kemin kaupunki, [withheld: name]'), { official: 1 }],
    ['Maija Virtanen, Kemin kaupunki', partner('[withheld: name], Kemin kaupunki'), { official: 1 }],
    ['Kemin kaupunki', partner('Kemin kaupunki'), {}],
    ['Xonny Qvibberla Oy', partner('[withheld: name] Oy'), { text_name: 1 }],
  ])('%s', (name, expected, counts) => {
    expect(partners(name)).toEqual([[expected], counts]);
  });

  it.each([
    withPolicy({ namesNaturalPersons: true }),
    withPolicy({ allow: new Set([hashWithheld('Maija Virtanen')]) }),
  ])('that the publisher names stays', (by) => {
    expect(partners('Maija Virtanen', by)).toEqual([[partner('Maija Virtanen')], {}]);
  });
});

describe('texts, by the persons of the whole project', () => {
  const CENTS = toCents(500);
  const CRITERION = { criterion: 'equality', dimension: 'social_cultural' } as const;
  const text = 'Kertoo Xonny Qvibberla.';
  const clean = 'Kertoo [withheld: name].';
  const project = makeProject(
    { name: text, funding_planned_eu_state: CENTS, beneficiary_name: 'Xonny Qvibberlan koti ry' },
    {
      sections: [{ heading: 'T', text, position: 1 }],
      sustainability: [{ ...CRITERION, reason: text }],
      areas: [{ level: 'municipality', name: 'Xonny Qvibberlan kylä', place: quoted(text, 'Xonny Qvibberla') }],
      origins: { name: { ...quoted(text, 'Kertoo'), source: 0 }, funding_planned_eu_state: { ...place, source: 0 } },
      sources: [{ document: 'xonny-qvibberla/sivu.txt', sha256: '0' }],
      sourceUrl: 'https://satukyla.fi/xonny-qvibberla/sivu',
    },
  );

  it('are withheld in every part', () => {
    const redacted = redact(project);
    expect(redacted.fields).toEqual({
      name: clean,
      funding_planned_eu_state: CENTS,
      beneficiary_name: '[withheld: name] koti ry',
    });
    expect(redacted.sections).toEqual([{ heading: 'T', text: clean, position: 1 }]);
    expect(redacted.sustainability).toEqual([{ ...CRITERION, reason: clean }]);
    expect(redacted.areas).toEqual([
      { level: 'municipality', name: '[withheld: name] kylä', place: quoted(clean, '[withheld: name]') },
    ]);
    expect(redacted.origins).toEqual({
      name: { ...quoted(clean, 'Kertoo'), source: 0 },
      funding_planned_eu_state: { ...place, source: 0 },
    });
    expect(redacted.sources).toEqual([{ document: '[withheld: name]/sivu.txt', sha256: '0' }]);
    expect(redacted.sourceUrl).toBe('https://satukyla.fi/[withheld: name]/sivu');
    expect(redacted.counts).toEqual({ text_name: 5 });
  });

  it('that their own documents have withheld are not looked through again, but beneficiary, partners and addresses are', () => {
    const redacted = redact(project, true);
    expect(redacted.fields).toEqual({ ...project.fields, beneficiary_name: '[withheld: name] koti ry' });
    expect(redacted.sections).toEqual(project.sections);
    expect(redacted.sustainability).toEqual(project.sustainability);
    expect(redacted.areas).toEqual(project.areas);
    expect(redacted.origins).toEqual(project.origins);
    expect(redacted.sources[0]?.document).toBe('[withheld: name]/sivu.txt');
    expect(redacted.sourceUrl).toBe('https://satukyla.fi/[withheld: name]/sivu');
    expect(redacted.counts).toEqual({ text_name: 1 });
  });

  it('a project without an address gets none', () => {
    expect(redact(makeProject({}))).not.toHaveProperty('sourceUrl');
  });

  it('counts of one class are summed', () => {
    const both = makeProject(
      { beneficiary_name: 'Maija Virtanen' },
      { partners: [{ name: 'Aino Virtanen', position: 1, partner_role: 'part_implementer' }] },
    );
    expect(redact(both).counts).toEqual({ natural_person: 2 });
  });
});

describe('the mark under a value in its source line', () => {
  const markOf = (text: string, value: string): [string, string] => {
    const { origins } = redact(makeProject({}, { origins: { name: { ...quoted(text, value), source: 0 } } }));
    const { quote } = origins['name'] ?? {};
    return [quote?.text ?? '', quote?.text.slice(quote.start, quote.end) ?? ''];
  };
  it.each([
    ['Nimi: Uusi alku', 'Uusi alku', ['Nimi: Uusi alku', 'Uusi alku']],
    ['Xonny Qvibberla: alku nyt', 'alku', ['[withheld: name]: alku nyt', 'alku']],
    ['Nimi: alku, Xonny Qvibberla', 'alku', ['Nimi: alku, [withheld: name]', 'alku']],
    [
      'Nimi: Xonny Qvibberlan alku nyt',
      'Xonny Qvibberlan alku',
      ['Nimi: [withheld: name] alku nyt', '[withheld: name] alku'],
    ],
    // Across its border: all of it is the value.
    ['Nimi Xonny Qvibberla nyt', 'Nimi Xonny', ['Nimi [withheld: name] nyt', 'Nimi [withheld: name] nyt']],
  ])('%j, %j', (text, value, expected) => {
    expect(markOf(text, value)).toEqual(expected);
  });
});

it.each([
  ['beneficiary_name', 'title'],
  ['beneficiary_type', 'title'],
  ['beneficiary_street_address', 'title'],
  ['beneficiary_post_office', 'title'],
  ['place_street_address', 'title'],
  ['place_post_office', 'title'],
  ['responsible_authority', 'title'],
  ['priority_axis_name', 'title'],
  ['specific_objective_name', 'title'],
  ['organisation_type', 'title'],
  ['name', 'prose'],
  ['summary', 'prose'],
  ['constructor', 'prose'],
])('%s is read as %s', (field, kind) => {
  expect(kindOfField(field)).toBe(kind);
});

it('a surname stands in the name of a street, and not in prose', () => {
  const { fields } = redact(makeProject({ name: 'Siellä Qvibberla jäi', place_street_address: 'Qvibberla 1' }));
  expect(fields).toEqual({ name: 'Siellä [withheld: name] jäi', place_street_address: 'Qvibberla 1' });
});
