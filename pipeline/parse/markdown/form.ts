import type { TextFieldName } from '../../model/project.ts';
import {
  readAreas,
  readCode,
  readDay,
  readMoney,
  readName,
  readNumber,
  readValue,
  withhold,
  type Reader,
} from '../readers.ts';
import { readCents, readFlag, readFund, readJournalNumber, readStatus, JOURNAL_NUMBER } from '../values.ts';

const STATUS_CODES = ['planned', 'ongoing', 'ended', 'interrupted', 'cancelled'] as const;
const FUND_CODES = ['ESF', 'ESF+', 'ERDF', 'JTF'] as const;
const flag = (field: 'gender_analysis' | 'gender_mainstreaming' | 'gender_main_objective'): Reader =>
  readValue(field, (text) => (text === 'true' ? true : text === 'false' ? false : readFlag(text)), 'true or false');
const budget = (field: 'budget_min' | 'budget_max'): Reader => readValue(field, readCents, 'an amount in euros');

/**
 * Front matter of documents that people write by hand: the published field names, and the places and persons that have no field.
 * Values have the forms of the service's pages (`1.3.2019` or `2019-03-01`, `391 780`).
 */
export const FRONT_MATTER: Readonly<Record<string, Reader>> = {
  project_code: readCode,
  journal_number: readValue('journal_number', readJournalNumber, JOURNAL_NUMBER),
  group_project_code: readName('group_project_code'),
  name: readName('name'),
  tagline: readName('tagline'),
  programming_period: readValue(
    'programming_period',
    (text) => (/^\d{4}-\d{4}$/.test(text) ? text : undefined),
    'years such as 2014-2020',
  ),
  programme_name: readName('programme_name'),
  fund_subtype: readName('fund_subtype'),
  fund: readValue('fund', (text) => FUND_CODES.find((code) => code === text) ?? readFund(text), FUND_CODES.join(', ')),
  priority_axis_code: readName('priority_axis_code'),
  priority_axis_name: readName('priority_axis_name'),
  specific_objective_code: readName('specific_objective_code'),
  specific_objective_name: readName('specific_objective_name'),
  intervention_field_code: readName('intervention_field_code'),
  support_form_code: readName('support_form_code'),
  territorial_mechanism_code: readName('territorial_mechanism_code'),
  economic_activity_code: readName('economic_activity_code'),
  secondary_theme_code: readName('secondary_theme_code'),
  gender_equality_code: readName('gender_equality_code'),
  baltic_sea_strategy_code: readName('baltic_sea_strategy_code'),
  start_date: readDay('start_date'),
  end_date: readDay('end_date'),
  status: readValue(
    'status',
    (text) => STATUS_CODES.find((code) => code === text) ?? readStatus(text),
    STATUS_CODES.join(', '),
  ),
  responsible_authority: readName('responsible_authority'),
  responsible_authority_unit: readName('responsible_authority_unit'),
  beneficiary_name: readName('beneficiary_name'),
  beneficiary_type: readName('beneficiary_type'),
  beneficiary_business_id: readName('beneficiary_business_id'),
  beneficiary_street_address: readName('beneficiary_street_address'),
  beneficiary_postal_code: readName('beneficiary_postal_code'),
  beneficiary_post_office: readName('beneficiary_post_office'),
  beneficiary_website: readName('beneficiary_website'),
  project_website: readName('project_website'),
  description_page: readName('description_page'),
  beneficiary_arrangement: readName('beneficiary_arrangement'),
  funding_planned_eu_state: readMoney('funding_planned_eu_state'),
  funding_granted_eu_state: readMoney('funding_granted_eu_state'),
  funding_realised_eu_state: readMoney('funding_realised_eu_state'),
  funding_planned_public: readMoney('funding_planned_public'),
  funding_realised_public: readMoney('funding_realised_public'),
  funding_planned_total: readMoney('funding_planned_total'),
  funding_realised_total: readMoney('funding_realised_total'),
  funding_realised_eu: readMoney('funding_realised_eu'),
  budget_min: budget('budget_min'),
  budget_max: budget('budget_max'),
  companies_planned: readNumber('companies_planned'),
  companies_realised: readNumber('companies_realised'),
  participants_planned: readNumber('participants_planned'),
  participants_realised: readNumber('participants_realised'),
  gender_analysis: flag('gender_analysis'),
  gender_mainstreaming: flag('gender_mainstreaming'),
  gender_main_objective: flag('gender_main_objective'),
  place_street_address: readName('place_street_address'),
  place_postal_code: readName('place_postal_code'),
  place_post_office: readName('place_post_office'),
  place_nuts3_code: readName('place_nuts3_code'),
  place_nuts3_name: readName('place_nuts3_name'),
  regions: readAreas('region'),
  sub_regions: readAreas('sub_region'),
  municipalities: readAreas('municipality'),
  contact_name: withhold('contact_name'),
  contact_role: withhold('contact_role'),
  contact_email: withhold('contact_email'),
  contact_phone: withhold('contact_phone'),
  organisation_phone: withhold('organisation_phone'),
};

/** A document is of this family when its front matter has one of these. */
export const IDENTITY_KEYS = ['project_code', 'journal_number'] as const;

/** Headings whose text is a field; every other heading makes a row of `sections`. */
export const TEXT_HEADINGS: ReadonlyMap<string, TextFieldName> = new Map<string, TextFieldName>([
  ['Tiivistelmä', 'summary'],
  ['Kohderyhmät', 'target_groups'],
  ['Varsinaiset kohderyhmät', 'target_groups'],
  ['Välilliset kohderyhmät', 'indirect_target_groups'],
  ['Loppuraportti', 'final_report'],
  ['Loppuraportin tiivistelmä', 'final_report'],
]);
