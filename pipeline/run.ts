/**
 * The flow, on one screen:
 *
 *   documents ──parse──▶ Entry ──validate──▶ Entry ──merge──▶ Project ──locate──▶ Project + areas ──publish──▶ files ──site──▶ pages
 *              one page or one list row     (issues)    many entries,                rows of tables      one format = one file
 *                                                       one project
 */
import path from 'node:path';
import { loadContext, type Context, type ReadContext } from './context.ts';
import { listDocuments, readDocument, type DocumentReference } from './documents.ts';
import type { Issue, Severity } from './issue.ts';
import { makeTemporaryFolder, openSpool, remove, UsageError } from './effects.ts';
import { createIssueLog, type IssueLog } from './issues.ts';
import { digestInputs, findSameBuild, rememberBuild } from './last-build.ts';
import { locate } from './locate/index.ts';
import { createMergePlan, keyEntry, merge, type EntryKey } from './merge/index.ts';
import type { Entry, LocatedProject, WithheldClass } from './model.ts';
import { beginOutput, finishOutput } from './output.ts';
import { parse } from './parse/index.ts';
import { createCoverage } from './publish/coverage.ts';
import { readDocuments } from './read-documents.ts';
import type { Config } from './schema-types.ts';
import { assembleRelease, type ReleaseResult } from './release.ts';
import { openTables } from './tables.ts';
import { validate } from './validate/index.ts';

export interface FlowOptions {
  /** Absolute path of the package. */
  readonly root: string;
  readonly documents: readonly string[];
  /** Year of the boundary vintage; the newest one when absent. */
  readonly boundaries: number | undefined;
  /** Folder of imported boundaries. */
  readonly geo: string;
  /** Threads that read documents. */
  readonly jobs: number;
}

/** What a flow counts on its way; complete when its projects have been read to the end. */
export interface FlowState {
  readonly context: Context;
  readonly issues: IssueLog;
  readonly withheld: Map<WithheldClass, number>;
  documents: number;
  entries: number;
  quarantined: number;
}

/** Starts a flow. Throws `UsageError` for a folder that cannot be read or a vintage that cannot be had. */
export function openFlow(options: FlowOptions): FlowState {
  const context = loadContext(options.root, options.boundaries, options.geo);
  return { context, issues: createIssueLog(), withheld: new Map(), documents: 0, entries: 0, quarantined: 0 };
}

/** What one document gave: its valid entries, and the issues of both stages. */
export interface ReadResult {
  readonly entries: readonly Entry[];
  readonly issues: readonly Issue[];
  readonly quarantined: number;
}

/** The first two stages: one document by itself, so that any number of workers can do it. */
export function readEntries(reference: DocumentReference, context: ReadContext): ReadResult {
  const parsed = parse(readDocument(reference), context.parse);
  const validated = parsed.value.map((entry) => validate(entry, context.validate));
  return {
    entries: validated.map(({ value }) => value),
    issues: [...parsed.issues, ...validated.flatMap(({ issues }) => issues)],
    quarantined: parsed.issues.filter(({ severity }) => severity === 'error').length,
  };
}

/** Documents to located projects, in the order of project ids. Entries wait on disk while `merge` plans over their keys. */
export async function* locateProjects(
  state: FlowState,
  options: FlowOptions,
  folder: string,
): AsyncGenerator<LocatedProject> {
  const { context, issues } = state;
  const { documents, issues: unread } = listDocuments(options.documents, context.isSources);
  issues.add(unread);
  const spool = openSpool<Entry>(path.join(folder, 'entries.jsonl'));
  const keys: EntryKey[] = [];
  for await (const { entries, issues: found, quarantined } of readDocuments(
    documents,
    (reference) => readEntries(reference, context),
    options,
  )) {
    issues.add(found);
    state.documents += 1;
    state.quarantined += quarantined;
    for (const entry of entries) {
      spool.append(entry);
      keys.push(keyEntry(entry));
      for (const [kind, count] of Object.entries(entry.withheld)) addWithheld(state, kind as WithheldClass, count);
    }
  }
  const plan = createMergePlan(keys);
  issues.add(plan.issues);
  state.quarantined += plan.quarantined;
  state.entries = keys.length + state.quarantined - plan.quarantined;
  for (const { members } of plan.groups) {
    const [first, ...others] = members.map((index) => spool.read(index));
    if (first === undefined) continue;
    const project = merge([first, ...others]);
    const located = locate(project.value, context.gazetteer, context.vintage);
    issues.add([...project.issues, ...located.issues]);
    yield located.value;
  }
  spool.close();
}

