import type { ProjectAreas, Projects } from '../../pipeline/model/schema-types.ts';
import { type Content, type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { State } from '../model/state.ts';
import type { View } from '../page-type.ts';
import { type PagedLevel, projectPath } from '../paths.ts';

/** The name to show; a source can lack one. */
export function nameProject({ t }: View, project: Projects): string {
  return project.name ?? fillText(t.project.untitled, { id: project.project_id });
}

/** A shape for each state, beside its word. */
const SHAPES: Readonly<Record<State, Html>> = {
  ongoing: html`<circle class="on" cx="6" cy="6" r="3.6" />`,
  planned: html`<circle cx="6" cy="6" r="3.6" />`,
  ended: html`<rect class="on" x="3" y="3" width="6" height="6" />`,
  interrupted: html`<path d="M4 3v6M8 3v6" />`,
  cancelled: html`<path d="M3 3l6 6M9 3l-6 6" />`,
  unknown: html`<path d="M3 6h6" />`,
};

/** The state of a project in words; the shape only repeats them. */
export function renderState({ t, data }: View, project: Projects): Html {
  const state = data.stateOf(project);
  return html`<span class="state state-${state}"
    ><svg viewBox="0 0 12 12" aria-hidden="true">${SHAPES[state]}</svg>${t.states[state]}</span
  >`;
}

/** What the money in a row is: a part for one area, or the whole. */
export interface RowMoney {
  readonly level: PagedLevel;
  readonly code: string;
}

export interface ItemOptions {
  /** The area whose share stands before the whole. */
  readonly share?: RowMoney;
  /** The area that a project is for as a whole. */
  readonly wide?: (project: Projects) => ProjectAreas['area_level'] | undefined;
  /** One more line, such as a partner's role. */
  readonly note?: (project: Projects) => Content;
}

/** Projects as a list: name, who, when, how much; reads the same on a phone and in print. */
export function renderItems(view: View, projects: readonly Projects[], options: ItemOptions = {}): Html {
  return html`<ul class="items">
    ${projects.map((project) => renderItem(view, project, options))}
  </ul>`;
}

function renderItem(view: View, project: Projects, { share, wide, note }: ItemOptions): Html {
  const { language, t, link } = view;
  const period = language.period(project.start_date, project.end_date);
  const level = wide?.(project);
  const who = project.beneficiary_name;
  const own = language.code === 'fi' ? undefined : html` lang="fi"`;
  return html`<li class="item">
    <p class="name"><a href="${link(projectPath(project.project_id))}" ${own}>${nameProject(view, project)}</a></p>
    ${who === undefined ? undefined : html`<p class="who" ${own}>${who}</p>`}
    <p class="meta">
      ${level === undefined ? undefined : html`<span class="level">${t.whole[level]}</span> `}${renderState(view, project)}
      ${period === undefined ? undefined : html`<span class="nb">${period}</span>`} ${note?.(project)}
    </p>
    ${renderCash(view, project, share)}
  </li> `;
}

function renderCash({ language, t, data }: View, project: Projects, share: RowMoney | undefined): Html {
  const granted = project.funding_granted_eu_state;
  if (granted === undefined) return html`<p class="cash"><span class="none">${t.share.unknown}</span></p>`;
  const whole = html`${language.wholeEuros(granted)}`;
  const part =
    share === undefined || project.status === 'cancelled'
      ? undefined
      : data.shareOf(project, share.level, share.code, 'funding_granted_eu_state');
  if (share === undefined || part === undefined)
    return html`<p class="cash">
      <span><b>${whole}</b> ${t.share.whole}</span>
    </p>`;
  return html`<p class="cash">
    <span><b>${language.wholeEuros(part / 100)}</b> ${t.share[share.level]}</span>
    <span class="whole">${t.share.whole} ${whole}</span>
  </p>`;
}

/** Where a whole list is. */
export interface ListLink {
  readonly path: string;
  readonly count: number;
  readonly label?: string;
  /** Also where everything is shown already: the list has more to say. */
  readonly always?: boolean;
}

/** First some projects, then a few more behind a button that needs no script, then the pages that have all. */
export function renderShortList(
  view: View,
  projects: readonly Projects[],
  shown: number,
  more: number,
  all: readonly ListLink[],
  options: ItemOptions = {},
): Html {
  const { t, language, link } = view;
  const [first, next] = [projects.slice(0, shown), projects.slice(shown, shown + more)];
  const open = fillText(t.list.more, { count: next.length });
  const links = all
    .filter(({ always }) => always === true || projects.length > shown + more)
    .map(
      ({ path, count, label }) =>
        html`<a href="${link(path)}"
          >${fillText(t.list.all, { projects: language.count('projects', count) })}${label === undefined ? undefined : ` (${label})`}</a
        > `,
    );
  return html`${renderItems(view, first, options)}
  ${
    next.length === 0
      ? undefined
      : html`<details class="more">
          <summary><span class="open">${open}</span><span class="shut">${t.list.less}</span></summary>
          ${renderItems(view, next, options)}
        </details>`
  }
  ${links.length === 0 ? undefined : html`<p class="all">${links}</p>`}`;
}
