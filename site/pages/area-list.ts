import { type Content, html } from '../html.ts';
import { capitalise, fillText } from '../language/language.ts';
import type { Area } from '../model/published.ts';
import type { PageType, View } from '../page-type.ts';
import { renderAreaTable, sortAreas } from '../parts/area-table.ts';
import { countPages, listPages, renderPager, renderRange, takePage } from '../parts/pager.ts';
import { AREA_LEVELS, AREA_ORDERS, areaListPath, type AreaOrder, areaTablePath, type PagedLevel } from '../paths.ts';

/** Rows of a page: with the head and the totals they stay below six screens and a half of a phone. */
const PER_PAGE = 80;

interface Key {
  readonly level: PagedLevel;
  readonly order: AreaOrder;
  readonly page: number;
}

/** Every area of a level in one order, those without projects too. */
export const AREA_LIST: PageType<Key> = {
  name: 'area-list',
  list: (data) =>
    AREA_LEVELS.flatMap((level) =>
      AREA_ORDERS.flatMap((order) =>
        listPages(data.areas[level].length, PER_PAGE).map((page) => ({ level, order, page })),
      ),
    ),
  path: ({ level, order, page }) => areaListPath(level, order, page),
  create(view, { level, order, page }) {
    const { t, link } = view;
    const words = t.areas;
    const areas = sortAreas(view, level, order);
    const total = areas.length;
    const title = words.titles[level];
    const suffix = fillText(words.order, { order: words.orders[order] });
    const levels = AREA_LEVELS.map((other) => {
      const current = other === level ? html` aria-current="true"` : undefined;
      return html`<li><a href="${link(areaListPath(other))}" ${current}>${words.titles[other]}</a></li>`;
    });
    return {
      title: [
        title,
        order === 'name' ? '' : `, ${suffix}`,
        page === 1 ? '' : `, ${fillText(t.list.page, { page })}`,
      ].join(''),
      description: `${words.captions[level]}. ${words.lead}`,
      section: 'areas',
      files: ['csv', 'geojson'].map((ending) => areaTablePath(level, ending)),
      main: html`<header class="head">
          <h1>${title}</h1>
          <p class="lead">${words.lead} ${describeUnplaced(view, level)}</p>
        </header>
        <nav class="tabs" aria-label="${words.levels}">
          <ul>
            ${levels}
          </ul>
        </nav>
        ${order === 'name' ? renderAlphabet(view, level, areas, page) : undefined}
        ${renderAreaTable(view, {
          level,
          areas: takePage(areas, page, PER_PAGE),
          caption: capitalise(`${words.captions[level]}, ${suffix}`),
          order,
          totals: page === countPages(total, PER_PAGE),
        })}
        <p class="note">${renderRange(view, total, page, PER_PAGE)}</p>
        ${renderPager(view, countPages(total, PER_PAGE), page, (other) => areaListPath(level, order, other))}`,
    };
  },
};

/** The pages of a list by name, each as its first and last name: whoever knows the name goes straight to its page. */
function renderAlphabet(view: View, level: PagedLevel, areas: readonly Area[], page: number): Content {
  const { t, language, link } = view;
  if (areas.length <= PER_PAGE) return undefined;
  const items = listPages(areas.length, PER_PAGE).map((number) => {
    const part = takePage(areas, number, PER_PAGE);
    const ends = [part[0], part.at(-1)].flatMap((area) => (area === undefined ? [] : [language.nameOf(area)]));
    const current = number === page ? html` aria-current="page"` : undefined;
    return html`<li><a href="${link(areaListPath(level, 'name', number))}" ${current}>${ends.join('–')}</a></li>`;
  });
  return html`<nav class="tabs" aria-label="${t.areas.alphabet}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

/** What no area of the level has: the numbers are the least that is known. */
function describeUnplaced({ t, data, language }: View, level: PagedLevel): string {
  const unplaced = data.summary(level, 'unplaced');
  if (unplaced === undefined || unplaced.project_count === 0) return '';
  return fillText(t.areas.unplaced, {
    projects: language.count('projects', unplaced.project_count),
    money: language.millions(unplaced.funding_granted_eu_state),
  });
}
