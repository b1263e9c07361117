/** Controls of direction show a text as another than it is, and halves of characters and noncharacters cannot be written by every format: a value, its quote and what an issue found come without them. */
import { expect, it } from 'vitest';
import { parse } from '../../pipeline/parse/index.ts';
import { readParseContext } from './read-context.ts';

const CONTROLS = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';

it.each([
  ['a.txt', (name: string) => `1 Hanke\nHankekoodi: S12345\nHankkeen nimi: ${name}\n`],
  ['a.md', (name: string) => `---\nproject_code: S12345\nname: ${name}\n---\n`],
  ['a.csv', (name: string) => `Koodi,Rahasto,Hankkeen nimi,Tl,Tila\nS12345,ESR,${name},5,Toiminnassa\n`],
])('the name in %s', (path, write) => {
  const bytes = new TextEncoder().encode(write(`${CONTROLS}Yh${CONTROLS}dessä${CONTROLS}`));
  const { value } = parse({ path, bytes, sha256: '0'.repeat(64) }, readParseContext());
  expect(value[0]?.fields.name).toBe('Yhdessä');
  expect(JSON.stringify(value)).not.toMatch(/\p{Bidi_Control}/u);
});

const UNWRITABLE = '\u0007\u001b\u009b\u202e\u2066\ufffe\uffff\ufdd0\u{1fffe}\u{10ffff}';
const STEERS = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}]/u;

it.each<[string, string, (bad: string) => string]>([
  [
    'a page: name, status, label, heading, area',
    'a.txt',
    (bad) =>
      `1 Hanke\nHankekoodi: S12345\nHankkeen nimi: Y${bad}hdessä\nToiminnan tila: Ou${bad}to\nOuto${bad} otsake: x${bad}\n2 Hakijan perustiedot\nHakijan virallinen nimi: ${bad}Yr${bad}itys\n6 Maantieteellinen kohdealue\nKunnat: Ou${bad}la\nOuto${bad}rivi\n`,
  ],
  [
    'a card: name, label, fund',
    'a.txt',
    (bad) =>
      `Ni${bad}mi\n\nTietoja hankkeesta:\nEURA-tunnus: S12345\nToimintalinja: Toimintalinja 5 (x${bad})\nOuto${bad}: x\nMaakunta: Ou${bad}la\n`,
  ],
  [
    'a list: column, name, status, value that cannot be read',
    'a.csv',
    (bad) =>
      `Koodi,Rahasto,Hankkeen nimi,Tl,Tila,Ou${bad}to\nS12345,ESR,Y${bad}hdessä,5,Ou${bad}to,x\nS12346,E${bad}X,Nimi,5,Toiminnassa,x\n`,
  ],
  [
    'Markdown: name, partner, heading, key, value, text',
    'a.md',
    (bad) =>
      `---\nproject_code: S12345\nname: "Y${bad.replace(/[^]/gu, (sign) => (sign.codePointAt(0)! < 0x10000 ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : `\\U${sign.codePointAt(0)!.toString(16).padStart(8, '0')}`))}\\ud800h"\nfund: "x\\u202e\\udc00\\u0007"\n"ou\\u202e\\ud800to": x\npartners:\n  - name: "O\\udfff\\u202esa"\nmunicipalities: ["Ou\\u0007\\ud800la"]\n---\n\n# Ot${bad}sikko\n\nTek${bad}sti\n`,
  ],
  [
    'a saved page: references',
    'a.html',
    () =>
      '<html><body><h2>1 Hanke</h2><p>Hankekoodi: S12345</p><p>Hankkeen nimi: a&#7;&#x202e;&#xD800;&#xFFFF;&#x1FFFE;b</p><p>Ou&#x1b;&#x202e;to: x</p></body></html>',
  ],
])('%s', (_, path, write) => {
  const bytes = new TextEncoder().encode(write(UNWRITABLE));
  const { value, issues } = parse({ path, bytes, sha256: '0'.repeat(64) }, readParseContext());
  expect(value).toHaveLength(1);
  const texts: string[] = [];
  // `JSON.parse` calls this for every text, however deep.
  JSON.parse(JSON.stringify({ value, issues }), (_key, text: unknown) => {
    if (typeof text === 'string') texts.push(text);
  });
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter((text) => STEERS.test(text))).toEqual([]);
});
