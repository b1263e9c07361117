/**
 * The flow, on one screen:
 *
 *   documents ──read, parse──▶ Entry ──validate──▶ Entry ──merge──▶ Project ──locate──▶ Project + areas ──publish──▶ release ──site──▶ pages
 *             one page, one list row             (issues)   many entries, one project         rows of tables, a file a format
 */
import type { Settings } from './config.ts';
import { pausing } from './effects/pause.ts';
import { loadContext, loadReadContext, type Context, type ReadContext } from './context.ts';
import { gatherProjects, toHead, type Documents, type EntryHead } from './gather-projects.ts';
import { listAreaChanges, locate } from './locate/index.ts';
import { merge } from './merge/index.ts';
import type { Staged } from './model/issue.ts';
import type { DocumentEntries, Entry, SourceFile } from './model/project.ts';
import { foldIssues } from './parse/fold-issues.ts';
import { parse } from './parse/index.ts';
import { publish } from './publish/index.ts';
import { listDocuments } from './read/list-documents.ts';
import { openMemory, type Held, type KeptDocument, type KeptProject, type Made, type Memory } from './read/memory.ts';
import { openShards, type Shards } from './read/open-shards.ts';
import { readDocuments } from './read/read-documents.ts';
import { recallDocuments } from './read/recall-documents.ts';
import { nameShare, shareOf, writeShard, type Share } from './read/shard.ts';
import type { ProjectPersons } from './redact/person-index.ts';
import { redactProject } from './redact/redact-project.ts';
import { rememberWritten } from './release/check-earlier.ts';
import { checkReleaseDay } from './release/check-release-day.ts';
import { completeOutput } from './release/complete-output.ts';
import { type BuildInputs, describeMemory, describeOrigin, recallBuild, rememberBuild } from './release/last-build.ts';
import { beginOutput, finishOutput, refusePublished } from './release/output.ts';
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
  const issues = foldIssues([...parsed.issues, ...validated.flatMap((each) => each.issues)]);
  return { entries: validated.map(({ value }) => value), issues };
}

/** The entries of one project to a project that knows its areas and nobody by name; what was withheld is counted. */
function toLocated(
  entries: readonly [Entry, ...Entry[]],
  persons: ProjectPersons,
  { gazetteer, vintage, redaction }: Context,
): Staged<Made> {
  const merged = merge(entries);
  const { project, counts } = redactProject(merged.value, persons, redaction);
  const located = locate(project, gazetteer, vintage);
  return { value: { project: located.value, withheld: counts }, issues: [...merged.issues, ...located.issues] };
}

/** What is held from run to run. */
export type HeldRuns = Held<EntryHead>;

/**
 * Documents to located projects, in the order of project ids. What the last run made of the same documents is made again only where
 * something of it is asked for that was not kept.
 * @param progress told of documents; whoever takes the projects counts them
 * @param shards what was made of the documents already, instead of reading them
 * @param held by a process that makes more than one run
 */
export async function* locateProjects(
  settings: Settings,
  context: Context,
  tally: Tally,
  progress: Progress = UNTOLD,
  { shards, held }: { readonly shards?: Shards | undefined; readonly held?: HeldRuns } = {},
): AsyncGenerator<KeptProject> {
  const { documents, issues } = listDocuments(settings.documents, context.checkSources);
  tally.issues.add(issues);
  const stage = shards === undefined ? `reading ${settings.documents.join(', ')}` : 'reading shards';
  progress.begin(stage, { unit: 'documents', total: documents.length });
  if (shards !== undefined) {
    yield* locateEntries(countRead(shards.read(documents), progress), context, tally);
    return;
  }
  const memory = openMemory(describeMemory(settings), toHead, held);
  try {
    const take = (document: SourceFile): DocumentEntries => toEntries(document, context);
    const kept = countRead(recallDocuments(documents, take, settings, memory), progress);
    yield* gather(kept, context, tally, memory);
  } finally {
    memory.close();
  }
}

/** The documents as they come; when all have been read, their projects' turn begins. */
async function* countRead<T>(documents: AsyncIterable<T> | Iterable<T>, progress: Progress): AsyncGenerator<T> {
  for await (const document of pausing(documents)) {
    yield document;
    progress.advance();
  }
  progress.begin('merging and locating', { unit: 'projects' });
}

function gather(
  documents: Documents,
  context: Context,
  tally: Tally,
  memory: Memory<EntryHead>,
): AsyncGenerator<KeptProject> {
  return pausing(gatherProjects(documents, tally, memory, (entries, persons) => toLocated(entries, persons, context)));
}

/** What documents gave to located projects; nothing of it is remembered. */
export async function* locateEntries(
  documents: AsyncIterable<DocumentEntries> | Iterable<DocumentEntries>,
  context: Context,
  tally: Tally,
): AsyncGenerator<KeptProject> {
  const memory = openMemory({ documents: '', projects: '' }, toHead);
  async function* keep(): AsyncGenerator<KeptDocument<EntryHead>> {
    for await (const document of documents) yield memory.keepDocument(document);
  }
  try {
    yield* gather(keep(), context, tally, memory);
  } finally {
    memory.close();
  }
}

/** What one machine of several makes: the flow's first half for its share of the documents, kept in a file for `assemble`. */
export async function buildShard(
  settings: Settings,
  share: Share,
  folder: string,
  progress: Progress,
): Promise<{ readonly file: string; readonly documents: number; readonly all: number }> {
  refusePublished(folder);
  const context = loadReadContext(settings);
  const all = listDocuments(settings.documents, context.checkSources).documents;
  const documents = all.filter(({ path }) => shareOf(path, share.count) === share.index);
  progress.begin(`reading shard ${nameShare(share)}`, { unit: 'documents', total: documents.length });
  const made = pausing(readDocuments(documents, (document) => toEntries(document, context), settings));
  const file = await writeShard(folder, share, describeOrigin(settings), documents, made, progress);
  progress.end();
  return { file, documents: documents.length, all: all.length };
}

/** All shards → release → site, as `build` makes them of the documents. */
export async function assemble(
  settings: Settings,
  places: readonly string[],
  progress: Progress,
): Promise<BuildSummary> {
  progress.begin('looking at the shards');
  const shards = openShards(places, describeOrigin(settings));
  try {
    progress.begin('looking for changes');
    // Shards are looked at even where nothing changed: one that is of no use shall be known.
    return await build(settings, progress, recallBuild(settings), shards);
  } finally {
    shards.close();
  }
}

/**
 * Documents → release → site. The new output is made beside the old one and takes its place whole, or not at all.
 * @param known what decides it (`recallBuild`)
 */
export async function build(
  settings: Settings,
  progress: Progress,
  { inputs, program }: BuildInputs,
  shards?: Shards,
): Promise<BuildSummary> {
  checkReleaseDay(settings.release);
  const context = loadContext(settings);
  const tally = createTally(context.redaction);
  const output = beginOutput(settings.out);
  const tables = openTables(context, settings.release);
  try {
    for await (const project of locateProjects(settings, context, tally, progress, { shards })) {
      tables.addProject(project.read());
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
    const pages = await makeSite(settings, output, program, plan.projects, progress);
    progress.begin('putting the output in its place');
    finishOutput(output);
    if (plan.isNew) rememberWritten(plan.name, output.out, settings.memory);
    return rememberBuild(settings, inputs, summarise(tally, plan, pages));
  } finally {
    tables.close();
    output.discard();
  }
}
