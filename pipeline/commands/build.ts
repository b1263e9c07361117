import path from 'node:path';
import type { Settings } from '../config.ts';
import { print, readText, readToday, say } from '../effects.ts';
import { RemovalError } from '../release.ts';
import { build, type BuildResult } from '../run.ts';
import { formatIssue } from './format-issue.ts';

/** How many issues of each severity the summary quotes; all of them stand in `issues.json`. */
const QUOTED = 20;

/** `hankekartta build`: documents → release → site. */
export async function runBuild(settings: Settings, root: string): Promise<number> {
  const { version } = JSON.parse(readText(path.join(root, 'package.json'))) as { version: string };
  try {
    const result = await build(
      { ...settings, root, release: settings.release ?? readToday(), codeVersion: version },
      say,
    );
    summarise(result, settings);
    return settings.strict && result.state.issues.count('error') > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof RemovalError)) throw error;
    say(
      `hankekartta: ${error.message}: ${error.projects.slice(0, QUOTED).join(', ')}. Nothing was published; --allow-removals allows it.`,
    );
    return 3;
  }
}

function summarise({ state, published, release, pages }: BuildResult, settings: Settings): void {
  const { issues } = state;
  const errors = issues.list().filter(({ severity }) => severity === 'error');
  for (const issue of errors.slice(0, QUOTED)) say(formatIssue(issue));
  if (errors.length > QUOTED) say(`… and ${String(errors.length - QUOTED)} more in issues.json`);
  const added = release.isNew ? 'new' : 'nothing changed';
  print(`Documents    ${String(state.documents)}`);
  print(`Entries      ${String(state.entries)} read, ${String(state.quarantined)} quarantined`);
  print(`Projects     ${String(published)} published`);
  print(
    `Issues       ${(['error', 'warning', 'info'] as const).map((severity) => `${String(issues.count(severity))} ${severity}`).join(', ')}`,
  );
  print(`Release      ${release.name} (${added})`);
  if (settings.site) print(`Site         ${String(pages)} pages`);
  print(`Files        ${path.relative('.', settings.out) || '.'}`);
}
