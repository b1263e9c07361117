import fc from 'fast-check';
import { sentence } from './free-text.ts';
import type { Municipality, Places } from './places.ts';
import { projectFacts, writeAmount, writeDay, type ProjectFacts } from './project.ts';

/** A row of the 2021–2027 list. */
export interface Row2021 extends ProjectFacts {
  /** The service's own name for the fund. */
  readonly newFund: 'ESR+' | 'EAKR' | 'JTF';
  readonly groupCode: string;
  readonly place: Municipality;
  readonly summary: string;
}

/** How the list was saved: as the service's Excel became text. */
export interface List2021 {
  readonly separator: ',' | ';' | '\t';
  readonly isReversed: boolean;
  readonly hasNotes: boolean;
  readonly rows: readonly Row2021[];
}

const LETTERS = { 'ESR+': 'S', EAKR: 'A', JTF: 'J' } as const;

export function row2021(places: Places): fc.Arbitrary<Row2021> {
  const withPost = places.municipalities.filter(({ postalCodes }) => postalCodes.length > 0);
  return fc
    .record({
      project: projectFacts(places, [2021, 2026]),
      newFund: fc.constantFrom('ESR+', 'EAKR', 'JTF'),
      group: fc.nat(99_999),
      place: fc.constantFrom(...withPost),
      summary: sentence,
      status: fc.constantFrom('Käynnissä', 'Päättynyt'),
    })
    .map(({ project, newFund, group, place, summary, status }) => ({
      ...project,
      code: `${LETTERS[newFund]}${project.code.slice(1)}`,
      status,
      newFund,
      groupCode: `R-${100_000 + group}`,
      place,
      summary,
    }));
}

export function eura2021List(places: Places): fc.Arbitrary<List2021> {
  return fc.record({
    separator: fc.constantFrom(',', ';', '\t'),
    isReversed: fc.boolean(),
    hasNotes: fc.boolean(),
    rows: fc.uniqueArray(row2021(places), { minLength: 1, maxLength: 8, selector: ({ code }) => code }),
  });
}

/** Columns in the service's order, each with what it says of a row. */
const COLUMNS: readonly (readonly [heading: string, cell: (row: Row2021) => string])[] = [
  ['Hankekoodi ', ({ code }) => code],
  ['Ryhmähanketunnus', ({ groupCode }) => groupCode],
  ['Rahasto', ({ newFund }) => newFund],
  ['EAKR-/JTF-alatyyppi', ({ newFund }) => (newFund === 'ESR+' ? '' : 'Kehittämishanke')],
  ['Tl', ({ axis }) => axis.code],
  ['Et', ({ axis }) => `${axis.code}.1.`],
  ['Hankkeen nimi', ({ name }) => name],
  ['Toteuttajan nimi', ({ applicant }) => applicant.name],
  ['Toteuttajan Y-tunnus', ({ applicant }) => applicant.businessId],
  ['Rahoittava viranomainen', ({ authority }) => authority],
  ['Toiminnan tila', ({ status }) => status],
  ['Aloituspvm', ({ start }) => writeDay(start)],
  ['Päättymispvm', ({ end }) => `${writeDay(end)} 0:00`],
  ['Suunniteltu EU- ja valtion rahoitus', ({ money }) => `${writeAmount(money[0])},50`],
  ['Suunniteltu julkinen rahoitus', ({ money }) => writeAmount(money[2])],
  ['Suunniteltu rahoitus yhteensä', ({ money }) => String(money[2] + 1000)],
  ['Toteutunut EU- ja valtion rahoitus', ({ money }) => String(money[1])],
  ['Toteutunut julkinen rahoitus', ({ money }) => String(money[3])],
  ['Toteutunut rahoitus yhteensä', ({ money }) => `${String(money[3])} €`],
  ['Toteutunut EU-rahoituksen määrä', ({ money }) => String(Math.floor(money[1] / 2))],
  ['Tukitoimen ala', () => '027'],
  ['Sijainti', ({ place }) => `${place.nuts3} ${place.region}`],
  ['Toteutuspaikan postinumero', ({ place }) => place.postalCodes[0] ?? ''],
  ['Toteutuspaikan postitoimipaikka', ({ place }) => place.name.toUpperCase()],
  ['Tuensaajan postinumero', ({ applicant }) => applicant.postalCode],
  ['Tuensaajan postitoimipaikka', ({ applicant }) => applicant.postOffice],
  ['Tukimuoto', () => '01'],
  ['Alueellinen täytäntöönpanomekanismi ja alueellinen painopiste', () => '33'],
  ['Taloudellinen toiminta', () => '26'],
  ['Toissijainen teema, vain ESR+', ({ newFund }) => (newFund === 'ESR+' ? '09' : '')],
  ['Sukupuolten tasa-arvo', () => '02'],
  ['Itämeren alueen strategia', () => ''],
  [
    'Suunnitelman mukainen tiivistelmä hankkeen toteutuksesta',
    ({ summary }) => `${summary}\nToinen rivi; se on lyhyt.`,
  ],
  ['Hankekuvauksen osoite', ({ code }) => `https://satukyla.example/${code}`],
  ['Hankkeen kotisivun osoite', () => 'https://satukyla.example'],
];

export function writeEura2021List({ separator, isReversed, hasNotes, rows }: List2021): string {
  const columns = isReversed ? COLUMNS.toReversed() : COLUMNS;
  const quote = (cell: string): string => (/["\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const write = (cells: readonly string[]): string => cells.map(quote).join(separator);
  const pad = (text: string): string => write([text, ...columns.slice(1).map(() => '')]);
  const notes = hasNotes ? [pad('Raportti ajettu 10.5.2024'), pad('Satukylän tietopalvelu')] : [];
  const table = [columns.map(([heading]) => heading), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  return `${[...table.map(write), ...notes].join('\n')}\n`;
}
