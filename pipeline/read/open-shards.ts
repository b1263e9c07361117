import path from 'node:path';
import { decodeEntries } from '../effects/entries-file.ts';
import { isFolder, listFolder } from '../effects/files.ts';
import { openShardFile } from '../effects/shard-file.ts';
import { UsageError } from '../effects/usage-error.ts';
import type { DocumentEntries } from '../model/project.ts';
import type { DocumentReference } from './list-documents.ts';
import { readDocument } from './read-document.ts';
import { nameShare, SHARD_ENDING, shareOf, type ShardDocument, type ShardHead, type ShardOrigin } from './shard.ts';

/** All shares of the documents, each once, whole, and made by this program under this configuration. */
export interface Shards {
  /**
   * What was made of the documents, in their order. Throws `UsageError`, before it gives anything, where the shards are not of these
   * documents as they are now.
   */
  read(documents: readonly DocumentReference[]): Generator<DocumentEntries>;
  close(): void;
}

interface OpenShard {
  readonly file: string;
  readonly head: ShardHead;
  readonly documents: ReadonlyMap<string, ShardDocument>;
  readonly read: (document: ShardDocument) => DocumentEntries;
  readonly close: () => void;
}

/**
 * Opens shards.
 * @param places files, or folders that hold them
 * @param origin what they have to come from
 * @throws UsageError that says in a sentence which shard is missing, there twice, damaged or of something else
 */
export function openShards(places: readonly string[], origin: ShardOrigin): Shards {
  const files = places.flatMap((place) =>
    isFolder(place)
      ? listFolder(place)
          .filter((name) => name.endsWith(SHARD_ENDING) && !name.startsWith('.'))
          .map((name) => path.join(place, name))
      : [place],
  );
  const shards: OpenShard[] = [];
  const close = (): void => {
    for (const shard of shards) shard.close();
  };
  try {
    for (const file of files) shards.push(openShard(file));
    checkWhole(shards, places);
    checkOrigin(shards, origin);
  } catch (error) {
    close();
    throw error;
  }
  const byIndex = new Map(shards.map((shard) => [shard.head.share.index, shard]));
  return { read: (documents) => readShards(documents, byIndex), close };
}

function openShard(file: string): OpenShard {
  const { head: said, read, close } = openShardFile(file);
  // Its checksum fits, so that a program of this format wrote it.
  const head = said as ShardHead;
  const documents = new Map(head.documents.map((document) => [document.path, document]));
  return { file, head, documents, read: (document) => decodeEntries(read(document)), close };
}

/** Each share of one division is there once. */
function checkWhole(shards: readonly OpenShard[], places: readonly string[]): void {
  const [first] = shards;
  if (first === undefined) throw new UsageError(`no shard in ${places.join(', ')}`);
  const { count } = first.head.share;
  const seen = new Map<number, OpenShard>();
  for (const shard of shards) {
    const { share } = shard.head;
    if (share.count !== count)
      throw new UsageError(
        `${first.file} is shard ${nameShare(first.head.share)} and ${shard.file} is shard ${nameShare(share)}: expected the shards of one division`,
      );
    const before = seen.get(share.index);
    if (before !== undefined)
      throw new UsageError(
        `${before.file} and ${shard.file} are both shard ${nameShare(share)}: expected each shard once`,
      );
    seen.set(share.index, shard);
  }
  const missing = Array.from({ length: count }, (_, position) => position + 1).filter((index) => !seen.has(index));
  if (missing.length > 0)
    throw new UsageError(`${describeShares(missing, count, 'missing')}${makeAgain(missing, count)}`);
}

function checkOrigin(shards: readonly OpenShard[], origin: ShardOrigin): void {
  const { count } = shards[0]?.head.share ?? { count: 0 };
  const refuse = (differs: (head: ShardHead) => boolean, what: (head: ShardHead) => string): void => {
    const found = shards.filter(({ head }) => differs(head));
    const [first] = found;
    if (first === undefined) return;
    const indices = found.map(({ head }) => head.share.index);
    throw new UsageError(`${describeShares(indices, count, what(first.head))}${makeAgain(indices, count)}`);
  };
  refuse(
    ({ version }) => version !== origin.version,
    ({ version }) => `of version ${version} of the program, expected ${origin.version}`,
  );
  refuse(
    ({ program }) => program !== origin.program,
    () => `of another state of the program (its sources, schemas, boundaries or packages), expected this one`,
  );
  refuse(
    ({ configuration }) => configuration !== origin.configuration,
    () => 'of another configuration (privacy), expected this one',
  );
}

/** Numbers and names that a sentence can hold. */
const NAMED = 5;

function listSome(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}

function describeShares(indices: readonly number[], count: number, what: string): string {
  const names = indices.toSorted((a, b) => a - b).map((index) => nameShare({ index, count }));
  return names.length === 1 ? `shard ${listSome(names)} is ${what}` : `shards ${listSome(names)} are ${what}`;
}

function makeAgain(indices: readonly number[], count: number): string {
  const [first = 1] = indices.toSorted((a, b) => a - b);
  return `; make ${indices.length === 1 ? 'it' : 'each'} with: hankekartta build --shard ${nameShare({ index: first, count })}`;
}

function* readShards(
  documents: readonly DocumentReference[],
  byIndex: ReadonlyMap<number, OpenShard>,
): Generator<DocumentEntries> {
  const shardOf = (document: string): OpenShard => {
    const shard = byIndex.get(shareOf(document, byIndex.size));
    if (shard === undefined) throw new Error(`no shard of ${document}`);
    return shard;
  };
  checkDocuments(documents, byIndex, shardOf);
  for (const { path: name } of documents) {
    const shard = shardOf(name);
    const document = shard.documents.get(name);
    if (document === undefined) throw new Error(`${name} is not in ${shard.file}`);
    yield shard.read(document);
  }
}

/** Holds every document, as it is now, against what its shard was made from. */
function checkDocuments(
  documents: readonly DocumentReference[],
  byIndex: ReadonlyMap<number, OpenShard>,
  shardOf: (document: string) => OpenShard,
): void {
  const stale = new Set<number>();
  const faults: string[] = [];
  const report = ({ head }: OpenShard, fault: string): void => {
    stale.add(head.share.index);
    faults.push(fault);
  };
  for (const reference of documents) {
    const shard = shardOf(reference.path);
    const known = shard.documents.get(reference.path);
    if (known === undefined) report(shard, `${reference.path} is new`);
    else if (known.sha256 !== hashDocument(reference)) report(shard, `${reference.path} was changed`);
    else if (known.retrieved !== reference.retrieved || known.sourceUrl !== reference.sourceUrl)
      report(shard, `what sources.json says of ${reference.path} was changed`);
  }
  const listed = new Set(documents.map(({ path: name }) => name));
  for (const shard of byIndex.values())
    for (const name of shard.documents.keys()) if (!listed.has(name)) report(shard, `${name} is gone`);
  if (faults.length === 0) return;
  const what = `not of these documents (${listSome(faults)})`;
  throw new UsageError(`${describeShares([...stale], byIndex.size, what)}${makeAgain([...stale], byIndex.size)}`);
}

function hashDocument(reference: DocumentReference): string | undefined {
  try {
    return readDocument(reference).sha256;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
