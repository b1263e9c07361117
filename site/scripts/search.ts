/** The search box: a combobox with a list (WAI-ARIA), and the page of all hits. */
import { unpackColumns } from '../explore/columns.ts';
import { html } from '../html.ts';
import type { Texts } from '../language/language.ts';
import { areaPath, organisationPath, projectPath } from '../paths.ts';
import { createFinder, type Entry, type Finder, type Hit } from '../search/find.ts';
import { listEntries } from '../search/list-entries.ts';
import { loadScript } from './load-script.ts';

/** Below the field, and at a time on the page of all hits, which no phone should scroll for ever. */
const [SHOWN, LISTED] = [8, 30];

const box = document.querySelector<HTMLElement>('search.search');
const input = document.getElementById('search');
if (box !== null && input instanceof HTMLInputElement) start(box, input);

function start(search: HTMLElement, field: HTMLInputElement): void {
  const { root = '', prefix = '', all = '', language = 'fi' } = search.dataset;
  const words = JSON.parse(search.dataset['words'] ?? '{}') as Texts['search'];
  const list = document.getElementById('search-list');
  const status = document.getElementById('search-status');
  const page = document.getElementById('search-all');
  if (list === null || status === null) return;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.results);
  let finder: Promise<Finder> | undefined;
  let hits: readonly Hit[] = [];
  let active = -1;

  const load = (): Promise<Finder> =>
    (finder ??= Promise.all([loadScript(`${root}scripts/places.js`), loadScript(`${root}scripts/projects.js`)]).then(
      () => createFinder(listEntries(self.hankekarttaPlaces, unpackColumns(self.hankekarttaProjects))),
    ));
  const order = language === 'sv' ? 1 : language === 'en' ? 2 : 0;
  const nameOf = ({ names }: Entry): string => names[order] ?? names[1] ?? names[0] ?? '';
  const addressOf = ({ kind, key }: Entry): string => {
    const path =
      kind === 'project' ? projectPath(key) : kind === 'organisation' ? organisationPath(key) : areaPath(kind, key);
    return root + prefix + path.split('/').map(encodeURIComponent).join('/');
  };
  const countHits = (count: number): string =>
    count === 1 ? words.count.one : words.count.other.replace('{count}', String(count));
  const addressOfAll = (): string => `${all}?q=${encodeURIComponent(field.value.trim())}`;

  const close = (): void => {
    list.hidden = true;
    active = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const describe = (hit: Hit): string => words.kinds[hit.entry.kind] + (hit.isGuess ? ` · ${words.guess}` : '');

  const update = async (): Promise<void> => {
    const query = field.value.trim();
    if (query === '') {
      status.textContent = '';
      close();
      return;
    }
    const found = await find(query);
    if (found === undefined || field.value.trim() !== query) return;
    hits = found.hits;
    list.innerHTML = html`${hits.slice(0, SHOWN).map(
      (hit, index) =>
        html`<li role="option" id="hit-${index}" aria-selected="false">
          <a href="${addressOf(hit.entry)}" tabindex="-1">${nameOf(hit.entry)}</a>
          <span class="soft">${describe(hit)}</span>
        </li>`,
    )}`.markup;
    if (hits.length > SHOWN)
      list.insertAdjacentHTML(
        'beforeend',
        html`<li role="option" id="hit-all" aria-selected="false">
          <a href="${addressOfAll()}" tabindex="-1">${words.all.replace('{count}', String(hits.length))}</a>
        </li>`.markup,
      );
    active = -1;
    field.removeAttribute('aria-activedescendant');
    list.hidden = hits.length === 0;
    field.setAttribute('aria-expanded', String(hits.length > 0));
    if (hits.length > 0) status.textContent = countHits(hits.length);
    else status.innerHTML = renderNone(query, found.near);
  };

  const find = async (query: string): Promise<{ readonly hits: Hit[]; readonly near: Entry[] } | undefined> => {
    try {
      const ready = await load();
      const found = ready.find(query);
      return { hits: found, near: found.length === 0 ? ready.suggest(query, 3) : [] };
    } catch {
      finder = undefined;
      status.textContent = words.failed;
      return undefined;
    }
  };

  /** What was sought, what may have been meant, and what helps. */
  const renderNone = (query: string, near: readonly Entry[]): string => {
    const names = near.map((entry) => html`<a href="${addressOf(entry)}">${nameOf(entry)}</a> `);
    const [before = '', after = ''] = words.suggestion.split('{names}');
    return html`${words.none.replace('{query}', () => `”${query}”`)}
    ${near.length === 0 ? undefined : html`${before}${names}${after}`} ${words.help}`.markup;
  };

  const move = (step: number): void => {
    const options = [...list.querySelectorAll('[role="option"]')];
    if (list.hidden || options.length === 0) return;
    options[active]?.setAttribute('aria-selected', 'false');
    active = (active + step + options.length + (active === -1 && step < 0 ? 1 : 0)) % options.length;
    const option = options[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option !== undefined) field.setAttribute('aria-activedescendant', option.id);
  };
  const go = async (): Promise<void> => {
    const query = field.value.trim();
    if (query === '') {
      status.textContent = words.empty;
      field.focus();
      return;
    }
    const chosen = list.querySelectorAll('[role="option"] a')[active];
    if (chosen instanceof HTMLAnchorElement && !list.hidden) {
      location.href = chosen.href;
      return;
    }
    const found = await find(query);
    if (found === undefined) return;
    const [first, second] = found.hits;
    // One thing is meant: its page; else all that could be.
    const isOne = first !== undefined && (second === undefined || isSure(first, second));
    location.href = isOne ? addressOf(first.entry) : addressOfAll();
  };
  const isSure = (first: Hit, second: Hit): boolean =>
    first.entry.kind === 'municipality' && !first.isGuess && (second.isGuess || second.entry.kind !== 'municipality');

  field.addEventListener('focus', () => void load().catch(() => (finder = undefined)));
  field.addEventListener('input', () => void update());
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') close();
    else if (event.key === 'Enter') void go();
  });
  document.getElementById('search-go')?.addEventListener('click', () => void go());
  field.addEventListener('blur', (event) => {
    if (!(event.relatedTarget instanceof Node && search.contains(event.relatedTarget))) setTimeout(close, 150);
  });

  const showAll = async (target: HTMLElement, query: string): Promise<void> => {
    const found = await find(query);
    if (found === undefined) return;
    const { hits } = found;
    target.innerHTML =
      hits.length === 0
        ? `<p class="empty">${renderNone(query, found.near)}</p>`
        : html`<h2>${countHits(hits.length)}</h2>
            <ul class="items"></ul>
            <button type="button" class="button" hidden></button>`.markup;
    const [items, more] = [target.querySelector('ul'), target.querySelector('button')];
    if (items === null || more === null) return;
    const showMore = (): void => {
      const shown = items.children.length;
      const next = hits.slice(shown, shown + LISTED);
      items.insertAdjacentHTML('beforeend', next.map((hit) => renderHit(hit).markup).join(''));
      const left = hits.length - shown - next.length;
      more.hidden = left <= 0;
      more.textContent = words.more.replace('{count}', String(Math.min(left, LISTED)));
      if (shown > 0) items.children[shown]?.querySelector('a')?.focus();
    };
    more.addEventListener('click', showMore);
    showMore();
  };
  const renderHit = (hit: Hit) =>
    html`<li class="item">
      <p class="name"><a href="${addressOf(hit.entry)}">${nameOf(hit.entry)}</a></p>
      <p class="meta">${describe(hit)}</p>
    </li> `;
  search.hidden = false;
  if (page !== null) document.getElementById('no-script')?.setAttribute('hidden', '');
  const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  if (page !== null && query !== '') {
    field.value = query;
    void showAll(page, query);
  }
}
