import type { Settings } from '../config.ts';
import { print, say } from '../effects/process.ts';
import { showing, showWaiting } from '../effects/show-progress.ts';
import { areaKey, rowId, rowKey } from '../model/provenance-key.ts';
import type { LocatedProject } from '../model/project.ts';
import { toProjectRows } from '../publish/project-rows.ts';
import { toProvenance } from '../publish/provenance.ts';
import { toQuotes } from '../publish/quotes.ts';
import { loadContext, type Context } from '../context.ts';
import { locateProjects } from '../run.ts';
import { createTally } from '../tally.ts';
import { listDocuments } from '../read/list-documents.ts';
import { readDocument } from '../read/read-document.ts';
import { createCellFinder } from './cell-address.ts';

/** Where one value came from; line and column from 1, columns in UTF-16 code units, end exclusive. */
interface Explanation {
  readonly project_id: string;
  readonly field: string;
  readonly value: string | number | boolean;
  readonly document: string;
  readonly sha256: string;
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
  /** Of a workbook: sheet and cell, such as `Hankkeet!C5`. */
  readonly cell?: string;
  /** The source line, cut around the value; withheld parts hidden. */
  readonly source_line: string;
  /** Where in `source_line` the value begins and ends, from 1, end exclusive. */
  readonly caret: readonly [number, number];
}

/** Longer source lines are cut around the value. In characters. */
const WIDTH = 160;

/** `hankekartta explain`: 1 for a project or a field that is not there. */
export async function runExplain(
  settings: Settings,
  projectId: string,
  field: string | undefined,
  format: 'text' | 'json',
): Promise<number> {
  const context = loadContext(settings);
  const project = await findProject(settings, context, projectId);
  if (project === undefined) {
    say(`hankekartta: unknown project ${projectId}`);
    return 1;
  }
  const all = explainProject(context, settings, project);
  const wanted = all.filter(
    (explanation) => field === undefined || explanation.field === field || explanation.field.startsWith(`${field}/`),
  );
  if (wanted.length === 0) {
    say(
      `hankekartta: ${projectId} has no value of ${field ?? ''}; it has ${all.map((explanation) => explanation.field).join(', ')}`,
    );
    return 1;
  }
  if (format === 'json') print(JSON.stringify(wanted, null, 2));
  else for (const explanation of wanted) printExplanation(explanation);
  return 0;
}

async function findProject(
  settings: Settings,
  context: Context,
  projectId: string,
): Promise<LocatedProject | undefined> {
  return showing(showWaiting(), async (progress) => {
    for await (const project of locateProjects(settings, context, createTally(context.redaction), progress)) {
      if (project.projectId === projectId) return project.read();
      progress.advance();
    }
    return undefined;
  });
}

function explainProject(context: Context, settings: Settings, project: LocatedProject): Explanation[] {
  const { sources, fields } = toProvenance(project);
  const { quotes } = toQuotes(project);
  const { documents } = listDocuments(settings.documents, context.checkSources);
  const finders = sources.map(({ document }) => {
    const reference = documents.find(({ path }) => path === document);
    return createCellFinder(reference === undefined ? undefined : readDocument(reference));
  });
  const values = listValues(project, context);
  return Object.entries(fields).flatMap(([name, [source, line, column, endLine, endColumn]]): Explanation[] => {
    const [value, document, quote] = [values.get(name), sources[source], quotes[name]];
    if (value === undefined || document === undefined || quote === undefined) return [];
    const cell = finders[source]?.(line, column, project.projectId);
    return [
      {
        project_id: project.projectId,
        field: name,
        value,
        document: document.document,
        sha256: document.sha256,
        line,
        column,
        end_line: endLine,
        end_column: endColumn,
        ...(cell === undefined ? {} : { cell }),
        source_line: quote.text,
        caret: [quote.mark[0] + 1, quote.mark[1] + 1],
      },
    ];
  });
}

/** Published values by the keys of the provenance. */
function listValues(project: LocatedProject, context: Context): Map<string, string | number | boolean> {
  const values = new Map<string, string | number | boolean>();
  const rows = toProjectRows(project, context.vintage.year);
  const add = (row: object, keyOf: (name: string) => string): void => {
    for (const [name, value] of Object.entries(row) as [string, string | number | boolean | undefined][])
      if (value !== undefined) values.set(keyOf(name), value);
  };
  for (const { values: row } of rows.projects) add(row, (name) => name);
  for (const table of ['partners', 'sections', 'sustainability'] as const)
    for (const row of project[table]) add(row, (name) => rowKey(table, rowId(row), name));
  for (const { role, level, code, name, places } of project.located)
    places.forEach((_, index) => values.set(areaKey(role, level, code, index), name));
  return values;
}

function printExplanation(explanation: Explanation): void {
  const { field, value, document, line, column, end_line: endLine, cell, source_line: source, caret } = explanation;
  const more = endLine > line ? ` (to line ${String(endLine)})` : '';
  const text = String(value).replaceAll('\n', ' ');
  const from = Math.max(0, Math.min(caret[0] - 1 - 60, source.length - WIDTH));
  const shown = source.slice(from, from + WIDTH);
  const start = caret[0] - 1 - from;
  print(`${field} = ${text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text}`);
  const place = cell ?? `${String(line)}:${String(column)}${more}`;
  print(`  ${document}:${place}`);
  print(`  ${from > 0 ? '…' : ' '}${shown}${from + WIDTH < source.length ? '…' : ''}`);
  print(`   ${' '.repeat(start)}${'^'.repeat(Math.max(1, Math.min(caret[1] - caret[0], shown.length - start)))}`);
}
