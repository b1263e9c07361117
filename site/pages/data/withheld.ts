import { type Content, fill, html } from '../../html.ts';
import { fillText } from '../../language/language.ts';
import type { PageType, View } from '../../page-type.ts';
import { renderPublisher } from '../../parts/contact.ts';
import { renderSection } from '../../parts/structure.ts';
import { renderWithheldTable } from '../../parts/withheld.ts';
import { ABOUT, LATEST, REPORT, WITHHELD } from '../../paths.ts';

/** What is withheld, why, how, what the rule cannot see, and how to have something removed. */
export const WITHHELD_PAGE: PageType<string> = {
  name: 'withheld',
  list: () => [WITHHELD],
  path: (key) => key,
  create(view) {
    const { t, data, link } = view;
    const words = t.held;
    const version = data.published.redactions.rule_version;
    return {
      title: words.title,
      description: words.description,
      section: 'about',
      files: [`${LATEST}redactions.json`],
      above: [{ name: t.about.title, path: ABOUT }],
      main: html`<div class="text-page">
        <h1>${words.title}</h1>
        <p class="lead">${words.description}</p>
        ${renderSection('mita', words.whatHeading, [
          words.kinds.map((text) => html`<p>${text}</p>`),
          html`<p>${words.what}</p>`,
          renderCounts(view),
        ])}
        ${renderSection(
          'miksi',
          words.whyHeading,
          [words.why, words.persons].map((text) => html`<p>${text}</p>`),
        )}
        ${renderSection('miten', words.howHeading, html`<p>${fillText(words.how, { version })}</p>`)}
        ${renderSection(
          'mita-ei-nae',
          words.blindHeading,
          [
            html`<ul class="bullets">
              ${words.blind.map((text) => html`<li>${text}</li> `)}
            </ul>`,
            html`<p>${words.both}</p>`,
          ],
        )}
        ${renderSection('poista', words.askHeading, [
          html`<p>${words.ask}</p>`,
          html`<p>${words.source}</p>`,
          renderPublisher(view),
          html`<p><a href="${link(REPORT)}">${t.report.title}</a></p>`,
        ])}
      </div>`,
    };
  },
};

function renderCounts(view: View): Content {
  const words = view.t.held;
  const table = renderWithheldTable(view);
  const source = html`<a href="${view.file(`${LATEST}redactions.json`)}">redactions.json</a>`;
  return [
    table ?? html`<p>${words.none}</p>`,
    html`<p class="note">${fill(`${words.data}: {source}`, { source })}</p>`,
  ];
}
