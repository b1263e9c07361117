import path from 'node:path';
import { makeTemporaryFolder } from '../effects/files.ts';
import { openSpool } from '../effects/spool.ts';
import type { Entry } from '../model/project.ts';

/** Entries on disk and their keys in memory, which therefore hardly grows with them. */
export interface EntryStore<Key> {
  add(entries: readonly Entry[]): void;
  /** In the order of adding. */
  readonly keys: readonly Key[];
  /** The entries at some positions, which count from 0 in the order of adding. */
  read(positions: readonly [number, ...number[]]): [Entry, ...Entry[]];
  close(): void;
}

/**
 * Opens a store in a temporary folder; `close` removes it.
 * @param keyOf what is held of an entry in memory
 */
export function openEntryStore<Key>(keyOf: (entry: Entry) => Key): EntryStore<Key> {
  const keys: Key[] = [];
  const temporary = makeTemporaryFolder();
  const spool = openSpool<Entry>(path.join(temporary.folder, 'entries.jsonl'));
  return {
    add(entries) {
      for (const entry of entries) {
        spool.append(entry);
        keys.push(keyOf(entry));
      }
    },
    keys,
    read: ([first, ...others]) => [spool.read(first), ...others.map((position) => spool.read(position))],
    close() {
      spool.close();
      temporary.remove();
    },
  };
}
