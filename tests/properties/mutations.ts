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
  '\u2029',
  '\u0000\u009F\u2066',
  '[x]: <y> (z)',
  '| a | b |\n|---|---|\n',
  '<table><tr><td>',
  '</p></div></body>',
  '<script>',
  '&#0;&#xD800;&#x10FFFF;&nbsp',
  '\\',
  '!!js/function x',
  '&a [*a, *a]',
  '? {a: b}',
  '2100-02-30',
  '31.2.2016 - 1.1.1',
  '-0,00',
  '1e400',
  '\u0661\u0662',
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

/** Names that every plain object of JavaScript has. */
export const INHERITED = [
  'constructor',
  '__proto__',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'prototype',
] as const;
/** What opens something that can hold more of its kind. */
const OPENINGS = ['> ', '- ', '1. ', '[', '{a: ', '(', '*', '<div>', '"', "'", '`', '  ', '#'] as const;

export const WORD = /[\p{L}\p{N}_.-]+/gu;

/** A word of the text as another: in a label, a heading, a value, a key or a cell. */
export function replaceWord(text: string, index: number, word: string): string {
  let count = -1;
  return text.replace(WORD, (found) => ((count += 1) === index ? word : found));
}

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

/** One thing that copying, cutting, typing or a broken program makes of a document. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
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
  fc.tuple(place, fc.constantFrom(...INHERITED)).map(([from, word]): Mutation => (text) => {
    const words = text.match(WORD)?.length ?? 0;
    return replaceWord(text, Math.floor(from * words), word);
  }),
  fc.tuple(place, place).map(([from, to]): Mutation => (text) => {
    const lines = text.split('\n');
    const [a, b] = [Math.floor(from * lines.length), Math.floor(to * lines.length)];
    return lines.map((line, at) => (at === a ? lines[b] : at === b ? lines[a] : line)).join('\n');
  }),
  fc.tuple(place, place, fc.nat(400)).map(([from, to, length]): Mutation => (text) => {
    const [before, piece, after] = cut(text, from, length);
    const [start, , end] = cut(before + after, to, 0);
    return start + piece + end;
  }),
  fc.tuple(place, fc.constantFrom(...OPENINGS), fc.nat(300)).map(([from, opening, depth]): Mutation => (text) => {
    const [before, , after] = cut(text, from, 0);
    return `${before}${opening.repeat(depth)}${after}`;
  }),
  // Rarely much of it: a run over many documents is to have time for them.
  fc
    .tuple(place, fc.integer({ min: 1, max: 60 }), fc.oneof({ weight: 15, arbitrary: fc.nat(20) }, fc.nat(1500)))
    .map(([from, length, times]): Mutation => (text) => {
      const [before, piece, after] = cut(text, from, length);
      return before + piece.repeat(times) + after;
    }),
  fc.constant<Mutation>((text) => (text.length > 20_000 ? text : text + text)),
  fc.constant<Mutation>((text) => text.toUpperCase()),
  fc.constant<Mutation>((text) => text.replaceAll('\n', ' ')),
);

/** Several of them, one after the other. */
export const mutations: fc.Arbitrary<Mutation> = fc
  .array(mutation, { minLength: 1, maxLength: 6 })
  .map((all) => (text) => all.reduce((changed, change) => change(changed), text));
