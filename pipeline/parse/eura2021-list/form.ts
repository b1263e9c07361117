import {
  ADDED_COLUMNS,
  authority,
  axis,
  codeOf,
  day,
  freeText,
  fund,
  money,
  projectCode,
  projectName,
  status,
  words,
} from '../list/columns.ts';
import { toColumns, type ListColumn, type ListForm } from '../list/form.ts';

const NUTS3 = /^(?<code>FI[0-9A-Z]{1,3})(?<gap>[\p{Zs}\t]+)(?<name>\p{L}.*)$/u;

/** `FI1D7 Lappi`: a NUTS 3 code, of whatever version, and its name. */
const location: ListColumn = {
  read: (draft, span) => {
    const match = NUTS3.exec(draft.text.slice(span.start, span.end).normalize('NFC'));
    const code = match?.groups?.['code'] ?? draft.read(span);
    draft.setField('place_nuts3_code', code, { start: span.start, end: span.start + code.length });
    const gap = match?.groups?.['gap'];
    if (gap === undefined) return;
    const name = { start: span.start + code.length + gap.length, end: span.end };
    draft.setField('place_nuts3_name', draft.read(name), name);
  },
  fits: (text) => NUTS3.test(text) || /^FI[0-9A-Z]{1,3}$/.test(text),
  isNear: (text) => /^\p{L}[\p{L} -]+$/u.test(text),
  expected: 'a NUTS 3 code and its name such as FI1D7 Lappi',
  kind: 'other',
  mayBeDivided: true,
};

/**
 * The list of projects of 2021–2027, saved by hand out of its service. Its codes have as many digits as Regulation (EU) 2021/1060, Annex I,
 * and the postal service give them.
 */
export const EURA2021_LIST: ListForm = {
  family: 'eura2021-list',
  codeColumns: ['hankekoodi', 'koodi'],
  period: () => '2021-2027',
  columns: toColumns({
    Hankekoodi: projectCode,
    Koodi: projectCode,
    Ryhmähanketunnus: codeOf('group_project_code'),
    Rahasto: fund,
    'EAKR-/JTF-alatyyppi': words('fund_subtype'),
    Tl: axis('priority_axis_code'),
    Et: axis('specific_objective_code'),
    'Hankkeen nimi': projectName,
    'Toteuttajan nimi': words('beneficiary_name'),
    'Rahoittava viranomainen': authority,
    'Toiminnan tila': status,
    Aloituspvm: day('start_date'),
    Päättymispvm: day('end_date'),
    'Suunniteltu EU- ja valtion rahoitus': money('funding_planned_eu_state'),
    'Suunniteltu julkinen rahoitus': money('funding_planned_public'),
    'Suunniteltu rahoitus yhteensä': money('funding_planned_total'),
    'Toteutunut EU- ja valtion rahoitus': money('funding_realised_eu_state'),
    'Toteutunut julkinen rahoitus': money('funding_realised_public'),
    'Toteutunut rahoitus yhteensä': money('funding_realised_total'),
    'Toteutunut EU-rahoituksen määrä': money('funding_realised_eu'),
    'Tukitoimen ala': codeOf('intervention_field_code', 3),
    Sijainti: location,
    'Toteutuspaikan postinumero': codeOf('place_postal_code', 5),
    'Toteutuspaikan postitoimipaikka': words('place_post_office'),
    'Tuensaajan postinumero': codeOf('beneficiary_postal_code', 5),
    'Tuensaajan postitoimipaikka': words('beneficiary_post_office'),
    Tukimuoto: codeOf('support_form_code', 2),
    'Alueellinen täytäntöönpanomekanismi ja alueellinen painopiste': codeOf('territorial_mechanism_code', 2),
    'Taloudellinen toiminta': codeOf('economic_activity_code', 2),
    'Toissijainen teema, vain ESR+': codeOf('secondary_theme_code', 2),
    'Sukupuolten tasa-arvo': codeOf('gender_equality_code', 2),
    'Itämeren alueen strategia': codeOf('baltic_sea_strategy_code', 2),
    'Suunnitelman mukainen tiivistelmä hankkeen toteutuksesta': freeText('summary'),
    'Hankekuvauksen osoite': words('description_page'),
    'Hankkeen kotisivun osoite': words('project_website'),
    ...ADDED_COLUMNS,
  }),
};
