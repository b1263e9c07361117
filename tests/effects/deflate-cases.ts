import { createHash } from 'node:crypto';

/** Bytes that any program can make again: text that repeats with changes, and digests, which no compressor can make smaller. */
export function makeBytes(kind: 'text' | 'noise' | 'nothing'): Buffer {
  if (kind === 'nothing') return Buffer.alloc(0);
  const lines = Array.from({ length: 20_000 }, (_, index) =>
    kind === 'text'
      ? Buffer.from(`S${10_000 + index};Hanke ${(index * index) % 977};${(index * 7919) % 100_003}.50;Päijät-Häme\r\n`)
      : createHash('sha256').update(String(index)).digest(),
  );
  return Buffer.concat(lines);
}
