import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflate } from '../../pipeline/effects/deflate.ts';
import { makeBytes } from './deflate-cases.ts';

function compress(bytes: Uint8Array, level: number, cut = bytes.length): Buffer {
  function* read(): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
  }
  return Buffer.concat([...deflate(read(), level)]);
}

describe('deflate', () => {
  // tests/programs/deflate.test.ts holds the same bytes against Python's zlib.
  it.each([
    [0, 'text', 'fc4fe19ff05ec42f138c18241ba0d490215fe876b5604ee706edd9dc377ad754'],
    [4, 'text', '187672cdfb60c17e4cf6f7bcdce2e0644d758a0e776b88fecce2be24c879130a'],
    [6, 'text', '08a37dc994c6683a3160817c91d81ac83992bb9e2540d937c77431516c459ee3'],
    [4, 'noise', 'ef4d9aed08b86ee61845d48e4ea8a2ea136b1832ae4a2eab51d74b96b3bc815d'],
    [4, 'nothing', '9b4fb24edd6d1d8830e272398263cdbf026b97392cc35387b991dc0248a628f9'],
  ] as const)('gives the bytes it always gave: level %i, %s', (level, kind, sha256) => {
    expect(
      createHash('sha256')
        .update(compress(makeBytes(kind), level))
        .digest('hex'),
    ).toBe(sha256);
  });

  it.each([0, 1, 4, 9])('gives the same bytes wherever the input is cut, level %i', (level) => {
    const bytes = makeBytes('text').subarray(0, 300_000);
    const whole = compress(bytes, level);
    for (const cut of [1, 4093, 65_535, 65_536, 65_537, 200_000])
      expect(compress(bytes, level, cut).equals(whole), String(cut)).toBe(true);
  });

  it('is read back by another inflater', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 5000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 9 }),
        (part, times, level) => {
          const bytes = Buffer.concat(Array.from({ length: times }, () => part));
          expect(inflateRawSync(compress(bytes, level)).equals(bytes)).toBe(true);
        },
      ),
    );
  });

  it('compresses two streams at a time, and gives back what an unfinished one held', () => {
    const bytes = makeBytes('text');
    const expected = compress(bytes, 4);
    const slow = deflate([bytes], 4);
    const pieces = [slow.next().value as Uint8Array];
    // More unfinished streams than the module's memory holds.
    for (let count = 0; count < 100; count += 1) {
      const [first] = deflate([bytes], 4);
      expect(first?.length).toBeGreaterThan(0);
    }
    pieces.push(...slow);
    expect(Buffer.concat(pieces).equals(expected)).toBe(true);
  });

  it('refuses a level that zlib does not have', () => {
    expect(() => compress(makeBytes('text'), 10)).toThrow('level 10');
  });
});
