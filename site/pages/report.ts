import { html } from '../html.ts';
import type { PageType } from '../page-type.ts';
import { renderPublisher } from '../parts/contact.ts';
import { ABOUT, REPORT } from '../paths.ts';

/** How to report an error: who can mend it, and what to say. */
export const REPORT_PAGE: PageType<string> = {
  name: 'report',
  list: () => [REPORT],
  path: (key) => key,
  create(view) {
    const { report: words, about } = view.t;
    return {
      title: words.title,
      description: words.description,
      section: 'about',
      above: [{ name: about.title, path: ABOUT }],
      main: html`<div class="text-page">
        <h1>${words.title}</h1>
        <p class="lead">${words.description}</p>
        ${[words.where, words.tell, words.include].map((text) => html`<p>${text}</p>`)} ${renderPublisher(view)}
      </div>`,
    };
  },
};
