import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines } from '../../pipeline/parse/lines.ts';

const text = fc
  .array(fc.constantFrom('a', ' ', 'ä', '\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029'), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('the lines of a part are those of the part alone, at its place', () => {
  fc.assert(
    fc.property(text, fc.nat(50), fc.nat(50), (all, one, other) => {
      const from = Math.min(one, other, all.length);
      const to = Math.min(Math.max(one, other), all.length);
      // No part begins or ends between the two characters of one line break.
      fc.pre(![from, to].some((at) => all.startsWith('\r\n', at - 1)));
      const alone = splitLines(all.slice(from, to)).map((line) => ({
        ...line,
        start: line.start + from,
        end: line.end + from,
        next: line.next + from,
      }));
      expect(splitLines(all, from, to)).toEqual(alone);
    }),
    { numRuns: 2000 },
  );
});

test('lines cover the text, a paragraph separator is an empty line of its own', () => {
  expect(splitLines('a\r\nb\u2029c').map(({ start, end, next }) => [start, end, next])).toEqual([
    [0, 1, 3],
    [3, 4, 4],
    [4, 4, 5],
    [5, 6, 6],
  ]);
});
