import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadGazetteer, loadReadContext, type Context } from '../../pipeline/context.ts';
import { guard } from '../../pipeline/guard.ts';
import { createVintage, locate } from '../../pipeline/locate/index.ts';
import { createMergePlan, keyEntry, merge } from '../../pipeline/merge/index.ts';
import type { Issue } from '../../pipeline/model/issue.ts';
import type { DocumentEntries, Entry, SourceFile } from '../../pipeline/model/project.ts';
import { openReadable } from '../../pipeline/parse/open-readable.ts';
import { createPersonIndex } from '../../pipeline/redact/person-index.ts';
import { redactProject } from '../../pipeline/redact/redact-project.ts';
import { toProjectRows } from '../../pipeline/publish/project-rows.ts';
import { toEntries } from '../../pipeline/run.ts';
import { listEntryFaults, listTreeFaults } from '../properties/accounting.ts';

/** What the stages need to know; a part of what a build knows. */
export type FuzzContext = Parameters<typeof toEntries>[1] & Pick<Context, 'gazetteer' | 'vintage' | 'redaction'>;

/** @param root absolute path of the repository */
export function readFuzzContext(root: string): FuzzContext {
  const gazetteer = loadGazetteer(root, path.join(root, 'geo', 'none'));
  const result = createVintage(gazetteer, Math.max(...gazetteer.keys.keys()));
  if ('problem' in result) throw new Error(result.problem.message);
  return { ...loadReadContext({ root, privacy: {} }), gazetteer, vintage: result.vintage };
}

/** What a fuzzed document can show to be wrong with the program. */
export type FaultKind = 'threw' | 'uncovered' | 'misplaced' | 'differed';
export interface Fault {
  readonly kind: FaultKind;
  readonly what: string;
}

/** The flow over one document, as a build runs it: what is thrown becomes an `internal/…` issue. */
export function runStages(file: SourceFile, context: FuzzContext): DocumentEntries {
  const place = { document: file.path, line: 1, column: 1 };
  const read = guard('internal/document-failed', place, () => ({ value: toEntries(file, context), issues: [] }));
  if (read.value === undefined) return { entries: [], issues: read.issues };
  const { entries, issues } = read.value;
  const planned = guard('internal/project-failed', place, () => runFlow(entries, context));
  return { entries, issues: [...issues, ...planned.issues] };
}

function runFlow(
  entries: readonly Entry[],
  { gazetteer, vintage, redaction }: FuzzContext,
): { value: number; issues: Issue[] } {
  const plan = createMergePlan(entries.map(keyEntry));
  const people = createPersonIndex();
  people.add(entries);
  let rows = 0;
  const found = plan.groups.flatMap(({ members: [first, ...others] }) => {
    const members = [first, ...others].flatMap((index) => entries[index] ?? []) as [Entry, ...Entry[]];
    const merged = merge(members);
    const { project } = redactProject(merged.value, people.ofProject(members), redaction);
    const located = locate(project, gazetteer, vintage);
    rows += toProjectRows(located.value, vintage.year).projects.length;
    return [...merged.issues, ...located.issues];
  });
  return { value: rows, issues: [...plan.issues, ...found] };
}

/** What a run over one document leaves to be desired; its time is the caller's to measure. */
export function listFaults(file: SourceFile, { entries, issues }: DocumentEntries): Fault[] {
  const bugs = issues.filter(({ code }) => code.startsWith('internal/'));
  if (bugs.length > 0) return bugs.map(({ code, message }) => ({ kind: 'threw', what: `${code}: ${message}` }));
  const readable = openReadable(file);
  const uncovered = 'texts' in readable ? readable.texts.flatMap(({ text }) => listTreeFaults(text, file.path)) : [];
  return [
    ...uncovered.map((what): Fault => ({ kind: 'uncovered', what })),
    ...listEntryFaults(file, entries, issues).map((what): Fault => ({ kind: 'misplaced', what })),
  ];
}

/** The same document twice gives the same. */
export function listDifferences(file: SourceFile, first: DocumentEntries, context: FuzzContext): Fault[] {
  const again = runStages(file, context);
  return isDeepStrictEqual(again, first) ? [] : [{ kind: 'differed', what: 'a second run gave something else' }];
}
