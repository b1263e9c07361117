/** Values that are nobody's data: a class is a writing, and each of its values is made from a number, so that a run gives the same ones. */
export interface Harmless {
  readonly kind: string;
  readonly text: string;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0').slice(-length);
const pick = <T>(list: readonly [T, ...T[]], index: number): T => list[index % list.length] ?? list[0];
const group = (value: number, by: string): string => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, by);

/** A business id whose check digit is right. */
function makeBusinessId(index: number): string {
  for (let body = 1_000_000 + index * 797; ; body += 1) {
    const sum = [7, 9, 10, 5, 8, 4, 2].reduce((all, weight, at) => all + weight * Number(String(body)[at]), 0) % 11;
    if (sum !== 1) return `${body}-${sum === 0 ? 0 : 11 - sum}`;
  }
}

const MUNICIPALITIES = [
  'Kemi',
  'Salo',
  'Vaasa',
  'Pori',
  'Kotka',
  'Lahti',
  'Iitti',
  'Rovaniemi',
  'Mänttä-Vilppula',
  'Juva',
] as const;
const BODIES = [
  'kaupunki',
  'seudun koulutuskuntayhtymä',
  'ammattikorkeakoulu Oy',
  'työttömät ry',
  'ELY-keskus',
] as const;

type Writing = (index: number) => string;
const date = (index: number, by: string): string =>
  [pad((index % 28) + 1, 2), pad((index % 12) + 1, 2), String(2014 + (index % 14))].join(by);

