import { html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { PageType } from '../page-type.ts';
import { renderEmbedSource } from '../parts/embed-source.ts';
import { EMBEDDED, type Embedded, HOME, selectionEmbedPath } from '../paths.ts';
import { createViewContext, findEngine } from './collection.ts';
import { OUTWARD, titleSelection } from './embed.ts';
import { EXPLORE_STYLE } from './explore-page.ts';
import { renderMapFrame } from './map-frame.ts';
import { renderPart } from './page-parts.ts';
import { WHOLE } from './selection.ts';
import { show } from './show.ts';

/**
 * Any selection for a frame in other people's pages: its address has the query of Explore, and a script of the site's own shows it
 * by the functions of Explore. Without a script it is the whole, and says so.
 */
export const SELECTION_EMBED: PageType<Embedded> = {
  name: 'selection-embed',
  framed: true,
  list: () => EMBEDDED,
  path: selectionEmbedPath,
  create(view, shown) {
    const { t, data, link, language } = view;
    const context = { ...createViewContext(view, () => undefined), linkAttributes: OUTWARD };
    const state = show(context, findEngine(data), WHOLE);
    const title = titleSelection(context, state);
    const map = html`<section>
      <h2 class="h3" id="measure">${renderPart('measure', context, state)}</h2>
      <p class="small" id="explained">${renderPart('explained', context, state)}</p>
      ${renderMapFrame(view, context, state)}
      <div class="legend" id="legend">${renderPart('legend', context, state)}</div>
    </section>`;
    const table = html`<div id="areas" class="area-section">${renderPart('areas', context, state)}</div>
      <section class="newest">
        <h2 class="h3">${t.embed.newest}</h2>
        <div id="projects">${renderPart('projects', context, state)}</div>
      </section>`;
    return {
      title,
      description: title,
      styles: [EXPLORE_STYLE, 'styles/embed.css'],
      scripts: [`scripts/words-${language.code}.js`, 'scripts/embed.js'],
      main: html`<p class="note" id="no-script">${t.embed.noScript}</p>
        <p class="small" id="explore-status" role="status"></p>
        <div id="selection">
          <header class="head"><h1 id="embed-title">${title}</h1></header>
          <div id="figures">${renderPart('figures', context, state)}</div>
          ${shown === 'table' ? undefined : map} ${shown === 'map' ? undefined : table}
        </div>
        <p class="all">
          <a id="explore" href="${link(HOME)}" ${OUTWARD}>${fillText(t.embed.all, { place: t.embed.selection })}</a>
        </p>
        ${renderEmbedSource(view, link(HOME))}`,
    };
  },
};
