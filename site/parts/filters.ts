import { type Content, fill, type Html, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { type Chosen, type Facet, FACETS, type FacetValue } from '../model/facets.ts';
import { remember } from '../model/remember.ts';
import type { State } from '../model/state.ts';
import type { View } from '../page-type.ts';
import { areaPath, facetPath, HOME, PAIR_TABLES, pairPath, projectListPath } from '../paths.ts';

/** How many projects count, and how many were cancelled and count in nothing. */
export function describeCounts({ t, language }: View, all: number, cancelled: number): string {
  const words = t.projects;
  const template = cancelled === 0 ? words.lead : cancelled === 1 ? words.leadCancelled : words.leadCancelledMany;
  return fillText(template, {
    projects: language.count('projects', all - cancelled),
    cancelled: language.number(cancelled),
  });
}

/** An axis as its newest project has it. */
const findAxis = remember((data, key) => {
  const project = data.facets.find('axis', key)?.projects[0];
  return { axis: project?.priority_axis_code, period: project?.programming_period, name: project?.priority_axis_name };
});

/** What a value of a facet is called: a fund's name, an axis' number and name, a year, a state. */
export function nameValue(
  { t, data, language, code }: Pick<View, 't' | 'data' | 'language' | 'code'>,
  { facet, value }: Pick<FacetValue, 'facet' | 'value'>,
): string {
  switch (facet) {
    case 'fund':
      return code('fund', value);
    case 'state':
      return t.states[value as State];
    case 'year':
      return value;
    case 'period':
      return value.replace('-', '–');
    case 'place':
      return value === 'country' ? t.facets.placeCountry : t.facets.placeUnknown;
    case 'axis': {
      const { axis, period, name: stated } = findAxis(data, value);
      const name = language.priorityName(period, axis) ?? stated;
      const short = period === undefined ? '' : ` (${period.replace('-', '–')})`;
      const label = [axis, name].filter((part) => part !== undefined).join(' ');
      return (name === undefined ? fillText(t.axis.untitled, { code: axis ?? value }) : label) + short;
    }
  }
}

/** What is chosen: a value, and beside it a region or a value of another facet. */
export interface Selected extends Chosen {
  readonly region?: string;
  readonly second?: Chosen;
}

/** The selection in words, and links to the pages of the other values; they need no script. */
export function renderFilters(view: View, selected?: Selected): Html {
  const { t, data, link } = view;
  const groups = FACETS.map((facet) => renderFacet(view, facet, selected));
  const regions = selected === undefined || selected.second !== undefined ? undefined : renderRegions(view, selected);
  const explore = html`<a href="${link(HOME)}">${t.projects.narrowExplore}</a>`;
  const tables = html`<a href="${link(PAIR_TABLES)}">${t.projects.narrowTables}</a>`;
  const chips = selected === undefined ? [] : listChips(view, selected);
  const used = groups.filter((group) => group !== undefined);
  if (used.length === 0 && chips.length === 0) return html``;
  return html`<div class="pick">
    ${
      chips.length === 0
        ? undefined
        : html`<p class="chips">
            <span class="quiet">${t.projects.selection}: </span>${chips.map(
              ({ name, without }) =>
                html`<a class="chip" href="${link(without)}"
                  >${name} <span class="cross" aria-hidden="true">×</span
                  ><span class="quiet"> ${t.projects.remove}</span></a
                > `,
            )}
          </p>`
    }
    <details class="filters">
      <summary>${t.projects.narrow}</summary>
      <p class="note">${fill(t.projects.narrowNote, { tables, explore })}</p>
      <div class="filter-grid">${used}${data.areas.region.length === 0 ? undefined : regions}</div>
    </details>
  </div>`;
}

/** Each restriction, and the page without it. A region by itself has no list: its own page says what is there. */
function listChips(view: View, { facet, value, region, second }: Selected): { name: string; without: string }[] {
  const area = region === undefined ? undefined : view.data.findArea('region', region);
  const beside =
    second !== undefined
      ? { name: nameChosen(view, second), without: facetPath(facet, value) }
      : area !== undefined
        ? { name: view.language.nameOf(area), without: facetPath(facet, value) }
        : undefined;
  const rest =
    second !== undefined
      ? facetPath(second.facet, second.value)
      : area !== undefined
        ? areaPath('region', area.code)
        : projectListPath();
  return [{ name: nameChosen(view, { facet, value }), without: rest }, ...(beside === undefined ? [] : [beside])];
}

function nameChosen(view: View, { facet, value }: Chosen): string {
  const found = view.data.facets.find(facet, value);
  return found === undefined ? value : nameValue(view, found);
}

/** `Euroopan sosiaalirahasto (ESR), Pohjois-Savo` */
export function describeSelected(view: View, selected: Selected): string {
  return listChips(view, selected)
    .map(({ name }) => name)
    .join(', ');
}

/** Where a facet's value leads from what is chosen: beside one value to both, instead of a value of the same facet. */
function findTarget(
  { data }: View,
  option: Chosen,
  selected: Selected | undefined,
): { readonly path: string; readonly count: number } | undefined {
  const { facet, value } = option;
  const other =
    selected?.facet === facet
      ? selected.second
      : selected?.second === undefined || selected.second.facet === facet
        ? selected
        : undefined;
  if (selected?.region === undefined && other !== undefined && other.facet !== facet) {
    const pair = data.facets.findPair(option, { facet: other.facet, value: other.value });
    return pair === undefined ? undefined : { path: pairPath(pair), count: pair.projects.length };
  }
  const region = facet === 'place' ? undefined : selected?.region;
  const count = data.facets.find(facet, value, region)?.projects.length;
  return count === undefined ? undefined : { path: facetPath(facet, value, region), count };
}

function renderFacet(view: View, facet: Facet, selected: Selected | undefined): Content {
  const { t, data, link, language } = view;
  const values = data.facets.valuesOf(facet);
  if (values.length === 0) return undefined;
  // Two are chosen: each can be changed or taken out, and a third needs a script.
  const isTwo = selected?.second !== undefined || selected?.region !== undefined;
  if (isTwo && selected.facet !== facet && selected.second?.facet !== facet) return undefined;
  if (facet === 'place' && selected !== undefined && selected.facet !== 'place') return undefined;
  const items = values.map((each) => {
    const target =
      selected?.facet === 'place' && facet !== 'place'
        ? findTarget(view, { facet, value: each.value }, undefined)
        : findTarget(view, { facet, value: each.value }, selected);
    const name = nameValue(view, each);
    const count = html`<span class="count">${language.number(target?.count ?? 0)}</span>`;
    if (target === undefined) return html`<li><span>${name}</span> ${count}</li>`;
    const isCurrent = [selected, selected?.second].some(
      (chosen) => chosen?.facet === facet && chosen.value === each.value,
    );
    return html`<li>
      <a href="${link(target.path)}" ${isCurrent ? html` aria-current="page"` : undefined}>${name}</a> ${count}
    </li>`;
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
