import fc from 'fast-check';
import { areaNames, type AreaNames } from './areas.ts';
import { organisation, type Organisation } from './organisations.ts';
import type { Places } from './places.ts';

/** What documents of every family say of a project that does not exist. */
export interface ProjectFacts {
  /** `S` or `A` (as the fund is) and five digits. */
  readonly code: string;
  /** Ends in a mark that says that it is fictional. */
  readonly name: string;
  readonly fund: 'ESR' | 'EAKR';
  readonly axis: CodeAndName;
  readonly objective: CodeAndName | undefined;
  /** ISO dates. */
  readonly start: string;
  readonly end: string;
  /** As the service writes it. */
  readonly status: string;
  readonly authority: string;
  readonly applicant: Organisation;
  readonly areas: AreaNames;
  /** EUR, whole: granted and realised of EU and state, planned and realised of all public money. */
  readonly money: readonly [number, number, number, number];
}

export interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

type Programme = Pick<ProjectFacts, 'fund' | 'axis' | 'objective'>;

const PROGRAMMES: readonly Programme[] = [
  {
    fund: 'ESR',
    axis: { code: '5', name: 'Sosiaalinen osallisuus ja köyhyyden torjunta' },
    objective: { code: '10.1', name: 'Työelämän ulkopuolella olevien työ- ja toimintakyvyn parantaminen' },
  },
  {
    fund: 'ESR',
    axis: { code: '3', name: 'Työllisyys ja työvoiman liikkuvuus' },
    objective: { code: '7.1', name: 'Tuottavuuden ja työhyvinvoinnin parantaminen' },
  },
  { fund: 'ESR', axis: { code: '9', name: 'REACT-EU:n ESR-toimenpiteet' }, objective: undefined },
  {
    fund: 'EAKR',
    axis: { code: '1', name: 'Pk-yritystoiminnan kilpailukyky' },
    objective: { code: '1.1', name: 'Uuden liiketoiminnan luominen' },
  },
];

const NAMES = [
  'Kuutamopolku',
  'Yhdessä pilvilinnaan',
  'MUKAAN – menossa mukana',
  'Tuulimylly 2.0',
  'Satumeren silta',
  'Kolmas kerta',
  'Öljylamppu ja ääni',
];
const STATUSES = fc.oneof(
  { arbitrary: fc.constantFrom('Toiminnassa', 'Toiminta päättynyt'), weight: 30 },
  { arbitrary: fc.constant('Peruuntunut'), weight: 4 },
  { arbitrary: fc.constant('Keskeytynyt'), weight: 2 },
  // Words that are not known: reported.
  { arbitrary: fc.constant('Keskeytetty'), weight: 1 },
);

const DAY = 86_400_000;
const toIsoDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Start and end, two months to four years apart. */
function period(firstYear: number, lastYear: number): fc.Arbitrary<readonly [string, string]> {
  const first = Date.UTC(firstYear, 0, 1);
  return fc
    .tuple(fc.nat((Date.UTC(lastYear, 11, 31) - first) / DAY), fc.integer({ min: 60, max: 1460 }))
    .map(([start, length]) => [toIsoDate(first + start * DAY), toIsoDate(first + (start + length) * DAY)] as const);
}

const money: fc.Arbitrary<ProjectFacts['money']> = fc
  .tuple(fc.nat(900_000), fc.nat(300_000), fc.nat(100), fc.nat(110))
  .map(([granted, other, used, usedOfAll]) => {
    const planned = granted + other;
    return [granted, Math.round((granted * used) / 100), planned, Math.round((planned * usedOfAll) / 100)];
  });

/** @param years first and last year in which projects begin */
export function projectFacts(
  places: Places,
  years: readonly [number, number] = [2014, 2022],
): fc.Arbitrary<ProjectFacts> {
  return fc
    .record({
      number: fc.integer({ min: 40_000, max: 69_999 }),
      name: fc.constantFrom(...NAMES),
      programme: fc.constantFrom(...PROGRAMMES),
      days: period(...years),
      status: STATUSES,
      authority: fc.constantFrom(...places.authorities),
      applicant: organisation(places),
      areas: areaNames(places),
      money,
    })
    .map(({ number, name, programme, days: [start, end], ...rest }) => ({
      ...rest,
      ...programme,
      code: `${programme.fund === 'ESR' ? 'S' : 'A'}${number}`,
      name: `${name} ${number} (keksitty)`,
      start,
      end,
    }));
}

/** The same project under another number, which stands in its name too. */
export function renumber<T extends ProjectFacts>(facts: T, number: number): T {
  const name = facts.name.replace(/ \d+ \(keksitty\)$/, ` ${number} (keksitty)`);
  return { ...facts, name, code: `${facts.code.charAt(0)}${number}` };
}

/** `2019-03-01` → `1.3.2019`. */
export function writeDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day ?? 0}.${month ?? 0}.${year ?? 0}`;
}

/** `391780` → `391 780`. */
export function writeAmount(euros: number): string {
  return String(euros).replaceAll(/\B(?=(?:\d{3})+$)/g, ' ');
}
