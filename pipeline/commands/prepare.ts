import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants, gunzipSync, gzip } from 'node:zlib';
import { exists, listFiles, readBytes, remove, replaceFile } from '../effects/files.ts';
import { print, publishReadably } from '../effects/process.ts';
import { showing, showWaiting } from '../effects/show-progress.ts';
import { UsageError } from '../effects/usage-error.ts';
import type { Progress } from '../model/progress.ts';
import { RELEASE_NAME } from '../model/release-name.ts';
import { isCompressible, isTwin } from '../model/twin.ts';
import { settleOutput } from '../release/output.ts';

/** Files that are compressed at the same time: as many as Node has threads for it. */
const AT_ONCE = 4;
/** Brotli's quality for what every build makes anew: a sixth more bytes in a fourteenth of the time. */
const QUICK = 9;
/** Marks a twin that is being written: it has no file beside it, so that the next run removes what a kill left of it. */
const HALF = '.half.txt';
/** Position of the operating system in the header of gzip (RFC 1952); 255 is an unknown one, so that it says the same everywhere. */
const [OS_BYTE, UNKNOWN_OS] = [9, 255];

const toGzip = promisify<Uint8Array, { level: number }, Uint8Array>(gzip);
const toBrotli = promisify<Uint8Array, { params: Record<number, number> }, Uint8Array>(brotliCompress);

interface Encoding {
  readonly ending: string;
  /** @param forYears whether the file never changes */
  readonly compress: (bytes: Uint8Array, forYears: boolean) => Promise<Uint8Array>;
  readonly decompress: (bytes: Uint8Array) => Uint8Array;
}
const ENCODINGS: readonly Encoding[] = [
  {
    ending: '.gz',
    async compress(bytes) {
      const twin = await toGzip(bytes, { level: constants.Z_BEST_COMPRESSION });
      twin[OS_BYTE] = UNKNOWN_OS;
      return twin;
    },
    decompress: (bytes) => gunzipSync(bytes),
  },
  {
    ending: '.br',
    compress: (bytes, forYears) =>
      toBrotli(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: forYears ? constants.BROTLI_MAX_QUALITY : QUICK,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
    decompress: (bytes) => brotliDecompressSync(bytes),
  },
];

/**
 * `hankekartta prepare`: a compressed twin beside each file of a published folder where that is smaller, for a web server that sends those
 * (nginx's `gzip_static` and `brotli_static`). Twins of what is not there any more, or was changed, go. What is published stays as it is.
 */
export async function runPrepare(out: string): Promise<number> {
  publishReadably();
  settleOutput(out);
  if (!exists(path.join(out, 'data', 'releases.json')))
    throw new UsageError(`${out} is not a published folder; hankekartta build makes one`);
  const files = listFiles(out);
  const known = new Set(files.map(({ path: name }) => name));
  const count = { bytes: 0, twins: 0, kept: 0, removed: 0, '.gz': 0, '.br': 0 };
  const drop = (file: string): void => {
    remove(file);
    count.removed += 1;
  };
  for (const { path: name, file } of files) if (isTwin(name) && !known.has(name.replace(/\.\w+$/, ''))) drop(file);
  const waiting = files.filter(({ path: name }) => isCompressible(name)).reverse();
  const work = async (progress: Progress): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const bytes = readBytes(next.file);
      count.bytes += bytes.length;
      for (const { ending, compress, decompress } of ENCODINGS) {
        const file = next.file + ending;
        const before = known.has(next.path + ending) ? readBytes(file) : undefined;
        // A release's files never change: its twins are made once.
        const stays = before !== undefined && before.length < bytes.length && isTwinOf(before, bytes, decompress);
        const twin = stays ? before : await compress(bytes, isReleaseFile(next.path));
        if (twin.length >= bytes.length) {
          if (before !== undefined) drop(file);
          continue;
        }
        if (stays) count.kept += 1;
        else replaceFile(file, twin, next.file + HALF + ending);
        count.twins += 1;
        count[ending === '.gz' ? '.gz' : '.br'] += twin.length;
      }
      progress.advance();
    }
  };
  await showing(showWaiting(), (progress) => {
    progress.begin(`compressing ${out}`, { unit: 'files', total: waiting.length });
    return Promise.all(Array.from({ length: AT_ONCE }, () => work(progress)));
  });
  print(
    `Twins        ${String(count.twins)} (${String(count.kept)} kept, ${String(count.removed)} stale ones removed)`,
  );
  print(`Bytes        ${String(count.bytes)} → ${String(count['.gz'])} gzip, ${String(count['.br'])} brotli`);
  return 0;
}

function isReleaseFile(name: string): boolean {
  const [data, release = ''] = name.split('/');
  return data === 'data' && RELEASE_NAME.test(release);
}

function isTwinOf(twin: Uint8Array, bytes: Uint8Array, decompress: Encoding['decompress']): boolean {
  try {
    return Buffer.compare(decompress(twin), bytes) === 0;
  } catch {
    return false;
  }
}
