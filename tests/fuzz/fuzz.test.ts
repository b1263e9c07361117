/** A short run of what `npm run test:fuzz` does for as long as one likes. */
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../pipeline/parse/decode.ts';
import { DOCUMENTS, places, RUNS } from '../properties/generated.ts';
import { toFile } from '../properties/documents.ts';
import { INHERITED, replaceWord, WORD } from '../properties/mutations.ts';
import { createDamaged, createOriginals } from './inputs.ts';
import { listDifferences, listFaults, readFuzzContext, runStages } from './inspect.ts';

const inputs = createDamaged(createOriginals(places));
const context = readFuzzContext(path.resolve(import.meta.dirname, '../..'));

it('a fuzzed document throws nothing, is accounted for whole, and reads the same twice', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(inputs, (file) => {
      const result = runStages(file, context);
      expect(listFaults(file, result)).toEqual([]);
      expect(listDifferences(file, result, context)).toEqual([]);
    }),
    { ...RUNS, numRuns: 500 },
  );
});

it('inputs are of every kind: read, refused, of no family, no text', () => {
  const kinds = fc.sample(inputs, { ...RUNS, numRuns: 200 }).map((file) => {
    if (!('text' in decodeDocument(file))) return 'no text';
    return runStages(file, context).entries.length > 0 ? 'read' : 'refused';
  });
  expect(new Set(kinds)).toEqual(new Set(['read', 'refused', 'no text']));
  expect(kinds.filter((kind) => kind === 'read').length).toBeGreaterThan(kinds.length / 3);
});

describe('a name that every object has, in the place of any word', () => {
  it.each(Object.entries(DOCUMENTS))('%s', (_, documents) => {
    const [document] = fc.sample(documents, { ...RUNS, numRuns: 1 });
    const { path: name, text } = document!;
    const words = text.match(WORD)?.length ?? 0;
    const step = Math.ceil(words / 200);
    for (let index = 0; index < words; index += step) {
      const word = INHERITED[index % INHERITED.length]!;
      const file = toFile(name, replaceWord(text, index, word));
      expect(listFaults(file, runStages(file, context))).toEqual([]);
    }
  });
});
