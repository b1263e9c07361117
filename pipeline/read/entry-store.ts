import path from 'node:path';
import { makeTemporaryFolder } from '../effects/files.ts';
import { openSpool } from '../effects/spool.ts';
import type { Entry } from '../model/project.ts';

/** Entries on disk, so that memory does not grow with them. */
export interface EntryStore {
  add(entry: Entry): void;
  /** The entries at some positions, which count from 0 in the order of adding. */
  read(positions: readonly [number, ...number[]]): [Entry, ...Entry[]];
  close(): void;
}

/** Opens a store in a temporary folder; `close` removes it. */
export function openEntryStore(): EntryStore {
  const temporary = makeTemporaryFolder();
  const spool = openSpool<Entry>(path.join(temporary.folder, 'entries.jsonl'));
  return {
    add: (entry) => void spool.append(entry),
    read: ([first, ...others]) => [spool.read(first), ...others.map((position) => spool.read(position))],
    close() {
      spool.close();
      temporary.remove();
    },
  };
}
