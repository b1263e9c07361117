import { addressOf } from '../address.ts';
import { EMBED_HEIGHTS, writeFrame } from '../explore/embed.ts';
import { type Selection, writeSelection } from '../explore/selection.ts';
import { type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { Area } from '../model/published.ts';
import type { View } from '../page-type.ts';
import { EMBEDDED, embedPath, type PagedLevel, selectionEmbedPath } from '../paths.ts';

interface Framed {
  readonly level: PagedLevel;
  readonly area: Area;
}

/** A page for frames that is offered as code. */
export interface EmbedCode {
  readonly id: string;
  readonly label: string;
  /** Path without the language. */
  readonly path: string;
  /** With its question mark; the script of Explore writes another one. */
  readonly query?: string;
  readonly title: string;
  /** In pixels. */
  readonly height: number;
}

/** What an embed is called: of an area, or without one of the country. */
export function embedTitle({ t, language }: View, place?: Framed): string {
  return fillText(t.embed.title, { place: place === undefined ? t.places.country : language.nameOf(place.area) });
}

/** An area's embed, which needs no script. */
export function areaEmbed(view: View, place: Framed): EmbedCode {
  return {
    id: 'upotuskoodi',
    label: view.t.embed.code,
    path: embedPath(place.level, place.area.code),
    title: embedTitle(view, place),
    height: EMBED_HEIGHTS.area,
  };
}

/** The country's embed, which needs no script. */
export function nationEmbed(view: View): EmbedCode {
  return {
    id: 'upotuskoodi',
    label: view.t.embed.withoutScript,
    path: embedPath(),
    title: embedTitle(view),
    height: EMBED_HEIGHTS.country,
  };
}

/** A selection's embeds: map and table, and each alone. @param title what the frames are called */
export function listSelectionEmbeds({ t }: View, title: string, selection: Selection): EmbedCode[] {
  return EMBEDDED.map((shown) => ({
    id: `upotuskoodi-${shown}`,
    label: t.embed.shown[shown],
    path: selectionEmbedPath(shown),
    query: writeSelection(selection),
    title,
    height: EMBED_HEIGHTS[shown],
  }));
}

/** Code that puts a page for frames into another page; to copy, so that its address is absolute. */
export function renderEmbedCode(view: View, note: string, codes: readonly EmbedCode[]): Html {
  const { t } = view;
  return html`<details class="fold embed-code">
    <summary>${t.embed.heading}</summary>
    <p class="note">${note}</p>
    ${codes.map((code) => renderCode(view, code))}
  </details>`;
}

function renderCode({ t, data, language, link }: View, { id, label, path, query, title, height }: EmbedCode): Html {
  const address = addressOf(data.published.homepage, language.prefix + path);
  const code = writeFrame({ address: address + (query ?? ''), title, height });
  const follows = query === undefined ? undefined : html`data-address="${address}" data-height="${height}"`;
  return html`<div>
    <p><label for="${id}">${label}</label></p>
    <textarea id="${id}" readonly rows="5" spellcheck="false" translate="no" ${follows}>${code}</textarea>
    <p class="downloads"><a href="${link(path)}${query}">${t.embed.look}</a></p>
  </div> `;
}
