/** Ordinary Finnish, 20,000 sentences of the kind that project descriptions are made of: nobody is in them, and nothing is withheld. */
import { expect, it } from 'vitest';
import { redactorOf, redactorOfDocument } from './read-redaction.ts';

const split = (text: string): string[] => text.split('|').map((part) => part.trim());
const WHO = split(
  `Hanke|Hankkeen ohjausryhmä|Projektipäällikkö|Osallistujista neljä viidestä|Rovaniemen kaupunki|Lapin yliopisto|Diakonia-ammattikorkeakoulu|
  Setlementtiyhdistys|Pelastakaa Lapset ry|Suomen Punainen Risti|Työ- ja elinkeinotoimisto|Kuntoutussäätiö|Euroopan sosiaalirahasto|Kela|Salon seudun ammattiopisto|
  Nuorisotyöntekijä|Yli 55-vuotias työnhakija|Maahanmuuttajanainen|Espoon Omnia|Helsingin Diakonissalaitos|Minna Canthin koulu|Kainuun sote|Keski-Suomen liitto|Mäkelän koulu|Laine-talo`,
);
const DOES = split(
  `kehittää|järjestää yhdessä Kemin kanssa|toteuttaa vuosina 2016–2019|kokeilee keväällä 2018|arvioi Salossa ja Koskella|tukee Virtain alueella|vie eteenpäin Niemen kylällä|
  raportoi 31.12.2019 mennessä|juurruttaa arkeen|mallintaa (ks. liite 2)|pilotoi kolmessa kunnassa|suunnittelee Mäntän toimipisteessä`,
);
const WHAT = split(
  `matalan kynnyksen palveluja|työpajoja, joissa käy 120 ihmistä viikossa|polun, jonka varrella on kolme porrasta|ryhmiä Torniossa, Kemissä ja Keminmaalla|
  1 040 681 euron kokonaisuuden|verkoston kokoamista (2014/4543/09 02 01 01/2016/KESELY)|etsivää nuorisotyötä koskevan oppaan|mäen takana olevan kahvilan toimintaa|
  laineen lailla leviävää mallia|valmennusta 14.00–16.30 tiistaisin|yhteistyötä järjestöjen, seurakuntien ja kuntien kesken|tavoitetta, josta ks. www.rakennerahastot.fi|
  osallisuutta edistäviä tekoja 15 % enemmän kuin ennen|kuntakokeilun tuloksia|vertaistukea: tavataan joka toinen viikko|Suunta-mallia ja Ohjaamo-toimintaa`,
);
const HOW = split(
  `yhdessä asukkaiden kanssa|ilman ajanvarausta|niin että kukaan ei jää yksin|pienin askelin|osana sosiaalista kuntoutusta|Y-tunnus 1234567-1 mainiten|lain 1301/2014 mukaan|Oulun mallin pohjalta`,
);
/** Each list is gone through at a pace of its own. */
const STEPS = [1, 7, 11, 13];
const sentences = Array.from({ length: 20_000 }, (_, index) =>
  [WHO, DOES, WHAT, HOW]
    .map((words, place) => words[(index * (STEPS[place] ?? 1) + Math.floor(index / words.length)) % words.length])
    .join(' ')
    .concat('.'),
);

it('is kept where nobody is named', () => {
  const { redact } = redactorOfDocument('');
  expect(new Set(sentences).size).toBeGreaterThan(15_000);
  expect(sentences.filter((sentence) => redact(sentence) !== (sentence as unknown))).toEqual([]);
});

it('is kept where contact persons have names that are words and places', () => {
  const { redact } = redactorOf(
    'Maija Mäki',
    'Pekka Salo',
    'Liisa Koski',
    'Matti Laine',
    'Anna Niemi',
    'Kari Virta',
    'Satu Lahti',
  );
  expect([...new Set(sentences.filter((sentence) => redact(sentence) !== (sentence as unknown)))].slice(0, 5)).toEqual(
    [],
  );
});

it('is what the sentences are: with a person in them they are not kept', () => {
  const { redact } = redactorOf('Lempi Satunen');
  const told = sentences.slice(0, 500).map((sentence) => sentence.replace(/\.$/, ', kertoo Lempi Satunen.'));
  expect(told.filter((sentence) => redact(sentence).includes('Satunen'))).toEqual([]);
});
