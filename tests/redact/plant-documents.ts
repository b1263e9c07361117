/** Documents of every family with places to plant something in. What they say is about nobody. */

interface PageParts {
  readonly code: string;
  readonly contact?: string;
  /** Lines of section 2 beyond the form's own. */
  readonly section2?: string;
  readonly beneficiary?: string;
  readonly summary?: string;
  readonly report?: string;
  readonly name?: string;
}

export function makePage({ code, contact, section2, beneficiary, summary, report, name }: PageParts): string {
  return `Euroopan unioni Vipuvoimaa EU:lta

Euroopan sosiaalirahaston (ESR) rahoittaman hankkeen kuvaus

1 Hanke
Hankekoodi: ${code}
Hankkeen nimi: ${name ?? `Kokeilu ${code}`}
Toimintalinja: 5. Sosiaalinen osallisuus ja köyhyyden torjunta
Erityistavoite: 10.1. Työelämän ulkopuolella olevien työ- ja toimintakyvyn parantaminen
Suunnitelman mukainen toteutusaika: Alkaa 1.3.2019 ja päättyy 31.12.2020
Toiminnan tila: Toiminta päättynyt
Vastuuviranomainen: Lapin liitto
2 Hakijan perustiedot
Hakijan virallinen nimi: ${beneficiary ?? 'Kemin kaupunki'}
Organisaatiotyyppi: Kunta
Y-tunnus: 0210427-6
${contact === undefined ? '' : `Hankkeen yhteyshenkilön nimi: ${contact}\n`}${section2 === undefined ? '' : `${section2}\n`}Hakijoiden lukumäärä tai tuen siirto -menettely: Vain yksi hakija
3 Suunnitelman mukainen tiivistelmä toteutuksesta
${summary ?? 'Avataan väylä.'}
4 Hankkeen kohderyhmät
4.1 Varsinaiset kohderyhmät
Ryhmä.
4.2 Välilliset kohderyhmät
Ryhmä.
5 Projektin julkinen rahoitus, euroa
Myönnetty EU- ja valtion rahoitus: 100 001
6 Maantieteellinen kohdealue
Maakunnat: Lappi
Seutukunnat: Kemi-Tornion
Kunnat: Kemi
8 Horisontaaliset periaatteet
9 Loppuraportin tiivistelmä
${report ?? '-'}
`;
}

interface CardParts {
  readonly code: string;
  readonly team?: string;
  readonly labels?: string;
  readonly summary?: string;
  readonly end?: string;
  readonly name?: string;
}

export function makeCard({ code, team, labels, summary, end, name }: CardParts): string {
  return `${name ?? `Kortti ${code}`}

Hanke avaa väylän.

Toimintalinja 5 (ESR) | 01.05.2017 – 30.04.2020 | Lappi

Hanke käynnissä
Tutustu hankkeeseen

Yleistiedot hankkeesta

${team ?? 'Projektitiimi:\n\nPäätoteuttaja on Kemin kaupunki.'}

Tietoja hankkeesta:

Hankkeen rahoittaja: Lapin liitto
EURA-tunnus: ${code}
Toteuttajaorganisaatio: Kemin kaupunki
Maakunta: Lappi
${labels === undefined ? '' : `${labels}\n`}Aloituspäivä: 01.05.2017
Lopetuspäivä: 30.04.2020

Lyhyt selostus hankkeesta:

${summary ?? 'Väylä avataan.'}

Tulokset

Tulos näkyy.
${end === undefined ? '' : `\n${end}\n`}`;
}

export function makeMarkdown(code: string, front: string, body: string): string {
  return `---\nproject_code: ${code}\nname: Käsin ${code}\nbeneficiary_name: Kemin kaupunki\nmunicipalities: [Kemi]\n${front === '' ? '' : `${front}\n`}---\n\n${body}\n`;
}

const COLUMNS =
  'Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä';

interface ListRow {
  readonly code: string;
  readonly name?: string;
  readonly implementer?: string;
  readonly axis?: string;
  readonly more?: readonly string[];
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export function makeList(rows: readonly ListRow[], columns: readonly string[] = []): string {
  const header = [COLUMNS, ...columns.map(quoted)].join(',');
  const lines = rows.map(({ code, name, implementer, axis, more = [] }) =>
    [
      code,
      'ESR',
      quoted(name ?? `Rivi ${code}`),
      axis ?? '5',
      'Lapin liitto',
      'Toiminnassa',
      '1.3.2015',
      '28.2.2017',
      quoted(implementer ?? 'Kemin kaupunki'),
      '1000',
      '900',
      '1200',
      '1100',
      ...more.map(quoted),
    ].join(','),
  );
  return `${[header, ...lines].join('\n')}\n`;
}
