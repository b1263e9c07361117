import { html } from '../html.ts';
import type { PageType } from '../page-type.ts';
import { renderAreaTable, sortAreas } from '../parts/area-table.ts';
import { describeCounts } from '../parts/filters.ts';
import { renderShortList } from '../parts/projects.ts';
import { renderSection } from '../parts/structure.ts';
import { renderSummary } from '../parts/summary.ts';
import { HOME, projectListPath } from '../paths.ts';

/** The start page: what the collection is, how much, where, and its newest projects. */
export const HOME_PAGE: PageType<string> = {
  name: 'home',
  list: () => [HOME],
  path: (key) => key,
  create(view) {
    const { t, data } = view;
    const title = data.kind === 'inclusion' ? t.collection.inclusionTitle : t.collection.generalTitle;
    return {
      title: `${t.site.name} – ${title}`,
      description: title,
      section: 'explore',
      main: html`<header class="head">
          <h1>${title}</h1>
          <p class="sentence">${describeCounts(view, data.projects)}</p>
        </header>
        ${renderSummary(view, data.projects)}
        ${renderAreaTable(view, {
          level: 'region',
          areas: sortAreas(view, 'region', 'name'),
          caption: t.areas.captions.region,
          order: 'name',
          totals: true,
        })}
        ${renderSection('hankkeet', t.projects.title, renderShortList(view, data.newest, 4, 0, [{ path: projectListPath(), count: data.projects.length }]))}`,
    };
  },
};
