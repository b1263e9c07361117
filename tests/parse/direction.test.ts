/** Controls of direction show a text as another than it is: a value and its quote come without them. */
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
