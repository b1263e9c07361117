/** What a generated list of 2021–2027 says is what comes out, however it was saved. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Entry } from '../../pipeline/model/project.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { eura2021List, writeEura2021List, type Row2021 } from '../demo/eura2021-list.ts';
import { basicsOf, present, toCents } from './expected-fields.ts';
import { parseContext, places, RUNS, toFile } from './generated.ts';

const NEW_FUNDS = { 'ESR+': 'ESF+', EAKR: 'ERDF', JTF: 'JTF' } as const;

function expectRow2021(entry: Entry, row: Row2021): void {
  const { money, place, applicant } = row;
  expect(entry.fields).toEqual(
    present({
      ...basicsOf(row),
      project_code: row.code,
      group_project_code: row.groupCode,
      programming_period: '2021-2027',
      fund: NEW_FUNDS[row.newFund],
      fund_subtype: row.newFund === 'ESR+' ? '' : 'Kehittämishanke',
      specific_objective_code: `${row.axis.code}.1`,
      status: row.status === 'Käynnissä' ? 'ongoing' : 'ended',
      status_label: row.status,
      beneficiary_business_id: applicant.businessId,
      beneficiary_postal_code: applicant.postalCode,
      beneficiary_post_office: applicant.postOffice,
      funding_planned_eu_state: toCents(money[0]) + 50,
      funding_planned_public: toCents(money[2]),
      funding_planned_total: toCents(money[2] + 1000),
      funding_realised_eu_state: toCents(money[1]),
      funding_realised_public: toCents(money[3]),
      funding_realised_total: toCents(money[3]),
      funding_realised_eu: toCents(Math.floor(money[1] / 2)),
      intervention_field_code: '027',
      place_nuts3_code: place.nuts3,
      place_nuts3_name: place.region,
      place_postal_code: place.postalCodes[0],
      place_post_office: place.name.toUpperCase(),
      support_form_code: '01',
      territorial_mechanism_code: '33',
      economic_activity_code: '26',
      secondary_theme_code: row.newFund === 'ESR+' ? '09' : '',
      gender_equality_code: '02',
      summary: `${row.summary}\nToinen rivi; se on lyhyt.`,
      description_page: `https://satukyla.example/${row.code}`,
      project_website: 'https://satukyla.example',
    }),
  );
}

it('a list of 2021–2027', () => {
  fc.assert(
    fc.property(eura2021List(places), (list) => {
      const { value } = parse(toFile('a.csv', writeEura2021List(list)), parseContext);
      expect(value).toHaveLength(list.rows.length);
      list.rows.forEach((row, index) => expectRow2021(value[index]!, row));
    }),
    RUNS,
  );
});
