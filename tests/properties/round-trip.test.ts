/** What a generated document says is what comes out: every value, at the place where it stands. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Place } from '../../pipeline/model/issue.ts';
import type { Entry } from '../../pipeline/model/project.ts';
import { tidy } from '../../pipeline/parse/lines.ts';
import { parse } from '../../pipeline/parse/index.ts';
import type { AreaNames } from '../demo/areas.ts';
import { codeOf, euraList, nameOf, writeEuraList, type ListLayout, type RowFacts } from '../demo/eura-list.ts';
import { eura2014Page, writeEura2014Page, type PageFacts } from '../demo/eura2014-page.ts';
import { handWritten, writeHandWritten } from '../demo/hand-written.ts';
import { projectCard, writeJournalNumber, writeProjectCard, type CardFacts } from '../demo/project-card.ts';
import { basicsOf, present, toCents } from './expected-fields.ts';
import { anyDocument, parseContext, places, RUNS, toFile } from './generated.ts';

const MONEY = [
  'funding_granted_eu_state',
  'funding_realised_eu_state',
  'funding_planned_public',
  'funding_realised_public',
] as const;

const moneyOf = (amounts: readonly number[]): Record<string, number> =>
  Object.fromEntries(MONEY.map((field, index) => [field, amounts[index] ?? -1]));
const areasOf = ({ regions, subRegions, municipalities }: AreaNames): { level: string; name: string }[] => [
  ...regions.map((name) => ({ level: 'region', name })),
  ...subRegions.map((name) => ({ level: 'sub_region', name })),
  ...municipalities.map((name) => ({ level: 'municipality', name })),
];
const readAreas = ({ areas }: Entry): { level: string; name: string }[] =>
  areas.map(({ level, name }) => ({ level, name }));

function parseOne(path: string, text: string): Entry {
  const { value } = parse(toFile(path, text), parseContext);
  expect(value).toHaveLength(1);
  return value[0]!;
}

function expectPage(page: PageFacts): void {
  const entry = parseOne('a.txt', writeEura2014Page(page));
  const { applicant, place, equality, contact } = page;
  const [analysis, mainstreaming, objective] = equality;
  const expected = present({
    ...basicsOf(page),
    project_code: page.code,
    programming_period: '2014-2020',
    priority_axis_name: page.axis.name,
    specific_objective_code: page.objective?.code,
    specific_objective_name: page.objective?.name,
    beneficiary_type: applicant.type,
    beneficiary_business_id: applicant.businessId,
    beneficiary_street_address: applicant.streetAddress,
    beneficiary_postal_code: applicant.postalCode,
    beneficiary_post_office: applicant.postOffice,
    beneficiary_website: applicant.website,
    beneficiary_arrangement: page.arrangement,
    ...moneyOf(page.money.map(toCents)),
    target_groups: page.targetGroups,
    indirect_target_groups: page.indirectTargetGroups,
    place_street_address: place?.streetAddress,
    place_postal_code: place?.postalCode,
    place_post_office: place?.postOffice,
    companies_planned: page.companies[0],
    companies_realised: page.companies[1],
    participants_planned: page.participants[0],
    participants_realised: page.participants[1],
    gender_analysis: analysis?.isYes,
    gender_analysis_reason: analysis?.reason,
    gender_mainstreaming: mainstreaming?.isYes,
    gender_mainstreaming_reason: mainstreaming?.reason,
    gender_main_objective: objective?.isYes,
    gender_main_objective_reason: objective?.reason,
    status_label: page.status,
    summary: page.summary,
    final_report: page.finalReport,
  });
  const { status, ...fields } = entry.fields;
  expect(status === undefined).toBe(page.status === 'Keskeytetty');
  // Texts that name the contact person are another property's.
  const named = contact === undefined ? {} : { summary: fields.summary, final_report: fields.final_report };
  expect(fields).toEqual({ ...expected, ...present(named) });
  expect(readAreas(entry)).toEqual(areasOf(page.areas));
  expect(
    entry.partners.map(({ name, organisation_type, business_id }) => [name, organisation_type, business_id]),
  ).toEqual(page.partners.map(({ name, type, businessId }) => [name, type, businessId]));
  expect(entry.sustainability.map(({ direct, indirect, reason = '' }) => ({ direct, indirect, reason }))).toEqual(
    page.sustainability,
  );
}

function expectCard(card: CardFacts): void {
  const entry = parseOne('a.txt', writeProjectCard(card));
  const { status, ...fields } = entry.fields;
  const low = Math.floor(card.money[2] / 100_000) * 100_000;
  const [applicant, ...others] = [card.applicant, ...card.others].map(({ name }) => name.replace(',', ''));
  const isCode = card.identity === 'project code';
  expect(fields).toEqual(
    present({
      ...basicsOf(card),
      ...(isCode ? { project_code: card.code } : { journal_number: writeJournalNumber(card) }),
      tagline: card.tagline,
      beneficiary_name: applicant,
      specific_objective_name: card.objective?.name,
      status_label: fields.status_label,
      budget_min: toCents(low),
      budget_max: card.budget === 'over' ? undefined : toCents(low + 500_000),
      summary: card.summary,
    }),
  );
  expect(status).toBe({ Toiminnassa: 'ongoing', 'Toiminta päättynyt': 'ended' }[card.status]);
  expect(entry.partners.map(({ name }) => name)).toEqual(others);
  const wholeCountry = [{ level: 'region', name: 'Valtakunnallinen' }];
  expect(readAreas(entry)).toEqual(
    card.isWholeCountry ? wholeCountry : areasOf({ ...card.areas, subRegions: [], municipalities: [] }),
  );
  const headings = [...card.sections.keys()].map((heading) => heading.replace(':', ''));
  expect(entry.sections.map(({ heading }) => heading.split(' – ').at(-1))).toEqual(headings);
  expect(entry.sections.map(({ text }) => text)).toEqual([...card.sections.values()]);
  expect(entry.restated.filter(({ field, value }) => entry.fields[field] !== value)).toEqual([]);
}

function expectRow(entry: Entry, row: RowFacts, { period, quoting }: ListLayout): void {
  const { status, ...fields } = entry.fields;
  const signed = (euros: number, index: number): number =>
    index % 2 === 0 ? toCents(euros) : row.cents < 0 ? 0 - toCents(euros) : toCents(euros) + row.cents;
  expect(fields).toEqual({
    ...basicsOf(row),
    project_code: codeOf(row, period),
    name: nameOf(row, quoting),
    programming_period: period,
    ...(period === '2014-2020' ? {} : present({ programme_name: row.programme, responsible_authority_unit: row.unit })),
    beneficiary_name: quoting === 'lost' ? row.applicant.name.replace(',', '') : row.applicant.name,
    status_label: row.status,
    ...moneyOf(row.money.map(signed)),
  });
  expect(status === undefined).toBe(row.status === 'Keskeytetty');
}

it('a page', () => {
  fc.assert(fc.property(eura2014Page(places), expectPage), RUNS);
});

it('a project card', () => {
  fc.assert(fc.property(projectCard(places), expectCard), RUNS);
});

it('a list', () => {
  const lists = euraList(places).map((list) => ({ ...list, layout: { ...list.layout, encoding: 'utf-8' as const } }));
  fc.assert(
    fc.property(lists, ({ layout, rows }) => {
      const { value } = parse(toFile('a.csv', writeEuraList({ layout, rows })), parseContext);
      expect(value).toHaveLength(rows.length);
      rows.forEach((row, index) => expectRow(value[index]!, row, layout));
    }),
    RUNS,
  );
});

it.each(['"Kaiku" alussa', 'lopussa "kaiku"', '"Kaiku" ja "vastakaiku"', '"Kaiku" – ja viiva'])(
  'a name that holds quotation marks, in a list that quotes nothing: %s',
  (name) => {
    const text = `Koodi,Rahasto,Hankkeen nimi,Tl,Tila\nS12345,ESR,${name},5,Toiminnassa\nS12346,ESR,Toinen,5,Toiminnassa\n`;
    const { value, issues } = parse(toFile('a.csv', text), parseContext);
    const read = value.find(({ projectId }) => projectId === 'S12345');
    // As written, or set aside with an error; never something else.
    expect(read?.fields.name ?? name).toBe(name);
    expect(value.length + issues.filter(({ severity }) => severity === 'error').length).toBe(2);
  },
);

it('a hand-written document', () => {
  fc.assert(
    fc.property(handWritten(places), (facts) => {
      const { fields, partners, ...entry } = parseOne('a.md', writeHandWritten(facts));
      expect(fields).toMatchObject({
        ...basicsOf(facts),
        project_code: facts.code,
        priority_axis_name: facts.axis.name,
        beneficiary_business_id: facts.applicant.businessId,
        ...moneyOf(facts.money.map(toCents)),
      });
      expect(entry.areas.map(({ level, name }) => ({ level, name }))).toEqual(areasOf(facts.areas));
      expect(partners.map(({ name, business_id }) => [name, business_id])).toEqual(
        facts.partners.map(({ name, businessId }) => [name, businessId]),
      );
      expect(entry.sections.map(({ heading }) => heading)).toEqual(['Mitä opittiin']);
    }),
    RUNS,
  );
});

it('a hand-written document with one heading twice: each text once, in order', () => {
  const text = '---\nproject_code: S12345\n---\n\n## Tulos\n\nyksi\n\n## Muu\n\nkaksi\n\n## Tulos\n\nkolme\n';
  const all = parseOne('a.md', text).sections.map((section) => section.text);
  expect(all.join(' ').match(/yksi|kaksi|kolme/g)).toHaveLength(3);
});

it('a hand-written document with quotation marks in quoted values', () => {
  const text = `---\nproject_code: S12345\nname: 'Jokin ''lainaus'''\nbeneficiary_name: "Jokin \\"yhdistys\\" ry"\n---\n`;
  expect(parseOne('a.md', text).fields).toMatchObject({
    name: "Jokin 'lainaus'",
    beneficiary_name: 'Jokin "yhdistys" ry',
  });
});

/** Values that are the source's own words, white space aside; free texts are several lines and pass the redactor. */
const VERBATIM =
  /^(?:project_code|name|priority_axis_\w+|specific_objective_\w+|status_label|beneficiary_\w+|place_\w+)$/;

function slice(text: string, { line, column, endLine, endColumn }: Place): string {
  const lines = text.split(/\r\n|\n|\r/);
  return line === endLine ? (lines[line - 1] ?? '').slice(column - 1, endColumn - 1) : '';
}

it('a value is what stands at its place', () => {
  fc.assert(
    fc.property(anyDocument, fc.boolean(), fc.boolean(), ({ text, path, family }, hasMark, isDecomposed) => {
      const form = isDecomposed ? text.normalize('NFD') : text;
      const written = hasMark ? `\uFEFF${form}` : form;
      const { value } = parse(toFile(path, written), parseContext);
      const wrong = value.flatMap(({ fields, origins, areas }) => [
        ...Object.entries(fields)
          .filter(([name]) => VERBATIM.test(name) && !(family.endsWith('list') && name === 'name'))
          .filter(([name, found]) => tidy(slice(written, origins[name]!)) !== found),
        ...areas.filter(({ name, place }) => tidy(slice(written, place)) !== name),
      ]);
      expect(wrong).toEqual([]);
    }),
    RUNS,
  );
});
