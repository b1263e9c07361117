import { type Html, html } from '../html.ts';
import type { FileType, PageType, View } from '../page-type.ts';
import { areaListPath, organisationListPath, projectListPath } from '../paths.ts';
import type { SearchFile } from './list-entries.ts';
import { listPlaces } from './places.ts';

export const SEARCH_STYLE = 'styles/explore.css';
export const SEARCH_PATH = 'haku.html';
/** They load what is searched when somebody begins to. */
export const SEARCH_SCRIPTS = ['scripts/search.js'] as const;

/** The search box, a combobox by the WAI-ARIA pattern; it stays hidden until its script is there. */
export function renderSearch({ t, link, file, language }: View): Html {
  const { search } = t;
  return html`<search
    class="search"
    hidden
    data-root="${file('')}"
    data-prefix="${language.prefix}"
    data-all="${link(SEARCH_PATH)}"
    data-words="${JSON.stringify(search)}"
    data-language="${language.published}"
  >
    <label for="search">${search.label}</label>
    <div class="search-line">
      <input
        id="search"
        type="text"
        inputmode="search"
        enterkeyhint="search"
        role="combobox"
        aria-expanded="false"
        aria-autocomplete="list"
        aria-controls="search-list"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
      />
      <button type="button" class="btn strong" id="search-go">${search.button}</button>
    </div>
    <ul id="search-list" hidden></ul>
    <p id="search-status" class="small" role="status"></p>
  </search>`;
}

/** Every hit of what stands in the address as `?q=`. */
export const SEARCH_PAGE: PageType<string> = {
  name: 'search',
  list: () => [SEARCH_PATH],
  path: (key) => key,
  create(view) {
    const { t, link } = view;
    return {
      title: t.search.title,
      description: t.search.description,
      layout: 'text-page',
      styles: [SEARCH_STYLE],
      scripts: SEARCH_SCRIPTS,
      main: html`<h1>${t.search.title}</h1>
        ${renderSearch(view)}
        <div id="search-all"></div>
        <p class="note" id="no-script">${t.search.withoutScript}</p>
        <ul class="plain-list">
          <li><a href="${link(areaListPath('municipality'))}">${t.explore.placeAZ}</a></li>
          <li><a href="${link(areaListPath('region'))}">${t.explore.tables.region}</a></li>
          <li><a href="${link(organisationListPath())}">${t.organisation.listTitle}</a></li>
          <li><a href="${link(projectListPath())}">${t.projects.title}</a></li>
        </ul>`,
    };
  },
};

/** Places with all their forms, and organisations with their keys; projects come from their columns. */
export const SEARCH_PLACES: FileType<string> = {
  name: 'search-places',
  list: () => ['scripts/places.js'],
  path: (key) => key,
  create(data, _key, _languages, root) {
    const searched: SearchFile = {
      places: listPlaces(data, root).map(({ kind, key, names, forms }) => [
        kind,
        key,
        names.join('|'),
        forms.join('|'),
      ]),
      organisations: data.organisations.all.map(({ key, name, businessId }) =>
        businessId === undefined ? [name, key] : [name, key, businessId],
      ),
    };
    return `self.hankekarttaPlaces = ${JSON.stringify(searched)};\n`;
  },
};
