import path from 'node:path';
import { makeTemporaryFolder } from '../effects/files.ts';
import { openSealedStore } from '../effects/sealed-store.ts';
import { makeSecret, toSecret, type Secret } from '../effects/seal.ts';
import { openSpool } from '../effects/spool.ts';
import type { Issue, Staged } from '../model/issue.ts';
import type { DocumentEntries, Entry, LocatedProject, SourceFile, WithheldClass } from '../model/project.ts';

/** What one document gave; its entries wait on disk, or in their document, until they are read. `Head` is what is held of each in memory. */
export interface KeptDocument<Head> {
  readonly heads: readonly Head[];
  readonly issues: readonly Issue[];
  /** An entry by its position from 0. */
  readonly read: (position: number) => Entry;
  /** Tells this document, made by this program, from every other. */
  readonly name: string;
  readonly secret: Secret;
}

/** A project as it may leave, and what was withheld from it on its way. */
export interface Made {
  readonly project: LocatedProject;
  readonly withheld: ReadonlyMap<WithheldClass, number>;
}

/** The same, on disk until it is read. */
export interface KeptProject {
  readonly projectId: string;
  readonly withheld: ReadonlyMap<WithheldClass, number>;
  readonly read: () => LocatedProject;
}

/**
 * What a run makes of documents and of projects, and what the last run made of the same. What is remembered of a document depends on its bytes,
 * what `sources.json` says of it and the program; of a project, on the documents of its entries, on whom all documents name about
 * it, and on the boundaries. Of a document only the heads of its entries last: a project whose every document is as it was needs no more,
 * and for another one the document is there to be read. Both hold names that are only withheld later, so they are sealed (effects/seal.ts).
 */
export interface Memory<Head> {
  /** What the last run made of a document. */
  recallDocument(source: SourceFile, again: () => DocumentEntries): KeptDocument<Head> | undefined;
  /** @param source absent for a document that the next run need not find */
  keepDocument(made: DocumentEntries, source?: SourceFile): KeptDocument<Head>;
  /**
   * What the last run made of the entries of a project, or what is made of them now.
   * @param known all else that it depends on
   */
  takeProject(
    entries: readonly MemberEntry<Head>[],
    known: unknown,
    make: () => Staged<Made | undefined>,
  ): Staged<KeptProject | undefined>;
  /** The run has made all: the next one finds it. */
  save(): void;
  close(): void;
}

export interface MemberEntry<Head> {
  readonly document: KeptDocument<Head>;
  readonly position: number;
}

/** Values of the last run by name. */
interface Holder<T> {
  find(name: string): T | undefined;
  hold(name: string, value: T): void;
  /** A run is over: what it did not hold is let go. */
  turn(): void;
}

/**
 * What a process that goes on holds of its last run, so that nothing of it is opened again. It says what sealed records would say: a name is
 * a digest of all that a record depends on.
 */
export interface Held<Head> {
  readonly documents: Holder<DocumentHead<Head>>;
  readonly projects: Holder<Staged<KeptProject>>;
}

export const holdRuns = <Head>(): Held<Head> => ({ documents: createHolder(), projects: createHolder() });

function createHolder<T>(): Holder<T> {
  let last = new Map<string, T>();
  let now = new Map<string, T>();
  return {
    find: (name) => last.get(name),
    hold: (name, value) => void now.set(name, value),
    turn() {
      last = now;
      now = new Map();
    },
  };
}

/** What decides, beside documents, what is made of them: digests. */
export interface MemoryOrigin {
  /** Absent: nothing is remembered. */
  readonly folder?: string;
  readonly documents: string;
  readonly projects: string;
}

interface DocumentHead<Head> {
  readonly heads: readonly Head[];
  readonly issues: readonly Issue[];
}
interface ProjectHead {
  readonly projectId: string;
  readonly issues: readonly Issue[];
  readonly withheld: readonly (readonly [WithheldClass, number])[];
}

