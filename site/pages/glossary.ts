import { type Html, html } from '../html.ts';
import { fillText, type Term } from '../language/language.ts';
import type { PageType, View } from '../page-type.ts';
import { countPages, listPages, renderPager, takePage } from '../parts/pager.ts';
import { renderTable } from '../parts/structure.ts';
import { ABOUT, GLOSSARY } from '../paths.ts';

/** Terms of a page; they come from the site's own files, so their number is known here. */
const PER_PAGE = 40;
const TERMS_AT_MOST = 240;

const pathOf = (page: number): string => (page === 1 ? GLOSSARY : GLOSSARY.replace('.html', `-${page}.html`));

/** Terms in three languages; those that are our own translations say so. */
export const GLOSSARY_PAGE: PageType<number> = {
  name: 'glossary',
  list: () => listPages(TERMS_AT_MOST, PER_PAGE),
  path: pathOf,
  create(view, page) {
    const { t, language } = view;
    const words = t.glossary;
    const terms = language.glossary;
    const head = [words.finnish, words.swedish, words.english].map((label) => html`<th scope="col">${label}</th>`);
    const rows = takePage(terms, page, PER_PAGE).map((term) => renderTerm(view, term));
    return {
      title: page === 1 ? words.title : `${words.title}, ${fillText(t.list.page, { page })}`,
      description: words.description,
      section: 'about',
      above: [{ name: t.about.title, path: ABOUT }],
      main: html`<header class="head">
          <h1>${words.title}</h1>
          <p class="lead">${words.note}</p>
        </header>
        ${renderTable(
          'glossary-table',
          words.description,
          head,
          html`<tbody>
            ${rows}
          </tbody>`,
          'glossary stacked',
        )}
        ${renderPager(view, countPages(TERMS_AT_MOST, PER_PAGE), page, pathOf)}`,
    };
  },
};

function renderTerm({ t, language }: View, { fi, sv, en, isOwn }: Term): Html {
  const { swedish, english } = t.glossary;
  const star = isOwn
    ? html`<span aria-hidden="true">*</span><span class="quiet" lang="${language.code}"> (${t.glossary.own})</span>`
    : undefined;
  return html`<tr>
    <th scope="row" lang="fi">${fi}</th>
    <td lang="sv" data-label="${swedish}">${sv}${star}</td>
    <td lang="en" data-label="${english}">${en}${star}</td>
  </tr> `;
}
