import { fill, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { PageType } from '../page-type.ts';
import { renderPublisher } from '../parts/contact.ts';
import { renderSection } from '../parts/structure.ts';
import { ABOUT, ACCESSIBILITY } from '../paths.ts';

/** Day on which the statement was last gone through; a change of the pages' structure asks for a new one. */
const ASSESSED = '2026-11-25';
/** Where complaints go: the supervisor of online services in Finland. */
const SUPERVISOR = 'https://www.saavutettavuusvaatimukset.fi/';

/** The accessibility statement that Finnish law asks of public bodies: state, gaps, date, contact, supervisor. */
export const ACCESSIBILITY_PAGE: PageType<string> = {
  name: 'accessibility',
  list: () => [ACCESSIBILITY],
  path: (key) => key,
  create(view) {
    const { accessibility: words, about } = view.t;
    const supervisor = html`<a href="${SUPERVISOR}">saavutettavuusvaatimukset.fi</a>`;
    return {
      title: words.title,
      description: words.description,
      section: 'about',
      above: [{ name: about.title, path: ABOUT }],
      main: html`<div class="text-page">
        <h1>${words.title}</h1>
        ${renderSection('tila', words.statusHeading, html`<p>${words.status}</p>`)}
        ${renderSection(
          'puutteet',
          words.gapsHeading,
          [words.gapTexts, words.gapMaps].map((text) => html`<p>${text}</p>`),
        )}
        ${renderSection('palaute', words.contactHeading, [html`<p>${words.contactText}</p>`, renderPublisher(view)])}
        ${renderSection('valvonta', words.supervisorHeading, html`<p>${fill(words.supervisor, { link: supervisor })}</p>`)}
        ${renderSection('laatiminen', words.madeHeading, html`<p>${fillText(words.made, { date: view.language.date(ASSESSED) })}</p>`)}
      </div>`,
    };
  },
};
