import { licenceOf } from '../address.ts';
import { OUTWARD } from '../explore/embed.ts';
import { fill, type Html, html } from '../html.ts';
import type { View } from '../page-type.ts';

/**
 * Whose data and boundaries these are: a frame has to say so itself.
 * @param target relative address of the page that the frame is of
 */
export function renderEmbedSource({ t, data, language }: View, target: string): Html {
  const site = html`<a href="${target}" ${OUTWARD}>${t.site.name}</a>`;
  const licence = html`<a href="${licenceOf(language)}" target="_blank" rel="license noopener">CC&nbsp;BY&nbsp;4.0</a>`;
  const publisher = data.publisher === undefined ? undefined : `, ${data.publisher.name}`;
  return html`<footer class="small">
    <p>${fill(t.embed.source, { site })}${publisher}. ${t.embed.window}</p>
    <p>${fill(t.site.footerLicence, { licence })}</p>
    <p>${t.site.footerBoundaries}</p>
  </footer>`;
}
