import type { Settings } from '../config.ts';
import { print } from '../effects/process.ts';
import { showing, showProgress } from '../effects/show-progress.ts';
import type { PublishedIssue } from '../model/issue.ts';
import { loadContext } from '../context.ts';
import { locateProjects } from '../run.ts';
import { createTally } from '../tally.ts';
import { readIssueKinds, type IssueKind } from '../schemas.ts';
import type { CheckFormat } from './check-formats.ts';
import { formatIssue } from './format-issue.ts';

/** `hankekartta check`: parses, validates and locates; prints the issues and writes nothing. 1 when any is an error. */
export async function runCheck(settings: Settings, format: CheckFormat, isVerbose: boolean): Promise<number> {
  const context = loadContext(settings);
  const tally = createTally(context.redaction);
  const projects = await showing(showProgress(isVerbose), async (progress) => {
    const flow = locateProjects(settings, context, tally, progress);
    let count = 0;
    while ((await flow.next()).done !== true) {
      count += 1;
      progress.advance();
    }
    return count;
  });
  const issues = tally.issues.list();
  if (format === 'json') print(JSON.stringify(issues, null, 2));
  else if (format === 'sarif') print(JSON.stringify(toSarif(issues, readIssueKinds(settings.root)), null, 2));
  else {
    for (const issue of issues) print(formatIssue(issue));
    const counts = (['error', 'warning', 'info'] as const).map(
      (severity) => `${String(tally.issues.count(severity))} ${severity}`,
    );
    print(
      `${String(tally.documents)} documents, ${String(projects)} projects, ${String(tally.quarantined)} quarantined; ${counts.join(', ')}`,
    );
  }
  return tally.issues.count('error') > 0 ? 1 : 0;
}

const toRule = (kind: IssueKind): object => ({
  id: kind.code,
  shortDescription: { text: kind.title_en },
  fullDescription: { text: kind.description_en },
  help: { text: kind.advice_en },
  defaultConfiguration: { level: LEVELS[kind.severity] },
});

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0 (OASIS), which code-review tools show beside the lines. */
export function toSarif(issues: readonly PublishedIssue[], kinds: readonly IssueKind[]): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'hankekartta', rules: kinds.map(toRule) } },
        columnKind: 'utf16CodeUnits',
        results: issues.map(({ code, severity, document, line, column, message, found, count }) => ({
          ruleId: code,
          level: LEVELS[severity],
          message: { text: found === undefined ? message : `${message} (found: ${found})` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(document) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
          occurrenceCount: count,
        })),
      },
    ],
  };
}
