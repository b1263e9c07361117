import fc from 'fast-check';
import type { SourceFile } from '../../pipeline/model/project.ts';
import { writeHtmlPage } from '../demo/html-page.ts';
import type { Places } from '../demo/places.ts';
import { REWRITINGS } from '../demo/rewrite.ts';
import { createDocuments, toFile, type Written } from '../properties/documents.ts';
import { mutation, mutations } from '../properties/mutations.ts';

/** Ways in which programs store a text, right and wrong ones. */
const ENCODINGS: readonly ((text: string) => Uint8Array)[] = [
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').subarray(1),
  (text) => Buffer.from(text, 'latin1'),
  // UTF-8 that was taken for Windows-1252 and saved again.
  (text) => Buffer.from(Buffer.from(text).toString('latin1')),
];
const encoding = fc.oneof(
  { weight: 8, arbitrary: fc.constant((text: string): Uint8Array => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.constantFrom(...ENCODINGS) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(), fc.nat(255)).map(([where, byte]) => (text: string): Uint8Array => {
      const bytes = Buffer.from(text);
      if (bytes.length > 0) bytes[where % bytes.length] = byte;
      return bytes;
    }),
  },
);
const rewriting = fc.constantFrom((text: string) => text, ...Object.values(REWRITINGS));
const ending = fc.constantFrom('a.txt', 'b.csv', 'c.md', 'd.html', 'e.tsv', 'ä/ö.TXT');

/** Documents of every family as their programs write them, and saved pages. */
export function createOriginals(places: Places): fc.Arbitrary<Written> {
  const documents = createDocuments(places);
  const saved: fc.Arbitrary<Written> = fc
    .tuple(documents.eura2014, fc.boolean())
    .map(([page, withReferences]) => ({ ...page, path: 'a.html', text: writeHtmlPage(page.text, withReferences) }));
  return fc.oneof(...Object.values(documents), saved);
}

/** Such documents damaged, stored in many ways, a few under a wrong name. */
export function createDamaged(originals: fc.Arbitrary<Written>): fc.Arbitrary<SourceFile> {
  const name = fc.oneof({ weight: 19, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: ending });
  // Most with one damage: a document with many is often none of any family any more, and is not read any further.
  const damage = fc.oneof({ weight: 3, arbitrary: mutation }, { weight: 1, arbitrary: mutations });
  return fc
    .tuple(originals, rewriting, damage, encoding, name)
    .map(([{ path, text }, rewrite, mutate, encode, other]) => toFile(other ?? path, encode(rewrite(mutate(text)))));
}
