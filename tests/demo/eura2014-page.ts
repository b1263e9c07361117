import fc from 'fast-check';
import { freeText, sentence, withMentions, withTraps } from './free-text.ts';
import { organisation, type Organisation } from './organisations.ts';
import { person, type Person } from './persons.ts';
import type { Places } from './places.ts';
import { projectFacts, writeAmount, writeDay, type ProjectFacts } from './project.ts';

/** A page of the service's project description. */
export interface PageFacts extends ProjectFacts {
  readonly contact: Person | undefined;
  readonly arrangement: string;
  readonly partnersHeading: 'Osatoteuttajat' | 'Tuen siirron saajat';
  readonly partners: readonly Organisation[];
  readonly summary: string;
  readonly targetGroups: string;
  readonly indirectTargetGroups: string;
  readonly place: Organisation | undefined;
  readonly companies: readonly [number, number];
  readonly participants: readonly [number, number | undefined];
  /** Three answers and their reasons. */
  readonly equality: readonly Answer[];
  /** Fifteen rows, in the order of the form. */
  readonly sustainability: readonly { readonly direct: number; readonly indirect: number; readonly reason: string }[];
  readonly finalReport: string;
  readonly layout: {
    readonly furniture: boolean;
    /** Between labels; free texts keep theirs. */
    readonly blankLines: boolean;
    readonly lastNewline: boolean;
    /** Long lists of places go on in the next line, after a comma. */
    readonly wrapsPlaces: boolean;
  };
}

interface Answer {
  readonly isYes: boolean;
  readonly reason: string;
}

export const QUESTIONS = [
  'Hankkeessa on tehty toimintaympäristön analyysi sukupuolinäkökulmasta',
  'Sukupuolinäkökulma on huomioitu hankkeen toiminnassa (valtavirtaistaminen)',
  'Hankkeen päätavoite on sukupuolten tasa-arvon edistäminen',
] as const;

/** Group lines and criteria as the form has them. */
export const CRITERIA = {
  'Ekologinen kestävyys': [
    'Luonnonvarojen käytön kestävyys',
    'Ilmastonmuutoksen aiheuttamien riskien vähentäminen',
    'Kasvillisuus, eliöt ja luonnon monimuotoisuus',
    'Pinta- ja pohjavedet, maaperä sekä ilma (ja kasvihuonekaasujen väheneminen)',
    'Natura 2000 -ohjelman kohteet',
  ],
  'Taloudellinen kestävyys': [
    'Materiaalit ja jätteet',
    'Uusiutuvien energialähteiden käyttö',
    'Paikallisen elinkeinorakenteen kestävä kehittäminen',
    'Aineettomien tuotteiden ja palvelujen kehittäminen',
    'Liikkuminen ja logistiikka',
  ],
  'Sosiaalinen ja kulttuurinen kestävyys sekä yhdenvertaisuus': [
    'Hyvinvoinnin edistäminen',
    'Tasa-arvon edistäminen',
    'Yhteiskunnallinen ja kulttuurinen yhdenvertaisuus',
    'Kulttuuriympäristö',
    'Ympäristöosaaminen',
  ],
} as const;

/** Reasons can look like rows of the table. */
const reason = fc.oneof(
  { arbitrary: sentence, weight: 4 },
  { arbitrary: fc.constantFrom('0 neutraali', 'Rivillä on luku 5 7', ''), weight: 3 },
);
const criterion = fc.record({ direct: fc.nat(10), indirect: fc.nat(10), reason });

