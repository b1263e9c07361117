import { guard } from './guard.ts';
import { createMergePlan, keyEntry } from './merge/index.ts';
import type { Staged } from './model/issue.ts';
import type { DocumentEntries, Entry, LocatedProject, WithheldClass } from './model/project.ts';
import { openEntryStore } from './read/entry-store.ts';
import type { Tally } from './tally.ts';

/** A project as it may leave, and what was withheld from it on its way. */
export interface Made {
  readonly project: LocatedProject;
  readonly withheld: ReadonlyMap<WithheldClass, number>;
}

/** What was made of each document, in the order of documents. */
export type Documents = AsyncIterable<DocumentEntries> | Iterable<DocumentEntries>;

/** The entries of each project brought together, in the order of project ids. Entries wait on disk while `merge` plans over their keys. */
export async function* gatherProjects(
  documents: Documents,
  tally: Tally,
  make: (entries: readonly [Entry, ...Entry[]]) => Staged<Made>,
): AsyncGenerator<LocatedProject> {
  const store = openEntryStore(keyEntry);
  try {
    for await (const document of documents) {
      tally.addDocument(document);
      store.add(document.entries);
    }
    const plan = createMergePlan(store.keys);
    tally.addConflicts(plan);
    for (const { projectId, place, members } of plan.groups)
      yield* tally.addProject(
        guard('internal/project-failed', { ...place, project_id: projectId }, () => make(store.read(members))),
      );
  } finally {
    store.close();
  }
}
