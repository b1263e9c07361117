import type { Projects } from '../../pipeline/model/schema-types.ts';
import { type Content, fill, type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { type Facet, FACETS, type FacetValue } from '../model/facets.ts';
import type { State } from '../model/state.ts';
import type { View } from '../page-type.ts';
import { facetPath, HOME, projectListPath } from '../paths.ts';

/** How many projects count, and how many were cancelled and count in nothing. */
export function describeCounts({ t, language }: View, projects: readonly Projects[]): string {
  const cancelled = projects.filter(({ status }) => status === 'cancelled').length;
  const words = t.projects;
  const template = cancelled === 0 ? words.lead : cancelled === 1 ? words.leadCancelled : words.leadCancelledMany;
  return fillText(template, {
    projects: language.count('projects', projects.length - cancelled),
    cancelled: language.number(cancelled),
  });
}

/** What a value of a facet is called: a fund's name, an axis' number and name, a year, a state. */
export function nameValue({ t, language, code }: View, { facet, value, projects }: FacetValue): string {
  switch (facet) {
    case 'fund':
      return code('fund', value);
    case 'state':
      return t.states[value as State];
    case 'year':
      return value;
    case 'place':
      return value === 'country' ? t.facets.placeCountry : t.facets.placeUnknown;
    case 'axis': {
      const [project] = projects;
      const axis = project?.priority_axis_code;
      const period = project?.programming_period;
      const name = language.priorityName(period, axis) ?? project?.priority_axis_name;
      const short = period === undefined ? '' : ` (${period.replace('-', '–')})`;
      return [axis, name].filter((part) => part !== undefined).join(' ') + short;
    }
  }
}

export interface Selected {
  readonly facet: Facet;
  readonly value: string;
  readonly region?: string;
}

/** The selection in words, and links to the pages of the other values; they need no script. */
export function renderFilters(view: View, selected?: Selected): Html {
  const { t, data, link } = view;
  const groups = FACETS.map((facet) => renderFacet(view, facet, selected));
  const regions = selected === undefined ? undefined : renderRegions(view, selected);
  const explore = html`<a href="${link(HOME)}">${t.projects.narrowExplore}</a>`;
  const chip =
    selected === undefined
      ? undefined
      : html`<p class="chips">
          <span class="quiet">${t.projects.selection}: </span
          ><a class="chip" href="${link(projectListPath())}"
            >${describeSelected(view, selected)} <span class="cross" aria-hidden="true">×</span
            ><span class="quiet"> ${t.projects.remove}</span></a
          >
        </p>`;
  const used = groups.filter((group) => group !== undefined);
  if (used.length === 0 && chip === undefined) return html``;
  return html`<div class="pick">
    ${chip}
    <details class="filters">
      <summary>${t.projects.narrow}</summary>
      <p class="note">${fill(t.projects.narrowNote, { explore })}</p>
      <div class="filter-grid">${used}${data.areas.region.length === 0 ? undefined : regions}</div>
    </details>
  </div>`;
}

/** `Euroopan sosiaalirahasto (ESR), Pohjois-Savo` */
export function describeSelected(view: View, { facet, value, region }: Selected): string {
  const found = view.data.facets.find(facet, value);
  const area = region === undefined ? undefined : view.data.findArea('region', region);
  const name = found === undefined ? value : nameValue(view, found);
  return area === undefined ? name : `${name}, ${view.language.nameOf(area)}`;
}

function renderFacet(view: View, facet: Facet, selected: Selected | undefined): Content {
  const { t, data, link, language } = view;
  const values = data.facets.valuesOf(facet);
  if (values.length === 0) return undefined;
  const items = values.map((each) => {
    const region = facet === 'place' ? undefined : selected?.region;
    const here = region === undefined ? each : data.facets.find(facet, each.value, region);
    const name = nameValue(view, each);
    const count = html`<span class="count">${language.number(here?.projects.length ?? 0)}</span>`;
    if (here === undefined) return html`<li><span>${name}</span> ${count}</li>`;
    const current = selected?.facet === facet && selected.value === each.value ? html` aria-current="page"` : undefined;
    return html`<li><a href="${link(facetPath(facet, each.value, region))}" ${current}>${name}</a> ${count}</li>`;
  });
  return html`<section>
    <h2 class="h3">${t.facets[facet]}</h2>
    <ul>
      ${items}
    </ul>
  </section> `;
}

function renderRegions(view: View, { facet, value, region }: Selected): Content {
  const { t, data, link, language } = view;
  const codes = data.facets.regionsOf(facet, value);
  if (codes.length === 0) return undefined;
  const everywhere = region === undefined ? html` aria-current="page"` : undefined;
  const items = data.areas.region
    .filter(({ code }) => codes.includes(code))
    .map((area) => {
      const current = area.code === region ? html` aria-current="page"` : undefined;
      const count = data.facets.find(facet, value, area.code)?.projects.length ?? 0;
      return html`<li>
        <a href="${link(facetPath(facet, value, area.code))}" ${current}>${language.nameOf(area)}</a>
        <span class="count">${language.number(count)}</span>
      </li>`;
    });
  return html`<section>
    <h2 class="h3">${t.projects.inRegion}</h2>
    <ul>
      <li><a href="${link(facetPath(facet, value))}" ${everywhere}>${t.places.country}</a></li>
      ${items}
    </ul>
  </section> `;
}
