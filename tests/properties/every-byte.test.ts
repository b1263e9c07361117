/** Whatever a document is, its tree covers it, problems come back as issues, and every place lies in the document. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue, Place } from '../../pipeline/model/issue.ts';
import type { Entry, SourceFile } from '../../pipeline/model/project.ts';
import { decodeDocument } from '../../pipeline/parse/decode.ts';
import { findFamily, parse } from '../../pipeline/parse/index.ts';
import { listLeaves } from '../../pipeline/parse/tree.ts';
import { anyDocument, DOCUMENTS, parseContext, RUNS, toFile } from './generated.ts';
import { mutations } from './mutations.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where nodes that should lie side by side do not, as `[where it should begin, where it begins]`. */
function findGaps(nodes: readonly Span[], from: number, to: number): [number, number][] {
  const ends = [from, ...nodes.map(({ end }) => end)];
  const starts = [...nodes.map(({ start }) => start), to];
  return ends.flatMap((end, index): [number, number][] => (end === starts[index] ? [] : [[end, starts[index] ?? -1]]));
}

function expectCovered(text: string, path: string): void {
  const family = findFamily(text, path);
  if (family === undefined) return;
  const tree = family.scan(text);
  const leaves = listLeaves(tree);
  expect(findGaps(leaves, 0, text.length)).toEqual([]);
  const entries = tree.children.filter((node) => node.type === 'entry');
  expect(entries.flatMap(({ children, start, end }) => findGaps(children, start, end))).toEqual([]);
  const outside = leaves.filter(({ start, end, content }) => content && (content.start < start || content.end > end));
  expect(outside).toEqual([]);
}

/** Places that are not in the text: lines and columns from 1, the column behind the last character included. */
function findOutside(text: string, places: readonly Place[]): Place[] {
  const lines = text.split(/\r\n|\n|\r/);
  const isInside = (line: number, column: number): boolean =>
    line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 1;
  return places.filter(
    ({ line, column, endLine, endColumn }) =>
      !isInside(line, column) ||
      !isInside(endLine, endColumn) ||
      endLine < line ||
      (endLine === line && endColumn < column),
  );
}

/** A text as it comes back from disk: without lone surrogates (`String.prototype.toWellFormed`, which ES2023 has not). */
const toWellFormed = (text: string): string => Buffer.from(text).toString();

const toPlace = ({ line, column }: Issue): Place => ({ line, column, endLine: line, endColumn: column });

/** Parses: entries have an identity, issues say something, and all their places lie in the document. */
function expectTotal(file: SourceFile): void {
  const { value, issues } = parse(file, parseContext);
  const decoded = decodeDocument(file);
  const text = 'text' in decoded ? decoded.text : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  const placesOf = ({ place, origins, areas, restated }: Entry): Place[] => [
    place,
    ...Object.values(origins),
    ...[...areas, ...restated].map((stated) => stated.place),
  ];
  expect(findOutside(text, [...issues.map(toPlace), ...value.flatMap(placesOf)])).toEqual([]);
  expect(value.filter(({ projectId }) => projectId === '')).toEqual([]);
  expect(issues.filter(({ message, found }) => message === '' || found === '')).toEqual([]);
}

describe('a document as its program writes it', () => {
  for (const [family, documents] of Object.entries(DOCUMENTS)) {
    it(`${family}: is told, covered, and read without an error`, () => {
      fc.assert(
        fc.property(documents, ({ text, path }) => {
          expect(findFamily(text, path)?.name).toBe(family);
          expectCovered(text, path);
          const { value, issues } = parse(toFile(path, text), parseContext);
          expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(value.length).toBeGreaterThan(0);
          expectTotal(toFile(path, text));
        }),
        RUNS,
      );
    });
  }
});

describe('a document that was damaged', () => {
  it('is covered whole, and its issues say where', () => {
    fc.assert(
      fc.property(anyDocument, mutations, ({ text, path }, mutate) => {
        const damaged = toWellFormed(mutate(text));
        expectCovered(damaged, path);
        expectTotal(toFile(path, damaged));
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('with bytes that are no text gives an issue at the first of them', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.constantFrom(0, 0x80, 0xc3, 0xff), ({ text, path }, where, byte) => {
        const bytes = Buffer.from(text);
        bytes[where % bytes.length] = byte;
        expectTotal(toFile(path, bytes));
      }),
      RUNS,
    );
  });
});

it('bytes that are no text are found behind a replacement character that is one', () => {
  const bytes = Buffer.concat([Buffer.from('a\uFFFD\nb'), Uint8Array.of(0xff)]);
  expect(parse(toFile('a.txt', bytes), parseContext).issues).toMatchObject([{ line: 2, column: 2 }]);
});

describe('anything', () => {
  const endings = fc.constantFrom('a.txt', 'b.csv', 'c.md', 'd.html', 'e.tsv', 'ä/ö.TXT', 'nothing');

  it('that is bytes does not throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), endings, (bytes, path) => expectTotal(toFile(path, bytes))),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('that looks like a document does not throw', () => {
    const begin = fc.constantFrom(
      '1 Hanke\n',
      'Tietoja hankkeesta:\n',
      'Koodi,Rahasto,Tl,Tila,Aloituspvm\n',
      '---\nproject_code: S12345\n---\n',
    );
    const noise = fc.string({ unit: 'binary', maxLength: 400 });
    const markup = fc.string({
      unit: fc.constantFrom(...Array.from('#>*_-+`[]()!<&\\\n\r\t |:=~"\',;{}1a.')),
      maxLength: 400,
    });
    fc.assert(
      fc.property(begin, fc.oneof(noise, markup), endings, (start, rest, path) => {
        const text = toWellFormed(start + rest);
        expectCovered(text, path);
        expectTotal(toFile(path, text));
      }),
      { ...RUNS, numRuns: 2000 },
    );
  });

  it.each([
    ['> ', ''],
    ['[', ']'],
    ['<b>', '</b>'],
  ])('nested three thousand times does not throw: %s', (open, close) => {
    const text = `---\nproject_code: S12345\n---\n\n${open.repeat(3000)}a${close.repeat(3000)}\n`;
    expectCovered(text, 'a.md');
    expectTotal(toFile('a.md', text));
  });

  it.each(['[', '{a: ', '- ', '? ', '!a ', '&a '])('nested in front matter does not throw: %s', (mark) => {
    expectTotal(toFile('a.md', `---\nproject_code: S12345\nregions: ${mark.repeat(5000)}\n---\n`));
  });
});
