import type { Changes, Manifest } from '../../../pipeline/model/schema-types.ts';
import { type Content, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import type { ReleaseChanges } from '../../model/published.ts';
import { remember } from '../../model/remember.ts';
import type { PageType, View } from '../../page-type.ts';
import { type ChangedProject, describeChanges, listChangedProjects, renderChangedName } from '../../parts/changes.ts';
import { countPages, listPages, renderPager, renderRange, takePage } from '../../parts/pager.ts';
import { renderSection } from '../../parts/structure.ts';
import { DATA, releasePath } from '../../paths.ts';
import { renderReleases } from './releases.ts';

/** Changed values of one project that are told one by one. */
const TOLD = 6;

/** Every release with what it did to how many projects. */
export const RELEASE_LIST: PageType<string> = {
  name: 'releases',
  list: () => [releasePath()],
  path: (key) => key,
  create(view) {
    const { notes, data: words } = view.t;
    return {
      title: notes.title,
      description: notes.description,
      section: 'data',
      above: [{ name: words.title, path: DATA }],
      main: html`<header class="head">
          <h1>${notes.title}</h1>
          <p class="lead">${notes.description}</p>
        </header>
        ${renderReleases(view)}`,
    };
  },
};

interface Key {
  readonly release: string;
  readonly page: number;
}

/** What one release changed and why, in words. */
export const RELEASE_NOTES: PageType<Key> = {
  name: 'release-notes',
  list: (data) =>
    data.published.history.flatMap(({ release }) =>
      listPages(listChangedProjects(data, release).length).map((page) => ({ release, page })),
    ),
  path: ({ release, page }) => releasePath(release, page),
  create(view, { release, page }) {
    const { t, data, file } = view;
    const { notes } = t;
    const title = fillText(notes.one, { release });
    const changes = data.published.history.find((each) => each.release === release)?.changes ?? [];
    const projects = sortByChange(data, release);
    return {
      title,
      description: fillText(notes.oneDescription, { release }),
      section: 'data',
      ...(changes.length === 0 ? {} : { files: [`data/${release}/changes.json`] }),
      above: [
        { name: t.data.title, path: DATA },
        { name: notes.title, path: releasePath() },
      ],
      main: html`<header class="head">
          <h1>${title}</h1>
          <p class="lead">${summarise(view, release, projects)}</p>
        </header>
        ${page === 1 ? renderSection('miksi', notes.why, renderWhy(view, release)) : undefined}
        ${renderRange(view, projects.length, page)}
        ${ORDER.map((change) =>
          renderProjects(
            view,
            change,
            takePage(projects, page).filter((project) => project.change === change),
          ),
        )}
        ${renderPager(view, countPages(projects.length), page, (number) => releasePath(release, number))}
        ${
          changes.length === 0
            ? undefined
            : html`<p class="downloads"><a href="${file(`data/${release}/changes.json`)}">${notes.data}</a></p>`
        }`,
    };
  },
};

/** Projects of a release in the order in which they are told. */
const sortByChange = remember((data, release) =>
  listChangedProjects(data, release).toSorted((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change)),
);

const ORDER = ['added', 'removed', 'changed'] as const satisfies readonly Changes['change'][];

/** The one sentence that answers first. */
export function summarise(
  { t, data, language }: Pick<View, 't' | 'data' | 'language'>,
  release: string,
  projects: readonly ChangedProject[],
): string {
  const facts = data.published.releases.find((each) => each.release === release);
  if (facts !== undefined && facts.previous_release === undefined)
    return fillText(t.notes.first, { projects: language.count('projects', facts.project_count) });
  if (projects.length === 0) return t.notes.same;
  const count = (change: Changes['change']): string =>
    language.number(projects.filter((project) => project.change === change).length);
  return fillText(t.notes.counts, { added: count('added'), changed: count('changed'), removed: count('removed') });
}

/** What differs in how the two releases were made: nothing else can explain a change. */
export function explainRelease(
  { t, data, language }: Pick<View, 't' | 'data' | 'language'>,
  release: string,
): readonly string[] {
  const { notes } = t;
  const { releases, history } = data.published;
  const previous = releases.find((each) => each.release === release)?.previous_release;
  if (previous === undefined) return [];
  const find = (name: string): ReleaseChanges['manifest'] => history.find((each) => each.release === name)?.manifest;
  const [before, now] = [find(previous), find(release)];
  if (before === undefined || now === undefined) return [notes.whyUnknown];
  const differences = [
    [notes.whyVintage, 'boundary_vintage'],
    [notes.whySchema, 'schema_version'],
    [notes.whyProgram, 'code_version'],
  ] as const satisfies readonly (readonly [string, keyof Manifest])[];
  const told = differences.flatMap(([text, key]) =>
    before[key] === now[key] ? [] : fillText(text, { before: before[key], now: now[key] }),
  );
  const documents = fillText(notes.whyDocuments, {
    before: language.number(before.created_from.documents),
    now: language.number(now.created_from.documents),
    entriesBefore: language.number(before.created_from.entries),
    entriesNow: language.number(now.created_from.entries),
  });
  return [documents, ...(told.length === 0 ? [notes.whySame] : told)];
}

function renderWhy(view: View, release: string): Content {
  const reasons = explainRelease(view, release);
  const from = view.data.published.history.find((each) => each.release === release)?.manifest?.created_from;
  if (reasons.length === 0 && from !== undefined) {
    const { documents, entries, quarantined } = from;
    const counts = {
      documents: view.language.number(documents),
      entries: view.language.number(entries),
      quarantined: view.language.number(quarantined),
    };
    const { createdFrom, createdFromValue } = view.t.data;
    return html`<p>${createdFrom} ${fillText(createdFromValue, counts)}.</p>`;
  }
  return reasons.length === 0
    ? undefined
    : html`<ul class="bullets">
        ${reasons.map((reason) => html`<li>${reason}</li> `)}
      </ul>`;
}

function renderProjects(view: View, change: Changes['change'], projects: readonly ChangedProject[]): Content {
  if (projects.length === 0) return undefined;
  const { notes } = view.t;
  return renderSection(change, notes[change], [
    change === 'removed' ? html`<p class="note">${notes.removedText}</p>` : undefined,
    html`<ul class="history">
      ${projects.map(
        (project) =>
          html`<li>
            ${renderChangedName(view, project)} <span class="soft">${project.id}</span>
            ${change === 'changed' ? renderValues(view, project) : undefined}
          </li> `,
      )}
    </ul>`,
  ]);
}

function renderValues(view: View, { changes }: ChangedProject): Content {
  const all = describeChanges(view, changes);
  const rest = all.length - TOLD;
  return html`<ul>
    ${all.slice(0, TOLD).map((change) => html`<li>${change}</li> `)}
    ${rest > 0 ? html`<li>${fillText(view.t.project.historyMore, { count: rest })}</li>` : undefined}
  </ul>`;
}
