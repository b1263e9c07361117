import type { Place } from '../model/issue.ts';
import type { LocatedProject } from '../model/project.ts';
import { areaKey } from '../model/provenance-key.ts';
import type { Provenance } from '../model/schema-types.ts';

type Position = Provenance['fields'][string];

/**
 * The line of `provenance.jsonl` for one project: for each published value the index of its source document, start line, start
 * column, end line, end column (from 1, end exclusive, columns in UTF-16 code units). Rows of other tables are keyed
 * `partners/1/name`; stated areas `project_areas/target/municipality/217`.
 */
export function toProvenance(project: LocatedProject): Provenance {
  const position = (source: number, { line, column, endLine, endColumn }: Place): Position => [
    source,
    line,
    column,
    endLine,
    endColumn,
  ];
  const fields = Object.entries(project.origins).map(
    ([name, origin]) => [name, position(origin.source, origin)] as const,
  );
  const areas = project.located.flatMap(({ role, level, code, places }) =>
    places.map((place, index) => [areaKey(role, level, code, index), position(project.areasSource, place)] as const),
  );
  return {
    project_id: project.projectId,
    sources: project.sources.map((source) => ({ ...source })),
    fields: Object.fromEntries([...fields, ...areas]),
  };
}
