import { fieldsInEuros } from '../model/cents.ts';
import type { LocatedProject } from '../model/project.ts';
import type { ProjectArea, Share } from '../model/area.ts';
import { LEVELS } from '../model/levels.ts';
import type { Row } from '../model/table.ts';
import type { AreaReference, TableRow } from './format.ts';

/** Rows of one project for each table that is about projects. */
export type ProjectRows = Readonly<
  Record<'projects' | 'project_areas' | 'partners' | 'sections' | 'sustainability', readonly TableRow[]>
>;

/** The finest areas that the project states as its target: its geometry. */
export function findTargetArea(located: readonly ProjectArea[]): AreaReference | undefined {
  const stated = located.filter(
    ({ role, evidence, shareEqual }) => role === 'target' && evidence === 'stated' && shareEqual.numerator > 0,
  );
  const level = LEVELS.find((candidate) => stated.some((area) => area.level === candidate));
  if (level === undefined) return undefined;
  return { level, codes: stated.filter((area) => area.level === level).map(({ code }) => code) };
}

/** The shortest decimal that reads back the same is what JavaScript writes for a number. */
export function toDecimal({ numerator, denominator }: Share): number {
  return numerator / denominator;
}

/** A located project as rows: cents become EUR, shares decimals. */
export function toProjectRows(project: LocatedProject, vintage: number): ProjectRows {
  const id = { project_id: project.projectId };
  const [winner] = project.sources;
  const identity = {
    ...id,
    family: project.family,
    source_document: winner?.document,
    source_sha256: winner?.sha256,
    source_url: project.sourceUrl,
    source_retrieved: winner?.retrieved,
  };
  const fields = fieldsInEuros(project.fields);
  const area = findTargetArea(project.located);
  const plain = (row: object): TableRow => ({ values: { ...id, ...row } });
  return {
    projects: [{ values: { ...fields, ...identity }, ...(area === undefined ? {} : { area }) }],
    project_areas: project.located.map((located) => toAreaRow(id, located, vintage)),
    partners: project.partners.map(plain),
    sections: project.sections.map(plain),
    sustainability: project.sustainability.map(plain),
  };
}

function toAreaRow(id: { readonly project_id: string }, area: ProjectArea, vintage: number): TableRow {
  const values: Row = {
    ...id,
    area_level: area.level,
    area_code: area.code,
    area_name: area.name,
    name_in_source: area.nameInSource,
    role: area.role,
    evidence: area.evidence,
    match: area.match,
    boundary_vintage: vintage,
    share_equal: toDecimal(area.shareEqual),
    share_population: area.sharePopulation === undefined ? undefined : toDecimal(area.sharePopulation),
  };
  return { values, area: { level: area.level, codes: [area.code] } };
}
