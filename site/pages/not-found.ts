import { fill, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { areaListPath, HOME, NOT_FOUND, projectListPath } from '../paths.ts';
import type { Site } from '../site.ts';

export function createNotFoundPage({ texts }: Site): Page {
  const words = texts.notFound;
  return {
    path: NOT_FOUND,
    title: words.title,
    description: words.title,
    main: (link) =>
      html`<h1>${words.title}</h1>
        <p class="lead">
          ${fill(words.text, {
            home: html`<a href="${link(HOME)}">${words.homeLink}</a>`,
            projects: html`<a href="${link(projectListPath(1))}">${words.projectsLink}</a>`,
            municipalities: html`<a href="${link(areaListPath('municipality'))}">${words.municipalitiesLink}</a>`,
          })}
        </p>`,
  };
}
