import { type Content, fill, type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { Chosen } from '../model/facets.ts';
import type { PageType, View } from '../page-type.ts';
import { listSelectionEmbeds, nationEmbed, renderEmbedCode } from '../parts/embed-code.ts';
import { areaListPath, facetPath, HOME, PAIR_TABLES, pairPath, projectListPath } from '../paths.ts';
import { renderSearch, SEARCH_PATH, SEARCH_SCRIPTS, SEARCH_STYLE } from '../search/search-box.ts';
import { chooseMeasure, createViewContext, findEngine } from './collection.ts';
import type { ExploreContext } from './context.ts';
import { DOWNLOADS, downloadPath } from './files.ts';
import { titleSelection } from './embed.ts';
import { renderMapFrame } from './map-frame.ts';
import { PAGED } from './paged-facets.ts';
import { renderPart } from './page-parts.ts';
import { FACETS, type Measure, MEASURES, type Selection } from './selection.ts';
import { show } from './show.ts';
import type { ExploreState } from './state.ts';

export const EXPLORE_STYLE = 'styles/explore.css';

function measurePath(measure: Measure | undefined): string {
  return measure === undefined ? HOME : `mittari/${measure.replaceAll('_', '-')}.html`;
}

/** The page that shows a selection without a script: a measure of everything, or the list of one facet's value or of two facets'. */
function findPage({ data, link }: View): ExploreContext['href'] {
  return ({ place, rows, measure, facets, text }: Selection) => {
    if (place !== undefined || text !== undefined) return undefined;
    const [facet, another, third] = FACETS.filter((each) => facets[each] !== undefined);
    if (rows !== undefined) return facet === undefined ? link(areaListPath('municipality')) : undefined;
    if (facet === undefined) return link(measurePath(measure ?? chooseMeasure(findEngine(data))));
    const chosen = [facet, another].flatMap((each): Chosen[] => {
      const [value, more] = each === undefined ? [] : (facets[each] ?? []);
      const paged = each === undefined ? undefined : PAGED[each];
      return value === undefined || more !== undefined || paged === undefined ? [] : [{ facet: paged, value }];
    });
    const [first, second] = chosen;
    if (first === undefined || third !== undefined || (another !== undefined && second === undefined)) return undefined;
    if (second !== undefined) {
      const pair = data.facets.findPair(first, second);
      return pair === undefined ? undefined : link(pairPath(pair));
    }
    const isListed = data.facets.valuesOf(first.facet).some(({ value }) => value === first.value);
    return isListed ? link(facetPath(first.facet, first.value)) : undefined;
  };
}

/**
 * The start page, and the same with each measure at an address that stays when another one becomes the default: place search, map,
 * table and summary of one selection.
 */
export const EXPLORE: PageType<Measure | undefined> = {
  name: 'explore',
  list: () => [undefined, ...MEASURES],
  path: measurePath,
  create(view, measure) {
    const { t, data } = view;
    const context = createViewContext(view, findPage(view));
    const state = show(context, findEngine(data), { facets: {}, ...(measure === undefined ? {} : { measure }) });
    const heading = data.kind === 'inclusion' ? t.collection.inclusionTitle : t.collection.generalTitle;
    const title = measure === undefined ? heading : fillText(t.measures.title, { measure: t.measures.names[measure] });
    return {
      title: measure === undefined ? `${t.site.name} – ${heading}` : title,
      description: heading,
      section: 'explore',
      layout: 'explore',
      styles: [EXPLORE_STYLE, SEARCH_STYLE],
      scripts: [`scripts/words-${view.language.code}.js`, 'scripts/explore.js', ...SEARCH_SCRIPTS],
      main: html`<header class="head">
          <h1>${keepTogether(heading)}</h1>
          <p class="lead">${renderLead(view, context, state)}</p>
        </header>
        ${renderSearch(view)}
        <p class="hint small">
          <a href="${view.link(areaListPath('municipality'))}">${t.explore.placeAZ}</a>
          <a href="${view.link(SEARCH_PATH)}">${t.search.title}</a>
          <button type="button" class="text-button" id="position" hidden>${t.explore.position}</button>
          <span id="position-status" role="status"></span>
        </p>
        <section class="pick" aria-label="${t.filter.open}">
          <div id="pick">${renderPart('pick', context, state)}</div>
          <p id="pick-status" class="quiet" role="status"></p>
          <details class="filters" id="filters">
            <summary>${t.filter.open}</summary>
            <p class="words" hidden>
              <label for="words">${t.filter.text}</label>
              <input id="words" type="search" autocomplete="off" spellcheck="false" />
            </p>
            <p class="note" id="no-script">
              ${fill(t.filter.withoutScript, { tables: html`<a href="${view.link(PAIR_TABLES)}">${t.filter.withoutScriptTables}</a>` })}
            </p>
            <div class="facets" id="facets">${renderPart('facets', context, state)}</div>
          </details>
          <p id="explore-status" class="small" role="status"></p>
        </section>
        <section class="mapbox" aria-labelledby="measure-heading">
          <h2 id="measure-heading" class="h3">${t.measures.heading}</h2>
          <nav class="measures" id="measures" aria-label="${t.measures.heading}">
            ${renderPart('measures', context, state)}
          </nav>
          <p class="small" id="explained">${renderPart('explained', context, state)}</p>
          ${renderMapFrame(view, context, state, measure)}
          <div class="legend" id="legend">${renderPart('legend', context, state)}</div>
        </section>
        <section class="numbers">
          <h2 class="quiet">${t.explore.figures}</h2>
          <div id="figures">${renderPart('figures', context, state)}</div>
          <div id="placement">${renderPart('placement', context, state)}</div>
        </section>
        <div id="areas" class="area-section">${renderPart('areas', context, state)}</div>
        <section class="newest">
          <h2>${t.explore.newest}</h2>
          <div id="projects">${renderPart('projects', context, state)}</div>
          <p class="all">
            <button type="button" class="btn" id="more" hidden>${t.explore.showMore}</button>
            <a href="${view.link(projectListPath())}"
              >${fillText(t.explore.allProjects, { projects: context.count('projects', data.projects.length) })}</a
            >
          </p>
        </section>
        ${renderDownloads(view, measure)} ${renderEmbeds(view, context, state)}`,
    };
  },
};

/** Codes that follow the selection, and on the start page one that needs no script. */
function renderEmbeds(view: View, context: ExploreContext, { engine, selection, measure }: ExploreState): Html {
  const embeds = listSelectionEmbeds(view, titleSelection(context, { engine, selection }), { ...selection, measure });
  return renderEmbedCode(view, view.t.embed.selectionNote, [...embeds, nationEmbed(view)]);
}

/** `EU-rahalla` is one word and stands on one line; the hyphen stays one that can be searched for and that every font has. */
function keepTogether(text: string): Content {
  return text
    .split(/(EU-\p{L}+)/u)
    .map((part, index) => (index % 2 === 1 ? html`<span class="nb">${part}</span>` : part));
}

/** How many projects, how much money, of which years; and what the sources do not say. */
function renderLead({ t }: View, context: ExploreContext, { outcome }: ExploreState): string {
  const years = [...outcome.options.year.keys()].filter((year) => year !== 'unknown').sort();
  const { cents } = outcome.totals.money.granted;
  const total = fillText(t.explore.total, {
    projects: context.count('projects', outcome.totals.projects),
    money: context.millions(cents / 100),
    years: years.length === 0 ? '' : ' ' + fillText(t.explore.years, { from: years[0] ?? '', to: years.at(-1) ?? '' }),
  });
  const loose = cents === 0 ? 0 : outcome.placement.nowhere / cents;
  const unplaced =
    loose > 0.5
      ? fillText(t.explore.unplacedLead, { share: context.percent(Math.floor(loose * 100) / 100) })
      : t.explore.findPlace;
  return `${total} ${unplaced}`;
}

function renderDownloads({ t, language, file }: View, measure: Measure | undefined): Content {
  const labels = {
    table: t.explore.downloadTable,
    projects: t.explore.downloadProjects,
    geojson: 'GeoJSON',
    map: t.explore.downloadMap,
  };
  return html`<p class="downloads" id="downloads">
    ${t.explore.download}
    ${DOWNLOADS.map((kind) => html`<a href="${file(downloadPath({ kind, language: language.code, measure }))}" download data-download="${kind}">${labels[kind]}</a> `)}
  </p>`;
}
