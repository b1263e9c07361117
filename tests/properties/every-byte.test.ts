/** Whatever a document is, its tree covers it, problems come back as issues, and every place lies in the document. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../pipeline/model/project.ts';
import { findFamily, parse } from '../../pipeline/parse/index.ts';
import { listEntryFaults, listTreeFaults } from './accounting.ts';
import { anyDocument, DOCUMENTS, parseContext, RUNS, toFile } from './generated.ts';
import { mutations } from './mutations.ts';

function expectCovered(text: string, path: string): void {
  expect(listTreeFaults(text, path)).toEqual([]);
}

/** A text as it comes back from disk: without lone surrogates (`String.prototype.toWellFormed`, which ES2023 has not). */
const toWellFormed = (text: string): string => Buffer.from(text).toString();

function expectTotal(file: SourceFile): void {
  const { value, issues } = parse(file, parseContext);
  expect(listEntryFaults(file, value, issues)).toEqual([]);
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
  it('is covered whole, and its issues say where', { timeout: 120_000 }, () => {
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

it.each(['\n', '\r\n', '\r'])('a list whose heading is longer than any other line is covered whole: %j', (end) => {
  const heading = 'Koodi,Rahasto,Hankkeen nimi,Tl,Tila,'.repeat(1500);
  expectCovered(`${heading}${end}S12345,ESR,Nimi,5,Toiminnassa${end}`, 'a.csv');
});

it.each(['---', '==='])('an underlined heading right below a definition is covered once: %s', (line) => {
  const text = `---\nproject_code: S12345\n---\n\n[a]: b\nTulokset\n${line}\nKaikki onnistui.\n`;
  expectCovered(text, 'a.md');
  const [entry] = parse(toFile('a.md', text), parseContext).value;
  expect(entry?.sections).toMatchObject([{ heading: 'Tulokset', text: 'Kaikki onnistui.' }]);
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
