import {
  readAreas,
  readDay,
  readMoneyRange,
  readName,
  readOrganisations,
  readProjectIdentity,
  readStatedAxis,
  type Reader,
} from './readers.ts';

/** The project card of the national social-inclusion coordination project, as data. */
export interface Heading {
  readonly titles: readonly string[];
  readonly opens:
    | { readonly kind: 'labels'; readonly labels: Readonly<Record<string, Reader>> }
    | { readonly kind: 'summary' }
    /** What it says is one of the card's `sections`. */
    | { readonly kind: 'section' }
    /** A heading over headings: `Kehittymisen paikat`, `Eri tahojen merkitys`. */
    | { readonly kind: 'group'; readonly members: readonly string[] }
    /** Names and roles of persons: withheld whole. */
    | { readonly kind: 'team' }
    | { readonly kind: 'nothing' };
}

const section = (...titles: string[]): Heading => ({ titles, opens: { kind: 'section' } });

export const HEADINGS: readonly Heading[] = [
  { titles: ['Yleistiedot hankkeesta'], opens: { kind: 'nothing' } },
  { titles: ['Projektitiimi'], opens: { kind: 'team' } },
  {
    titles: ['Tietoja hankkeesta'],
    opens: {
      kind: 'labels',
      labels: {
        'Hankkeen rahoittaja': readName('responsible_authority'),
        'EURA-tunnus': readProjectIdentity,
        Toteuttajaorganisaatio: readOrganisations,
        Toteuttajaorganisaatiot: readOrganisations,
        Maakunta: readAreas('region'),
        Maakunnat: readAreas('region'),
        Aloituspäivä: readDay('start_date'),
        Lopetuspäivä: readDay('end_date'),
        Budjetti: readMoneyRange,
        Toimintalinja: readStatedAxis,
        Erityistavoite: readName('specific_objective_name'),
      },
    },
  },
  { titles: ['Lyhyt selostus hankkeesta'], opens: { kind: 'summary' } },
  section('Tulokset'),
  section('Ratkaisun kuvaus'),
  section('Hyvät käytännöt'),
  section('Hyvän käytännön siirtotapa'),
  section('Onko malli siirretty?'),
  {
    titles: ['Kehittymisen paikat'],
    opens: { kind: 'group', members: ['Ennen hanketta', 'Hankkeen aikana', 'Hankkeen jälkeen'] },
  },
  section('Ennen hanketta'),
  section('Hankkeen aikana'),
  section('Hankkeen jälkeen'),
  section('Toimintatavat'),
  {
    titles: ['Eri tahojen merkitys'],
    // The cards write Ohjausryhma without its dots; the right spelling is taken too.
    opens: {
      kind: 'group',
      members: [
        'Projektitiimi',
        'Hankkeen toteuttajaorganisaatio',
        'Kumppanit',
        'Rahoittaja',
        'Ohjausryhma',
        'Ohjausryhmä',
      ],
    },
  },
  section('Hankkeen toteuttajaorganisaatio'),
  section('Kumppanit'),
  section('Rahoittaja'),
  section('Ohjausryhma', 'Ohjausryhmä'),
];
