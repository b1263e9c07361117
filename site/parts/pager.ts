import { type Content, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { View } from '../page-type.ts';

/** Rows of a page of a list: no page is longer than about six screens of a phone. */
export const PER_PAGE = 30;

/** @returns how many pages a list takes, at least one */
export function countPages(items: number, perPage = PER_PAGE): number {
  return Math.max(1, Math.ceil(items / perPage));
}

/** Page numbers from 1. */
export function listPages(items: number, perPage = PER_PAGE): number[] {
  return Array.from({ length: countPages(items, perPage) }, (_, index) => index + 1);
}

/** What stands on one page of a list. */
export function takePage<T>(items: readonly T[], page: number, perPage = PER_PAGE): readonly T[] {
  return items.slice((page - 1) * perPage, page * perPage);
}

/** `31–60 / 2 880`: which part of a list a page shows. */
export function renderRange({ language, t }: View, total: number, page: number, perPage = PER_PAGE): Content {
  if (total <= perPage) return undefined;
  const first = (page - 1) * perPage + 1;
  const last = Math.min(total, page * perPage);
  return html`<span class="nb"
    >${fillText(t.list.range, { first: language.number(first), last: language.number(last), total: language.number(total) })}</span
  >`;
}

/** So many pages are all linked: none of them is further away than one step. */
const ALL_UP_TO = 7;

/** Links to the other pages of a list: all of a few, else the neighbours and both ends. */
export function renderPager({ t, link }: View, pages: number, page: number, pathOf: (page: number) => string): Content {
  if (pages < 2) return undefined;
  const wanted =
    pages <= ALL_UP_TO
      ? Array.from({ length: pages }, (_, index) => index + 1)
      : [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(wanted)].sort((a, b) => a - b);
  const items = numbers.map((number, index) => {
    const gap =
      index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? html`<li class="gap" aria-hidden="true">…</li>` : undefined;
    const current = number === page ? html` aria-current="page"` : undefined;
    return html`${gap}
      <li>
        <a href="${link(pathOf(number))}" aria-label="${fillText(t.list.page, { page: number })}" ${current}
          >${number}</a
        >
      </li>`;
  });
  return html`<nav class="pager" aria-label="${t.list.pages}">
    <ul>
      ${page > 1 ? html`<li><a href="${link(pathOf(page - 1))}" rel="prev">${t.list.previous}</a></li>` : undefined}
      ${items}
      ${page < pages ? html`<li><a href="${link(pathOf(page + 1))}" rel="next">${t.list.next}</a></li>` : undefined}
    </ul>
  </nav>`;
}
