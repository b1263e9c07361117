import { type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { PageType, View } from '../page-type.ts';
import { describeCounts, renderFilters } from '../parts/filters.ts';
import { countPages, listPages, renderPager, renderRange, takePage } from '../parts/pager.ts';
import { renderItems } from '../parts/projects.ts';
import { AXIS_LIST, LATEST, organisationListPath, projectListPath, YEAR_LIST } from '../paths.ts';

/** All projects by name, some to a page, and what they can be narrowed by. */
export const PROJECT_LIST: PageType<number> = {
  name: 'project-list',
  list: ({ projects }) => listPages(projects.length),
  path: projectListPath,
  create(view, page) {
    const { t, data } = view;
    const total = data.projects.length;
    const pages = countPages(total);
    return {
      title: page === 1 ? t.projects.title : `${t.projects.title}, ${fillText(t.list.page, { page })}`,
      description: t.projects.description,
      section: 'projects',
      files: ['csv', 'jsonl'].map((ending) => `${LATEST}projects.${ending}`),
      main: html`<header class="head">
          <h1>${t.projects.title}</h1>
          <p class="sentence">${describeCounts(view, total, data.counts.cancelled)}</p>
        </header>
        ${renderFilters(view)} ${page === 1 ? renderWays(view) : undefined}
        <p class="note">${t.projects.order} ${renderRange(view, total, page)}</p>
        ${total === 0 ? html`<p>${t.list.none}</p>` : renderItems(view, takePage(data.projects, page))}
        ${renderPager(view, pages, page, projectListPath)}`,
    };
  },
};

/** Other ways to the projects: by who, for what, when. */
function renderWays({ t, link }: View): Html {
  return html`<ul class="inline">
    <li><a href="${link(organisationListPath())}">${t.organisation.listTitle}</a></li>
    <li><a href="${link(AXIS_LIST)}">${t.axis.listTitle}</a></li>
    <li><a href="${link(YEAR_LIST)}">${t.year.listTitle}</a></li>
  </ul>`;
}
