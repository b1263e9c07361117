import fc from 'fast-check';

/** Characters and lines that programs stumble over. */
const HOSTILE = [
  '\u0000',
  '\u0007\u001B[31m',
  '\u0085',
  '\u200B\u200D',
  '\u202Etaaksepneiv',
  '\u2028',
  '\uFEFF',
  '\uFFFD',
  'e\u0301\u0327\u0308',
  '👩‍👩‍👧',
  '\r',
  '\r\n',
  '\t\t',
  '\u00A0',
  '"',
  '""',
  ',,;',
  ';',
  ':',
  '::',
  '|',
  '---',
  '\n---\n',
  '# ',
  '> > >',
  '[a]: b',
  '- [ ] ',
  '```',
  '<!--',
  '{{7*7}}',
  '__proto__: x',
  'constructor: x',
  'Hankekoodi: S12345',
  '1 Hanke',
  'Hyvinvoinnin edistäminen 11 12',
  'Projektitiimi:',
  'Hankkeen yhteyshenkilön nimi: (((+*',
  'Hankkeen yhteyshenkilön nimi: a\\ b$ c^',
  'contact_name: [*a, &b c]',
  '99999999999999999999',
  '=HYPERLINK("x")',
];

type Mutation = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const cut = (text: string, from: number, length: number): [string, string, string] => {
  const start = Math.floor(from * (text.length + 1));
  return [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
};
const mutateLines = (text: string, from: number, change: (line: string) => string[]): string => {
  const lines = text.split('\n');
  const index = Math.floor(from * lines.length);
  return lines.flatMap((line, at) => (at === index ? change(line) : [line])).join('\n');
};

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.nat(300)).map(([from, length]): Mutation => (text) => {
    const [before, , after] = cut(text, from, length);
    return before + after;
  }),
  fc.tuple(place, fc.constantFrom(...HOSTILE)).map(([from, hostile]): Mutation => (text) => {
    const [before, , after] = cut(text, from, 0);
    return before + hostile + after;
  }),
  fc.tuple(place, fc.constantFrom(...HOSTILE)).map(
    ([from, hostile]): Mutation =>
      (text) =>
        mutateLines(text, from, (line) => [line, hostile]),
  ),
  place.map(
    (from): Mutation =>
      (text) =>
        mutateLines(text, from, (line) => [line, line]),
  ),
  place.map(
    (from): Mutation =>
      (text) =>
        mutateLines(text, from, () => []),
  ),
  place.map(
    (from): Mutation =>
      (text) =>
        mutateLines(text, from, (line) => Array.from(line).reverse().join('').split(' ')),
  ),
  place.map(
    (from): Mutation =>
      (text) =>
        cut(text, from, 0)[0],
  ),
  fc.tuple(place, fc.string({ unit: 'binary', maxLength: 20 })).map(([from, noise]): Mutation => (text) => {
    const [before, , after] = cut(text, from, noise.length);
    return before + noise + after;
  }),
  fc.constant<Mutation>((text) => text + text),
  fc.constant<Mutation>((text) => text.toUpperCase()),
  fc.constant<Mutation>((text) => text.replaceAll('\n', ' ')),
);

/** What copying, cutting, typing and broken programs make of a document. */
export const mutations: fc.Arbitrary<Mutation> = fc
  .array(mutation, { minLength: 1, maxLength: 6 })
  .map((all) => (text) => all.reduce((changed, change) => change(changed), text));