const CLASSES: Readonly<Record<string, Writing>> = {
  'intervention code with spaces': (index) => `0${index % 10} 02 ${pad(index, 2)} 01`,
  'two postal codes': (index) => `${pad(2000 + index * 37, 5)} ${pad(4000 + index * 91, 5)}`,
  'postal code and office': (index) => `${pad(index * 911, 5)} ${pick(MUNICIPALITIES, index).toUpperCase()}`,
  'electronic invoicing address': (index) => `0037${makeBusinessId(index).replace('-', '')}`,
  'electronic invoicing address with part': (index) => `0037${makeBusinessId(index).replace('-', '')}${pad(index, 3)}`,
  'eight digits from 0': (index) => `0${pad(1_234_567 + index * 73_939, 7)}`,
  'business id': makeBusinessId,
  'business id with an en dash': (index) => makeBusinessId(index).replace('-', '–'),
  'business id in brackets': (index) => `Kemin kaupunki (${makeBusinessId(index)})`,
  'business id behind its label': (index) => `Y-tunnus: ${makeBusinessId(index)}`,
  'VAT number': (index) => `FI${makeBusinessId(index).replace('-', '')}`,
  'date with spaces': (index) => date(index, ' '),
  'date with points': (index) => date(index, '.'),
  'date with dashes': (index) => date(index, '-'),
  'ISO date': (index) => date(index, '-').split('-').reverse().join('-'),
  'ISO instant': (index) => `${date(index, '-').split('-').reverse().join('-')}T08:${pad(index, 2)}:00Z`,
  'span of dates': (index) => `${date(index, '.')} – ${date(index + 5, '.')}`,
  'span of years': (index) => `mob. ${2020 + (index % 5)}–${2019 + (index % 5)}`,
  'programming period': (index) => pick(['2014-2020', '2014–2020', '2021–2027', 'kausi 2021-2027'], index),
  'price of pieces': (index) => `${index % 40} kpl @ ${index % 90},${pad(index * 7, 2)} €`,
  'reference in brackets': (index) => `kohta(${pick(['a', 'b', 'c'], index)}) yksi.kaksi`,
  'amount in EUR': (index) => `${group(40_000 + index * 7919, ' ')} €`,
  'amount from 0': (index) => `0,${pad(index, 2)} €`,
  'amount with cents': (index) => `${group(40_000 + index * 7919, ' ')},${pad(index, 2)} euroa`,
  'amount with no-break spaces': (index) => group(1_040_000 + index * 7919, '\u00a0'),
  'amount with points': (index) => `EUR ${group(40_000 + index * 7919, '.')},00`,
  'bare amount': (index) => group(280_681 + index * 7919, ' '),
  share: (index) => `${index % 100},${pad(index * 3, 2)} %`,
  'project code': (index) => `S${20000 + index * 7}`,
  'project code of 2021': (index) => `J${10000 + index * 7}`,
  'number of regional projects': (index) => `A${70000 + index * 7}`,
  'journal number': (index) => `EURA 2014/${index + 100}/09 02 01 01/2015/PSAVO`,
  'journal number of 2021': (index) => `EURA 2021/${400_000 + index * 3}/09 02 01 01/2023/ESAVO`,
  'short journal number': (index) => `KEHA/${1000 + index}/2022`,
  'specific objective': (index) => `${(index % 12) + 1}.${(index % 4) + 1} Työllisyys ja osallisuus`,
  'list of objectives': (index) => `0${index % 9}.1, 0${index % 9}.2, 10.${index % 5}`,
  coordinates: (index) =>
    `6${index % 10}.${pad(12_345 + index * 91, 5)}, 2${index % 10}.${pad(54_321 + index * 37, 5)}`,
  'coordinates of EPSG:3067': (index) => `N ${6_700_000 + index * 311} E ${300_000 + index * 97}`,
  'municipality code': (index) => pad(5 + index * 9, 3),
  'region and municipality codes': (index) => `0${index % 9} / ${pad(index * 9, 3)} / ${pad(index * 3, 3)}`,
  ISBN: (index) => `ISBN 978-952-${pad(index * 7, 3)}-${pad(index * 13, 3)}-${index % 10}`,
  ISSN: (index) => `ISSN ${pad(index * 97, 4)}-${pad(index * 53, 4)}`,
  DOI: (index) => `https://doi.org/10.1234/esr.${2014 + (index % 9)}.${pad(index * 91, 5)}`,
  IBAN: (index) => `FI21 1234 5600 0007 ${pad(index, 2)}`,
  'reference of law': (index) => `laki ${index + 1}/20${pad(index, 2)}, ${(index % 40) + 1} § ${(index % 4) + 1} mom.`,
  'EU regulation': (index) => `asetus (EU) N:o ${1300 + index}/2013, ${(index % 90) + 1} artikla`,
  'clock time': (index) => `klo ${pad(index % 24, 2)}.${pad(index % 60, 2)}–${pad((index + 2) % 24, 2)}.30`,
  'clock times': (index) => `ma–pe 08:00 - 16:${pad(index % 60, 2)}`,
  'count of persons': (index) => `${index + 2} henkilöä, joista naisia ${index}`,
  'count of hours': (index) => `0${index % 9} h ${pad(index % 60, 2)} min`,
  version: (index) => `v${index % 9}.${index % 12}.${index}`,
  'IPv4 address': (index) => `192.0.2.${index % 256}`,
  checksum: (index) => `sha256 ${(index * 2_654_435_761).toString(16).padStart(16, '0').repeat(4)}`,
  UUID: (index) => `123e4567-e89b-12d3-a456-${pad(426_614_174_000 + index, 12)}`,
  'street address': (index) => `Satukatu ${index + 1} ${pick(['A', 'B', 'C'], index)} ${(index % 40) + 1}`,
  'post box': (index) => `PL ${index + 1}, ${pad(96_100 + index, 5)} Rovaniemi`,
  'address with office': (index) => `Valtakatu ${index + 1}, ${pad(94_100 + index, 5)} KEMI`,
  'web address': (index) => `https://www.satukyla.example/hankkeet/${index + 100}/loppuraportti`,
  'web address with date': (index) =>
    `https://satukyla.example/${2014 + (index % 12)}/${pad((index % 12) + 1, 2)}/05/uutinen.html`,
  'web host': (index) => `www.hanke${index}.example`,
  'mention of an account': (index) => `seuraa meitä @hanke${index}`,
  hashtag: (index) => `#osallisuus${index}`,
  'organisation of a municipality': (index) => `${pick(MUNICIPALITIES, index)}n ${pick(BODIES, index)}`,
  'organisation and place': (index) => `Kemin ${pick(BODIES, index)}, ${pick(MUNICIPALITIES, index)}`,
  'limited company': (index) => `Satukylän Palvelut ${index} Oy`,
  association: (index) => `Satukylän Setlementti ${index} ry`,
  'municipality in a sentence': (index) =>
    `Hanke toimi ${pick(['Kemissä', 'Salossa', 'Vaasassa', 'Kotkassa', 'Lahdessa'], index)} ja ${index} kylässä.`,
  'target group': (index) => `Kohderyhmänä on ${index + 3} työtöntä nuorta aikuista.`,
  'partners in a sentence': (index) =>
    `Hankkeessa oli ${index + 2} kumppania, muun muassa Kemin kaupunki ja Lapin ELY-keskus.`,
  'a role to be filled': (index) =>
    `Yhteyshenkilön nimi: Myöhemmin palkattava projektipäällikkö`.replace('Yhteyshenkilön nimi', `Henkilöstö ${index}`),
  'a title in a sentence': (index) => `Projektipäällikkö ja ${index + 1} ohjaajaa palkattiin keväällä.`,
  'a season in a sentence': (index) => `Suvi oli lämmin, ja mäen alla ${index + 1} talkoolaista korjasi suden aidan.`,
  'start and end': (index) => `Alkamispäivä ${date(index, '.')}, päättymispäivä ${date(index + 3, '.')}`,
  'label of funding': (index) => `Myönnetty EU- ja valtion rahoitus: ${group(90_000 + index * 331, ' ')}`,
  'label of companies': (index) => `Hankkeeseen osallistuvien yritysten määrä: ${index}`,
  'label of the beneficiary': (index) =>
    `Hakijan virallinen nimi: ${pick(MUNICIPALITIES, index)}n ${pick(BODIES, index)}`,
  'label of an organisation type': (index) =>
    `Organisaatiotyyppi: ${pick(['Kunta', 'Yhdistys', 'Oppilaitos', 'Muu julkisoikeudellinen'], index)}`,
  'label of an objective': (index) =>
    `Erityistavoite: ${(index % 12) + 1}.1 Työelämän ulkopuolella olevien työ- ja toimintakyvyn parantaminen`,
  'label of the authority': (index) =>
    `Vastuuviranomainen: ${pick(['Hämeen', 'Lapin', 'Keski-Suomen', 'Etelä-Savon'], index)} ELY-keskus`,
  'label of a title': (index) => `Hankkeen nimi: Osallisena ${index}`,
  'Swedish sentence': (index) => `Projektet pågick i ${index + 1} kommuner i Österbotten och Nyland.`,
  'Swedish label': (index) => `Projektets namn: Delaktig ${index}`,
  'English sentence': (index) => `The project reached ${index + 10} people in ${index + 1} municipalities.`,
  'English label': (index) => `Project name: Included at home ${index}`,
  'table row': (index) => `| ${index} | ${group(10_000 + index * 77, ' ')} | ${index % 10} | ${index % 7} |`,
  'row of figures': (index) => `${index} ${index + 12} ${index * 2} ${index + 310}`,
  'row of semicolons': (index) => `S2${pad(index, 4)};ESR;${index},00;0,00;${2015 + (index % 6)}`,
  dimensions: (index) => `${index + 10} x ${index + 20} x ${index + 5} cm`,
  'area of land': (index) => `${index + 1},5 ha (${group(10_000 * (index + 1), ' ')} m2)`,
  energy: (index) => `0${index % 9}0 000 kWh vuodessa`,
  'room of a building': (index) => `huone ${pick(['A', 'B'], index)}${index + 100}, ${(index % 5) + 1}. krs`,
  'page of a source': (index) => `ks. s. ${index + 1}–${index + 9}, liite ${index % 9}`,
  score: (index) => `Välitön vaikutus ${index % 11}, välillinen vaikutus ${(index + 3) % 11}`,
  grade: (index) => `arvosana ${index % 5},${index % 10}/5`,
  'order number': (index) => `Tilausnumero ${4_500_000 + index * 17}`,
  'decision number': (index) => `Päätös ${pad(index, 4)}/2018 § ${index % 90}`,
  'class of occupations': (index) => `TK10 ${pad(2300 + index, 5)}`,
  'class of industries': (index) => `TOL ${pad(85_000 + index * 7, 5)}`,
  'budget line': (index) => `32.50.64 momentti, 0${index % 9}.0${index % 7}.01`,
  'number of real estate': (index) => `${91 + (index % 800)}-412-${(index % 90) + 1}-${(index % 200) + 1}`,
  'count behind a word for calling': (index) =>
    `Soita ja kysy, paikkoja on ${index + 20}. Tekstiviestillä ilmoittautui ${index + 20} nuorta.`,
  'page in short': (index) => `ks. p. ${index + 10}, s. ${index + 12}-${index + 15}`,
  'call with its year': (index) =>
    `code from call ${(index % 9) + 1}/${2014 + (index % 9)}, soita ${(index % 9) + 1}/2020`,
  'call for proposals': (index) => `Call ${2014 + (index % 9)}: ESR-haku ${index + 1}`,
  'clock time with a slash': (index) => `ti/to 10 12/2019 klo ${pad(index % 24, 2)}-${pad((index + 3) % 24, 2)}`,
  'body named after a person': (index) =>
    `${pick(['Minna Canthin säätiö sr', 'Emil Aaltosen Säätiö', 'Eino Leinon Seura', 'Jenny ja Antti Wihurin rahasto', 'Oy Karl Fazer Ab', 'Hanna Saari Ky'], index)}${index % 2 === 0 ? '' : `, Kemi`}`,
  'label with an organisation': (index) =>
    `${pick(['Ansvarig myndighet', 'Lead partner', 'Rahoittaja', 'Responsible authority', 'Toteuttaja'], index)}: ${pick(MUNICIPALITIES, index)}n ${pick(BODIES, index)}`,
  'label with places': (index) =>
    `${pick(['Kunnat', 'Paikat', 'Kommuner'], index)}: Salla, Pello, ${pick(MUNICIPALITIES, index)}`,
  'label with a thing': (index) =>
    `${pick(['Tulokset', 'Kohderyhmä', 'Menetelmä', 'Hankkeen lyhytnimi'], index)}: ${pick(['Osallisuuden Polku', 'Avoin Ovi', 'Toivo Talo', 'Uusi Alku'], index === 0 ? 0 : index % 2)}`,
  'a title and an organisation': (index) =>
    `Projektipäällikkö ${pick(MUNICIPALITIES, index)}n kaupungista ja johtaja Omnian ${index + 1} kampukselta kertoivat.`,
  'list number': (index) => `${(index % 9) + 1}.${(index % 9) + 1}.${(index % 9) + 1} Toteutus`,
  'roman number': (index) => `Vaihe ${pick(['I', 'II', 'III', 'IV'], index)}, ${index + 1}. kerta`,
};

/** A hundred values of each of a hundred classes. */
export function makeHarmless(): Harmless[] {
  return Object.entries(CLASSES).flatMap(([kind, write]) =>
    Array.from({ length: 100 }, (_, index) => ({ kind, text: write(index) })),
  );
}
