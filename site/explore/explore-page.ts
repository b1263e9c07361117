import { type Content, fill, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { drawNation } from '../map/national-map.ts';
import { planNation } from '../map/national-plan.ts';
import type { Chosen, Facet as PagedFacet } from '../model/facets.ts';
import type { PageType, View } from '../page-type.ts';
import { renderEmbedCode } from '../parts/embed-code.ts';
import { areaListPath, areaPath, facetPath, HOME, PAIR_TABLES, pairPath, projectListPath } from '../paths.ts';
import { renderSearch, SEARCH_PATH, SEARCH_SCRIPTS, SEARCH_STYLE } from '../search/search-box.ts';
import { findClass, styleOf } from './classes.ts';
import { chooseMeasure, createViewContext, findEngine } from './collection.ts';
import type { ExploreContext } from './context.ts';
import { DOWNLOADS, downloadPath } from './files.ts';
import { renderPart } from './page-parts.ts';
import { describeValue } from './render.ts';
import { type Facet, FACETS, type Measure, MEASURES, type Selection } from './selection.ts';
import { show } from './show.ts';
import type { ExploreState } from './state.ts';

export const EXPLORE_STYLE = 'styles/explore.css';

/** Facets that have pages of their own, and what they are called there. */
const PAGED: Readonly<Partial<Record<Facet, PagedFacet>>> = {
  period: 'period',
  fund: 'fund',
  axis: 'axis',
  year: 'year',
  status: 'state',
};

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
          <button type="button" class="plain" id="position" hidden>${t.explore.position}</button>
          <span id="position-status" role="status"></span>
        </p>
        <section class="pick" aria-label="${t.filter.open}">
          <div id="pick">${renderPart('pick', context, state)}</div>
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
          <p class="value"><output id="value">${t.map.point}</output></p>
          <div
            class="map-frame"
            id="map"
            data-help="${t.map.help}"
            ${measure === undefined ? undefined : html`data-measure="${measure}"`}
          >
            ${renderMap(view, context, state)}
            <p class="zoom" hidden>
              <button type="button" data-zoom="in" aria-label="${t.map.zoomIn}">+</button>
              <button type="button" data-zoom="out" aria-label="${t.map.zoomOut}">−</button>
              <button type="button" data-zoom="whole" aria-label="${t.map.whole}">
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" /></svg>
              </button>
            </p>
          </div>
          <div class="legend" id="legend">${renderPart('legend', context, state)}</div>
        </section>
        <section class="numbers">
          <h2 class="quiet">${t.explore.figures}</h2>
          <div id="figures">${renderPart('figures', context, state)}</div>
          <h2 class="h3">${t.explore.placementHeading}</h2>
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
        ${renderDownloads(view, measure)} ${measure === undefined ? renderEmbedCode(view) : undefined}`,
    };
  },
};

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

function renderMap(view: View, context: ExploreContext, { engine, values, scheme, measure }: ExploreState): Content {
  const { t, data, link } = view;
  const painted = engine.columns.areas.municipality.codes.map((code, area) => {
    const value = values[area] ?? { value: undefined, isLeast: false };
    return {
      code,
      style: styleOf(findClass(value.value, scheme.breaks)),
      title: `${context.names.municipality[area] ?? code}: ${describeValue(context, measure, value)}`,
      href: link(areaPath('municipality', code)),
    };
  });
  return drawNation(planNation(data), painted, {
    label: fillText(t.map.national, { measure: t.measures.names[measure] }),
    insets: { capital: t.map.insetCapital, aland: t.map.insetAland },
  });
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
