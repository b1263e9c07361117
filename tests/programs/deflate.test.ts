/** The compressor of our archives and workbooks beside Python's, which is made of the same zlib for another machine. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { deflate } from '../../pipeline/effects/deflate.ts';
import { makeBytes } from '../effects/deflate-cases.ts';

describe("Python's zlib", () => {
  it.each(
    (['text', 'noise', 'nothing'] as const).flatMap((kind) => [1, 4, 5, 6, 9].map((level) => [kind, level] as const)),
  )('compresses %s at level %i to our bytes', (kind, level) => {
    const input = makeBytes(kind);
    const program = path.join(import.meta.dirname, 'deflate.py');
    const { status, stdout } = spawnSync('/usr/bin/python3', [program, String(level)], { input, maxBuffer: 1 << 26 });
    expect(status).toBe(0);
    expect(stdout.equals(Buffer.concat([...deflate([input], level)]))).toBe(true);
  });
});
