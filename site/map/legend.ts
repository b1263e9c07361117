import { type Html, html } from '../html.ts';
import type { Site } from '../site.ts';
import { listClasses } from './classes.ts';

/** What the colours of a map of counts mean; no data stands there only when the map has such an area. */
export function renderLegend(site: Site): Html {
  const { texts, boundaries } = site;
  const withUnknown = boundaries.codes.some((code) => site.findArea('municipality', code) === undefined);
  const items = listClasses(texts, withUnknown).map(
    ({ style, label }) => html`<li><span class="swatch ${style}"></span>${label}</li>`,
  );
  return html`<div class="legend">
    <p>${texts.map.legend}</p>
    <ul>
      ${items}
    </ul>
    <p class="note">${texts.map.legendNote}</p>
  </div>`;
}
