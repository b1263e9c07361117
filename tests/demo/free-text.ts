import fc from 'fast-check';
import { mention, type Person } from './persons.ts';

const FINNISH = `Satukylän asukkaat kokoontuvat torille joka toinen tiistai.
Hanke keksii tavan, jolla yksinäiset löytävät toisensa.
Valmentaja kulkee mukana, kunnes oma polku alkaa hahmottua.
Kahvila on auki kaikille & kahvi on *aina* kuumaa.
Osallistuja valitsee itse, mihin ryhmään hän tulee.
Tulos näkyy arjessa: herätyskello soi, ja sitä totellaan.
Kokeilu jaetaan kolmeen vaiheeseen, joista keskimmäinen on pisin.
Työpajassa korjataan polkupyöriä, soudetaan ja opetellaan lukemaan lomakkeita.
Mukana on 120 ihmistä, ja kustannusarvio on 391 780 euroa ajalle 1.3.2019-31.12.2020.
Yhteistyöstä sovitaan kirjallisesti (liite_2), <b>ei</b> suullisesti.
Palaute kerätään lapuille, jotka luetaan ääneen.
Kokemus osoitti, että hyvä alku kantaa.`.split('\n');

const SWEDISH = `Projektet samlar sagobyns invånare kring ett gemensamt bord.
Deltagarna väljer själva vad de vill lära sig.
Alla är välkomna, också de som aldrig har varit med förut.
Slutsatserna skrivs ner och delas ut på båda språken.`.split('\n');

/** Lines that look like parts of a form, and are not: they stand in the middle of a text. */
const TRAPS = `5 Projektin vaihetta kuvataan alla
2) kokeilu 3 4
Kunnat: kaikki lähialueelta
Hankekoodi: katso päätös
Suunniteltu: 12
6 Maantieteellinen kohdealue
4.2 Välilliset kohderyhmät
Hyvinvoinnin edistäminen 6 5
8.2 Kestävä kehitys
Osatoteuttajat kokoontuvat keväällä:
0 neutraali
Hankkeella on kolme tavoitetta:`.split('\n');

const sentences = (words: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.shuffledSubarray([...words], { minLength: 1, maxLength }).map((chosen) => chosen.join(' '));
const list = fc
  .tuple(fc.constantFrom('1)', '1.', '-', 'a)'), fc.shuffledSubarray(FINNISH, { minLength: 2, maxLength: 4 }))
  .map(([mark, items]) => items.map((item, index) => `${nextMark(mark, index)} ${item}`).join('\n'));

function nextMark(first: string, index: number): string {
  if (first === '-') return first;
  return first.startsWith('a') ? `${'abcdef'.charAt(index)})` : first.replace('1', String(index + 1));
}

/** One sentence: a reason, a tagline. */
export const sentence: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...FINNISH), weight: 5 },
  { arbitrary: fc.constantFrom(...SWEDISH), weight: 1 },
);

/** Paragraphs in Finnish or Swedish, lists among them. Neither doubled spaces nor anything withheld: the text as published. */
export const freeText: fc.Arbitrary<string> = fc.oneof(
  {
    arbitrary: fc
      .array(fc.oneof({ arbitrary: sentences(FINNISH, 5), weight: 5 }, { arbitrary: list, weight: 1 }), {
        minLength: 1,
        maxLength: 5,
      })
      .map((paragraphs) => paragraphs.join('\n\n')),
    weight: 6,
  },
  { arbitrary: sentences(SWEDISH, SWEDISH.length), weight: 1 },
);

/** The text with lines in its middle that look like headings and labels of the form. */
export function withTraps(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.subarray(TRAPS, { maxLength: 3 }), fc.constantFrom(...FINNISH))
    .map(([before, traps, after]) => [before, ...traps.map((trap) => `${trap}\n${after}`)].join('\n\n'));
}

/** The text with sentences that name the person, their e-mail address and phone. */
export function withMentions(text: fc.Arbitrary<string>, person: Person): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.array(mention(person), { maxLength: 3 }))
    .map(([before, mentions]) => [before, ...mentions].join('\n\n'));
}
