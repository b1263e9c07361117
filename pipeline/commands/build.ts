import path from 'node:path';
import type { Settings } from '../config.ts';
import { print, publishReadably, say } from '../effects/process.ts';
import { showing, showProgress } from '../effects/show-progress.ts';
import { recallBuild } from '../release/last-build.ts';
import { RemovalError } from '../release/removal-error.ts';
import type { BuildSummary } from '../release/summarise.ts';
import type { Progress } from '../model/progress.ts';
import { formatIssue } from './format-issue.ts';

/** How many issues of each severity the summary quotes; all of them stand in `issues.json`. */
const QUOTED = 20;

/** Where shards lie unless somebody says otherwise: where git ignores them, and nothing is published from. */
export const shardFolder = ({ memory }: Settings): string => path.join(memory, 'shards');

/**
 * `hankekartta build`: documents → release → site.
 * @param isVerbose tells the times of each stage
 */
export function runBuild(settings: Settings, isVerbose: boolean): Promise<number> {
  return makeRelease(settings, isVerbose, async (progress) => {
    progress.begin('looking for changes');
    const known = recallBuild(settings);
    if (known.same !== undefined) return known.same;
    // Loaded only now: where nothing changed, starting would take most of the time.
    const { build } = await import('../run.ts');
    return build(settings, progress, known);
  });
}

/**
 * `hankekartta assemble`: shards → release → site, with the words and the exit status of a build.
 * @param places shards, or folders that hold them; none: the folder that is theirs
 */
export function runAssemble(settings: Settings, places: readonly string[], isVerbose: boolean): Promise<number> {
  const all = places.length === 0 ? [shardFolder(settings)] : places;
  return makeRelease(settings, isVerbose, async (progress) => {
    const { assemble } = await import('../run.ts');
    return assemble(settings, all, progress);
  });
}

async function makeRelease(
  settings: Settings,
  isVerbose: boolean,
  make: (progress: Progress) => Promise<BuildSummary>,
): Promise<number> {
  publishReadably();
  if (settings.placeholders.length > 0)
    say(
      `hankekartta: still to be filled in, in hankekartta.config.json: ${settings.placeholders.join(', ')}; what is there now is not published`,
    );
  try {
    const result = await showing(showProgress(isVerbose), make);
    summarise(result, settings);
    if (result.errors.some(({ code }) => code.startsWith('internal/'))) return 70;
    return settings.strict && result.issues.error > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof RemovalError)) throw error;
    say(
      `hankekartta: ${error.message}: ${error.projects.slice(0, QUOTED).join(', ')}. Nothing was published; --allow-removals allows it.`,
    );
    return 3;
  }
}

function summarise(summary: BuildSummary, settings: Settings): void {
  const { errors, issues } = summary;
  for (const issue of errors.slice(0, QUOTED)) say(formatIssue(issue));
  if (errors.length > QUOTED) say(`… and ${String(errors.length - QUOTED)} more in issues.json`);
  print(`Documents    ${String(summary.documents)}`);
  print(`Entries      ${String(summary.entries)} read, ${String(summary.quarantined)} quarantined`);
  print(`Projects     ${String(summary.published)} published`);
  print(`Issues       ${String(issues.error)} error, ${String(issues.warning)} warning, ${String(issues.info)} info`);
  print(`Release      ${summary.release} (${summary.isNew ? 'new' : 'nothing changed'})`);
  if (settings.site) print(`Site         ${String(summary.pages)} pages`);
  print(`Files        ${path.relative('.', settings.out) || '.'}`);
}