/**
 * @param headOf what is held in memory of an entry; JSON
 * @param held by a process that makes more than one run
 */
export function openMemory<Head>(
  origin: MemoryOrigin,
  headOf: (entry: Entry) => Head,
  held?: Held<Head>,
): Memory<Head> {
  const temporary = makeTemporaryFolder();
  const spool = openSpool<Entry>(path.join(temporary.folder, 'entries.jsonl'));
  const store = openSealedStore(origin.folder);
  const nameDocument = ({ path: name, retrieved, sourceUrl }: SourceFile, secret: Secret): string =>
    secret.nameOf(JSON.stringify([origin.documents, name, retrieved, sourceUrl]));
  const findHead = (name: string, secret: Secret): DocumentHead<Head> | undefined => {
    const known = held?.documents.find(name);
    if (known !== undefined) store.touch(name);
    return known ?? (store.find(name, secret)?.head as DocumentHead<Head> | undefined);
  };
  /** Of a process that goes on a project lasts longer than the store that it was found in. */
  const hold = (name: string, made: Staged<KeptProject>): Staged<KeptProject> => {
    if (held === undefined) return made;
    const project = made.value.read();
    const kept = { ...made, value: { ...made.value, read: () => project } };
    held.projects.hold(name, kept);
    return kept;
  };
  return {
    recallDocument(source, again) {
      const secret = toSecret(source.bytes);
      const name = nameDocument(source, secret);
      const head = findHead(name, secret);
      if (head === undefined) return undefined;
      held?.documents.hold(name, head);
      let anew: readonly Entry[] | undefined;
      const read = (position: number): Entry => {
        const entry = (anew ??= again().entries)[position];
        if (entry === undefined) throw new Error('a document changed while it was read');
        return entry;
      };
      return { ...head, name, secret, read };
    },
    keepDocument({ entries, issues }, source) {
      const secret = source === undefined ? makeSecret() : toSecret(source.bytes);
      const name = source === undefined ? secret.nameOf('') : nameDocument(source, secret);
      // A copy, as the next run recalls it: a string that was cut out of a text keeps the whole text in memory.
      const head: DocumentHead<Head> = JSON.parse(
        JSON.stringify({ heads: entries.map(headOf), issues }),
      ) as DocumentHead<Head>;
      if (source !== undefined) {
        store.keep(name, secret, head, []);
        held?.documents.hold(name, head);
      }
      const first = spool.length;
      for (const entry of entries) spool.append(entry);
      return { ...head, name, secret, read: (position) => spool.read(first + position) };
    },
    takeProject(entries, known, make) {
      const [first, ...others] = entries.map(({ document }) => document.secret);
      const secret = first?.with(others) ?? makeSecret();
      const members = entries.map(({ document, position }) => [document.name, position]);
      const name = secret.nameOf(JSON.stringify([origin.projects, members, known]));
      const before = held?.projects.find(name);
      if (before !== undefined) {
        store.touch(name);
        return hold(name, before);
      }
      const record = store.find(name, secret);
      const makeAgain = (): LocatedProject => {
        const { value } = make();
        if (value === undefined) throw new Error('a project could be made once and cannot be made again');
        return value.project;
      };
      if (record !== undefined) {
        const { projectId, issues, withheld } = record.head as ProjectHead;
        const read = (): LocatedProject => (record.read(0) as LocatedProject | undefined) ?? makeAgain();
        return hold(name, { value: { projectId, withheld: new Map(withheld), read }, issues });
      }
      const { value, issues } = make();
      if (value === undefined) return { value, issues };
      const { project, withheld } = value;
      const head: ProjectHead = { projectId: project.projectId, issues, withheld: [...withheld] };
      store.keep(name, secret, head, [project]);
      return hold(name, { value: { projectId: project.projectId, withheld, read: () => project }, issues });
    },
    save: () => {
      store.save();
      held?.documents.turn();
      held?.projects.turn();
    },
    close() {
      store.close();
      spool.close();
      temporary.remove();
    },
  };
}
