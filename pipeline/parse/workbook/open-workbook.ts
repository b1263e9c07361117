import { createRequire } from 'node:module';
import type { WorkBook } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { LIMITS } from '../limits.ts';
import { isText, slimParts, toUtf8 } from './slim-parts.ts';
import { areBounded, groupSheets, type SheetGroups, type Xlsx } from './weigh-sheets.ts';

/** The end of a sentence that says what a file is instead of a workbook to be read. */
export interface Problem {
  readonly problem: string;
}
export const NO_WORKBOOK: Problem = { problem: 'bytes that are no workbook' };
export const TOO_LARGE: Problem = { problem: 'a workbook that is larger than any list' };

/** What a locked file and the old format share is the package around both (MS-CFB, 2.2). */
const LOCKED: Problem = { problem: 'a workbook with a password or in the format of before 2007' };
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const DOUBLE: Problem = { problem: 'a workbook that holds a part twice' };

export interface OpenWorkbook extends SheetGroups {
  readonly xlsx: Xlsx;
  /** Reads the sheets at some positions. `undefined` where the parts are no workbook after all. */
  readonly read: (sheets: number[]) => WorkBook | undefined;
}

/** Opens a spreadsheet file, or says what is wrong with it. */
export function openWorkbook(bytes: Uint8Array): OpenWorkbook | Problem {
  if (COMPOUND_FILE.equals(bytes.subarray(0, COMPOUND_FILE.length))) return LOCKED;
  // A megabyte of program that few builds need.
  const xlsx = createRequire(import.meta.url)('@e965/xlsx') as Xlsx;
  const unpacked = attempt(() => unpack(bytes));
  if (unpacked === undefined) return NO_WORKBOOK;
  if ('problem' in unpacked) return unpacked;
  if (!areBounded(unpacked.parts)) return TOO_LARGE;
  const parts = attempt(() => slimParts(unpacked.parts));
  if (parts === undefined) return NO_WORKBOOK;
  const zip = zipSync(parts, { level: 0 });
  const read = (sheets: number[]): WorkBook | undefined =>
    attempt(() =>
      xlsx.read(zip, {
        type: 'array',
        sheets,
        dense: true,
        cellNF: true,
        cellHTML: false,
        // What a cell shows is asked of few.
        cellText: false,
        // A formula whose result was not saved is told from an empty cell by these two.
        cellFormula: true,
        sheetStubs: true,
      }),
    );
  const book = read([]);
  if (book === undefined) return NO_WORKBOOK;
  if (book.SheetNames.length > LIMITS.sheets) return TOO_LARGE;
  const groups = attempt(() => groupSheets(xlsx, parts, book) ?? 'too large');
  if (groups === undefined) return NO_WORKBOOK;
  return groups === 'too large' ? TOO_LARGE : { xlsx, ...groups, read };
}

/** The library fails in many ways at what is no workbook. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/**
 * The parts of a workbook, or that they are too large. Each is unpacked into as many bytes as the file's directory states
 * and no more: a directory that states less than there is cannot fill the memory.
 */
function unpack(bytes: Uint8Array): { parts: Record<string, Uint8Array> } | Problem {
  let total = 0;
  /** Names of parts are told apart by their letters, not by their size (ISO/IEC 29500-2, 6.2.2.3). */
  const names: string[] = [];
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize, size }) => {
      total += Math.max(originalSize, size);
      names.push(name.toLowerCase());
      // Kept in an object, whose prototype it would be: each of its bytes would count as a part.
      return name !== '__proto__' && isText(name) && total <= LIMITS.unpackedBytes;
    },
  });
  if (total > LIMITS.unpackedBytes) return TOO_LARGE;
  if (new Set(names).size < names.length) return DOUBLE;
  return { parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, toUtf8(part)])) };
}
