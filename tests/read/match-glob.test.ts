/** Patterns of `sources.json`: what picomatch says to them, in a time that no pattern can make long. */
import fc from 'fast-check';
import picomatch from 'picomatch';
import { expect, it } from 'vitest';
import { createGlob } from '../../pipeline/read/match-glob.ts';
import { RUNS } from '../properties/generated.ts';

it.each([
  ['listat/*.csv', 'listat/a.csv', true],
  ['listat/*.csv', 'listat/b/a.csv', false],
  ['listat/**', 'listat/b/a.csv', true],
  ['**/a.csv', 'a.csv', true],
  ['**/a.csv', 'x/y/a.csv', true],
  ['*', '.hidden.txt', true],
  ['S?????.txt', 'S12345.txt', true],
  ['S[0-9]*.txt', 'Sa.txt', false],
  ['[!S]*.txt', 'A1.txt', true],
  ['{vanhat,uudet}/*.{txt,md}', 'uudet/a.md', true],
  ['{a,b{c,d}}.txt', 'bd.txt', true],
  ['\\*.txt', '*.txt', true],
  ['\\*.txt', 'a.txt', false],
  ['hän kkä 😀?.txt', 'hän kkä 😀😀.txt', true],
  ['a/**/b/**/c', 'a/x/b/b/y/c', true],
  ['constructor', '__proto__', false],
])('%s and %s: %s', (pattern, name, expected) => {
  expect(createGlob(pattern)?.(name)).toBe(expected);
});

it('is what picomatch says', () => {
  const part = fc
    .array(fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[^a]', '{a,b}', '{a,b*}', 'ä'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((signs) => signs.join(''))
    // Names of two dots are no names, and stars beside braces are picomatch's own.
    .filter((text) => !/\.\.|\*\*|^\.$|\*[[{]|\*\}|^\?|^\*\?/.test(text));
  const parts = fc
    .array(fc.oneof(part, fc.constant('**')), { minLength: 1, maxLength: 3 })
    // picomatch sometimes wants a file behind the folder and sometimes none.
    .filter((all) => all.at(-1) !== '**');
  const name = fc
    .array(fc.constantFrom('a', 'b', '.', 'ä', 'c'), { minLength: 1, maxLength: 4 })
    .map((letters) => letters.join(''))
    .filter((text) => !/^\.+$/.test(text));
  const names = fc.array(name, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(parts, names, (pattern, path) => {
      const [glob, file] = [pattern.join('/'), path.join('/')];
      expect(`${glob} ${file} ${String(createGlob(glob)?.(file))}`).toBe(
        `${glob} ${file} ${String(picomatch(glob, { dot: true })(file))}`,
      );
    }),
    { ...RUNS, numRuns: 3000 },
  );
});

it.each(['!(a).txt', '+(a|b).txt', '!a.txt', '{a,b}'.repeat(20)])('%s is not taken for a name', (pattern) => {
  expect(createGlob(pattern)).toBeUndefined();
});

it('many stars come to an end', () => {
  expect(createGlob(`${'*a'.repeat(60)}*b`)?.('a'.repeat(255))).toBe(false);
  expect(createGlob(`${'**/a/'.repeat(60)}b`)?.('a/'.repeat(120))).toBe(false);
  expect(createGlob(`${'{'.repeat(5000)}a`)?.('a')).toBe(false);
});
