import { guard } from './guard.ts';
import { createMergePlan, keyEntry } from './merge/index.ts';
import type { Staged } from './model/issue.ts';
import type { Entry } from './model/project.ts';
import type { KeptDocument, KeptProject, Made, MemberEntry, Memory } from './read/memory.ts';
import type { NamedEntry, ProjectPersons } from './redact/person-index.ts';
import type { Tally } from './tally.ts';

/** What is held of an entry in memory while it waits on disk: its key, whom it names, what it withholds. */
export interface EntryHead extends NamedEntry, Pick<Entry, 'withheld'> {
  readonly key: ReturnType<typeof keyEntry>;
}

export function toHead(entry: Entry): EntryHead {
  const { document, projectId, persons, unwithheld, withheld, fields } = entry;
  const { name, beneficiary_name } = fields;
  const named = {
    ...(name === undefined ? {} : { name }),
    ...(beneficiary_name === undefined ? {} : { beneficiary_name }),
  };
  return { key: keyEntry(entry), document, projectId, persons, unwithheld, withheld, fields: named };
}

/** What was made of each document, in the order of documents. */
export type Documents = AsyncIterable<KeptDocument<EntryHead>> | Iterable<KeptDocument<EntryHead>>;

/**
 * The entries of each project brought together, in the order of project ids. Entries wait on disk while `merge` plans over their keys; a
 * project whose entries and persons are those of the last run is taken from there.
 */
export async function* gatherProjects(
  documents: Documents,
  tally: Tally,
  memory: Memory<EntryHead>,
  make: (entries: readonly [Entry, ...Entry[]], persons: ProjectPersons) => Staged<Made>,
): AsyncGenerator<KeptProject> {
  const entries: MemberEntry<EntryHead>[] = [];
  for await (const document of documents) {
    tally.addDocument({ entries: document.heads, issues: document.issues });
    for (const position of document.heads.keys()) entries.push({ document, position });
  }
  const plan = createMergePlan(entries.map((entry) => headOf(entry).key));
  tally.addConflicts(plan);
  for (const { projectId, place, members } of plan.groups) {
    const own = members.map((index) => entryAt(entries, index));
    const persons = tally.people.ofProject(own.map(headOf));
    const [first, ...others] = own;
    const project = memory.takeProject(own, persons, () =>
      guard('internal/project-failed', { ...place, project_id: projectId }, () => {
        if (first === undefined) throw new Error('a project without entries');
        return make([readEntry(first), ...others.map(readEntry)], persons);
      }),
    );
    yield* tally.addProject(project);
  }
  memory.save();
}

function entryAt(entries: readonly MemberEntry<EntryHead>[], index: number): MemberEntry<EntryHead> {
  const entry = entries[index];
  if (entry === undefined) throw new Error(`no entry ${String(index)}`);
  return entry;
}

function headOf({ document, position }: MemberEntry<EntryHead>): EntryHead {
  const head = document.heads[position];
  if (head === undefined) throw new Error(`no entry ${String(position)} in its document`);
  return head;
}

const readEntry = ({ document, position }: MemberEntry<EntryHead>): Entry => document.read(position);
