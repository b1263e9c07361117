import fc from 'fast-check';
import { freeText, sentence } from './free-text.ts';
import { organisation, type Organisation } from './organisations.ts';
import { person, type Person } from './persons.ts';
import type { Places } from './places.ts';
import { projectFacts, type ProjectFacts } from './project.ts';

/** A project card. */
export interface CardFacts extends ProjectFacts {
  /** Which identity it states. */
  readonly identity: 'journal number' | 'project code';
  readonly tagline: string;
  readonly isWholeCountry: boolean;
  readonly team: readonly Person[];
  readonly others: readonly Organisation[];
  readonly budget: 'range' | 'over';
  readonly summary: string;
  /** Texts of the sections that are written, by heading. */
  readonly sections: ReadonlyMap<string, string>;
  readonly layout: {
    readonly blankLines: boolean;
    /** How the organisations stand: on one line, or below one another. */
    readonly organisationsBelow: boolean;
  };
}

/** Headings of a card and of its groups, in order. */
const HEADINGS = [
  'Tulokset',
  'Ratkaisun kuvaus',
  'Hyvät käytännöt',
  'Hyvän käytännön siirtotapa',
  'Onko malli siirretty?',
  'Kehittymisen paikat',
  'Ennen hanketta:',
  'Hankkeen aikana:',
  'Hankkeen jälkeen:',
  'Toimintatavat',
  'Eri tahojen merkitys',
  'Projektitiimi',
  'Hankkeen toteuttajaorganisaatio',
  'Kumppanit',
  'Rahoittaja',
  'Ohjausryhma',
] as const;
const GROUPS: readonly string[] = ['Kehittymisen paikat', 'Eri tahojen merkitys'];

const STATUSES: Readonly<Record<string, string>> = {
  Toiminnassa: 'Hanke käynnissä',
  'Toiminta päättynyt': 'Hanke päättynyt',
};

/** A text with a line that breaks inside a sentence. */
const brokenText = fc.tuple(freeText, fc.integer({ min: 2, max: 5 })).map(([text, at]) => {
  const words = text.split(' ');
  return words.length <= at ? text : `${words.slice(0, at).join(' ')}\n${words.slice(at).join(' ')}`;
});

export function projectCard(places: Places): fc.Arbitrary<CardFacts> {
  return fc
    .record({
      project: projectFacts(places, [2015, 2019]),
      identity: fc.constantFrom('journal number', 'project code'),
      tagline: sentence,
      isWholeCountry: fc.oneof(
        { arbitrary: fc.constant(false), weight: 9 },
        { arbitrary: fc.constant(true), weight: 1 },
      ),
      team: fc.array(person, { maxLength: 3 }),
      others: fc.array(organisation(places), { maxLength: 3 }),
      budget: fc.constantFrom('range', 'over'),
      summary: brokenText,
      written: fc.subarray(HEADINGS.filter((heading) => !GROUPS.includes(heading) && heading !== 'Projektitiimi')),
      text: fc.array(freeText, { minLength: HEADINGS.length, maxLength: HEADINGS.length }),
      layout: fc.record({ blankLines: fc.boolean(), organisationsBelow: fc.boolean() }),
    })
    .map(({ project, written, text, ...card }): CardFacts => ({
      ...project,
      ...card,
      sections: new Map(written.map((heading, index) => [heading, text[index] ?? ''])),
    }));
}

/** `2014/40001/09 02 01 01/2016/KESELY`: the journal number of a card that states no project code. */
export function writeJournalNumber({ code, start }: CardFacts): string {
  return `2014/${code.slice(1)}/09 02 01 01/${start.slice(0, 4)}/KESELY`;
}

/** `2017-05-01` → `01.05.2017`. */
const writePaddedDay = (iso: string): string => iso.split('-').reverse().join('.');

/** The card as the coordination project writes it, with line feeds. */
export function writeProjectCard(card: CardFacts): string {
  const areas = card.isWholeCountry ? 'Valtakunnallinen' : card.areas.regions.join(', ');
  const days = [card.start, card.end].map(writePaddedDay);
  const axis = `Toimintalinja ${card.axis.code} (${card.fund})`;
  const blocks = [
    [card.name],
    [card.tagline],
    [`${axis} | ${days.join(' – ')} | ${areas}`],
    [STATUSES[card.status] ?? 'Hanke suunnitteilla', 'Tutustu hankkeeseen'],
    ['Yleistiedot hankkeesta'],
    ['Projektitiimi:'],
    [writeTeam(card)],
    ['Tietoja hankkeesta:'],
    [...writeLabels(card, areas, days), `Toimintalinja: ${axis}`, `Erityistavoite: ${card.objective?.name ?? ''}`],
    ['Lyhyt selostus hankkeesta:'],
    [card.summary],
    ...HEADINGS.flatMap((heading) => [[heading], GROUPS.includes(heading) ? [] : [writeSection(card, heading)]]),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join(card.layout.blankLines ? '\n\n' : '\n');
}

/** Persons with their roles, in prose. */
function writeTeam({ team, applicant }: CardFacts): string {
  const members = team.map(({ name, role, email, phone }) => `${role} ${name} (${email}, ${phone})`);
  return `Hankkeen päätoteuttaja on  ${applicant.name}. Mukana: ${members.join(' sekä ')}.`;
}

/** The second team, among the parties of the project, has roles alone. */
function writeSection({ sections, team }: CardFacts, heading: string): string {
  if (heading !== 'Projektitiimi') return sections.get(heading) ?? 'Kesken.';
  return team.map(({ role }) => `${role} kuuluu tiimiin.`).join(' ') || 'Kesken.';
}

function writeLabels(card: CardFacts, areas: string, [start = '', end = '']: readonly string[]): string[] {
  const { applicant, others, money, layout } = card;
  const names = [applicant, ...others].map(({ name }) => name.replace(',', ''));
  const low = Math.floor(money[2] / 100_000) * 100_000;
  return [
    `Hankkeen rahoittaja: ${card.authority}`,
    `EURA-tunnus: ${card.identity === 'project code' ? card.code : writeJournalNumber(card)}`,
    `Toteuttajaorganisaatio: ${names.join(layout.organisationsBelow ? '\n' : ', ')}`,
    `Maakunta: ${areas}`,
    `Aloituspäivä: ${start}`,
    `Lopetuspäivä: ${end}`,
    `Budjetti: ${card.budget === 'over' ? `Yli ${low} €` : `${low}-${low + 500_000} €`}`,
  ];
}
