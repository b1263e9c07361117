import { html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { type Facet, FACETS } from '../model/facets.ts';
import type { SiteData } from '../model/site-data.ts';
import type { PageType } from '../page-type.ts';
import { describeCounts, describeSelected, renderFilters } from '../parts/filters.ts';
import { countPages, listPages, renderPager, renderRange, takePage } from '../parts/pager.ts';
import { renderItems } from '../parts/projects.ts';
import { facetPath, projectListPath } from '../paths.ts';

interface Key {
  readonly facet: Facet;
  readonly value: string;
  readonly region?: string;
  readonly page: number;
}

/** Values of facets with the whole country, and years apart with each region: every combination that has a project. */
function listKeys({ facets }: SiteData): Key[] {
  return FACETS.flatMap((facet) =>
    facets.valuesOf(facet).flatMap(({ value, projects }) => {
      const country = listPages(projects.length).map((page): Key => ({ facet, value, page }));
      const regions = facets.regionsOf(facet, value).flatMap((region) => {
        const found = facets.find(facet, value, region)?.projects ?? [];
        return listPages(found.length).map((page): Key => ({ facet, value, region, page }));
      });
      return [...country, ...regions];
    }),
  );
}

/** A common filter as pages of its own, so that narrowing needs no script. */
export const FACET_LIST: PageType<Key> = {
  name: 'facet-list',
  list: listKeys,
  path: ({ facet, value, region, page }) => facetPath(facet, value, region, page),
  create(view, key) {
    const { t, data } = view;
    const { facet, value, region, page } = key;
    const projects = data.facets.find(facet, value, region)?.projects ?? [];
    const name = describeSelected(view, key);
    const note =
      facet === 'year'
        ? fillText(t.facets.yearNote, { year: value })
        : facet === 'place' && value === 'unknown'
          ? t.facets.placeNote
          : undefined;
    return {
      title: `${t.projects.title}: ${name}${page === 1 ? '' : `, ${fillText(t.list.page, { page })}`}`,
      description: fillText(t.facets.description, { selection: name }),
      section: 'projects',
      above: [{ name: t.projects.title, path: projectListPath() }],
      main: html`<header class="head">
          <p class="kind">${t.facets[facet]}</p>
          <h1>${name}</h1>
          <p class="sentence">${describeCounts(view, projects)}</p>
          ${note === undefined ? undefined : html`<p class="note">${note}</p>`}
        </header>
        ${renderFilters(view, key)}
        <p class="note">${t.list.newest} ${renderRange(view, projects.length, page)}</p>
        ${renderItems(view, takePage(projects, page))}
        ${renderPager(view, countPages(projects.length), page, (other) => facetPath(facet, value, region, other))}`,
    };
  },
};
