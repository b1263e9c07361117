import type { AreaHistory } from '../model/area.ts';
import { COVERAGE } from '../model/levels.ts';
import type { Row, TableName } from '../model/table.ts';
import type { TableData, TableRow } from './format.ts';
import type { ProjectQuotes } from './quotes.ts';
import type { RemovedProject } from './removed.ts';

/** One file of the static JSON tree: its path below `api/`, and what it holds. */
export interface ApiFile {
  readonly path: string;
  readonly content: object;
}

const CHILDREN = ['project_areas', 'partners', 'sections', 'sustainability'] as const;

/** What an area's or an index's list says of a project. */
interface ProjectLink {
  readonly project_id: string;
  readonly name?: string;
  readonly url: string;
}

/**
 * The records that the site's pages show, as data: a file per project with its rows of the other tables and the source line of each
 * value, a file per area with its coverage and its projects, an index for each. A project that was withdrawn and an area of other
 * years keep their addresses and say so. No record names a
 * release: it would change every file of every release.
 */
export function* listApiFiles(
  data: ReadonlyMap<TableName, TableData>,
  removed: readonly RemovedProject[],
  history: readonly AreaHistory[],
  quotes: Iterable<ProjectQuotes>,
): Generator<ApiFile> {
  const byArea = new Map<string, { target: ProjectLink[]; beneficiary: ProjectLink[] }>();
  const index: ProjectLink[] = [];
  const quotesOf = createQuoteReader(quotes);
  for (const { project, children } of joinProjects(data)) {
    const id = String(project['project_id']);
    const link = { project_id: id, ...pick(project, 'name'), url: `projects/${id}.json` };
    index.push(link);
    for (const area of children.project_areas) {
      const key = `${String(area['area_level'])}/${String(area['area_code'])}`;
      const lists = byArea.get(key) ?? { target: [], beneficiary: [] };
      byArea.set(key, lists);
      // A stated area that the project no longer lies in has share 0.
      const role = area['role'];
      if (area['share_equal'] !== 0 && (role === 'target' || role === 'beneficiary')) lists[role].push(link);
    }
    const without = (rows: readonly Row[]): Row[] => rows.map(({ project_id: _, ...row }) => row);
    yield {
      path: link.url,
      content: {
        ...project,
        ...Object.fromEntries(CHILDREN.map((name) => [name, without(children[name])])),
        ...quotesOf(id),
      },
    };
  }
  for (const project of removed)
    yield { path: `projects/${project.project_id}.json`, content: { ...project, removed: true } };
  yield { path: 'projects/index.json', content: { projects: index, removed } };

  for (const { level, table, folder } of COVERAGE) {
    const areas: Row[] = [];
    for (const { values } of data.get(table)?.rows ?? []) {
      const code = String(values['code']);
      const { target = [], beneficiary = [] } = byArea.get(`${level}/${code}`) ?? {};
      areas.push({
        code,
        ...pick(values, 'name_fi', 'name_sv', 'name_en', 'project_count'),
        url: `${folder}/${code}.json`,
      });
      yield {
        path: `${folder}/${code}.json`,
        content: { ...values, projects: upOne(target), beneficiary_projects: upOne(beneficiary) },
      };
    }
    const known = new Set(areas.map(({ code }) => code));
    const others = history.filter((area) => area.level === level && !known.has(area.code)).map(describeOther);
    for (const area of others) yield { path: `${folder}/${area.code}.json`, content: area };
    yield { path: `${folder}/index.json`, content: { [table]: areas, other_years: others } };
  }
}

/** An area that the division of the release does not have: its address answers and says what took its place. */
function describeOther({ code, name, validFrom, validTo, replacedBy }: AreaHistory): OtherArea {
  return {
    code,
    name_fi: name.fi,
    name_sv: name.sv,
    name_en: name.en,
    ...(validFrom === undefined ? {} : { valid_from: validFrom }),
    ...(validTo === undefined ? {} : { valid_to: validTo }),
    replaced_by: replacedBy.map((successor) => ({ code: successor, url: `${successor}.json` })),
    other_year: true,
  };
}

interface OtherArea {
  readonly code: string;
  readonly name_fi: string;
  readonly name_sv: string;
  readonly name_en: string;
  /** First and last day in force, as far as the classification keys say. */
  readonly valid_from?: string;
  readonly valid_to?: string;
  readonly replaced_by: readonly { readonly code: string; readonly url: string }[];
  readonly other_year: true;
}

/** Links are relative to `api/`; an area's own file lies one folder deeper. */
function upOne(links: readonly ProjectLink[]): ProjectLink[] {
  return links.map((link) => ({ ...link, url: `../${link.url}` }));
}

function pick(row: Row, ...names: string[]): Row {
  return Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
}

export type Children = Record<(typeof CHILDREN)[number], Row[]>;

/** Projects with their rows of the other tables; every table comes in the order of project ids, so one pass over each does. */
export function* joinProjects(
  data: ReadonlyMap<TableName, TableData>,
): Generator<{ project: Row; children: Children }> {
  const readers = CHILDREN.map((name) => ({ name, reader: createReader(data.get(name)?.rows ?? []) }));
  for (const { values: project } of data.get('projects')?.rows ?? []) {
    const id = String(project['project_id']);
    const children = Object.fromEntries(readers.map(({ name, reader }) => [name, reader(id)])) as Children;
    yield { project, children };
  }
}

/** Takes the source lines of one project after another; they come in the order of project ids as the tables do. */
function createQuoteReader(quotes: Iterable<ProjectQuotes>): (projectId: string) => Partial<ProjectQuotes> {
  const iterator = quotes[Symbol.iterator]();
  let next = iterator.next();
  return (projectId) => {
    while (next.done !== true && next.value.project_id < projectId) next = iterator.next();
    if (next.done === true || next.value.project_id !== projectId) return {};
    const { sources, quotes: lines } = next.value;
    return { sources, quotes: lines };
  };
}

/** Takes the rows of one project after another. */
function createReader(rows: Iterable<TableRow>): (projectId: string) => Row[] {
  const iterator = rows[Symbol.iterator]();
  let next = iterator.next();
  return (projectId) => {
    const taken: Row[] = [];
    while (next.done !== true && next.value.values['project_id'] === projectId) {
      taken.push(next.value.values);
      next = iterator.next();
    }
    return taken;
  };
}
