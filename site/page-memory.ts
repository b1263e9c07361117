import { hash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { KnownShared } from './model/shared-values.ts';
import type { Trace } from './model/trace.ts';

/** Where pages of the last build are, and what is remembered of them. */
export interface PageMemory {
  /** File that is read before and written after; made anew where it is missing, damaged or of another program. */
  readonly file: string;
  /** The folder that the last build published. */
  readonly published: string;
  /** Digest of everything but the data that decides what a page says: program, words, settings. */
  readonly program: string;
}

const FORMAT = 3;

/** Rights of a published file: everybody reads it. */
const [PUBLISHED, READABLE] = [0o644, 0o444];

/** Of a SHA-256 in hexadecimal. */
const DIGEST_LENGTH = 64;

/** What a page was made of and what it came to. */
interface MadePage {
  /** Digest of the key that it is made by. */
  readonly key: string;
  /** What it read, by position in `reads`. */
  readonly reads: readonly number[];
  /** SHA-256 of its bytes. */
  readonly sha256: string;
}

interface Remembered {
  readonly format: number;
  readonly program: string;
  /** Each read and the digest of what it gave. */
  readonly reads: readonly (readonly [read: string, digest: string])[];
  /** Things that are made once for many pages. */
  readonly shared: Readonly<Record<string, Omit<KnownShared, 'reads'> & { readonly reads: readonly number[] }>>;
  readonly pages: Readonly<Record<string, MadePage>>;
}

/**
 * What the file holds, where all of it is as it was written: a line for each of those who shared the work, behind its digest.
 * Parts of another program are none.
 */
export function recallPages({ file }: PageMemory): readonly Remembered[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    const parts = lines.map((line) => line.slice(DIGEST_LENGTH));
    if (parts.some((part, index) => hash('sha256', part) !== lines[index]?.slice(0, DIGEST_LENGTH))) return [];
    return parts.map((part) => JSON.parse(part) as Remembered);
  } catch {
    return [];
  }
}

/** Whether the last build was made by the same program, so that most pages will be kept. */
export function isKnown({ file, program }: PageMemory): boolean {
  const begin = JSON.stringify({ format: FORMAT, program: `${program} ` }).slice(0, -2);
  return existsSync(file) && readFileSync(file, 'latin1').startsWith(begin, DIGEST_LENGTH);
}

/** Writes what is known for the next build. @param parts as keepers describe them */
export function rememberPages({ file }: PageMemory, parts: readonly string[]): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, parts.map((part) => `${hash('sha256', part)}${part}\n`).join(''));
}

/** Keeps pages from build to build: one whose every read gives what it gave is taken over as it is. */
export interface PageKeeper {
  /** Puts the page of the last build in its place where it would be the same. */
  keep(name: string, key: unknown, out: string): boolean;
  /** Makes a page and notes what it is made of. @param encode to UTF-8 */
  make(name: string, key: unknown, render: () => string, encode: (text: string) => Buffer): Buffer;
  /** What the next build is to know of what was kept and made. */
  describe(): string;
}

/** @param last what the last build remembered */
export function createPageKeeper(trace: Trace, memory: PageMemory, last: readonly Remembered[]): PageKeeper {
  // Titles of codes are read for all pages together, before any is made.
  const codes = trace.digest(JSON.stringify(['published', 'schemas']));
  const program = `${memory.program} ${codes ?? ''}`;
  const known = last
    .filter((part) => codes !== undefined && part.format === FORMAT && part.program === program)
    .map((part) => ({ ...part, same: [] as (boolean | undefined)[] }));
  for (const { reads, shared } of known)
    for (const [name, its] of Object.entries(shared))
      trace.shared.recall(name, { ...its, reads: new Set(its.reads.flatMap((index) => reads[index]?.[0] ?? [])) });
  type Known = (typeof known)[number];
  /** Whether a read gives what it gave; asked once for all pages of a part. */
  const isSame = ({ reads, same }: Known, index: number): boolean => {
    const [read, digest] = reads[index] ?? ['', ''];
    return (same[index] ??= trace.digest(read) === digest);
  };

  const numbers = new Map<string, number>();
  const reads: [string, string][] = [];
  const pages: Record<string, MadePage> = {};
  /** A read that has no digest makes a page that cannot be kept. */
  const number = (read: string): number => {
    const known = numbers.get(read);
    if (known !== undefined) return known;
    numbers.set(read, reads.length);
    reads.push([read, trace.digest(read) ?? '']);
    return reads.length - 1;
  };

  const folders = new Set<string>();
  /** A published file is never written again, so one file can have two names. */
  const place = (from: string, to: string): void => {
    const folder = path.dirname(to);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    try {
      if ((statSync(from).mode & READABLE) !== READABLE) throw new Error('a link has the rights of what it links');
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
      chmodSync(to, PUBLISHED);
    }
  };

  return {
    keep(name, key, out) {
      const part = known.find(({ pages: its }) => Object.hasOwn(its, name));
      const page = part?.pages[name];
      if (part === undefined || page?.key !== trace.digestValue(key)) return false;
      if (!page.reads.every((index) => isSame(part, index))) return false;
      const file = path.join(memory.published, name);
      try {
        if (hash('sha256', readFileSync(file)) !== page.sha256) return false;
        place(file, path.join(out, name));
      } catch {
        return false;
      }
      pages[name] = { ...page, reads: page.reads.map((index) => number(part.reads[index]?.[0] ?? '')) };
      return true;
    },
    make(name, key, render, encode) {
      const made = trace.note(render);
      const bytes = encode(made.value);
      pages[name] = {
        key: trace.digestValue(key),
        reads: [...made.reads].map(number),
        sha256: hash('sha256', bytes),
      };
      return bytes;
    },
    describe() {
      const shared = Object.fromEntries(
        trace.shared.list().map(([name, its]) => [name, { ...its, reads: [...its.reads].map(number) }]),
      );
      const all: Remembered = { format: FORMAT, program, reads, shared, pages };
      return JSON.stringify(all);
    },
  };
}
