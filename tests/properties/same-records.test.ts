/** How a document was saved does not matter: line ends, Unicode form, blank lines, spaces, folder. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../pipeline/model/project.ts';
import { parse } from '../../pipeline/parse/index.ts';
import { rewrite, REWRITINGS, rewritings, type Rewriting } from '../demo/rewrite.ts';
import { anyDocument, DOCUMENTS, parseContext, RUNS, toFile } from './generated.ts';

/** An entry without its places and its document. */
function strip({ document, sha256, place, origins, areas, restated, withheldAt, ...rest }: Entry): object {
  return {
    ...rest,
    areas: areas.map(({ level, name }) => ({ level, name })),
    restated: restated.map(({ field, value }) => ({ field, value })),
    originNames: Object.keys(origins),
    withheldAt: withheldAt.map(({ kind }) => kind),
  };
}

function read(path: string, text: string): { entries: object[]; issues: string[] } {
  const { value, issues } = parse(toFile(path, text), parseContext);
  return { entries: value.map(strip), issues: issues.map(({ code, found = '' }) => `${code} ${found}`) };
}

describe('the same records', () => {
  for (const name of Object.keys(REWRITINGS) as Rewriting[]) {
    it(`with ${name}`, () => {
      fc.assert(
        fc.property(anyDocument, ({ path, text }) => {
          expect(read(path, rewrite(text, [name]))).toEqual(read(path, text));
        }),
        RUNS,
      );
    });
  }

  it('with several of these at once, in another folder', () => {
    fc.assert(
      fc.property(anyDocument, rewritings, ({ path, text }, names) => {
        expect(read(`muualla/${path}`, rewrite(text, names))).toEqual(read(path, text));
      }),
      RUNS,
    );
  });

  it('as ISO-8859-1, where a list has its letters only', () => {
    fc.assert(
      fc.property(DOCUMENTS['eura-list'], ({ path, text }) => {
        const plain = text.replaceAll('–', '-');
        const { value } = parse(toFile(path, Buffer.from(plain, 'latin1')), parseContext);
        expect(value.map(strip)).toEqual(read(path, plain).entries);
      }),
      RUNS,
    );
  });
});
