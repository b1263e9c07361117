import { type Content, fill, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { View } from '../page-type.ts';
import { REPORT } from '../paths.ts';

/** Who maintains the site and how to reach them, as the configuration says. */
export function renderPublisher({ t, data: { publisher } }: View): Content {
  if (publisher === undefined) return html`<p>${t.about.noContact}</p>`;
  const name = publisher.url === undefined ? publisher.name : html`<a href="${publisher.url}">${publisher.name}</a>`;
  const contact = publisher.contact === undefined ? undefined : linkContact(publisher.contact);
  return html`<p>
    ${fill(t.about.publisher, { name })}
    ${contact === undefined ? t.about.noContact : fill(t.about.contact, { contact })}
  </p>`;
}

function linkContact(contact: string): Content {
  if (/^https?:\/\//.test(contact)) return html`<a href="${contact}">${contact}</a>`;
  return contact.includes('@') ? html`<a href="mailto:${contact}">${contact}</a>` : contact;
}

/** A link to report an error of one record: a letter that names it where there is an address, else the page that says how. */
export function renderReportLink({ t, link, data: { publisher } }: View, id: string): Content {
  const contact = publisher?.contact;
  if (contact === undefined || !/^[^\s@/]+@[^\s@/]+$/.test(contact))
    return html`<a href="${link(REPORT)}">${t.project.report}</a>`;
  const subject = encodeURIComponent(fillText(t.report.subject, { id }));
  return html`<a href="mailto:${contact}?subject=${subject}">${t.project.report}</a>`;
}
