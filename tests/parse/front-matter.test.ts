/** The front matter of a note: keys, the spans of their values, quotes resolved, the place of what is wrong. */
import { describe, expect, it } from 'vitest';
import { keySpan } from '../../pipeline/parse/lines.ts';
import { findFrontMatter, readFrontMatter } from '../../pipeline/parse/markdown/front-matter.ts';

function read(yaml: string) {
  const text = `---\n${yaml}\n---\nProosaa`;
  const { values, partners, cells, fault } = readFrontMatter(text, findFrontMatter(text));
  const show = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    cells.get(keySpan({ start, end })) ?? text.slice(start, end);
  return {
    values: values.map(({ key, ...span }) => [key, show(span)]),
    partners: partners.map((row) => Object.fromEntries([...row].map(([key, span]) => [key, show(span)]))),
    fault: fault && text.slice(fault.start, fault.end),
  };
}

describe('front matter', () => {
  it.each([
    ['---\na: 1\n---\nx', 'a: 1'],
    ['\uFEFF---  \r\na: 1\r\nb: 2\r\n---\r\n', 'a: 1\r\nb: 2'],
    ['---\ra: 1\r---', 'a: 1'],
    ['---\n\n---\n', ''],
  ])('of %j is %j', (text, yaml) => {
    const span = findFrontMatter(text);
    expect(span && text.slice(span.start, span.end)).toBe(yaml);
  });

  it.each(['', 'x\n---\na: 1\n---\n', '--- x\na: 1\n---\n', '----\na: 1\n---\n', '---\na: 1\n', '---\na: 1\n--- x\n'])(
    'is not in %j',
    (text) => {
      expect(findFrontMatter(text)).toBeUndefined();
    },
  );

  it('has no value where there is none', () => {
    expect(readFrontMatter('x', undefined)).toMatchObject({ values: [], partners: [], fault: undefined });
  });
});

describe('values', () => {
  it('are texts as they stand, whatever YAML would make of them', () => {
    expect(read('a: 010\nb: ei\nc: 1.10\nd: 2019-03-01\ne: null')).toMatchObject({
      values: [
        ['a', '010'],
        ['b', 'ei'],
        ['c', '1.10'],
        ['d', '2019-03-01'],
        ['e', 'null'],
      ],
      fault: undefined,
    });
  });

  it('have their quotes and escapes resolved', () => {
    expect(read(String.raw`a: "Tori \"II\" \u00e4"` + "\nb: 'Ei ''tämä'''\nc: \"  väljä  \"").values).toEqual([
      ['a', 'Tori "II" ä'],
      ['b', "Ei 'tämä'"],
      ['c', '  väljä  '],
    ]);
  });

  it('of a list are one each, and of nothing an empty one', () => {
    expect(read('a: [Kemi, Tornio]\nb:\n  - 1\n  - 2\nc:\nd: []').values).toEqual([
      ['a', 'Kemi'],
      ['a', 'Tornio'],
      ['b', '1'],
      ['b', '2'],
      ['c', ''],
    ]);
  });

  it('are not what lies deeper, nor what stands for another', () => {
    expect(read('a: &x 1\nb: *x\nc:\n  d: 2\ne: 3').values).toEqual([
      ['a', '1'],
      ['b', ''],
      ['c', ''],
      ['e', '3'],
    ]);
  });

  it('may have keys that JavaScript knows', () => {
    expect(read('constructor: 1\n__proto__: 2').values).toEqual([
      ['constructor', '1'],
      ['__proto__', '2'],
    ]);
  });

  it('of partners are rows', () => {
    expect(
      read('partners:\n  - name: Tornion kaupunki\n    business_id: "0193524-6"\n  - name: Diak\n  - Kemi'),
    ).toEqual({
      partners: [{ name: 'Tornion kaupunki', business_id: '0193524-6' }, { name: 'Diak' }],
      values: [['partners', 'Kemi']],
      fault: undefined,
    });
  });

  it('stand where they stand in lines that end in a carriage return alone', () => {
    expect(read('a: 1\rb: 2').values).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });
});

describe('a fault', () => {
  it.each([
    ['a: 1\nb: 2\na: 3', 'a'],
    ['a:\n  - x: 1\n    x: 2', 'x'],
    ['a: { y: 1, y: 2 }', 'y'],
  ])('is the second of two like keys: %j', (yaml, key) => {
    const text = `---\n${yaml}\n---\n`;
    const { fault } = readFrontMatter(text, findFrontMatter(text));
    expect(fault).toEqual({ start: text.lastIndexOf(`${key}:`), end: text.lastIndexOf(`${key}:`) + 1 });
  });

  it('is not the same key in two places', () => {
    expect(read('a:\n  - x: 1\n  - x: 2\nx: 3').fault).toBeUndefined();
  });

  it('is where the syntax breaks', () => {
    const text = '---\nabc: 1\nde: [1\n---\n';
    const { fault } = readFrontMatter(text, findFrontMatter(text));
    expect(fault).toBeDefined();
    expect(fault?.start).toBeGreaterThanOrEqual(text.indexOf('[1'));
    expect(fault?.end).toBeLessThanOrEqual(text.length);
  });
});
