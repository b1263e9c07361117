import path from 'node:path';
import { createShardFile, type Extent } from '../effects/shard-file.ts';
import { encodeEntries } from '../effects/entries-file.ts';
import { hashBytes } from '../effects/files.ts';
import type { Progress } from '../model/progress.ts';
import type { DocumentEntries } from '../model/project.ts';
import type { DocumentReference } from './list-documents.ts';

/** The `index`th of `count` shares of the documents, from 1. */
export interface Share {
  readonly index: number;
  readonly count: number;
}

export const nameShare = ({ index, count }: Share): string => `${String(index)}/${String(count)}`;

/** How a shard is told from other files of its folder. */
export const SHARD_ENDING = '.shard';

/** `shard-03-of-12.shard`: in the order of their indices. */
export function nameShardFile({ index, count }: Share): string {
  return `shard-${String(index).padStart(String(count).length, '0')}-of-${String(count)}${SHARD_ENDING}`;
}

/** Digits of SHA-256 that a number holds exactly. */
const DIGITS = 12;

/**
 * Which share a document belongs to: the first 48 bits of the SHA-256 of its path, modulo the number of shares, and one more. Neither other
 * documents nor what it says, the machine or the order of files have a part in it.
 * @returns from 1 to `count`
 */
export function shareOf(document: string, count: number): number {
  return (Number.parseInt(hashBytes(document).slice(0, DIGITS), 16) % count) + 1;
}

/** What decided what was made of the documents, beside them. */
export interface ShardOrigin {
  /** Of the program, as package.json says. */
  readonly version: string;
  /** SHA-256 of the program with its schemas. */
  readonly program: string;
  /** SHA-256 of what the configuration says to parsing and validating. */
  readonly configuration: string;
}

/** A document of a shard: which one it was, and where what was made of it stands. */
export interface ShardDocument extends Extent, Pick<DocumentReference, 'path' | 'retrieved' | 'sourceUrl'> {
  /** Of its bytes; absent where they could not be read. */
  readonly sha256?: string;
}

/** What a shard says of itself. */
export interface ShardHead extends ShardOrigin {
  readonly share: Share;
  readonly documents: readonly ShardDocument[];
}

/**
 * Writes what was made of the documents of one share. The file is whole or not there.
 * @param made of each document, in their order
 * @returns the file
 */
export async function writeShard(
  folder: string,
  share: Share,
  origin: ShardOrigin,
  documents: readonly DocumentReference[],
  made: AsyncIterable<DocumentEntries>,
  progress: Progress,
): Promise<string> {
  const file = path.join(folder, nameShardFile(share));
  const writer = createShardFile(file);
  try {
    const written: ShardDocument[] = [];
    for await (const each of made) {
      const reference = documents[written.length];
      if (reference === undefined) throw new Error('more results than documents');
      const { sha256 } = each;
      const extent = writer.append(encodeEntries(each));
      written.push({ ...identify(reference), ...(sha256 === undefined ? {} : { sha256 }), ...extent });
      progress.advance();
    }
    const head: ShardHead = { ...origin, share, documents: written };
    writer.finish(head);
    return file;
  } finally {
    writer.discard();
  }
}

function identify({ path: name, retrieved, sourceUrl }: DocumentReference): Omit<ShardDocument, keyof Extent> {
  return {
    path: name,
    ...(retrieved === undefined ? {} : { retrieved }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
  };
}
