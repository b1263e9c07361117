import { type Html, html } from './html.ts';
import { AREA_LEVELS, areaPath, linkFrom, type Link, projectPath, SEARCH_INDEX } from './paths.ts';
import { nameOf, type Site } from './site.ts';
import type { Texts } from './texts.ts';

export const SEARCH_SCRIPT = 'scripts/search.js';

/** The search box; it stays hidden until its script is there, and the page's lists serve without it. */
export function renderSearch({ search }: Texts, link: Link): Html {
  return html`<search
    class="search"
    hidden
    data-index="${link(SEARCH_INDEX)}"
    data-root="${link('')}"
    data-none="${search.none}"
    data-one="${search.one}"
    data-some="${search.some}"
    data-more="${search.more}"
    data-failed="${search.failed}"
  >
    <label for="search">${search.label}</label>
    <input
      id="search"
      type="search"
      autocomplete="off"
      spellcheck="false"
      aria-describedby="search-hint search-status"
    />
    <p id="search-hint" class="note">${search.hint}</p>
    <p id="search-status" class="note" role="status"></p>
    <ul id="search-results" class="search-results"></ul>
  </search>`;
}

/**
 * What the search box searches, as a classic script, since a page on a disk cannot fetch JSON. Each entry: address, name, what
 * it is, more words to be found by.
 */
export function renderSearchIndex(site: Site): string {
  const { texts } = site;
  const address = linkFrom('index.html');
  // The municipality first, where a sub-region has its name.
  const areas = AREA_LEVELS.toReversed().flatMap((level) =>
    site.areas[level].map((area) => [
      address(areaPath(level, area.code)),
      area.name_fi,
      texts.levels[level],
      ...(area.name_sv === area.name_fi ? [] : [area.name_sv]),
    ]),
  );
  const projects = site.projects.map((project) => [
    address(projectPath(project.project_id)),
    nameOf(texts, project),
    [project.project_id, project.beneficiary_name].filter((word) => word !== undefined).join(' · '),
  ]);
  const lines = [...areas, ...projects].map((entry) => JSON.stringify(entry));
  return `self.hankekarttaSearch = [\n${lines.join(',\n')}\n];\n`;
}
