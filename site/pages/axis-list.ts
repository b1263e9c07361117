import { html } from '../html.ts';
import { makeAxisKey } from '../model/facets.ts';
import type { SiteData } from '../model/site-data.ts';
import type { PageType } from '../page-type.ts';
import { AXIS_LIST, axisPath, projectListPath } from '../paths.ts';
import { nameAxis } from './axis-name.ts';

/** Keys of the axes that a project names, in order. */
export function listAxes({ projects }: SiteData): string[] {
  return [...new Set(projects.flatMap((project) => makeAxisKey(project) ?? []))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
}

/** The priority axes with their numbers of projects. */
export const AXES: PageType<string> = {
  name: 'axis-list',
  list: () => [AXIS_LIST],
  path: (key) => key,
  create(view) {
    const { t, data, link, language } = view;
    const rows = listAxes(data).map((key) => {
      const count = data.facets.find('axis', key)?.projects.filter(({ status }) => status !== 'cancelled').length ?? 0;
      return html`<li>
        <a href="${link(axisPath(key))}">${nameAxis(view, key)}</a>
        <span class="count">${language.count('projects', count)}</span>
      </li> `;
    });
    return {
      title: t.axis.listTitle,
      description: t.axis.listTitle,
      section: 'projects',
      above: [{ name: t.projects.title, path: projectListPath() }],
      main: html`<h1>${t.axis.listTitle}</h1>
        ${
          rows.length === 0
            ? html`<p>${t.list.none}</p>`
            : html`<ul class="plain-list">
                ${rows}
              </ul>`
        }`,
    };
  },
};