function addWithheld(state: FlowState, kind: WithheldClass, count: number): void {
  state.withheld.set(kind, (state.withheld.get(kind) ?? 0) + count);
}

export interface BuildOptions extends FlowOptions {
  /** Folder that is published. */
  readonly out: string;
  /** Folder of earlier releases that are kept with the sources. */
  readonly releases: string;
  /** Wanted name of the release. */
  readonly release: string;
  readonly allowRemovals: boolean;
  readonly site: boolean;
  readonly schemaBase: string;
  readonly siteUrl: string;
  readonly codeVersion: string;
  /** Named on the site's page about itself. */
  readonly publisher: NonNullable<Config['publisher']> | undefined;
}

/** What a build says at its end. */
export interface BuildSummary {
  readonly documents: number;
  readonly entries: number;
  readonly quarantined: number;
  readonly published: number;
  readonly issues: Readonly<Record<Severity, number>>;
  /** Every error: why which entry was left out. */
  readonly errors: readonly Issue[];
  readonly release: string;
  /** `false` where nothing changed since the newest release. */
  readonly isNew: boolean;
  /** Of the site; 0 without one. */
  readonly pages: number;
}

/** Documents → release → site. The new output is made beside the old one and takes its place whole, or not at all. */
export async function build(options: BuildOptions, progress: (line: string) => void): Promise<BuildSummary> {
  const inputs = digestInputs(options);
  const same = findSameBuild(options, inputs);
  if (same !== undefined) return same;
  const state = openFlow(options);
  const output = beginOutput(options.out);
  const folder = makeTemporaryFolder();
  try {
    progress(`reading ${options.documents.join(', ')}`);
    const tables = openTables(folder, state.context);
    const coverage = createCoverage(state.context.vintage, options.release);
    let published = 0;
    for await (const project of locateProjects(state, options, folder)) {
      tables.addProject(project);
      coverage.add(project);
      published += 1;
    }
    if (published === 0) throw new UsageError(`nothing that can be published in ${options.documents.join(', ')}`);
    progress(`publishing ${String(published)} projects`);
    tables.addCoverage(coverage);
    const release = await assembleRelease(options, state, tables, output);
    const pages = options.site ? await makeSite(options, output.folder, progress) : 0;
    const summary = summarise(state, published, release, pages);
    finishOutput(output);
    rememberBuild(options, inputs, summary);
    return summary;
  } finally {
    remove(folder);
    output.discard();
  }
}

async function makeSite(options: BuildOptions, folder: string, progress: (line: string) => void): Promise<number> {
  progress('making the site');
  // Loaded only here: the other commands start half a second sooner without it.
  const { buildSite } = await import('../site/build.ts');
  const publisher = options.publisher === undefined ? {} : { publisher: options.publisher };
  const { pages } = await buildSite({ data: folder, out: folder, root: options.root, ...publisher });
  return pages;
}

function summarise(state: FlowState, published: number, release: ReleaseResult, pages: number): BuildSummary {
  const { documents, entries, quarantined, issues } = state;
  return {
    documents,
    entries,
    quarantined,
    published,
    issues: { error: issues.count('error'), warning: issues.count('warning'), info: issues.count('info') },
    errors: issues.list().filter(({ severity }) => severity === 'error'),
    release: release.name,
    isNew: release.isNew,
    pages,
  };
}
