import type { Place } from '../model/issue.ts';
import { areaKey } from '../model/provenance-key.ts';
import type { LocatedProject } from '../model/project.ts';

/** A value's source line as a project's record in `api/` has it. */
interface PublishedQuote {
  /** Index of the source. */
  readonly source: number;
  readonly line: number;
  readonly text: string;
  /** Where in `text` the value begins and ends, from 0, end exclusive, in UTF-16 code units. */
  readonly mark: readonly [number, number];
}

/** The documents of a project, and the source lines of its published values by the keys of the provenance. */
export interface ProjectQuotes {
  readonly project_id: string;
  readonly sources: LocatedProject['sources'];
  readonly quotes: Readonly<Record<string, PublishedQuote>>;
}

/** Source lines of what is published, and of nothing else: a value that a later stage took out takes its line with it. */
export function toQuotes(project: LocatedProject): ProjectQuotes {
  const { fields, partners, sections, sustainability, located, areasSource, origins, projectId, sources } = project;
  const rows = new Map<string, object>([
    ...partners.map((row) => [`partners/${row.position}`, row] as const),
    ...sections.map((row) => [`sections/${row.position}`, row] as const),
    ...sustainability.map((row) => [`sustainability/${row.criterion}`, row] as const),
  ]);
  const isPublished = (key: string): boolean => {
    const slash = key.lastIndexOf('/');
    const row = slash < 0 ? fields : (rows.get(key.slice(0, slash)) ?? {});
    return (row as Readonly<Record<string, unknown>>)[key.slice(slash + 1)] !== undefined;
  };
  const values = Object.entries(origins)
    .filter(([key]) => isPublished(key))
    .flatMap(([key, origin]) => toEntry(key, origin.source, origin));
  const areas = located.flatMap(({ role, level, code, places }) =>
    places.flatMap((place, index) => toEntry(areaKey(role, level, code, index), areasSource, place)),
  );
  return { project_id: projectId, sources, quotes: Object.fromEntries([...values, ...areas]) };
}

function toEntry(key: string, source: number, { line, quote }: Place): [string, PublishedQuote][] {
  return quote === undefined ? [] : [[key, { source, line, text: quote.text, mark: [quote.start, quote.end] }]];
}
