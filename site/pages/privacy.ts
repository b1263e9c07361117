import { type Content, html } from '../html.ts';
import type { PageType, View } from '../page-type.ts';
import { renderPublisher } from '../parts/contact.ts';
import { renderSection, renderTable } from '../parts/structure.ts';
import { ABOUT, PRIVACY } from '../paths.ts';

/** What is withheld, why, what the rule cannot see, and how to have something removed. */
export const PRIVACY_PAGE: PageType<string> = {
  name: 'privacy',
  list: () => [PRIVACY],
  path: (key) => key,
  create(view) {
    const { privacy: words, about } = view.t;
    const sections = [
      ['mita', words.whatHeading, [paragraphs(words.what), renderWithheld(view)]],
      ['miksi', words.whyHeading, paragraphs(words.why)],
      ['rajat', words.limitsHeading, paragraphs(words.limits)],
      ['poisto', words.removeHeading, [paragraphs([words.remove]), renderPublisher(view)]],
    ] as const;
    return {
      title: words.title,
      description: words.description,
      section: 'about',
      above: [{ name: about.title, path: ABOUT }],
      main: html`<div class="text-page">
        <h1>${words.title}</h1>
        <p class="lead">${words.description}</p>
        ${sections.map(([id, heading, content]) => renderSection(id, heading, content))}
      </div>`,
    };
  },
};

function paragraphs(texts: readonly string[]): Content {
  return texts.map((text) => html`<p>${text}</p>`);
}

/** How many values of each class were withheld; never which. */
function renderWithheld({ t, data, code, language }: View): Content {
  const withheld = data.published.redactions.filter(({ count }) => count > 0);
  if (withheld.length === 0) return undefined;
  const rows = withheld.map(
    (item) =>
      html`<tr>
        <th scope="row">${code('withheld-class', item.class)}</th>
        <td class="n">${language.number(item.count)}</td>
      </tr>`,
  );
  const head = [
    html`<th scope="col">${t.about.withheldClass}</th>`,
    html`<th scope="col" class="n">${t.about.withheldCount}</th>`,
  ];
  return renderTable(
    'withheld-table',
    t.about.withheldCaption,
    head,
    html`<tbody>
      ${rows}
    </tbody>`,
  );
}
