import type { Sustainability } from '../../model/schema-types.ts';
import type { TextFieldName } from '../../model/project.ts';
import {
  readAreas,
  readCode,
  readCodeAndName,
  readFundName,
  readMoney,
  readName,
  readNumber,
  readPeriod,
  readStatusWords,
  withhold,
  type Reader,
} from '../readers.ts';

/**
 * The form of the structural-funds information service's project description (EURA 2014), as data. A landmark is a line that
 * opens a part of the form; landmarks come in this order, so a free text that quotes one is told from the real one.
 */
export interface Landmark {
  readonly id: string;
  /** The whole line, or its beginning where `answer` follows. */
  readonly title: string;
  /** What follows the title in the same line. */
  readonly answer?: RegExp;
  /** Landmarks of more weight are the firmer ones: numbered headings against lines that a text may well hold. */
  readonly weight: number;
  readonly opens:
    | { readonly kind: 'labels'; readonly labels: Readonly<Record<string, Reader>> }
    | { readonly kind: 'text'; readonly field: TextFieldName }
    | {
        readonly kind: 'question';
        readonly field: 'gender_analysis' | 'gender_mainstreaming' | 'gender_main_objective';
      }
    | { readonly kind: 'partners'; readonly role: 'part_implementer' | 'support_recipient' }
    | { readonly kind: 'dimension'; readonly dimension: Sustainability['dimension'] }
    | { readonly kind: 'criterion'; readonly criterion: Sustainability['criterion'] }
    | { readonly kind: 'nothing' };
}

const SECTION = 20;
const SUBSECTION = 10;
const ROW = 4;
const OPTIONAL = 2;

const ADDRESS = (prefix: 'beneficiary' | 'place'): Record<string, Reader> => ({
  Jakeluosoite: readName(`${prefix}_street_address`),
  Postinumero: readName(`${prefix}_postal_code`),
  Postitoimipaikka: readName(`${prefix}_post_office`),
});

const labels = (table: Readonly<Record<string, Reader>>): Landmark['opens'] => ({ kind: 'labels', labels: table });
const YES_OR_NO = /^ ?: ?(?<answer>.*)$/u;
const TWO_NUMBERS = /^ (?<direct>\d{1,3}) (?<indirect>\d{1,3})$/u;

const question = (
  id: string,
  title: string,
  field: 'gender_analysis' | 'gender_mainstreaming' | 'gender_main_objective',
): Landmark => ({
  id,
  title,
  answer: YES_OR_NO,
  weight: ROW,
  opens: { kind: 'question', field },
});
const dimension = (title: string, name: Sustainability['dimension']): Landmark => ({
  id: `8.2/${name}`,
  title,
  weight: ROW,
  opens: { kind: 'dimension', dimension: name },
});
const criterion = (title: string, name: Sustainability['criterion']): Landmark => ({
  id: `8.2/${name}`,
  title,
  answer: TWO_NUMBERS,
  weight: ROW,
  opens: { kind: 'criterion', criterion: name },
});

/** Labels of section 2. */
export const BENEFICIARY_LABELS: Readonly<Record<string, Reader>> = {
  'Hakijan virallinen nimi': readName('beneficiary_name'),
  Organisaatiotyyppi: readName('beneficiary_type'),
  'Y-tunnus': readName('beneficiary_business_id'),
  ...ADDRESS('beneficiary'),
  Puhelinnumero: withhold('organisation_phone'),
  'WWW-osoite': readName('beneficiary_website'),
  'Hankkeen yhteyshenkilön nimi': withhold('contact_name'),
  'Yhteyshenkilön asema hakijaorganisaatiossa': withhold('contact_role'),
  // The service's own misspelling, and the right one.
  'Yhteyshenkilön sähköpostisoite': withhold('contact_email'),
  'Yhteyshenkilön sähköpostiosoite': withhold('contact_email'),
  'Yhteyshenkilön puhelinnumero': withhold('contact_phone'),
  'Hakijoiden lukumäärä tai tuen siirto -menettely': readName('beneficiary_arrangement'),
};

