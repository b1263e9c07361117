/** Numbers, addresses and identity codes in unusual writings, and what only looks like them. */
import { expect, it } from 'vitest';
import { redactorOf } from './read-redaction.ts';

const redact = (text: string): string => redactorOf().redact(text);

it.each([
  ['Soita 040,000 1234.', ['000 1234']],
  ['Soita 040:000:1234.', ['000:1234', '000 1234']],
  ["Soita 040'000'1234.", ["000'1234"]],
  ['Soita 040\\000\\1234.', ['000']],
  ['Soita 040+000+1234.', ['000']],
  ['Soita 040=000=1234.', ['000']],
  ['Soita 040, 000, 1234.', ['000']],
  ['Soita 040;000;1234.', ['000']],
  ['Soita 040"000"1234.', ['000']],
  ['Soita 040#000#1234.', ['000']],
  ['Soita 040<000>1234.', ['000']],
  ['Soita 040{000}1234.', ['000']],
  ['Soita +358,40,000,1234.', ['000']],
  ['maija.malli\\@satukyla.fi', ['satukyla']],
  ['maija.malli(att)satukyla.fi', ['satukyla']],
  ['maija.malli [att] satukyla.fi', ['satukyla']],
  ['maija.malli (miuku) satukyla.fi', ['satukyla']],
  ['{maija.malli,pekka.malli}@satukyla.fi', ['satukyla', 'malli']],
  ['{maija.malli, pekka.malli}@satukyla.fi', ['satukyla', 'malli']],
  ['[maija.malli; pekka.malli]@satukyla.fi', ['satukyla', 'malli']],
  ['(maija.malli|pekka.malli)@satukyla.fi', ['satukyla', 'malli']],
  ['p. 040–000–1234', ['000 1234']],
  ['131052-9005', ['9005']],
  ['Soita 040 000 1234 henkilökohtaisesti', ['000']],
  ['Soita 040 000 1234 e-mail', ['1234']],
  ['Soita 0400001234 henkilöstöpäällikkö', ['0001234']],
  ['040 000 1234 h. 5', ['1234']],
  ['850709-9805', ['8507099805']],
  ['19850709-9805', ['850709']],
  ['Personnummer 850709-9805.', ['850709']],
])('%j is withheld', (text, traces) => {
  expect(redact(text)).toContain('[withheld: ');
  expect(traces.filter((trace) => redact(text).includes(trace))).toEqual([]);
});

it.each([
  'Sivut 040-050',
  'EAKR 050 000 000',
  'kokous at Kemi.fi',
  'Avustus 040 000 tuntia',
  '040 000 000 mk',
  'Työaika 040 000 henkilöstölle',
  '050 000 tuntia vuodessa',
  'Luokka 040 luokka 050 123',
  'Kokous e-postitus at e-palvelu, verkossa',
  'Hinnat 1,040,000.50 euroa',
  '0,45 + 0,55 = 1,00',
  '040: luokka, 041: luokka',
  'Koodit 040, 041, 042, 043',
  'Koodit 040,041,042',
  'Kunnat 040, 050, 061 ja 075',
  'klo 04:05:06',
  'Suhde 04:50',
  'Aika 09:00, 09:30, 10:00',
  'rivit 040-050, 060-070',
  'Sivut 050-060 ja 070-080',
  '050 000 000 €',
  'ESR 040 500 000, EAKR 050 000 000',
  'tavattiin at Rovaniemi.fi -sivuilla',
  'Seuraa hanketta at hanke.fi',
  '040 tuntia, 050 henkilöstö',
  'liite 09 + 10 + 11',
  '040 000 luokka',
  '0401234 luokka',
  '850709-9806',
])('%j stays', (text) => {
  expect(redact(text)).toBe(text);
});
