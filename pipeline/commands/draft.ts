import type { Settings } from '../config.ts';
import type { Context } from '../context.ts';
import { writeFile } from '../effects/files.ts';
import { listAreaChanges } from '../locate/index.ts';
import { UNTOLD } from '../model/progress.ts';
import type { TableName } from '../model/table.ts';
import { publish } from '../publish/index.ts';
import { holdRuns } from '../read/memory.ts';
import { checkReleaseDay } from '../release/check-release-day.ts';
import { completeOutput } from '../release/complete-output.ts';
import { planRelease } from '../release/plan-release.ts';
import { summarise, type BuildSummary } from '../release/summarise.ts';
import { openTables, type WrittenProjects } from '../release/tables.ts';
import { openSurroundings, writeRelease } from '../release/write-release.ts';
import { locateProjects, type HeldRuns } from '../run.ts';
import { createTally } from '../tally.ts';

/** The end of an archive's directory (PKWARE APPNOTE 4.3.16), of which nothing else is there. */
const EMPTY_ZIP = Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`, 'latin1');
/** What pages are made of: every table as CSV, and these. */
const READ: Readonly<Record<string, TableName>> = {
  jsonl: 'projects',
  geojson: 'municipalities',
  topojson: 'municipalities',
};

/** What is held from draft to draft, of one context. */
export interface HeldDrafts {
  readonly runs: HeldRuns;
  readonly written: WrittenProjects;
}

/** Of another context, what was held is of no use. */
export const holdDrafts = (): HeldDrafts => ({ runs: holdRuns(), written: new WeakMap() });

/**
 * Documents → what pages are made of, for somebody who is at work on them: no earlier releases, archives and other formats, and nothing of it is
 * ever published.
 * @param folder empty, or not there
 */
export async function draft(
  settings: Settings,
  context: Context,
  folder: string,
  { runs, written }: HeldDrafts,
): Promise<BuildSummary> {
  checkReleaseDay(settings.release);
  const tally = createTally(context.redaction);
  const output = { folder, out: folder, discard: () => undefined };
  const tables = openTables(context, settings.release, written);
  try {
    for await (const project of locateProjects(settings, context, tally, UNTOLD, { held: runs }))
      tables.addProject(project.read());
    tables.addAreas(listAreaChanges(context.gazetteer));
    const plan = await planRelease({ ...settings, releases: folder }, context, tables, output);
    tables.addReport(tally.issues.list(), plan.changes);
    const isWanted = (
      { extension, folder: below }: { extension: string; folder?: string },
      table: TableName,
    ): boolean => below === undefined && (extension === 'csv' || READ[extension] === table);
    const files = await publish(tables.data, context.vintage, plan, openSurroundings(plan.folder), isWanted);
    await writeRelease(plan, files, settings, context, tables, tally, []);
    // Nobody looks into the archive of a draft: where one is, none is made.
    writeFile(`${plan.folder}.zip`, EMPTY_ZIP);
    completeOutput(plan, settings, context, tables, output);
    return summarise(tally, plan, 0);
  } finally {
    tables.close();
  }
}
