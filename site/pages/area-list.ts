import { renderAreaTable, sortAreas } from '../area-table.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';
import { areaListPath, type AreaOrder, type PagedLevel } from '../paths.ts';
import type { Site } from '../site.ts';
import { fillText } from '../words.ts';

const SECTIONS = { municipality: 'municipalities', sub_region: 'sub_regions', region: 'regions' } as const;

/** Every area of a level in one order, those without projects too. */
export function createAreaListPage(site: Site, level: PagedLevel, order: AreaOrder): Page {
  const { areas: words } = site.texts;
  const suffix = fillText(words.order, { order: words.orders[order] });
  const title = words.titles[level];
  return {
    path: areaListPath(level, order),
    title: order === 'name' ? title : `${title}, ${suffix}`,
    description: words.intros[level],
    section: SECTIONS[level],
    above: order === 'name' ? [] : [{ name: title, path: areaListPath(level) }],
    main: (link) =>
      html`<h1>${title}</h1>
        <p class="lead">${words.intros[level]}</p>
        ${renderAreaTable(site, link, {
          level,
          areas: sortAreas(site.areas[level], order),
          caption: `${words.captions[level]}, ${suffix}`,
          order,
        })}`,
  };
}