export const LANDMARKS: readonly Landmark[] = [
  { id: '0', title: 'Euroopan sosiaalirahaston (ESR) rahoittaman hankkeen kuvaus', weight: ROW, opens: labels({}) },
  { id: '0', title: 'Euroopan aluekehitysrahaston (EAKR) rahoittaman hankkeen kuvaus', weight: ROW, opens: labels({}) },
  {
    id: '1',
    title: '1 Hanke',
    weight: SECTION,
    opens: labels({
      Hankekoodi: readCode,
      'Hankkeen nimi': readName('name'),
      Toimintalinja: readCodeAndName('priority_axis_code', 'priority_axis_name'),
      Erityistavoite: readCodeAndName('specific_objective_code', 'specific_objective_name'),
      'Suunnitelman mukainen toteutusaika': readPeriod,
      'Toiminnan tila': readStatusWords,
      Vastuuviranomainen: readName('responsible_authority'),
    }),
  },
  {
    id: '2',
    title: '2 Hakijan perustiedot',
    weight: SECTION,
    opens: labels(BENEFICIARY_LABELS),
  },
  {
    id: '2/part-implementers',
    title: 'Osatoteuttajat',
    answer: /^ ?:?$/,
    weight: OPTIONAL,
    opens: { kind: 'partners', role: 'part_implementer' },
  },
  {
    id: '2/support-recipients',
    title: 'Tuen siirron saajat',
    answer: /^ ?:?$/,
    weight: OPTIONAL,
    opens: { kind: 'partners', role: 'support_recipient' },
  },
  {
    id: '3',
    title: '3 Suunnitelman mukainen tiivistelmä toteutuksesta',
    weight: SECTION,
    opens: { kind: 'text', field: 'summary' },
  },
  { id: '4', title: '4 Hankkeen kohderyhmät', weight: SECTION, opens: labels({}) },
  {
    id: '4.1',
    title: '4.1 Varsinaiset kohderyhmät',
    weight: SUBSECTION,
    opens: { kind: 'text', field: 'target_groups' },
  },
  {
    id: '4.2',
    title: '4.2 Välilliset kohderyhmät',
    weight: SUBSECTION,
    opens: { kind: 'text', field: 'indirect_target_groups' },
  },
  {
    id: '5',
    title: '5 Projektin julkinen rahoitus, euroa',
    weight: SECTION,
    opens: labels({
      'Myönnetty EU- ja valtion rahoitus': readMoney('funding_granted_eu_state'),
      'Toteutunut EU- ja valtion rahoitus': readMoney('funding_realised_eu_state'),
      'Suunniteltu julkinen rahoitus yhteensä': readMoney('funding_planned_public'),
      'Toteutunut julkinen rahoitus yhteensä': readMoney('funding_realised_public'),
    }),
  },
  {
    id: '6',
    title: '6 Maantieteellinen kohdealue',
    weight: SECTION,
    opens: labels({
      Maakunnat: readAreas('region'),
      Seutukunnat: readAreas('sub_region'),
      Kunnat: readAreas('municipality'),
      // Without the line that opens the place's own part, the section still says whose address it is.
      ...ADDRESS('place'),
    }),
  },
  {
    id: '6/place',
    title: 'Toteutuspaikan osoite, jos hanke toteutetaan yhdessä paikassa',
    weight: SUBSECTION,
    opens: labels(ADDRESS('place')),
  },
  // The service's own misspelling, and the right one.
  ...['seurantiedoista', 'seurantatiedoista'].map((word): Landmark => ({
    id: '7',
    title: `7 Hakemusvaiheessa ilmoitettavat arviot hankekohtaisista ${word}`,
    weight: SECTION,
    opens: labels({}),
  })),
  {
    id: '7.1',
    title: '7.1 Osallistuvien yritysten lukumäärä',
    weight: SUBSECTION,
    opens: labels({
      Suunniteltu: readNumber('companies_planned'),
      'Toteutunut seurantatietojen mukaan': readNumber('companies_realised'),
    }),
  },
  {
    id: '7.2',
    title: '7.2 Osallistuvien henkilöiden lukumäärä',
    weight: SUBSECTION,
    opens: labels({
      Suunniteltu: readNumber('participants_planned'),
      'Toteutunut seurantatietojen mukaan': readNumber('participants_realised'),
    }),
  },
  { id: '8', title: '8 Horisontaaliset periaatteet', weight: SECTION, opens: labels({}) },
  { id: '8.1', title: '8.1 Sukupuolten tasa-arvo', weight: SUBSECTION, opens: labels({}) },
  question('8.1/analysis', 'Hankkeessa on tehty toimintaympäristön analyysi sukupuolinäkökulmasta', 'gender_analysis'),
  question(
    '8.1/mainstreaming',
    'Sukupuolinäkökulma on huomioitu hankkeen toiminnassa (valtavirtaistaminen)',
    'gender_mainstreaming',
  ),
  question('8.1/main-objective', 'Hankkeen päätavoite on sukupuolten tasa-arvon edistäminen', 'gender_main_objective'),
  { id: '8.2', title: '8.2 Kestävä kehitys', weight: SUBSECTION, opens: labels({}) },
  // The cells of the table's heading ran together, or are cells of a page's table.
  { id: '8.2/head', title: 'VälitönVälillinen', weight: ROW, opens: { kind: 'nothing' } },
  { id: '8.2/head', title: 'Välitön Välillinen', weight: ROW, opens: { kind: 'nothing' } },
  dimension('Ekologinen kestävyys', 'ecological'),
  criterion('Luonnonvarojen käytön kestävyys', 'natural_resources'),
  criterion('Ilmastonmuutoksen aiheuttamien riskien vähentäminen', 'climate_change'),
  criterion('Kasvillisuus, eliöt ja luonnon monimuotoisuus', 'biodiversity'),
  criterion('Pinta- ja pohjavedet, maaperä sekä ilma (ja kasvihuonekaasujen väheneminen)', 'water_soil_air'),
  criterion('Natura 2000 -ohjelman kohteet', 'natura_2000'),
  dimension('Taloudellinen kestävyys', 'economic'),
  criterion('Materiaalit ja jätteet', 'materials_waste'),
  criterion('Uusiutuvien energialähteiden käyttö', 'renewable_energy'),
  criterion('Paikallisen elinkeinorakenteen kestävä kehittäminen', 'local_economy'),
  criterion('Aineettomien tuotteiden ja palvelujen kehittäminen', 'intangible_services'),
  criterion('Liikkuminen ja logistiikka', 'mobility_logistics'),
  dimension('Sosiaalinen ja kulttuurinen kestävyys sekä yhdenvertaisuus', 'social_cultural'),
  criterion('Hyvinvoinnin edistäminen', 'wellbeing'),
  criterion('Tasa-arvon edistäminen', 'equality'),
  criterion('Yhteiskunnallinen ja kulttuurinen yhdenvertaisuus', 'social_cultural_equality'),
  criterion('Kulttuuriympäristö', 'cultural_environment'),
  criterion('Ympäristöosaaminen', 'environmental_skills'),
  { id: '9', title: '9 Loppuraportin tiivistelmä', weight: SECTION, opens: { kind: 'text', field: 'final_report' } },
];

/** The numbered sections that every complete page has. */
export const SECTIONS: readonly Landmark[] = LANDMARKS.filter(
  (landmark, index) => landmark.weight >= SECTION && LANDMARKS.findIndex(({ id }) => id === landmark.id) === index,
);

export const HEADER_FUND = /\((ESR|EAKR)\)/;
export const readHeaderFund = readFundName;
