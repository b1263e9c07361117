import type { Partners, ProjectAreas, Projects, Sections, Sustainability } from '../pipeline/model/schema-types.ts';
import { sortByName } from './finnish-order.ts';
import { type Boundaries, readBoundaries } from './map/boundaries.ts';
import type { PagedLevel } from './paths.ts';
import type { Area, Published } from './published.ts';
import type { Texts } from './texts.ts';
import { fillText } from './words.ts';

/** Who publishes the site, as the configuration names them. */
export interface Publisher {
  readonly name: string;
  readonly url?: string;
  /** E-mail or web address for questions. */
  readonly contact?: string;
}

/** The published data, found by key: what page functions read. */
export interface Site {
  readonly texts: Texts;
  readonly published: Published;
  readonly publisher?: Publisher;
  readonly boundaries: Boundaries;
  /** Every project in the order of its name. */
  readonly projects: readonly Projects[];
  /** Areas of a level in the order of their names. */
  readonly areas: Readonly<Record<PagedLevel, readonly Area[]>>;
  findProject(projectId: string): Projects;
  findArea(level: PagedLevel, code: string): Area | undefined;
  /** Rows of `project_areas` of one project. */
  areasOf(projectId: string): readonly ProjectAreas[];
  partnersOf(projectId: string): readonly Partners[];
  sectionsOf(projectId: string): readonly Sections[];
  sustainabilityOf(projectId: string): readonly Sustainability[];
  /** Projects with a share in an area, newest first; cancelled ones too. */
  projectsIn(level: PagedLevel, code: string, role: ProjectAreas['role']): readonly Projects[];
}

/** The name to show; a source can lack one. */
export function nameOf(texts: Texts, project: Projects): string {
  return project.name ?? fillText(texts.project.untitled, { id: project.project_id });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Later start first, those without a date last; the order by name decides between equals. */
function sortNewestFirst(projects: readonly Projects[]): Projects[] {
  return projects.toSorted((a, b) => {
    const [left, right] = [a.start_date ?? '', b.start_date ?? ''];
    return left < right ? 1 : left > right ? -1 : 0;
  });
}

export function createSite(published: Published, texts: Texts, publisher?: Publisher): Site {
  const byProject = <T extends { project_id: string }>(rows: readonly T[]): ((id: string) => readonly T[]) => {
    const groups = groupBy(rows, (row) => row.project_id);
    return (id) => groups.get(id) ?? [];
  };
  const projects = sortByName(
    published.projects,
    (project) => nameOf(texts, project),
    (project) => project.project_id,
  );
  const byId = new Map(projects.map((project) => [project.project_id, project]));
  const newest = sortNewestFirst(projects);
  const rank = new Map(newest.map((project, index) => [project.project_id, index]));
  const inAreas = groupBy(
    published.projectAreas.filter((row) => row.share_equal > 0),
    (row) => `${row.role}/${row.area_level}/${row.area_code}`,
  );
  const sortAreas = (level: PagedLevel): Area[] =>
    sortByName(
      published.areas[level],
      (area) => area.name_fi,
      (area) => area.code,
    );
  const areas = {
    municipality: sortAreas('municipality'),
    sub_region: sortAreas('sub_region'),
    region: sortAreas('region'),
  };
  const index = (level: PagedLevel) => new Map(areas[level].map((area) => [area.code, area]));
  const byCode = { municipality: index('municipality'), sub_region: index('sub_region'), region: index('region') };

  return {
    texts,
    published,
    ...(publisher === undefined ? {} : { publisher }),
    boundaries: readBoundaries(published.boundaries, published.areas.municipality),
    projects,
    areas,
    findProject(projectId) {
      const project = byId.get(projectId);
      if (project === undefined) throw new Error(`no project ${projectId}`);
      return project;
    },
    findArea: (level, code) => byCode[level].get(code),
    areasOf: byProject(published.projectAreas),
    partnersOf: byProject(published.partners),
    sectionsOf: byProject(published.sections),
    sustainabilityOf: byProject(published.sustainability),
    projectsIn(level, code, role) {
      const ranks = (inAreas.get(`${role}/${level}/${code}`) ?? []).flatMap((row) => rank.get(row.project_id) ?? []);
      return [...new Set(ranks)].sort((a, b) => a - b).flatMap((position) => newest[position] ?? []);
    },
  };
}
