import { formatNumber } from '../format.ts';
import { type Content, fill, type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import { renderSection, renderTable } from '../parts.ts';
import { ABOUT } from '../paths.ts';
import type { Publisher, Site } from '../site.ts';

/** Method, privacy, how to report errors, and the accessibility statement. */
export function createAboutPage(site: Site): Page {
  const words = site.texts.about;
  const sections = words.sections.map(({ id, heading, paragraphs }) =>
    renderSection(id, heading, [
      paragraphs.map((paragraph) => html`<p>${paragraph}</p>`),
      id === 'tietosuoja' ? renderRedactions(site) : undefined,
    ]),
  );
  const errors = [html`<p>${words.errorsText}</p>`, renderPublisher(site)];
  return {
    path: ABOUT,
    title: words.title,
    description: words.description,
    section: 'about',
    above: [],
    main: () =>
      html`<div class="text-page">
        <h1>${words.title}</h1>
        <p class="lead">${words.description}</p>
        ${sections} ${renderSection('virheet', words.errorsHeading, errors)}
        ${renderSection(
          'saavutettavuus',
          words.accessibilityHeading,
          words.accessibility.map((paragraph) => html`<p>${paragraph}</p>`),
        )}
      </div>`,
  };
}

/** How many values of each class were withheld; never which. */
function renderRedactions({ texts, published }: Site): Content {
  const words = texts.about;
  const withheld = published.redactions.filter(({ count }) => count > 0);
  if (withheld.length === 0) return undefined;
  const rows = withheld.map(
    (item) =>
      html`<tr>
        <th scope="row">${words.redactions[item.class]}</th>
        <td class="number">${formatNumber(item.count)}</td>
      </tr>`,
  );
  const head = [
    html`<th scope="col">${words.redactionsClass}</th>`,
    html`<th scope="col" class="number">${words.redactionsCount}</th>`,
  ];
  return renderTable(
    'redactions-table',
    words.redactionsCaption,
    head,
    html`<tbody>
      ${rows}
    </tbody>`,
  );
}

function renderPublisher({ texts, publisher }: Site): Content {
  if (publisher === undefined) return undefined;
  const name = publisher.url === undefined ? publisher.name : html`<a href="${publisher.url}">${publisher.name}</a>`;
  const contact = publisher.contact === undefined ? undefined : renderContact(publisher.contact);
  return html`<p>
    ${fill(texts.about.publisher, { name })}${contact === undefined ? undefined : [' ', fill(texts.about.contact, { contact })]}
  </p>`;
}

function renderContact(contact: NonNullable<Publisher['contact']>): Html | string {
  if (/^https?:\/\//.test(contact)) return html`<a href="${contact}">${contact}</a>`;
  return contact.includes('@') ? html`<a href="mailto:${contact}">${contact}</a>` : contact;
}
