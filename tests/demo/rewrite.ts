import fc from 'fast-check';

/** Ways in which saving and copying change a document's bytes without changing what it says. */
export const REWRITINGS = {
  'carriage returns': (text: string) => text.replaceAll('\n', '\r\n'),
  'byte-order mark': (text: string) => `\uFEFF${text}`,
  'decomposed letters': (text: string) => text.normalize('NFD'),
  'doubled blank lines': (text: string) => text.replaceAll('\n\n', '\n\n\n'),
  'no-break spaces in numbers': (text: string) => text.replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00A0'),
  'narrow no-break spaces in numbers': (text: string) => text.replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, '\u202F'),
  'trailing spaces': (text: string) => text.replaceAll(/(?<=\S)$/gm, ' '),
  'no last newline': (text: string) => text.replace(/\n+$/, ''),
} as const satisfies Record<string, (text: string) => string>;

export type Rewriting = keyof typeof REWRITINGS;

/** Some of the rewritings, in the order in which they do not undo one another. */
export const rewritings: fc.Arbitrary<Rewriting[]> = fc
  .subarray(Object.keys(REWRITINGS) as Rewriting[])
  .map((names) => names.sort((a, b) => Number(a === 'carriage returns') - Number(b === 'carriage returns')));

export function rewrite(text: string, names: readonly Rewriting[]): string {
  return names.reduce((written, name) => REWRITINGS[name](written), text);
}
