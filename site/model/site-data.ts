import type {
  CoverageSummary,
  Partners,
  ProjectAreas,
  Projects,
  Sections,
  SumField,
  Sustainability,
} from '../../pipeline/model/schema-types.ts';
import { type Boundaries, readBoundaries } from '../map/boundaries.ts';
import { AREA_LEVELS, FINEST_FIRST, type PagedLevel } from '../paths.ts';
import { type CollectionKind, findCollectionKind } from './collection.ts';
import { type Facets, groupFacets } from './facets.ts';
import { sortByName } from './finnish-order.ts';
import { groupHistory, type HistoryStep } from './history.ts';
import { groupOrganisations, type Organisations } from './organisations.ts';
import type { Area, Published } from './published.ts';
import { splitCents, toCents } from './shares.ts';
import { findState, type State } from './state.ts';

/** Who publishes the site, as the configuration names them. */
export interface Publisher {
  readonly name: string;
  readonly url?: string;
  /** E-mail or web address for questions. */
  readonly contact?: string;
}

type Translations = Readonly<Record<'fi' | 'sv' | 'en', string>>;

/** What a publisher calls the collection, and says that it holds. */
export interface CollectionTexts {
  readonly name?: Translations;
  readonly description?: Translations;
}

/** Which pages have a preview picture of their own: none, the country and the regions, or every area. */
export type Pictures = 'none' | 'regions' | 'all';

/** Columns that hold money which is shared between areas. */
export type Money = SumField;

type Level = ProjectAreas['area_level'];

/** Projects whose place is known no finer than a coarser area, by that area's level; cancelled ones are left out. */
export interface Unplaced {
  /** They name an area that holds this one, and nothing finer. */
  readonly wide: readonly { readonly project: Projects; readonly level: Level }[];
  /** They name no area at all. */
  readonly nowhere: readonly Projects[];
}

