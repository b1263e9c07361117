import type { Changes } from '../../pipeline/model/schema-types.ts';
import { type Content, fill, html } from '../html.ts';
import { fillText, type Language } from '../language/language.ts';
import type { SchemaColumn } from '../model/schema-versions.ts';
import type { SiteData } from '../model/site-data.ts';
import { remember } from '../model/remember.ts';
import type { View } from '../page-type.ts';
import { AREA_LEVELS, projectPath } from '../paths.ts';

/** Longer values are not quoted twice in full. */
const LONGEST = 80;

type Words = Pick<View, 't' | 'data' | 'language'>;

/** Changes of one project in words; of its areas people are told which came and went, not each value of their rows. */
export function describeChanges(words: Words, changes: readonly Changes[]): readonly Content[] {
  const areas = changes.filter(({ table }) => table === 'project_areas');
  const others = changes.filter(({ table }) => table !== 'project_areas');
  return [...others.map((change) => describeChange(words, change)), ...describeAreas(words, areas)];
}

function describeAreas(words: Words, changes: readonly Changes[]): readonly Content[] {
  const { project } = words.t;
  // Of what a project concerns: where its applicant is, or its work is done, can change without that.
  const named = changes.filter(({ key = '', field }) => field === 'area_name' && key.startsWith('target/'));
  const came = named.filter(({ old }) => old === undefined);
  const went = named.filter(({ new: now }) => now === undefined);
  const moved = new Set([...came, ...went].map(({ key }) => key));
  const tell = (text: string, rows: readonly Changes[]): Content[] =>
    rows.length === 0 ? [] : [fillText(text, { areas: words.language.join(listNames(words, rows)) })];
  return [
    ...tell(project.historyAreasAdded, came),
    ...tell(project.historyAreasRemoved, went),
    ...(changes.some(({ key }) => !moved.has(key)) ? [project.historyAreas] : []),
  ];
}

/** A municipality and its sub-region can have one name: it is said once. */
function listNames({ data, language }: Words, rows: readonly Changes[]): readonly string[] {
  const names = rows.map(({ key = '', old, new: now }) => {
    const [, name, code = ''] = key.split('/');
    const level = AREA_LEVELS.find((each) => each === name);
    const area = level === undefined ? undefined : data.findArea(level, code);
    return area === undefined ? (now ?? old ?? '') : language.nameOf(area);
  });
  return [...new Set(names)];
}

/** One change of a project's values, in words. */
function describeChange({ t, data, language }: Words, change: Changes): Content {
  const words = t.project;
  if (change.change === 'added') return words.historyAdded;
  const documents = data.published.schemas.at(-1)?.documents ?? [];
  const table = documents.find(({ name }) => name === (change.table ?? 'projects').replaceAll('_', '-'));
  const column = table?.columns.find(({ name }) => name === change.field);
  if (change.field === 'source_sha256') return words.historySource;
  const field = column?.label[language.published].title ?? change.field ?? '';
  const label =
    change.table === 'projects' || table === undefined ? field : `${table.label[language.published].title}: ${field}`;
  const [old, now] = [change.old, change.new];
  if ((old?.length ?? 0) > LONGEST || (now?.length ?? 0) > LONGEST)
    return fillText(words.historyText, { field: label });
  const show = (value: string | undefined): Content =>
    value === undefined
      ? words.historyNothing
      : (writeValue(language, column, value) ?? html`<span lang="fi">${value}</span>`);
  return fill(words.historyChanged, { field: label, old: show(old), new: show(now) });
}

/** Amounts and days as the language writes them, codes by their titles; what is none of these stands as the data have it. */
function writeValue(language: Language, column: SchemaColumn | undefined, value: string): string | undefined {
  const definition = column !== undefined && 'definition' in column.kind ? column.kind.definition : undefined;
  if (definition === 'eur' && Number.isFinite(Number(value))) return language.euros(Number(value));
  if (definition === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return language.date(value);
  return column?.codelist?.titles.get(value)?.[language.published];
}

/** What a release did, project by project in the order of ids. */
export interface ChangedProject {
  readonly id: string;
  readonly change: Changes['change'];
  /** As it was in that release. */
  readonly name?: string;
  readonly changes: readonly Changes[];
}

/**
 * Names as they were in each release, of the projects that it changed: those of today, with every change undone from the newest release back, so that what a
 * release says of itself never changes.
 */
const findNames = remember(({ projects, published }): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const names = new Map(projects.map(({ project_id: id, name }) => [id, name]));
  return new Map(
    published.history.map(({ release, changes }) => {
      const own = changes.flatMap(({ project_id: id }) => {
        const name = names.get(id);
        return name === undefined ? [] : [[id, name] as const];
      });
      for (const { project_id: id, table, field, old } of changes)
        if (table === 'projects' && field === 'name') names.set(id, old);
      return [release, new Map(own)];
    }),
  );
});

const changesOf = remember((data, release) =>
  groupChanges(
    data.published.history.find((each) => each.release === release)?.changes ?? [],
    findNames(data).get(release),
  ),
);

/** What a release changed; nothing where it is not known. */
export function listChangedProjects(data: SiteData, release: string): readonly ChangedProject[] {
  return changesOf(data, release);
}

function groupChanges(changes: readonly Changes[], names?: ReadonlyMap<string, string>): ChangedProject[] {
  const byId = new Map<string, Changes[]>();
  for (const change of changes) {
    const own = byId.get(change.project_id);
    if (own === undefined) byId.set(change.project_id, [change]);
    else own.push(change);
  }
  return [...byId].map(([id, own]) => {
    const change = own.find((each) => each.change !== 'changed')?.change ?? 'changed';
    const stated = own.find((each) => each.change !== 'changed');
    const name = stated?.new ?? stated?.old ?? names?.get(id);
    return { id, change, changes: own, ...(name === undefined ? {} : { name }) };
  });
}

/** A project's name with a link to its page, where it has one: every project that is or was published does. */
export function renderChangedName(view: View, { id, name }: ChangedProject): Content {
  const title = name ?? fillText(view.t.project.untitled, { id });
  const own = view.language.code === 'fi' ? undefined : html` lang="fi"`;
  return hasPage(view.data, id)
    ? html`<a href="${view.link(projectPath(id))}" ${own}>${title}</a>`
    : html`<span ${own}>${title}</span>`;
}

const listProjectPages = remember(
  ({ projects, published }) => new Set([...projects, ...published.removed].map(({ project_id: id }) => id)),
);

/** Whether a project has a page: it is published, or was. */
export function hasPage(data: SiteData, id: string): boolean {
  return listProjectPages(data).has(id);
}
