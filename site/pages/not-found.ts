import { fill, html } from '../html.ts';
import type { PageType } from '../page-type.ts';
import { areaListPath, HOME, NOT_FOUND, projectListPath } from '../paths.ts';

/** What a host shows for an address that is none. */
export const NOT_FOUND_PAGE: PageType<string> = {
  name: 'not-found',
  list: () => [NOT_FOUND],
  path: (key) => key,
  anywhere: true,
  create({ t, link }) {
    const words = t.notFound;
    const links = {
      home: html`<a href="${link(HOME)}">${words.homeLink}</a>`,
      projects: html`<a href="${link(projectListPath())}">${words.projectsLink}</a>`,
      areas: html`<a href="${link(areaListPath('region'))}">${words.areasLink}</a>`,
    };
    return {
      title: words.title,
      description: words.title,
      main: html`<div class="text-page">
        <h1>${words.title}</h1>
        <p class="lead">${fill(words.text, links)}</p>
      </div>`,
    };
  },
};
