import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** zlib's functions as the module of `@zip.js/zip.js` exports them; pointers and sizes are numbers. */
interface Zlib {
  readonly memory: WebAssembly.Memory;
  readonly malloc: (bytes: number) => number;
  readonly free: (pointer: number) => void;
  readonly deflate_new: () => number;
  readonly deflate_init_raw: (stream: number, level: number) => number;
  /** The upper eight bits are zlib's status, the others the number of bytes written. */
  readonly deflate_process: (
    stream: number,
    input: number,
    inputBytes: number,
    output: number,
    outputBytes: number,
    flush: number,
  ) => number;
  /** Bytes of input that the last call took. */
  readonly deflate_last_consumed: (stream: number) => number;
  readonly deflate_end: (stream: number) => number;
}

const require = createRequire(import.meta.url);

const BUFFER_BYTES = 1 << 16;
const NO_FLUSH = 0;
const FINISH = 4;
const STREAM_END = 1;

let loaded: Zlib | undefined;

/** The module imports nothing: it computes, and can touch nothing outside its memory. */
function load(): Zlib {
  if (loaded !== undefined) return loaded;
  const file = require.resolve('@zip.js/zip.js/dist/zip-module.wasm');
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)));
  loaded = exports as WebAssembly.Exports & Zlib;
  return loaded;
}

/**
 * zlib's own deflate, compiled to WebAssembly: a `Deflate`. Node's zlib gives other bytes by processor and version, and compressors in
 * JavaScript take twice the time.
 */
export function* deflate(chunks: Iterable<Uint8Array>, level: number): Generator<Uint8Array<ArrayBuffer>> {
  const zlib = load();
  const stream = zlib.deflate_new();
  const input = zlib.malloc(BUFFER_BYTES);
  const output = zlib.malloc(BUFFER_BYTES);
  try {
    if (stream === 0 || input === 0 || output === 0 || zlib.deflate_init_raw(stream, level) !== 0)
      throw new Error(`cannot begin to compress at level ${level}`);
    /** Everything that the input gives, which lies in the first bytes of its buffer. */
    function* process(bytes: number, flush: number): Generator<Uint8Array<ArrayBuffer>> {
      for (let taken = 0; ;) {
        const result = zlib.deflate_process(stream, input + taken, bytes - taken, output, BUFFER_BYTES, flush);
        const status = result >> 24;
        if (status < 0) throw new Error(`zlib's status ${status}`);
        taken += zlib.deflate_last_consumed(stream);
        const written = result & 0xff_ffff;
        if (written > 0) yield new Uint8Array(zlib.memory.buffer, output, written).slice();
        if (status === STREAM_END || (flush === NO_FLUSH && taken === bytes && written < BUFFER_BYTES)) return;
      }
    }
    let held = 0;
    for (const chunk of chunks) {
      for (let from = 0; from < chunk.length;) {
        const part = chunk.subarray(from, from + BUFFER_BYTES - held);
        new Uint8Array(zlib.memory.buffer, input + held, part.length).set(part);
        from += part.length;
        held += part.length;
        if (held < BUFFER_BYTES) continue;
        yield* process(held, NO_FLUSH);
        held = 0;
      }
    }
    yield* process(held, FINISH);
  } finally {
    zlib.deflate_end(stream);
    zlib.free(input);
    zlib.free(output);
  }
}
