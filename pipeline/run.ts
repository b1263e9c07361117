/**
 * The flow, on one screen:
 *
 *   documents ──read, parse──▶ Entry ──validate──▶ Entry ──merge──▶ Project ──locate──▶ Project + areas ──publish──▶ release ──site──▶ pages
 *             one page, one list row             (issues)   many entries, one project         rows of tables, a file a format
 */
import type { Settings } from './config.ts';
import { loadContext, type Context, type ReadContext } from './context.ts';
import { gatherProjects, type Documents, type Made } from './gather-projects.ts';
import { listAreaChanges, locate } from './locate/index.ts';
import { merge } from './merge/index.ts';
import type { Staged } from './model/issue.ts';
import type { DocumentEntries, Entry, LocatedProject, SourceFile } from './model/project.ts';
import { parse } from './parse/index.ts';
import { publish } from './publish/index.ts';
import { listDocuments } from './read/list-documents.ts';
import { redactProject } from './redact/redact-project.ts';
import { readDocuments } from './read/read-documents.ts';
import { completeOutput } from './release/complete-output.ts';
import { recallBuild, rememberBuild } from './release/last-build.ts';
import { beginOutput, finishOutput } from './release/output.ts';
import { makeSite } from './release/make-site.ts';
import { planRelease } from './release/plan-release.ts';
import { summarise, type BuildSummary } from './release/summarise.ts';
import { openTables } from './release/tables.ts';
import { writeCatalog } from './release/write-catalog.ts';
import { openSurroundings, writeRelease } from './release/write-release.ts';
import { UNTOLD, type Progress } from './model/progress.ts';
import { createTally, type Tally } from './tally.ts';
import { validate } from './validate/index.ts';

/** One document to its valid entries; it needs no other document, so any number of workers can do it (read-worker.ts). */
export function toEntries(document: SourceFile, context: ReadContext): DocumentEntries {
  const parsed = parse(document, context.parse);
  const validated = parsed.value.map((entry) => validate(entry, context.validate));
  const issues = [...parsed.issues, ...validated.flatMap((each) => each.issues)];
  return { entries: validated.map(({ value }) => value), issues };
}

/** The entries of one project to a project that knows its areas and nobody by name; what was withheld is counted. */
function toLocated(
  entries: readonly [Entry, ...Entry[]],
  { gazetteer, vintage, redaction }: Context,
  { people }: Tally,
): Staged<Made> {
  const merged = merge(entries);
  const { project, counts } = redactProject(merged.value, people.ofProject(entries), redaction);
  const located = locate(project, gazetteer, vintage);
  return { value: { project: located.value, withheld: counts }, issues: [...merged.issues, ...located.issues] };
}

/** What is made of one document: `toEntries`, or something that remembers what that made. */
export type TakeDocument = (document: SourceFile) => DocumentEntries;

interface FlowOptions {
  readonly take?: TakeDocument;
  /** Told of documents; whoever takes the projects counts them. */
  readonly progress?: Progress;
}

/** Documents to located projects, in the order of project ids. */
export async function* locateProjects(
  settings: Settings,
  context: Context,
  tally: Tally,
  { take = (document) => toEntries(document, context), progress = UNTOLD }: FlowOptions = {},
): AsyncGenerator<LocatedProject> {
  const { documents, issues } = listDocuments(settings.documents, context.isSources);
  tally.issues.add(issues);
  progress.begin(`reading ${settings.documents.join(', ')}`, { unit: 'documents', total: documents.length });
  yield* locateEntries(countRead(readDocuments(documents, take, settings), progress), context, tally);
}

/** The documents as they come; when all have been read, their projects' turn begins. */
async function* countRead(documents: Documents, progress: Progress): AsyncGenerator<DocumentEntries> {
  for await (const document of documents) {
    yield document;
    progress.advance();
  }
  progress.begin('merging and locating', { unit: 'projects' });
}

/** What documents gave to located projects. */
export function locateEntries(documents: Documents, context: Context, tally: Tally): AsyncGenerator<LocatedProject> {
  return gatherProjects(documents, tally, (entries) => toLocated(entries, context, tally));
}

/** Documents → release → site. The new output is made beside the old one and takes its place whole, or not at all. */
export async function build(settings: Settings, progress: Progress): Promise<BuildSummary> {
  progress.begin('looking for changes');
  const { inputs, program, same } = recallBuild(settings);
  if (same !== undefined) {
    progress.end();
    return same;
  }
  const context = loadContext(settings);
  const tally = createTally(context.redaction);
  const output = beginOutput(settings.out);
  const tables = openTables(context, settings.release);
  try {
    for await (const project of locateProjects(settings, context, tally, { progress })) {
      tables.addProject(project);
      progress.advance();
    }
    progress.begin('comparing with earlier releases');
    tables.addAreas(listAreaChanges(context.gazetteer));
    const plan = await planRelease(settings, context, tables, output);
    progress.begin(`publishing ${plan.projects} projects`, { unit: 'files' });
    if (plan.isNew) {
      tables.addReport(tally.issues.list(), plan.changes);
      const surroundings = openSurroundings(plan.folder, (name) => {
        progress.enter(name);
      });
      const files = await publish(tables.data, context.vintage, plan, surroundings);
      progress.enter('records, manifest, checksums');
      await writeRelease(plan, files, settings, context, tables, tally);
    }
    progress.begin('completing the output: archives, latest, api');
    completeOutput(plan, settings, context, tables, output);
    await writeCatalog(plan, settings, context, tables, output, progress);
    const pages = await makeSite(settings, output, program, progress);
    progress.begin('putting the output in its place');
    finishOutput(output);
    const summary = rememberBuild(settings, inputs, summarise(tally, plan, pages));
    progress.end();
    return summary;
  } finally {
    tables.close();
    output.discard();
  }
}
