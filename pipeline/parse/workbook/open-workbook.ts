import { createRequire } from 'node:module';
import type { WorkBook } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { LIMITS } from '../limits.ts';
import { isText, slimPart } from './slim-parts.ts';

export type Xlsx = typeof import('@e965/xlsx');

/** The end of a sentence that says what a file is instead of a workbook to be read. */
export interface Problem {
  readonly problem: string;
}
export const NO_WORKBOOK: Problem = { problem: 'bytes that are no workbook' };
export const TOO_LARGE: Problem = { problem: 'a workbook that is larger than any list' };

export interface OpenWorkbook {
  readonly xlsx: Xlsx;
  /** Of its sheets. */
  readonly count: number;
  /** Reads the sheets at some positions from 0; those behind the last are none. `undefined` where the parts are no workbook after all. */
  readonly read: (sheets: number[]) => WorkBook | undefined;
}

/** Opens a spreadsheet file, or says what is wrong with it. */
export function openWorkbook(bytes: Uint8Array): OpenWorkbook | Problem {
  // A megabyte of program that few builds need.
  const xlsx = createRequire(import.meta.url)('@e965/xlsx') as Xlsx;
  const parts = attempt(() => unpack(bytes));
  if (parts === 'too large') return TOO_LARGE;
  const zip = attempt(() => parts && zipSync(parts, { level: 0 }));
  const count = attempt(() => xlsx.read(zip, { type: 'array', bookSheets: true }).SheetNames.length);
  if (count === undefined) return NO_WORKBOOK;
  if (count > LIMITS.sheets) return TOO_LARGE;
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
  return { xlsx, count, read };
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
 * and no more, and is given on as it is: a directory that states less than there is cannot fill the memory.
 */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | 'too large' {
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize, size }) => {
      total += Math.max(originalSize, size);
      // Kept in an object, whose prototype it would be: each of its bytes would count as a part.
      return name !== '__proto__' && isText(name) && total <= LIMITS.unpackedBytes;
    },
  });
  if (total > LIMITS.unpackedBytes) return 'too large';
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, slimPart(name, part)]));
}
