import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';
import { exists, listFiles, readBytes, readJson, remove, replaceFile, type DocumentFile } from '../effects/files.ts';
import { print, publishReadably } from '../effects/process.ts';
import { showing, showWaiting } from '../effects/show-progress.ts';
import { UsageError } from '../effects/usage-error.ts';
import { RELEASE_NAME } from '../model/release-name.ts';
import type { Releases } from '../model/schema-types.ts';
import { isCompressible, isTwin } from '../model/twin.ts';
import { holdOutput } from '../release/output.ts';

/** Files that are compressed at the same time: as many as Node has threads for it. */
const AT_ONCE = 4;
/** Marks a twin that is being written: it has no file beside it, so that the next run removes what a kill left of it. */
const HALF = '.half.txt';
/** Position of the operating system in the header of gzip (RFC 1952); 255 is an unknown one, so that it says the same everywhere. */
const [OS_BYTE, UNKNOWN_OS] = [9, 255];

/**
 * Brotli's qualities, by measure. `small` is what pages get, of which a site has thousands: one or two network packets less each would take
 * 25 times as long. `large` clears 32 MB before it begins, 90 ms that only a large file is worth; it comes within a tenth of the best in a
 * fortieth of its time.
 */
const QUALITY = { best: constants.BROTLI_MAX_QUALITY, large: 9, small: 5 };
/** Bytes from which on a file is large. */
const LARGE = 1 << 20;
/** Where the newest release is repeated. */
const LATEST = 'data/latest/';
/** What every page loads. */
const ASSET = /\.(?:css|js)$/;

const toGzip = promisify<Uint8Array, { level: number }, Uint8Array>(gzip);
const fromGzip = promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(gunzip);
const toBrotli = promisify<Uint8Array, { params: Record<number, number> }, Uint8Array>(brotliCompress);
const fromBrotli = promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(brotliDecompress);

interface Encoding {
  readonly ending: '.gz' | '.br';
  /** @param name the file's path in the published folder */
  readonly compress: (bytes: Uint8Array, name: string) => Promise<Uint8Array>;
  readonly decompress: (twin: Uint8Array, limit: { maxOutputLength: number }) => Promise<Uint8Array>;
}
const ENCODINGS: readonly Encoding[] = [
  {
    ending: '.gz',
    async compress(bytes) {
      const twin = await toGzip(bytes, { level: constants.Z_BEST_COMPRESSION });
      twin[OS_BYTE] = UNKNOWN_OS;
      return twin;
    },
    decompress: fromGzip,
  },
  {
    ending: '.br',
    compress: (bytes, name) =>
      toBrotli(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: QUALITY[chooseQuality(name, bytes.length)],
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
    decompress: fromBrotli,
  },
];

/** The best for what is compressed once (a release never changes) or fetched by everybody. */
function chooseQuality(name: string, size: number): keyof typeof QUALITY {
  if (size >= LARGE) return 'large';
  return isReleaseFile(name) || ASSET.test(name) ? 'best' : 'small';
}

/**
 * `hankekartta prepare`: a compressed twin beside each file of a published folder where that is smaller, for a web server that sends those
 * (nginx's `gzip_static` and `brotli_static`). Twins of what is not there any more, or was changed, go. What is published stays as it is.
 */
export async function runPrepare(out: string): Promise<number> {
  publishReadably();
  const giveBack = holdOutput(out);
  try {
    return await makeAllTwins(out);
  } finally {
    giveBack();
  }
}

async function makeAllTwins(out: string): Promise<number> {
  if (!exists(path.join(out, 'data', 'releases.json')))
    throw new UsageError(`${out} is not a published folder; hankekartta build makes one`);
  const files = listFiles(out);
  const known = new Set(files.map(({ path: name }) => name));
  const newest = findNewest(path.join(out, 'data', 'releases.json'));
  const count = { bytes: 0, twins: 0, kept: 0, removed: 0, '.gz': 0, '.br': 0 };
  const drop = (file: string): void => {
    remove(file);
    count.removed += 1;
  };
  for (const { path: name, file } of files) if (isTwin(name) && !known.has(name.replace(/\.\w+$/, ''))) drop(file);
  const makeTwins = async ({ path: name, file: own }: DocumentFile): Promise<void> => {
    const bytes = readBytes(own);
    count.bytes += bytes.length;
    for (const encoding of ENCODINGS) {
      const { ending } = encoding;
      const [file, isThere] = [own + ending, known.has(name + ending)];
      const kept = isThere ? await readTwin(file, bytes, encoding) : undefined;
      const twin = kept ?? (await readTwinOfRelease(name, bytes, encoding)) ?? (await encoding.compress(bytes, name));
      if (twin.length >= bytes.length) {
        if (isThere) drop(file);
        continue;
      }
      if (kept === undefined) replaceFile(file, twin, own + HALF + ending);
      else count.kept += 1;
      count.twins += 1;
      count[ending] += twin.length;
    }
  };
  /** What `data/latest/` repeats has its twin there already. */
  const readTwinOfRelease = async (name: string, bytes: Uint8Array, encoding: Encoding) =>
    newest !== undefined && name.startsWith(LATEST)
      ? readTwin(path.join(out, 'data', newest, name.slice(LATEST.length) + encoding.ending), bytes, encoding)
      : undefined;
  const waiting = files.filter(({ path: name }) => isCompressible(name));
  // Releases first: what `data/latest/` repeats takes their twins.
  await showing(showWaiting(), async (progress) => {
    progress.begin(`compressing ${out}`, { unit: 'files', total: waiting.length });
    for (const part of [
      waiting.filter(({ path: name }) => isReleaseFile(name)),
      waiting.filter(({ path: name }) => !isReleaseFile(name)),
    ]) {
      const rest = part.values();
      const work = async (): Promise<void> => {
        for (const file of rest) {
          await makeTwins(file);
          progress.advance();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    }
  });
  print(
    `Twins        ${String(count.twins)} (${String(count.kept)} kept, ${String(count.removed)} stale ones removed)`,
  );
  print(`Bytes        ${String(count.bytes)} → ${String(count['.gz'])} gzip, ${String(count['.br'])} brotli`);
  return 0;
}

/** The newest release; `undefined` where the list of releases is damaged, which `build` and `verify` tell. */
function findNewest(file: string): string | undefined {
  const list = readJson(file) as Partial<Releases> | null | undefined;
  const newest = Array.isArray(list?.releases) ? list.releases[0]?.release : undefined;
  return typeof newest === 'string' && RELEASE_NAME.test(newest) ? newest : undefined;
}

function isReleaseFile(name: string): boolean {
  const [data, release = ''] = name.split('/');
  return data === 'data' && RELEASE_NAME.test(release);
}

/** A twin that is there and right: of these bytes, and smaller than they are. */
async function readTwin(file: string, bytes: Uint8Array, { decompress }: Encoding): Promise<Uint8Array | undefined> {
  if (!exists(file)) return undefined;
  const twin = readBytes(file);
  if (twin.length >= bytes.length) return undefined;
  try {
    const content = await decompress(twin, { maxOutputLength: bytes.length });
    return Buffer.compare(content, bytes) === 0 ? twin : undefined;
  } catch {
    return undefined;
  }
}
