import type { Projects } from '../../pipeline/model/schema-types.ts';
import { findMeasure } from '../explore/collection.ts';
import { findSelection } from '../explore/paged-facets.ts';
import { type Content, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { type Chosen, type Facet, FACETS } from '../model/facets.ts';
import { remember } from '../model/remember.ts';
import type { SiteData } from '../model/site-data.ts';
import type { PageType, View } from '../page-type.ts';
import { describeCounts, describeSelected, renderFilters } from '../parts/filters.ts';
import { listSelectionEmbeds, renderEmbedCode } from '../parts/embed-code.ts';
import { countPages, listPages, renderPager, renderRange, takePage } from '../parts/pager.ts';
import { renderItems } from '../parts/projects.ts';
import { facetPath, pairPath, projectListPath } from '../paths.ts';

interface Key {
  readonly facet: Facet;
  readonly value: string;
  readonly region?: string;
  readonly second?: Chosen;
  readonly page: number;
}

/** Each value by itself, with each region and with each value of another facet: every combination that has a project. */
function listKeys({ facets }: SiteData): Key[] {
  const pairs = facets.pairs.flatMap(({ first, second, projects }) =>
    listPages(projects.length).map((page): Key => ({ ...first, second, page })),
  );
  const single = FACETS.flatMap((facet) =>
    facets.valuesOf(facet).flatMap(({ value, projects }) => {
      const country = listPages(projects.length).map((page): Key => ({ facet, value, page }));
      const regions = facets.regionsOf(facet, value).flatMap((region) => {
        const found = facets.find(facet, value, region)?.projects ?? [];
        return listPages(found.length).map((page): Key => ({ facet, value, region, page }));
      });
      return [...country, ...regions];
    }),
  );
  return [...single, ...pairs];
}

function findProjects({ facets }: SiteData, { facet, value, region, second }: Key): readonly Projects[] {
  const found = second === undefined ? facets.find(facet, value, region) : facets.findPair({ facet, value }, second);
  return found?.projects ?? [];
}

/** Of a key as JSON: every page of a list says it, whichever rows it shows. */
const countCancelled = remember(
  (data, key) => findProjects(data, JSON.parse(key) as Key).filter(({ status }) => status === 'cancelled').length,
);

function findPath({ facet, value, region, second }: Key, page: number): string {
  const first = { facet, value };
  return second === undefined ? facetPath(facet, value, region, page) : pairPath({ first, second, projects: [] }, page);
}

/** A common filter as pages of its own, so that narrowing needs no script. */
export const FACET_LIST: PageType<Key> = {
  name: 'facet-list',
  list: listKeys,
  path: (key) => findPath(key, key.page),
  create(view, key) {
    const { t, data } = view;
    const { facet, value, second, page } = key;
    const projects = findProjects(data, key);
    const counts = describeCounts(view, projects.length, countCancelled(data, JSON.stringify({ ...key, page: 1 })));
    const year = [{ facet, value }, second].find((chosen) => chosen?.facet === 'year')?.value;
    const name = describeSelected(view, key);
    const note =
      year !== undefined
        ? fillText(t.facets.yearNote, { year })
        : facet === 'place' && value === 'unknown'
          ? t.facets.placeNote
          : undefined;
    return {
      title: `${t.projects.title}: ${name}${page === 1 ? '' : `, ${fillText(t.list.page, { page })}`}`,
      description: fillText(t.facets.description, { selection: name }),
      section: 'projects',
      above: [{ name: t.projects.title, path: projectListPath() }],
      main: html`<header class="head">
          <p class="kind">
            ${t.facets[facet]}${second === undefined ? undefined : `, ${t.facets[second.facet].toLowerCase()}`}
          </p>
          <h1>${name}</h1>
          <p class="sentence">${counts}</p>
          ${note === undefined ? undefined : html`<p class="note">${note}</p>`}
        </header>
        ${renderFilters(view, key)}
        <p class="note">${t.list.newest} ${renderRange(view, projects.length, page)}</p>
        ${renderItems(view, takePage(projects, page))}
        ${renderPager(view, countPages(projects.length), page, (other) => findPath(key, other))}
        ${page === 1 ? renderEmbeds(view, key, name) : undefined}`,
    };
  },
};

function renderEmbeds(view: View, { facet, value, region, second }: Key, name: string): Content {
  const { t } = view;
  const selection = findSelection([{ facet, value }, ...(second === undefined ? [] : [second])], region);
  if (selection === undefined) return undefined;
  const title = fillText(t.embed.title, { place: name });
  // Named, since the collection's own one may become another.
  const measure = findMeasure(view.data);
  return renderEmbedCode(view, t.embed.selectionNote, listSelectionEmbeds(view, title, { ...selection, measure }));
}
