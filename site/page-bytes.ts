/**
 * Pages as UTF-8 in memory that is used again: a buffer for each costs several times as much to make, and thousands of them make the
 * collector look through the whole heap, of which they are no part.
 */
export interface PageBytes {
  /** @returns bytes that last until `reset` */
  readonly encode: (text: string) => Buffer;
  /** Nobody needs the bytes any more that were given so far. */
  readonly reset: () => void;
}

/** In bytes: some hundred pages. */
const SLAB = 1 << 23;
/** A UTF-16 unit takes three bytes of UTF-8 at most. */
const MOST_BYTES = 3;

export function createPageBytes(): PageBytes {
  const slabs: Buffer[] = [];
  let [slab, at] = [0, 0];
  return {
    encode(text) {
      const most = text.length * MOST_BYTES;
      // What is longer has a buffer of its own.
      if (most > SLAB) return Buffer.from(text);
      if (at + most > SLAB) [slab, at] = [slab + 1, 0];
      const buffer = (slabs[slab] ??= Buffer.allocUnsafeSlow(SLAB));
      const start = at;
      at += buffer.write(text, start);
      return buffer.subarray(start, at);
    },
    reset() {
      [slab, at] = [0, 0];
    },
  };
}
