import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, type TemporaryFolder } from '../../pipeline/effects/files.ts';
import { openSink } from '../../pipeline/effects/open-sink.ts';

let temporary: TemporaryFolder;
beforeAll(() => {
  temporary = makeTemporaryFolder();
});
afterAll(() => {
  temporary.remove();
});

function tryChunks(chunks: readonly (string | Uint8Array)[]): void {
  const file = path.join(temporary.folder, 'below', 'sink');
  const sink = openSink(file);
  for (const chunk of chunks) sink.write(chunk);
  const expected = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
  const sha256 = createHash('sha256').update(expected).digest('hex');
  expect(sink.close()).toEqual({ bytes: expected.length, sha256 });
  expect(readFileSync(file).equals(expected)).toBe(true);
}

describe('openSink', () => {
  it('writes texts and bytes in their order and says what it wrote', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array())), tryChunks));
  });

  it('takes chunks of every size', () => {
    const texts = Array.from({ length: 700 }, (_, n) => '–'.repeat(n));
    tryChunks([
      '',
      'ä'.repeat(1_000_000),
      ...texts,
      Buffer.alloc(700_000, 1),
      '😀'.repeat(43_690),
      '😀'.repeat(43_691),
      'x',
    ]);
  });
});