export function eura2014Page(places: Places): fc.Arbitrary<PageFacts> {
  const anyOrganisation = organisation(places);
  const some = <T>(arbitrary: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | undefined> =>
    fc.option(arbitrary, { freq, nil: undefined });
  return some(person, 4).chain((contact) => {
    const text = contact === undefined ? freeText : withMentions(freeText, contact);
    return fc
      .record({
        project: projectFacts(places),
        arrangement: fc.constantFrom('', 'Vain yksi hakija', 'Hakijoita on useampi kuin yksi (yhteishanke)'),
        partnersHeading: fc.constantFrom('Osatoteuttajat', 'Tuen siirron saajat'),
        partners: fc.oneof(fc.constant([]), fc.array(anyOrganisation, { maxLength: 4 })),
        summary: withTraps(text),
        targetGroups: freeText,
        indirectTargetGroups: fc.oneof(sentence, fc.constant('-')),
        place: some(anyOrganisation, 1),
        companies: fc.tuple(fc.nat(60), fc.nat(60)),
        participants: fc.tuple(fc.nat(2400), some(fc.nat(2400))),
        equality: fc.array(fc.record({ isYes: fc.boolean(), reason }), { minLength: 3, maxLength: 3 }),
        sustainability: fc.array(criterion, { minLength: 15, maxLength: 15 }),
        finalReport: fc.oneof(fc.constant('-'), fc.constant(''), text),
        layout: fc.record({
          furniture: fc.boolean(),
          blankLines: fc.boolean(),
          lastNewline: fc.boolean(),
          wrapsPlaces: fc.boolean(),
        }),
      })
      .map(({ project, ...page }): PageFacts => ({ ...project, ...page, contact }));
  });
}

/** The page as the service writes it, with line feeds. */
export function writeEura2014Page(facts: PageFacts): string {
  const { layout } = facts;
  const text = [...writeProject(facts), ...writeApplicant(facts), ...writeTexts(facts), ...writeFigures(facts)]
    .concat(writeEquality(facts), writeSustainability(facts), ['9 Loppuraportin tiivistelmä', facts.finalReport])
    .filter((block) => block !== '')
    .join(layout.blankLines ? '\n\n' : '\n');
  const furniture = layout.furniture ? 'Siirry sisältöön\n\nTulosta sivu\n' : '';
  return (furniture + text + (layout.lastNewline ? '\n' : '')).replaceAll(/: $/gm, ':');
}

function writeProject({ code, name, fund, axis, objective, start, end, status, authority }: PageFacts): string[] {
  const fundName = fund === 'ESR' ? 'sosiaalirahaston (ESR)' : 'aluekehitysrahaston (EAKR)';
  return [
    'Euroopan unioni Vipuvoimaa EU:lta',
    `Euroopan ${fundName} rahoittaman hankkeen kuvaus`,
    '1 Hanke',
    `Hankekoodi: ${code}`,
    `Hankkeen nimi: ${name}`,
    `Toimintalinja: ${axis.code}. ${axis.name}`,
    `Erityistavoite:${objective === undefined ? '' : ` ${objective.code}. ${objective.name}`}`,
    `Suunnitelman mukainen toteutusaika: Alkaa ${writeDay(start)} ja päättyy ${writeDay(end)}`,
    `Toiminnan tila: ${status}`,
    `Vastuuviranomainen: ${authority}`,
  ];
}

function writeApplicant({ applicant, contact, arrangement, partners, partnersHeading }: PageFacts): string[] {
  return [
    '2 Hakijan perustiedot',
    `Hakijan virallinen nimi: ${applicant.name}`,
    `Organisaatiotyyppi: ${applicant.type}`,
    `Y-tunnus: ${applicant.businessId}`,
    `Jakeluosoite: ${applicant.streetAddress}`,
    `Puhelinnumero: ${applicant.phone}`,
    `Postinumero: ${applicant.postalCode}`,
    `Postitoimipaikka: ${applicant.postOffice}`,
    `WWW-osoite: ${applicant.website}`,
    `Hankkeen yhteyshenkilön nimi: ${contact?.name ?? ''}`,
    `Yhteyshenkilön asema hakijaorganisaatiossa: ${contact?.role ?? ''}`,
    `Yhteyshenkilön sähköpostisoite: ${contact?.email ?? ''}`,
    `Yhteyshenkilön puhelinnumero: ${contact?.phone ?? ''}`,
    `Hakijoiden lukumäärä tai tuen siirto -menettely: ${arrangement}`,
    ...(partners.length === 0
      ? []
      : [partnersHeading, ...partners.map(({ name, type, businessId }) => `${name}, ${type}, ${businessId}`)]),
  ];
}

function writeTexts({ summary, targetGroups, indirectTargetGroups }: PageFacts): string[] {
  return [
    '3 Suunnitelman mukainen tiivistelmä toteutuksesta',
    summary,
    '4 Hankkeen kohderyhmät',
    '4.1 Varsinaiset kohderyhmät',
    targetGroups,
    '4.2 Välilliset kohderyhmät',
    indirectTargetGroups,
  ];
}

/** Names of places, a line for each five of them where they are wrapped. */
function writePlaces(names: readonly string[], isWrapped: boolean): string {
  return names
    .map((name, index) => (isWrapped && index > 0 && index % 5 === 0 ? `\n${name}` : name))
    .join(', ')
    .replaceAll(' \n', '\n');
}

function writeFigures({ money, areas, place, companies, participants, layout }: PageFacts): string[] {
  return [
    '5 Projektin julkinen rahoitus, euroa',
    `Myönnetty EU- ja valtion rahoitus: ${writeAmount(money[0])}`,
    `Toteutunut EU- ja valtion rahoitus: ${writeAmount(money[1])}`,
    `Suunniteltu julkinen rahoitus yhteensä: ${writeAmount(money[2])}`,
    `Toteutunut julkinen rahoitus yhteensä: ${writeAmount(money[3])}`,
    '6 Maantieteellinen kohdealue',
    `Maakunnat: ${areas.regions.join(', ')}`,
    `Seutukunnat: ${areas.subRegions.join(', ')}`,
    `Kunnat: ${writePlaces(areas.municipalities, layout.wrapsPlaces)}`,
    'Toteutuspaikan osoite, jos hanke toteutetaan yhdessä paikassa',
    `Jakeluosoite: ${place?.streetAddress ?? ''}`,
    `Postinumero: ${place?.postalCode ?? ''}`,
    `Postitoimipaikka: ${place?.postOffice ?? ''}`,
    '7 Hakemusvaiheessa ilmoitettavat arviot hankekohtaisista seurantiedoista',
    '7.1 Osallistuvien yritysten lukumäärä',
    `Suunniteltu: ${companies[0]}`,
    `Toteutunut seurantatietojen mukaan: ${companies[1]}`,
    '7.2 Osallistuvien henkilöiden lukumäärä',
    `Suunniteltu: ${writeAmount(participants[0])}`,
    ...(participants[1] === undefined ? [] : [`Toteutunut seurantatietojen mukaan: ${writeAmount(participants[1])}`]),
  ];
}

/** Answers and rows with their reasons stand without blank lines between them. */
function writeEquality({ equality }: PageFacts): string[] {
  const lines = equality.flatMap(({ isYes, reason: why }, index) => [
    `${QUESTIONS[index] ?? ''}: ${isYes ? 'Kyllä' : 'Ei'}`,
    why,
  ]);
  return ['8 Horisontaaliset periaatteet', '8.1 Sukupuolten tasa-arvo', lines.filter((line) => line !== '').join('\n')];
}

function writeSustainability({ sustainability }: PageFacts): string[] {
  const rows = sustainability.values();
  const lines = Object.entries(CRITERIA).flatMap(([group, criteria]) => [
    group,
    ...criteria.flatMap((title) => {
      const { direct = 0, indirect = 0, reason: why = '' } = rows.next().value ?? {};
      return [`${title} ${direct} ${indirect}`, why];
    }),
  ]);
  return ['8.2 Kestävä kehitys', ['VälitönVälillinen', ...lines].filter((line) => line !== '').join('\n')];
}
