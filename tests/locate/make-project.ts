import type { Fields, Project } from '../../pipeline/model/project.ts';
import type { Clean } from '../../pipeline/model/redacted.ts';
import type { StatedArea } from '../../pipeline/model/area.ts';

/** Names under the labels of a document, line after line: `{ municipality: ['Kuopio', 'Juankoski'] }`. */
export type StatedNames = Readonly<Partial<Record<StatedArea['level'], readonly string[]>>>;

/** A project of one document that states these areas; the n-th name stands on line n. */
export function makeProject(stated: StatedNames, fields: Partial<Fields> = {}): Clean<Project> {
  const names = Object.entries(stated).flatMap(([level, each]) =>
    each.map((name) => ({ level: level as StatedArea['level'], name })),
  );
  const project: Project = {
    projectId: 'S10001',
    family: 'eura2014',
    sources: [{ document: 'a/S10001.txt', sha256: '0'.repeat(64) }],
    fields: { name: 'Esimerkki', ...fields },
    partners: [],
    sections: [],
    sustainability: [],
    areas: names.map((name, i) => ({ ...name, place: { line: i + 1, column: 1, endLine: i + 1, endColumn: 9 } })),
    areasSource: 0,
    origins: {},
  };
  return project as Clean<Project>;
}
