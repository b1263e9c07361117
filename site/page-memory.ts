import { hash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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

const FORMAT = 1;

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
  /** Reads of things that are made once for many pages. */
  readonly shared: Readonly<Record<string, readonly number[]>>;
  readonly pages: Readonly<Record<string, MadePage>>;
}

/** What the file holds, where all of it is as it was written: its first line is the digest of the second. */
function recall({ file, program }: PageMemory): Remembered | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== hash('sha256', body)) return undefined;
    const found = JSON.parse(body) as Remembered;
    return found.format === FORMAT && found.program === program ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps pages from build to build: one whose every read gives what it gave is taken over as it is. */
export interface PageKeeper {
  /** Puts the page of the last build in its place where it would be the same. */
  keep(name: string, key: unknown, out: string): boolean;
  /** Makes a page and notes what it is made of. */
  make(name: string, key: unknown, render: () => string): string;
  /** Writes what is known for the next build. */
  remember(): void;
}

export function createPageKeeper(trace: Trace, memory: PageMemory): PageKeeper {
  // Titles of codes are read for all pages together, before any is made.
  const codes = trace.digest(JSON.stringify(['published', 'schemas']));
  const program = `${memory.program} ${codes ?? ''}`;
  const last = codes === undefined ? undefined : recall({ ...memory, program });
  const kept = last?.reads ?? [];
  for (const [name, reads] of Object.entries(last?.shared ?? {}))
    trace.addShared(name, new Set(reads.flatMap((index) => kept[index]?.[0] ?? [])));
  /** By position: whether the read gives what it gave; asked once for all pages. */
  const same: (boolean | undefined)[] = [];
  const isSame = (index: number): boolean => {
    const [read, digest] = kept[index] ?? ['', ''];
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
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
  };

  return {
    keep(name, key, out) {
      const page = last?.pages[name];
      if (page?.key !== trace.digestValue(key) || !page.reads.every(isSame)) return false;
      const file = path.join(memory.published, name);
      try {
        if (hash('sha256', readFileSync(file)) !== page.sha256) return false;
        place(file, path.join(out, name));
      } catch {
        return false;
      }
      pages[name] = { ...page, reads: page.reads.map((index) => number(kept[index]?.[0] ?? '')) };
      return true;
    },
    make(name, key, render) {
      const made = trace.note(render);
      pages[name] = {
        key: trace.digestValue(key),
        reads: [...made.reads].map(number),
        sha256: hash('sha256', made.value),
      };
      return made.value;
    },
    remember() {
      const shared = Object.fromEntries([...trace.shared].map(([name, its]) => [name, [...its].map(number)]));
      const all: Remembered = { format: FORMAT, program, reads, shared, pages };
      const body = JSON.stringify(all);
      mkdirSync(path.dirname(memory.file), { recursive: true });
      writeFileSync(memory.file, `${hash('sha256', body)}\n${body}`);
    },
  };
}
