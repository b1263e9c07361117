import { addressOf } from '../address.ts';
import { type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { Area } from '../model/published.ts';
import type { View } from '../page-type.ts';
import { embedPath, type PagedLevel } from '../paths.ts';

interface Framed {
  readonly level: PagedLevel;
  readonly area: Area;
}

/** Height of the frame in pixels that shows nearly everything of it in a column of text. */
const HEIGHT = 900;

/** What an embed is called: of an area, or without one of the country. */
export function embedTitle({ t, language }: View, place?: Framed): string {
  return fillText(t.embed.title, { place: place === undefined ? t.places.country : language.nameOf(place.area) });
}

/** The code that puts an area, or without one the country, into another page; to copy, so that its address is absolute. */
export function renderEmbedCode(view: View, place?: Framed): Html {
  const { t, data, language, link } = view;
  const path = embedPath(place?.level, place?.area.code);
  const address = addressOf(data.published.homepage, language.prefix + path);
  const attributes = Object.entries({
    src: address,
    title: embedTitle(view, place),
    width: '100%',
    height: HEIGHT,
    loading: 'lazy',
  });
  const { markup } = html`<iframe${attributes.map(([name, value]) => html` ${name}="${value}"`)}></iframe>`;
  return html`<details class="fold embed-code">
    <summary>${t.embed.heading}</summary>
    <p class="note">${t.embed.note}</p>
    <p><label for="upotuskoodi">${t.embed.code}</label></p>
    <textarea id="upotuskoodi" readonly rows="5" spellcheck="false" translate="no">${markup}</textarea>
    <p class="downloads"><a href="${link(path)}">${t.embed.look}</a></p>
  </details>`;
}
