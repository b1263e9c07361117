/** What is withheld is withheld however the source escapes it: a value is read, but its source line and the name of its document are quoted as written. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../pipeline/parse/index.ts';
import { createRedactor } from '../../pipeline/redact/redactor.ts';
import { readParseContext } from '../parse/read-context.ts';

const context = readParseContext();
const redactor = createRedactor([], context.redaction);
const read = (path: string, text: string) =>
  JSON.stringify(parse({ path, bytes: new TextEncoder().encode(text), sha256: '' }, context).value);

const hex = (sign: string, digits: number): string => sign.charCodeAt(0).toString(16).padStart(digits, '0');
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'backslashes of Markdown': (text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&'),
  'bytes of YAML': (text) => text.replace(/[^\w ]/g, (sign) => `\\x${hex(sign, 2).toUpperCase()}`),
  'units of JSON': (text) => text.replace(/[^\w ]/g, (sign) => `\\u${hex(sign, 4)}`),
  'code points of YAML': (text) => text.replace(/[^\w ]/g, (sign) => `\\U${hex(sign, 8)}`),
  'code points in braces': (text) => text.replace(/[^\w ]/g, (sign) => `\\u{${hex(sign, 1)}}`),
};
/** Nobody's, of the shapes that are withheld. */
const PERSONAL = ['matti.meikalainen@example.fi', '+358-40-7654321', '131052-308T'];

describe.each(Object.entries(WAYS))('%s', (_way, write) => {
  it.each(PERSONAL)('around %s', (text) => {
    expect(write(text)).not.toBe(text);
    expect(redactor.redact(`Kysy: ${write(text)} tai tule.`)).toMatch(/^Kysy: \[withheld: [a-z -]+\] tai tule\.$/);
  });

  it.each(PERSONAL)('around %s in a source line', (text) => {
    const entry = read('a.md', `---\nproject_code: S12345\n---\n\n# Tiivistelmä\n\nKysy: ${write(text)} tai tule.\n`);
    expect(entry).toContain('Kysy: ');
    for (const part of [text, write(text), JSON.stringify(write(text)).slice(1, -1), text.slice(-7)])
      expect(entry).not.toContain(part);
  });
});

it('a name that a value escapes, in its quote', () => {
  const text = '---\nproject_code: S12345\nbeneficiary_name: "Kemin kaupunki, rehtori Liisa Yl\\xF6nen"\n---\n';
  const [entry] = parse({ path: 'a.md', bytes: new TextEncoder().encode(text), sha256: '' }, context).value;
  const quote = entry?.origins['beneficiary_name']?.quote?.text;
  expect(quote).toBe('beneficiary_name: "Kemin kaupunki, rehtori [withheld: name]"');
});

it.each([
  ['\u202a0401234567\u202c.md', '\\u202a[withheld: phone].md'],
  ['a \u200e131052-308T.md', 'a \\u200e[withheld: identity code].md'],
  ['tel\u00a0\u200e040\u200e123\u200e4567.md', 'tel\u00a0\\u200e[withheld: phone].md'],
  ['\\u202a0401234567.md', '\\u202a[withheld: phone].md'],
  ['040\ufdd01234\u0007567.md', '[withheld: phone].md'],
  ['hanke\u001b[2J\u202e\ufdd0.md', 'hanke\\u001b[2J\\u202e\\ufdd0.md'],
])('the name of a document %j', (name, published) => {
  expect(redactor.redactAddress(name)).toBe(published);
});
