/** Rows with more cells than columns: read where there is one way, held against all ways, each tried. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideRow, type RowCell } from '../../pipeline/parse/list/divide.ts';
import type { ListColumn } from '../../pipeline/parse/list/form.ts';
import { readParseContext } from './read-context.ts';

const column = (fits: RegExp, mayBeDivided: boolean): ListColumn => ({
  read: () => undefined,
  fits: (text) => text === '' || fits.test(text),
  expected: fits.source,
  kind: mayBeDivided ? 'text' : 'other',
  mayBeDivided,
});
const NAME = column(/^[a-z", ]+$/, true);
const WORD = column(/^[a-z]+$/, false);
const NUMBER = column(/^\d+$/, false);

function split(text: string): RowCell[] {
  let start = 0;
  return text.split(',').map((written): RowCell => {
    const span = { start, end: start + written.length };
    start = span.end + 1;
    return { span, text: written.replaceAll('"', ''), isQuoted: written.startsWith('"') };
  });
}

const context = readParseContext();
const divide = (text: string, ...columns: ListColumn[]): string[] | undefined =>
  divideRow(text, split(text), columns, context)?.map(({ text: cell }) => cell);

describe('a row is divided', () => {
  it.each([
    ['a, b,5', [NAME, NUMBER], ['a, b', '5']],
    ['a, b, c,5', [NAME, NUMBER], ['a, b, c', '5']],
    ['5,a, b', [NUMBER, NAME], ['5', 'a, b']],
    // What is quoted is a cell of its own, and no part of another.
    ['a,b,"c",5', [NAME, NAME, NUMBER], ['a,b', 'c', '5']],
    ['"a",b,c,5', [NAME, NAME, NUMBER], ['a', 'b,c', '5']],
    ['a,"b",c,d,5', [NAME, NAME, NAME, NUMBER], ['a', 'b', 'c,d', '5']],
  ] as const)('%s', (text, columns, cells) => {
    expect(divide(text, ...columns)).toEqual(cells);
  });
});

describe('a row is not divided', () => {
  it.each([
    ['in two ways', 'a,b,c,5', [NAME, NAME, NUMBER]],
    ['over what is quoted', 'a,"b",5', [NAME, NUMBER]],
    ['over an empty cell, which an amount may have', 'a,,b,5', [NAME, NUMBER]],
    ['with an empty cell at an edge', 'a,,b,5', [NAME, WORD, NUMBER]],
    ['under a column that holds no comma', 'a,b,5', [WORD, NUMBER]],
    ['without its first cell', ',a,b,5', [NAME, NAME, NUMBER]],
    ['where a name would take in what the next column holds', 'a,b,c,5', [NAME, WORD, NUMBER]],
    ['where nothing fits', 'a,b,c', [NAME, NUMBER]],
  ] as const)('%s', (_, text, columns) => {
    expect(divide(text, ...columns)).toBeUndefined();
  });
});

/** Every way to divide cells into as many runs as there are columns. */
function listWays(cells: readonly RowCell[], columns: readonly ListColumn[], text: string): string[][] {
  const [first, ...rest] = columns;
  if (first === undefined) return cells.length === 0 ? [[]] : [];
  return cells.flatMap((_, index) => {
    const run = cells.slice(0, index + 1);
    const [one, last] = [run[0]!, run.at(-1)!];
    const joined = run.length === 1 ? one.text : text.slice(one.span.start, last.span.end);
    if (run.length > 1 && (!first.mayBeDivided || run.some(({ isQuoted }) => isQuoted))) return [];
    if (run.length > 1 && (one.text === '' || last.text === '')) return [];
    if (!first.fits(joined, context, joined)) return [];
    return listWays(cells.slice(index + 1), rest, text).map((way) => [joined, ...way]);
  });
}

it('is read in the one way that there is, and in none where there are more', () => {
  const cell = fc.constantFrom('a', 'b', '"c"', '1', '2');
  const columns = fc.array(fc.constantFrom(NAME, NUMBER), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 8 }), columns, (written, chosen) => {
      fc.pre(written.length > chosen.length);
      const text = written.join(',');
      const ways = listWays(split(text), chosen, text);
      expect(divide(text, ...chosen)).toEqual(ways.length === 1 ? ways[0] : undefined);
    }),
    { numRuns: 1000 },
  );
});
