import { formatNumber } from '../format.ts';
import { type Content, type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { renderProjectItems } from '../project-items.ts';
import { type Link, projectListPath } from '../paths.ts';
import { renderSearch, SEARCH_SCRIPT } from '../search.ts';
import { nameOf, type Site } from '../site.ts';
import { fillText } from '../words.ts';

const PER_PAGE = 200;

/** @returns how many pages the list of projects takes, at least one */
export function countListPages(site: Site): number {
  return Math.max(1, Math.ceil(site.projects.length / PER_PAGE));
}

/** @param page counted from 1 */
export function createProjectListPage(site: Site, page: number): Page {
  const { texts, projects } = site;
  const words = texts.projects;
  const pages = countListPages(site);
  const shown = projects.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return {
    path: projectListPath(page),
    title: page === 1 ? words.title : fillText(words.titlePage, { page }),
    description: words.description,
    section: 'projects',
    above: page === 1 ? [] : [{ name: words.title, path: projectListPath(1) }],
    scripts: [SEARCH_SCRIPT],
    main: (link) =>
      html`<h1>${page === 1 ? words.title : fillText(words.titlePage, { page })}</h1>
        <p class="lead">
          ${shown.length === 0 ? words.none : fillText(words.intro, { total: formatNumber(projects.length) })}
        </p>
        ${renderSearch(texts, link)} ${renderRange(site, shown)}
        ${shown.length === 0 ? undefined : renderProjectItems(texts, shown, link)}
        ${pages === 1 ? undefined : renderPager(site, page, pages, link)}`,
  };
}

function renderRange({ texts }: Site, shown: Site['projects']): Content {
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const range = fillText(texts.projects.range, { first: nameOf(texts, first), last: nameOf(texts, last) });
  return html`<p class="note">${range}</p>`;
}

function renderPager({ texts }: Site, page: number, pages: number, link: Link): Html {
  const words = texts.projects;
  const step = (target: number, label: string, rel: string) =>
    target < 1 || target > pages
      ? undefined
      : html`<li><a href="${link(projectListPath(target))}" rel="${rel}">${label}</a></li>`;
  const numbers = Array.from({ length: pages }, (_, index) => index + 1).map(
    (number) =>
      html`<li>
        <a
          href="${link(projectListPath(number))}"
          aria-label="${fillText(words.page, { page: number })}"
          ${number === page ? html` aria-current="page"` : undefined}
          >${number}</a
        >
      </li>`,
  );
  return html`<nav class="pager" aria-label="${words.pages}">
    <ul>
      ${step(page - 1, words.previous, 'prev')}${numbers}${step(page + 1, words.next, 'next')}
    </ul>
  </nav>`;
}