/** The published data, found by key: what page functions read. */
export interface SiteData {
  readonly published: Published;
  readonly publisher?: Publisher;
  /** What the collection holds, in the publisher's words. */
  readonly description?: Translations;
  readonly pictures: Pictures;
  /** ISO date of the release: what a project is called depends on it. */
  readonly day: string;
  readonly kind: CollectionKind;
  readonly boundaries: Boundaries;
  /** Every project in the order of its name. */
  readonly projects: readonly Projects[];
  /** Every project, the latest start first. */
  readonly newest: readonly Projects[];
  /** Projects that count in figures, and those that were cancelled and count in none. */
  readonly counts: { readonly counted: number; readonly cancelled: number };
  /** Areas of a level in the order of their Finnish names. */
  readonly areas: Readonly<Record<PagedLevel, readonly Area[]>>;
  readonly organisations: Organisations;
  readonly facets: Facets;
  findProject(projectId: string): Projects;
  findArea(level: PagedLevel, code: string): Area | undefined;
  stateOf(project: Projects): State;
  /** Rows of `project_areas` of one project. */
  areasOf(projectId: string): readonly ProjectAreas[];
  partnersOf(projectId: string): readonly Partners[];
  sectionsOf(projectId: string): readonly Sections[];
  sustainabilityOf(projectId: string): readonly Sustainability[];
  historyOf(projectId: string): readonly HistoryStep[];
  /** Projects with a share in an area, newest first; cancelled ones too. */
  projectsIn(level: Level, code: string, role: ProjectAreas['role']): readonly Projects[];
  unplacedFor(level: PagedLevel, code: string): Unplaced;
  /** Projects that name a coarser area and nothing finer in it, newest first; cancelled ones are left out. */
  wholeOf(level: Level, code: string): readonly Projects[];
  /** An area's part of a project's money in cents, as the coverage tables have it; `undefined` where the source gives none. */
  shareOf(project: Projects, level: Level, code: string, money: Money): number | undefined;
  summary(level: Level, row: CoverageSummary['row']): CoverageSummary | undefined;
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

const NO_PROJECTS: readonly Projects[] = [];

interface Wishes {
  readonly publisher?: Publisher | undefined;
  readonly description?: Translations | undefined;
  readonly pictures?: Pictures | undefined;
}

export function createSiteData(
  published: Published,
  { publisher, description, pictures = 'none' }: Wishes = {},
): SiteData {
  const byProject = <T extends { project_id: string }>(rows: readonly T[]): ((id: string) => readonly T[]) => {
    const groups = groupBy(rows, (row) => row.project_id);
    return (id) => groups.get(id) ?? [];
  };
  const day = published.manifest.release.slice(0, 10);
  const projects = sortByName(
    published.projects,
    (project) => project.name ?? project.project_id,
    (project) => project.project_id,
  );
  const byId = new Map(projects.map((project) => [project.project_id, project]));
  const newest = sortNewestFirst(projects);
  const rank = new Map(newest.map((project, index) => [project.project_id, index]));
  const areasOf = byProject(published.projectAreas);
  const targetsOf = (id: string): readonly ProjectAreas[] =>
    areasOf(id).filter((row) => row.role === 'target' && row.share_equal > 0);
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
  const byCode = new Map(AREA_LEVELS.flatMap((level) => areas[level].map((area) => [`${level}/${area.code}`, area])));
  const coarse = groupCoarse(newest, targetsOf);
  const partnersOf = byProject(published.partners);
  const history = groupHistory(published.history);
  const cancelled = projects.filter(({ status }) => status === 'cancelled').length;
  const summary = new Map(published.summary.map((row) => [`${row.level}/${row.row}`, row]));
  const unplaced = new Map<string, Unplaced>();
  const lists = new Map<string, readonly Projects[]>();
  const shares = new Map<string, ReadonlyMap<string, number>>();

  /** Cents of a project's money by the areas of a level; none where the source gives no money. */
  const splitMoney = (project: Projects, level: Level, money: Money): ReadonlyMap<string, number> => {
    const euros = project[money];
    if (euros === undefined) return new Map();
    const rows = targetsOf(project.project_id).filter((row) => row.area_level === level);
    const parts = splitCents(
      toCents(euros),
      rows.map((row) => row.share_equal),
    );
    return new Map(rows.map((row, index) => [row.area_code, parts[index] ?? 0]));
  };

  const projectsIn: SiteData['projectsIn'] = (level, code, role) => {
    const key = `${role}/${level}/${code}`;
    const known = lists.get(key);
    if (known !== undefined) return known;
    const ranks = (inAreas.get(key) ?? []).flatMap((row) => rank.get(row.project_id) ?? []);
    const found = [...new Set(ranks)].sort((a, b) => a - b).flatMap((position) => newest[position] ?? []);
    lists.set(key, found);
    return found;
  };

  return {
    published,
    ...(publisher === undefined ? {} : { publisher }),
    ...(description === undefined ? {} : { description }),
    pictures,
    day,
    kind: findCollectionKind(published.projects),
    boundaries: readBoundaries(published.boundaries, published.areas.municipality),
    projects,
    newest,
    counts: { counted: projects.length - cancelled, cancelled },
    areas,
    organisations: groupOrganisations(newest, partnersOf),
    facets: groupFacets(
      newest,
      day,
      (project) => targetsOf(project.project_id).flatMap((row) => (row.area_level === 'region' ? [row.area_code] : [])),
      ({ project_id: id }) => coarse.placeOf.get(id),
    ),
    findProject(projectId) {
      const project = byId.get(projectId);
      if (project === undefined) throw new Error(`no project ${projectId}`);
      return project;
    },
    findArea: (level, code) => byCode.get(`${level}/${code}`),
    stateOf: (project) => findState(project, day),
    areasOf,
    partnersOf,
    sectionsOf: byProject(published.sections),
    sustainabilityOf: byProject(published.sustainability),
    historyOf: (id) => history.get(id) ?? [],
    projectsIn,
    unplacedFor(level, code) {
      const key = `${level}/${code}`;
      const known = unplaced.get(key);
      if (known !== undefined) return known;
      const area = byCode.get(`${level}/${code}`);
      const holders: readonly (readonly [Level, string | undefined])[] = [
        ['sub_region', level === 'municipality' ? area?.sub_region_code : undefined],
        ['region', level === 'region' ? undefined : area?.region_code],
        ['country', 'FI'],
      ];
      const wide = holders.flatMap(([holder, its]) =>
        its === undefined
          ? []
          : (coarse.within.get(`${holder}/${its}`) ?? []).map((project) => ({ project, level: holder })),
      );
      const found = { wide, nowhere: coarse.within.get('nowhere') ?? NO_PROJECTS };
      unplaced.set(key, found);
      return found;
    },
    wholeOf: (level, code) => coarse.within.get(`${level}/${code}`) ?? NO_PROJECTS,
    shareOf(project, level, code, money) {
      const key = `${project.project_id}/${level}/${money}`;
      const known = shares.get(key) ?? splitMoney(project, level, money);
      shares.set(key, known);
      return known.get(code);
    },
    summary: (level, row) => summary.get(`${level}/${row}`),
  };
}

/** Projects by the finest area that they name, where that is coarser than a municipality; `nowhere` where they name none. */
function groupCoarse(newest: readonly Projects[], targetsOf: (id: string) => readonly ProjectAreas[]) {
  const within = new Map<string, Projects[]>();
  const placeOf = new Map<string, 'unknown' | 'country'>();
  for (const project of newest) {
    const { project_id: id, status } = project;
    const targets = targetsOf(id);
    const finest = FINEST_FIRST.find((level) => targets.some((row) => row.area_level === level));
    if (finest === undefined) placeOf.set(id, 'unknown');
    if (finest === 'country') placeOf.set(id, 'country');
    if (status === 'cancelled' || finest === 'municipality') continue;
    const keys =
      finest === undefined
        ? ['nowhere']
        : targets.filter((row) => row.area_level === finest).map((row) => `${finest}/${row.area_code}`);
    for (const key of keys) {
      const group = within.get(key) ?? [];
      group.push(project);
      within.set(key, group);
    }
  }
  return { within, placeOf };
}
